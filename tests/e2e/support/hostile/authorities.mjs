// Lists of our own in the forms in which authorities publish theirs, with texts that are made to do harm in every field
// that is read. Where a field is understood only by certain words, half of the rows have these.
import { at, csv, file, FORMULAS, GOOD, MARKUP, NAME, TEXTS, writable, xml } from "./texts.mjs";

/** What a field is understood by in every other row, and a text in the others. */
const either = (row, field, ...known) => (row % 2 ? known[(row >> 1) % known.length] : at(row, field));

/** An element with what is in it, by its name; `""` and `false` are nothing. */
const element = (name, ...inner) => `<${name}>${inner.filter(Boolean).join("")}</${name}>`;
/** Elements with a text each, by their names. */
const elements = (texts) => Object.entries(texts).map(([name, text]) => element(name, xml(text))).join("");
const attributes = (texts) => Object.entries(texts).map(([name, text]) => ` ${name}="${xml(text)}"`).join("");
const document = (root, inner, of = {}) => `<?xml version="1.0"?>\n<${root}${attributes(of)}>${inner}</${root}>\n`;
/** From field `first` on, a text for each name. */
const fields = (names, row, first) => Object.fromEntries(names.split(" ").map((name, nth) => [name, at(row, first + nth)]));
const lines = (rows) => rows.map((row) => `${row.map(csv).join(",")}\r\n`).join("");

export function ofacXml() {
  const entries = TEXTS.map((text, row) => {
    const own = (field) => xml(at(row, field));
    const id = (sort, field) =>
      `<id><uid>1</uid><idType>${sort}</idType><idNumber>${own(field)}</idNumber><idCountry>${own(field + 1)}</idCountry>` +
      `<issueDate>${own(field + 2)}</issueDate></id>`;
    return (
      `<sdnEntry><uid>${xml(text)}</uid><lastName>${xml(text)}</lastName><sdnType>${own(1)}</sdnType><title>${own(2)}</title>` +
      `<programList><program>${own(3)}</program></programList>` +
      `<akaList><aka><uid>2</uid><type>${own(4)}</type><category>${own(5)}</category><lastName>${own(6)}</lastName></aka></akaList>` +
      `<addressList><address><uid>3</uid><address1>${own(7)}</address1><city>${own(8)}</city><country>${own(9)}</country></address></addressList>` +
      `<idList>${id("Passport", 10)}${id(own(11), 12)}${id("Website", 13)}${id("Gender", 14)}</idList>` +
      `<dateOfBirthList><dateOfBirthItem><dateOfBirth>${own(15)}</dateOfBirth></dateOfBirthItem></dateOfBirthList>` +
      `<nationalityList><nationality><country>${own(16)}</country></nationality></nationalityList>` +
      `<vesselInfo><vesselType>${own(17)}</vesselType><vesselFlag>${own(18)}</vesselFlag><vesselOwner>${own(19)}</vesselOwner></vesselInfo>` +
      `<remarks><![CDATA[${writable(at(row, 20)).replaceAll("]]>", "")}]]> (Linked To: ${own(21)})</remarks></sdnEntry>\n`
    );
  });
  const head = `<publshInformation><Publish_Date>${xml(MARKUP[2])}</Publish_Date><Record_Count>${xml(FORMULAS[0])}</Record_Count></publshInformation>`;
  return {
    files: [file(`${NAME}.xml`, `<?xml version="1.0"?>\n<sdnList>${head}\n${entries.join("")}</sdnList>\n`)],
    formats: ["OFAC list (XML)"],
    names: TEXTS.map(writable),
  };
}

