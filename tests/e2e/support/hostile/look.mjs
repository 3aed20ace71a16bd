// A look at the page for what came of texts that are made to do harm.
import { GOOD } from "./texts.mjs";

/**
 * Prepares the page to be looked at ([`harm`]): what it has of its own that runs or is fetched is no harm. To be called
 * before anything is opened.
 */
export function mark(page) {
  return page.evaluate((good) => {
    const own = new Set(document.querySelectorAll("script, link, style, meta, base, title"));
    const OURS = new Set(
      (
        "html head body a aside button caption dd details dialog div dl dt fieldset footer h1 h2 h3 h4 header input kbd label " +
        "legend li main nav ol option p pre progress section select small span strong summary table tbody td th thead tr ul " +
        "svg g path text tspan circle rect"
      ).split(" "),
    );
    const RUNS = /^(on|src|action$|formaction$|data$|background$|poster$|ping$|manifest$|http-equiv$)/i;
    const svg = "http://www.w3.org/2000/svg";
    globalThis.harm = () => {
      const found = new Set();
      if ("harmed" in globalThis) found.add("a text has run");
      for (const element of document.querySelectorAll("*")) {
        if (own.has(element)) continue;
        // Only what is told is written out: to do it with each element of the page takes long.
        const told = (what) => found.add(`${what}: ${element.outerHTML.slice(0, 120)}`);
        const isTitle = element.localName === "title" && element.namespaceURI === svg;
        if (!OURS.has(element.localName) && !isTitle) told("element");
        for (const { name } of element.attributes) if (RUNS.test(name)) told(name);
        const address = element.getAttribute("href") ?? element.getAttribute("xlink:href");
        if (address === null || address.startsWith("#")) continue;
        const url = URL.parse(address, document.baseURI);
        const isHere = url?.href.startsWith(new URL(".", location.href).href) && !/^[a-z]+:/i.test(address);
        const isGood = address === good && element.rel.includes("noopener") && element.target === "_blank";
        if (!isHere && !isGood) told("address");
      }
      return [...found];
    };
  }, GOOD);
}

/**
 * What on the page is no text, and not of the page itself: elements and attributes that it never makes, links that lead
 * anywhere but to itself or to the one address that a reader may follow, and what of the texts has run.
 * @returns {Promise<string[]>}
 */
export function harm(page) {
  return page.evaluate(() => globalThis.harm());
}
