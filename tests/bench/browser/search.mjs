// Search: who has a word that begins so, and who has one with one wrong letter.
// Each peer gives `{ first(text), all(text), near(text) }`: the best fifty, all that are found as numbers of actors, and
// all that are found with a wrong letter, or no `near` where it has no such thing.
import FlexSearch from "flexsearch";
import MiniSearch from "minisearch";
import UFuzzy from "@leeoniya/ufuzzy";

const FIRST = 50;

export const peers = {
  MiniSearch(actors) {
    const index = new MiniSearch({ fields: ["names"], idField: "at", tokenize: (text) => text.split(" ") });
    index.addAll(actors.map(([, , names], at) => ({ at, names: names.join(" ") })));
    const ids = (found) => found.map((it) => it.id);
    return {
      first: (text) => ids(index.search(text, { prefix: true })).slice(0, FIRST),
      all: (text) => ids(index.search(text, { prefix: true })),
      near: (text) => ids(index.search(text, { prefix: true, fuzzy: 1 })),
    };
  },
  FlexSearch(actors) {
    const index = new FlexSearch.Index({ tokenize: "forward" });
    const count = actors.length;
    actors.forEach(([, , names], at) => index.add(at, names.join(" ")));
    return { first: (text) => index.search(text, FIRST), all: (text) => index.search(text, count) };
  },
  uFuzzy(actors) {
    const names = actors.map(([, , names]) => names.join(" "));
    const exact = new UFuzzy({ interLft: 2 });
    const single = new UFuzzy({ interLft: 2, intraMode: 1, intraSub: 1, intraTrn: 1, intraDel: 1, intraIns: 1 });
    return {
      first(text) {
        const [found, info, order] = exact.search(names, text);
        return order ? order.slice(0, FIRST).map((it) => info.idx[it]) : (found ?? []).slice(0, FIRST);
      },
      all: (text) => exact.filter(names, text) ?? [],
      near: (text) => single.filter(names, text) ?? [],
    };
  },
};

/** The actors with a word that begins so, the long way. */
export function beginning(actors, text) {
  const found = [];
  actors.forEach(([, , names], at) => {
    if (names.some((name) => name.startsWith(text) || name.includes(` ${text}`))) found.push(at);
  });
  return found;
}

/** The actors with a word that is another but for one letter too many, too few or wrong, or two swapped, the long way. */
export function near(actors, text) {
  const known = new Map();
  const is = (word) => {
    if (!known.has(word)) known.set(word, isNear(word, text));
    return known.get(word);
  };
  const found = [];
  actors.forEach(([, , names], at) => {
    if (names.some((name) => name.split(" ").some(is))) found.push(at);
  });
  return found;
}

function isNear(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return a === b;
  let at = 0;
  while (a[at] === b[at]) at++;
  const rest = (text, from) => text.slice(at + from);
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 0) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2))
  );
}