/** The CSV files: entries, other names, addresses, and what was too long for an entry. */
export function ofacCsv() {
  const sorts = ["individual", "vessel", "aircraft", "-0- "];
  const entries = TEXTS.map((text, row) => {
    const own = (field) => at(row, field);
    // The first rows are as all of them should be, by which a file without a head is known.
    const sort = row < 10 ? sorts[row % 4] : either(row, 1, ...sorts);
    const remarks = [
      `DOB ${own(2)}; POB ${own(3)}; nationality ${own(4)}; Gender ${own(5)}; Website ${row ? own(6) : GOOD}`,
      `a.k.a. '${own(7)}'; Passport 7${own(8)} (Cuba) issued ${own(9)}; Linked To: ${own(10)}; ${own(11)}`,
      `Secondary sanctions risk: ${own(12)}; Email Address ${own(13)}; Vessel Registration Identification IMO 7${own(14)}`,
      `Executive Order 14024 Directive Information - ${own(15)}; Listing Date (${own(16)}): ${own(17)}.`,
    ];
    const cells = [sort, `${own(18)}] [${own(19)}`, own(20), own(21), own(22), own(23), own(24), own(25), row < 10 ? "-0- " : own(26)];
    return [String(7_000 + row), text, ...cells, remarks.join("; ")];
  });
  const more = (row, ...cells) => [String(7_000 + row), String(9_000 + row), ...cells];
  const aliases = TEXTS.map((text, row) => more(row, ["aka", "fka", "nka"][row % 3], text, at(row, 1)));
  const addresses = TEXTS.map((text, row) => more(row, text, at(row, 1), at(row, 2), row < 10 ? "-0- " : at(row, 3)));
  const comments = TEXTS.map((text, row) => [String(7_000 + row), `${text}; a.k.a. '${at(row, 1)}'; Passport 8${at(row, 2)}.`]);
  // These are left out, and told.
  entries.push([MARKUP[2], ...entries[0].slice(1)], ["7999", MARKUP[2]]);
  aliases.push(more(1, MARKUP[2], "a sort that is none", ""), [MARKUP[2], "1", "aka", "of nobody", ""]);
  // One more for nobody who is there.
  comments.push(["7998", `a.k.a. '${MARKUP[2]}'`]);
  return {
    files: [
      ["sdn", entries],
      ["alt", aliases],
      ["add", addresses],
      ["sdn_comments", comments],
    ].map(([name, rows]) => file(`${NAME} ${name}.csv`, `${lines(rows)}\u001A`)),
    formats: ["entries", "aliases", "addresses", "comments"].map((it) => `OFAC ${it} (CSV)`),
    names: TEXTS,
    hasLinks: true,
  };
}

/** Names in up to four parts, of persons; that of an entity is one. */
export function un() {
  const name = (text, row) => (row % 2 ? [text] : [text, at(row, 1), at(row, 2), at(row, 3)]);
  const parts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];
  const values = (list, text) => element(list, element("VALUE", xml(text)));
  const entries = TEXTS.map((text, row) => {
    const of = row % 2 ? "ENTITY" : "INDIVIDUAL";
    const own = (field) => at(row, field);
    const named = Object.fromEntries(name(text, row).map((words, nth) => [parts[nth], words]));
    const inner = [
      elements({ DATAID: text, ...named, NAME_ORIGINAL_SCRIPT: own(4), UN_LIST_TYPE: own(5), REFERENCE_NUMBER: own(6) }),
      elements({ LISTED_ON: either(row, 7, "2001-02-03"), GENDER: either(row, 8, "Male"), COMMENTS1: own(9) }),
      ["TITLE", "DESIGNATION", "NATIONALITY", "LAST_DAY_UPDATED"].map((list, nth) => values(list, own(10 + nth))).join(""),
      element(
        `${of}_ALIAS`,
        elements({ QUALITY: either(row, 14, "Low", "Good", "a.k.a.", "f.k.a."), ALIAS_NAME: own(15), NOTE: own(16) }),
        elements({ DATE_OF_BIRTH: own(17), CITY_OF_BIRTH: own(18), COUNTRY_OF_BIRTH: own(19) }),
      ),
      element(`${of}_ALIAS`, elements({ NOTE: own(20) })),
      element(`${of}_ADDRESS`, elements(fields("STREET CITY STATE_PROVINCE ZIP_CODE COUNTRY NOTE", row, 21))),
      element(`${of}_DATE_OF_BIRTH`, elements({ TYPE_OF_DATE: own(27), DATE: own(28), NOTE: own(29) })),
      element(
        `${of}_DATE_OF_BIRTH`,
        elements({ TYPE_OF_DATE: either(row, 30, "APPROXIMATELY", "BETWEEN"), FROM_YEAR: own(31), TO_YEAR: either(row, 32, "1960") }),
      ),
      element(`${of}_DATE_OF_BIRTH`, elements({ NOTE: own(33) })),
      element(`${of}_PLACE_OF_BIRTH`, elements(fields("CITY STATE_PROVINCE COUNTRY", row, 34))),
      element(
        `${of}_DOCUMENT`,
        elements({ TYPE_OF_DOCUMENT: either(row, 37, "Passport", "National Identification Number") }),
        elements(fields("TYPE_OF_DOCUMENT2 NUMBER CITY_OF_ISSUE NOTE ISSUING_COUNTRY DATE_OF_ISSUE", row, 38)),
      ),
      element(`${of}_DOCUMENT`, elements({ NOTE: own(44), COUNTRY_OF_ISSUE: own(45) })),
    ];
    return element(of, ...inner);
  });
  // Without a name it is left out; of its comments the first sentence may say on what it rests.
  entries.push(element("ENTITY", elements({ DATAID: MARKUP[2] })));
  const because = { COMMENTS1: `Listed pursuant to ${MARKUP[2]}. More.`, UN_LIST_TYPE: MARKUP[0] };
  entries.push(element("ENTITY", elements({ DATAID: "plain", FIRST_NAME: "Plain Quay", ...because })));
  return {
    files: [file(`${NAME} un.xml`, document("CONSOLIDATED_LIST", entries.join("\n"), { dateGenerated: MARKUP[2] }))],
    formats: ["UN Security Council list (XML)"],
    names: [...TEXTS.map((text, row) => writable(name(text, row).join(" "))), "Plain Quay"],
  };
}

/** All of it stands in attributes. */
export function eu() {
  const one = (name, of, inner = "") => `<${name}${attributes(of)}>${inner}</${name}>`;
  const entries = TEXTS.map((text, row) => {
    const own = (field) => at(row, field);
    const remark = (field) => elements({ remark: own(field) });
    const country = (field) => ({ countryIso2Code: either(row, field, "CU", "00"), countryDescription: own(field + 1) });
    const somewhere = (field) => ({ ...fields("city region zipCode", row, field), ...country(field + 3) });
    const isTrue = either(row, 1, "true");
    const address = { ...somewhere(2), street: own(7), poBox: either(row, 8, "7"), place: own(9), asAtListingTime: isTrue };
    const contacts = ["WEB", "EMAIL", "PHONE", own(10)].map((key, nth) => one("contactInfo", { key, value: own(11 + nth) }));
    const flags = Object.fromEntries("diplomatic knownExpired knownFalse reportedLost".split(" ").map((it) => [it, isTrue]));
    const number = {
      identificationTypeCode: either(row, 15, "passport", "id", "fiscalcode", "imo"),
      ...fields("identificationTypeDescription number latinNumber issuedBy nameOnDocument", row, 16),
      ...fields("issueDate validFrom validTo", row, 21),
      ...country(24),
      ...flags,
    };
    const birth = row % 3 ? { birthdate: own(26) } : { year: "1960", monthOfYear: own(26), dayOfMonth: own(27) };
    const name = { firstName: own(28), middleName: own(29), lastName: own(30), nameLanguage: own(31), strong: own(32) };
    const regulation = { programme: own(33), numberTitle: own(34), publicationDate: own(35), entryIntoForceDate: own(36) };
    const inner = [
      one("nameAlias", { wholeName: text, title: own(37), function: own(38), gender: either(row, 39, "M") }, remark(40)),
      one("nameAlias", name, remark(41)),
      one("nameAlias", {}, remark(42)),
      one("subjectType", { code: either(row, 43, "person", "enterprise") }),
      one("birthdate", { ...birth, calendarType: either(row, 44, "GREGORIAN"), circa: isTrue, ...somewhere(45) }, remark(46)),
      one("birthdate", { yearRangeFrom: "1950", yearRangeTo: either(row, 47, "1960") }, remark(48)),
      one("citizenship", country(49), remark(50)),
      one("identification", number, remark(51)),
      one("identification", {}, remark(52)),
      one("address", address, contacts.join("") + remark(53)),
      one("regulation", regulation, elements({ publicationUrl: row === 1 ? GOOD : own(row % 2) })),
      remark(54),
    ];
    const about = fields("designationDate euReferenceNumber unitedNationId designationDetails", row, 55);
    return one("sanctionEntity", { logicalId: text, ...about }, inner.join(""));
  });
  entries.push(one("sanctionEntity", { logicalId: MARKUP[2] }));
  return {
    files: [file(`${NAME} eu.xml`, document("export", entries.join("\n"), { generationDate: MARKUP[2] }))],
    formats: ["EU financial sanctions file (XML)"],
    names: TEXTS.map(writable),
    hasLinks: true,
  };
}

/** Lists of the UK Sanctions List in its XML, each with what is in it. */
const UK_LISTS = [
  "Titles/Title PhoneNumbers/PhoneNumber EmailAddresses/EmailAddress Websites/Website",
  "DOBs/DOB Genders/Gender Nationalities/Nationality Positions/Position",
  "BusinessRegistrationNumbers/BusinessRegistrationNumber TypeOfEntities/TypeOfEntity ParentCompanies/ParentCompany",
  "Subsidiaries/Subsidiary IMONumbers/IMONumber CurrentOwnerOperators/CurrentOwnerOperator",
  "PreviousOwnerOperators/PreviousOwnerOperator CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip",
  "PreviousFlags/PreviousFlag TypeOfShipDetails/TypeOfShip TonnageOfShipDetails/TonnageOfShip",
  "LengthOfShipDetails/LengthOfShip YearsBuilt/YearBuilt HullIdentificationNumbers/HullIdentificationNumber",
].flatMap((all) => all.split(" ").map((both) => both.split("/")));
const UK_OWN = "OFSIGroupID UNReferenceNumber RegimeName DesignationSource SanctionsImposed DateDesignated LastUpdated OtherInformation";
const LINES = [1, 2, 3, 4, 5, 6];

export function ukXml() {
  const entries = TEXTS.map((text, row) => {
    const own = (field) => at(row, field);
    const listed = (all, first) => all.map(([list, item], nth) => element(list, elements({ [item]: own(first + nth) }))).join("");
    const alias = { ...fields("Name1 Name2 Name3 Name4 Name5 Name6", row, 1), NameType: own(7), AliasStrength: either(row, 8, "Low") };
    const original = fields("NameNonLatinScript NonLatinScriptType NonLatinScriptLanguage", row, 9);
    const lines = fields(LINES.map((nth) => `AddressLine${nth}`).join(" "), row, 12);
    const place = fields("TownOfBirth CountryOfBirth", row, 18);
    const passport = fields("PassportNumber PassportAdditionalInformation", row, 20);
    const national = fields("NationalIdentifierNumber NationalIdentifierAdditionalInformation", row, 22);
    const details = [
      element("BirthDetails", element("Location", elements(place))),
      element("PassportDetails", element("Passport", elements(passport))),
      element("NationalIdentifierDetails", element("NationalIdentifier", elements(national))),
    ];
    const of = [["IndividualDetails", "Individual"], ["EntityDetails", "Entity"], ["ShipDetails", "Ship"]][row % 3];
    return element(
      "Designation",
      elements({ UniqueID: text, ...fields(UK_OWN, row, 24), UKStatementofReasons: own(32) }),
      elements({ IndividualEntityShip: either(row, 33, "Individual", "Entity", "Ship") }),
      element(
        "Names",
        element("Name", elements(alias)),
        element("Name", elements({ Name6: text, NameType: "Primary Name" })),
      ),
      element("NonLatinNames", element("NonLatinName", elements(original))),
      element("Addresses", element("Address", elements({ ...lines, AddressPostalCode: own(34), AddressCountry: own(35) }))),
      listed(UK_LISTS.slice(0, 4), 36),
      row === 0 && element("Websites", elements({ Website: GOOD })),
      element(of[0], element(of[1], listed(UK_LISTS.slice(4), 40), ...details)),
    );
  });
  entries.push(element("Designation", elements({ UniqueID: MARKUP[2] })));
  // The measures by their marks, where no words tell them.
  const marks = element("SanctionsImposedIndicators", elements({ AssetFreeze: "true", TravelBan: MARKUP[2] }));
  const plain = element("Names", element("Name", elements({ Name6: "Plain Quay" })));
  entries.push(element("Designation", elements({ UniqueID: "plain" }), plain, marks));
  return {
    files: [file(`${NAME} uk.xml`, document("Designations", elements({ DateGenerated: MARKUP[2] }) + entries.join("\n")))],
    formats: ["UK Sanctions List (XML)"],
    names: [...TEXTS.map(writable), "Plain Quay"],
    hasLinks: true,
  };
}

const UK_COLUMNS = [
  "Name 1|Name 2|Name 3|Name 4|Name 5|Name type|Alias strength|Title|Name non-latin script|Non-latin script type",
  "Non-latin script language|Regime Name|Designation Type|Designation source|Sanctions Imposed|Other Information",
  "UK Statement of Reasons|Address Line 1|Address Line 2|Address Line 3|Address Line 4|Address Line 5|Address Line 6",
  "Address Postal Code|Address Country|Phone number|Website|Email address|Date Designated|Last Updated|D.O.B",
  "Nationality(/ies)|National Identifier number|National Identifier additional information|Passport number",
  "Passport additional information|Position|Gender|Town of birth|Country of birth|Type of entity|Subsidiaries",
  "Parent company|Business registration number(s)|IMO number|Current owner/operator(s)|Previous owner/operator(s)",
  "Current believed flag of ship|Previous flags|Type of ship|Tonnage of ship|Length of ship|Year Built",
  "Hull identification number (HIN)|OFSI Group ID|UN Reference Number|A column of later|=1+1",
].flatMap((all) => all.split("|"));

const CONLIST_COLUMNS = [
  "Name 1|Name 2|Name 3|Name 4|Name 5|Title|Name Non-Latin Script|Non-Latin Script Type|Non-Latin Script Language|DOB",
  "Town of Birth|Country of Birth|Nationality|Passport Number|Passport Details|National Identification Number",
  "National Identification Details|Position|Address 1|Address 2|Address 3|Address 4|Address 5|Address 6|Post/Zip Code",
  "Country|Other Information|Group Type|Alias Type|Alias Quality|Regime|Listed On|UK Sanctions List Date Designated",
  "Last Updated",
].flatMap((all) => all.split("|"));

/** The UK Sanctions List as a table, and the list that it took the place of, in which some fields stand behind labels. */
export function ukCsv() {
  const known = { "Website": [GOOD], "Designation Type": ["Individual", "Entity", "Ship"], "Group Type": ["Individual", "Entity"] };
  const labelled = (row) =>
    [
      `${at(row, 1)} (UK Sanctions List Ref):${at(row, 2)}. (UN Ref):${at(row, 3)} (Gender):${at(row, 4)}. (Website):${at(row, 5)}`,
      `(UK Statement of Reasons):${at(row, 6)} (Phone number):(1) ${at(row, 7)} (2) ${at(row, 8)} (${at(row, 9)}):${at(row, 10)}`,
    ].join(" ");
  const table = (columns, id, first, before) => {
    const rows = TEXTS.flatMap((text, row) => {
      const cells = columns.map((column, field) => {
        const nth = field + 1;
        // Names of an entry: one that is the text alone, and one that has a text in each of its parts.
        if (column === "Other Information" && id === "Group ID") return labelled(row);
        return column in known ? either(row, nth, ...known[column]) : at(row, nth);
      });
      const primary = columns.map((column) => (/type$/i.test(column) && /^(name|alias)/i.test(column) ? "Primary name" : ""));
      const key = `${first}${text}`;
      return [[text, ...primary, key], [at(row, 0), ...cells, key]];
    });
    // Nobody has a name here, and here a cell is missing.
    rows.push([...["", ...columns].map(() => ""), MARKUP[2]], [MARKUP[2]]);
    return before + lines([["Name 6", ...columns, id], ...rows]);
  };
  return {
    files: [
      file(`${NAME} uk.csv`, table(UK_COLUMNS, "Unique ID", "csv ", lines([[`Report Date: ${MARKUP[1]}`]]))),
      file(`${NAME} conlist.csv`, table(CONLIST_COLUMNS, "Group ID", "", lines([["Last Updated", MARKUP[2]]]))),
    ],
    formats: ["UK Sanctions List (CSV)", "UK Consolidated List until 2026 (CSV)"],
    names: [...TEXTS, ...TEXTS],
    hasLinks: true,
  };
}

/** Programmes first, then who is listed, then the places that these name. */
export function seco() {
  const one = (name, of, inner = "") => `<${name}${attributes(of)}>${inner}</${name}>`;
  const value = (text) => elements({ value: text });
  const programmes = TEXTS.map((text, row) => {
    const set = one("sanctions-set", { ssid: text, lang: "eng" }, xml(at(row, 1)));
    return one("sanctions-program", { ssid: text }, elements(fields("program-key program-name origin", row, 2)) + set);
  });
  const places = TEXTS.map((text, row) => {
    const country = one("country", { "iso-code": either(row, 1, "CU") }, xml(at(row, 2)));
    return one("place", { ssid: text }, elements(fields("location area zip-code remarks", row, 3)) + country);
  });
  const targets = TEXTS.map((text, row) => {
    const own = (field) => at(row, field);
    const country = (field) => one("country", { "iso-code": either(row, field, "CU") }, xml(own(field + 1)));
    const part = (sort, words, order, inner = "") =>
      one("name-part", { "name-part-type": sort, order }, value(words) + inner);
    const spelling = one("spelling-variant", { lang: own(1), script: own(2) }, xml(own(3)));
    const names = [
      one("name", { "name-type": "primary-name", lang: own(4) }, part("title", own(5), own(6)) + part("whole-name", text, "1")),
      one(
        "name",
        { "name-type": either(row, 7, "alias", "formerly-known-as"), quality: either(row, 8, "low"), lang: either(row, 9, "eng") },
        part("family-name", own(10), "1", spelling) + part("given-name", own(11), "2") + part(own(12), own(13), own(14)),
      ),
    ];
    const number = [
      elements(fields("number date-of-issue expiry-date remark", row, 15)),
      element("issuer", xml(own(19))),
      country(20),
    ];
    const there = (name, nth) => one(name, { "place-id": nth }, elements(fields("address-details p-o-box c-o remark", row, 21)));
    const subject = [
      one(
        "identity",
        { main: "true" },
        [
          ...names,
          one("day-month-year", { day: own(25), month: own(26), year: either(row, 27, "1960"), calendar: either(row, 28, "Gregorian") }),
          element("nationality", country(29)),
          there("address", own(31)),
          there("place-of-birth", row % 2 ? own(32) : MARKUP[2]),
          one("address", {}, elements(fields("location area zip-code", row, 33)) + country(36)),
          one("identification-document", { "document-type": either(row, 38, "passport", "id-card") }, number.join("")),
          one("identification-document", {}, elements({ remark: own(39) })),
        ].join(""),
      ),
      one("identity", { main: own(40) }, one("name", { "name-type": own(41) }, part("whole-name", own(42), "1"))),
      one("relation", { "target-id": own(43), "relation-type": own(44) }, elements({ remark: own(45) })),
      elements({ "justification": own(46), "other-information": own(47) }),
      ["Website", "E-mail address", "Flag", "IMO number", "Date of registration", "Type of entity"]
        .map((label, nth) => elements({ "other-information": `${label}: ${row + nth ? own(48 + nth) : GOOD}` }))
        .join(""),
      one("generic-attribute", { name: own(54) }, xml(own(55))),
    ];
    const sort = ["individual", "entity", "object"][row % 3];
    const changes = ["listed", "de-listed", "amended", own(56)].map((change, nth) => {
      const days = fields("enactment-date publication-date effective-date", row, 57 + nth);
      return one("modification", { "modification-type": change, ...(row % 2 ? days : { "effective-date": `200${nth}-01-01` }) });
    });
    const inner = [
      elements({ "sanctions-set-id": own(60), "foreign-identifier": own(61) }),
      elements({ "sanctions-set-id": "a set that is in no programme <b>" }),
      one(sort, { "sex": either(row, 62, "male"), "object-type": either(row, 63, "vessel", "aircraft") }, subject.join("")),
      ...changes,
    ];
    return one("target", { ssid: text }, inner.join(""));
  });
  targets.push(one("target", { ssid: MARKUP[2] }), one("target", { ssid: MARKUP[0] }, one("entity", {})));
  const of = { "date": MARKUP[2], "list-type": MARKUP[0] };
  return {
    files: [file(`${NAME} seco.xml`, document("swiss-sanctions-list", [...programmes, ...targets, ...places].join("\n"), of))],
    formats: ["Swiss sanctions list (XML)"],
    names: TEXTS.map(writable),
    hasLinks: true,
  };
}
