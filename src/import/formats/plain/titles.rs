//! The titles by which columns are known, in nine languages and in the spelling of `FollowTheMoney`.

use super::Field;
use crate::import::formats::Confidence;

/// The field that a title says, and how surely: as a whole, or with the words of a field at its beginning or end.
pub(in crate::import::formats) fn field(title: &str) -> Option<(Field, Confidence)> {
    let title = letters(title);
    let is_whole = |words: &str| words.split('|').any(|it| it == title);
    if let Some((field, _)) = TITLES.iter().find(|(_, words)| is_whole(words)) {
        return Some((*field, Confidence::Sure));
    }
    let is_within = |words: &str| {
        let begins = |it: &str| title.strip_prefix(it).is_some_and(|rest| rest.starts_with(' '));
        let ends = |it: &str| title.strip_suffix(it).is_some_and(|rest| rest.ends_with(' '));
        // Shorter words are parts of many titles: `no`, `id`, `art`.
        words.split('|').any(|it| it.len() > 3 && (begins(it) || ends(it)))
    };
    let within = TITLES.iter().find(|(_, words)| is_within(words));
    within.map(|(field, _)| (*field, Confidence::Likely))
}

/// Lower case, with one space for all that is no letter or digit; `birthDate` is two words.
pub(super) fn letters(title: &str) -> String {
    let mut text = String::new();
    let mut before = ' ';
    for letter in title.chars() {
        if before.is_lowercase() && letter.is_uppercase() || !letter.is_alphanumeric() {
            text.push(' ');
        }
        if letter.is_alphanumeric() {
            text.extend(letter.to_lowercase());
        }
        before = letter;
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Titles in English, German, French, Spanish, Portuguese, Italian, Dutch, Russian and Korean. Of two fields that a title
/// may mean, the one that stands first has it: `place of birth` comes before `birth`.
const TITLES: &[(Field, &str)] = &[
    (
        Field::Id,
        "id|uid|key|entity id|record id|row id|ent num|unique id|kennung|identifiant|clave|идентификатор",
    ),
    (
        Field::FirstName,
        "first name|given name|given names|forename|forenames|vorname|vornamen|prénom|prénoms|prenom|\
         nombre de pila|primer nombre|nome próprio|voornaam|имя",
    ),
    (
        Field::LastName,
        "last name|surname|family name|nachname|familienname|nom de famille|apellido|apellidos|sobrenome|\
         apelido|cognome|achternaam|фамилия|성",
    ),
    (
        Field::WeakAlias,
        "weak alias|weak aliases|weak aka|weak a k a|low quality alias|low quality aka|schwacher alias|\
         alias faible|alias débil",
    ),
    (
        Field::Alias,
        "alias|aliases|aka|a k a|also known as|other names|other name|alternative name|alternative names|\
         aliasname|aliasnamen|weitere namen|alias names|autres noms|otros nombres|outros nomes|altri nomi|\
         псевдоним|별칭",
    ),
    (
        Field::FormerName,
        "former name|former names|previous name|previous names|fka|f k a|maiden name|früherer name|\
         geburtsname|ancien nom|nombre anterior",
    ),
    (
        Field::BirthPlace,
        "place of birth|birth place|birthplace|pob|country of birth|birth country|city of birth|geburtsort|\
         lieu de naissance|lugar de nacimiento|local de nascimento|luogo di nascita|geboorteplaats|\
         место рождения|출생지",
    ),
    (
        Field::Born,
        "date of birth|birth date|birthdate|dob|born|year of birth|birth year|birthday|founded|\
         incorporation date|date of incorporation|geburtsdatum|geboren|geburtstag|geburtsjahr|\
         gründungsdatum|date de naissance|né le|fecha de nacimiento|data de nascimento|data di nascita|\
         geboortedatum|дата рождения|생년월일",
    ),
    (
        Field::Died,
        "date of death|death date|died|sterbedatum|date de décès|fecha de defunción|data de óbito|дата смерти",
    ),
    (
        Field::LinkedToId,
        "parent id|owner id|linked to id|related id|linked id|related entity id|parent entity id",
    ),
    (
        Field::LinkedTo,
        "linked to|related to|associated with|associates|owner|owners|owned by|parent|parent company|eigentümer|\
         verbunden mit|propriétaire|propietario|proprietário|proprietario|владелец",
    ),
    (
        Field::Authority,
        "authority|listed by|sanctioned by|sanctioning authority|issuing authority|source list|behörde|autorité|\
         autoridad|autoridade|autorità|орган",
    ),
    (
        Field::Programme,
        "program|programs|programme|programmes|program id|program ids|sanctions program|regime|\
         sanctions regime|regime name|list|list name|programm|liste|régime|programa|régimen|programma|программа",
    ),
    (
        Field::Measure,
        "measure|measures|sanctions imposed|sanction type|sanctions|provisions|maßnahme|maßnahmen|massnahmen|\
         mesures|medidas|misure|меры|제재",
    ),
    (
        Field::LegalBasis,
        "legal basis|legal act|legal acts|regulation|legislation|rechtsgrundlage|verordnung|base juridique|\
         base légale|base jurídica|base legal|base giuridica|правовое основание",
    ),
    (
        Field::Reason,
        "reason|reasons|grounds|statement of reasons|justification|grund|begründung|motif|motifs|motivo|razón|\
         motivi|основание|사유",
    ),
    (
        Field::ListedOn,
        "listed on|date listed|listing date|date of listing|designation date|date designated|designated on|\
         date of designation|date added|sanction date|listungsdatum|gelistet am|date d inscription|\
         fecha de inclusión|data de inclusão|дата включения|지정일",
    ),
    (
        Field::EndedOn,
        "end date|ended on|date removed|delisted on|date delisted|removal date|expiry date|valid until|enddatum|\
         date de fin|fecha de fin|data de fim|дата исключения",
    ),
    (Field::Status, "status|listing status|sanction status|statut|estado|situação|stato|статус|상태"),
    (
        Field::Reference,
        "reference|reference number|ref|ref no|list id|authority id|listing id|group id|referenz|aktenzeichen|\
         référence|referencia|referência|riferimento|ссылка",
    ),
    (
        Field::SourceUrl,
        "source url|source|sources|source link|source urls|evidence|quelle|quellen|fuente|fonte|bron|\
         источник|출처",
    ),
    (Field::Website, "website|web site|url|web|homepage|webseite|site web|sitio web|сайт"),
    (Field::Email, "email|e mail|emails|email address|mail|correo|courriel|почта"),
    (
        Field::Phone,
        "phone|phones|phone number|telephone|tel|telefon|téléphone|teléfono|telefone|telefono|телефон|전화",
    ),
    (
        Field::Passport,
        "passport|passports|passport number|passport no|pass|passnummer|reisepass|passeport|pasaporte|\
         passaporte|passaporto|паспорт|여권",
    ),
    (
        Field::NationalId,
        "national id|national identification number|id number|id card|identity number|identity card|\
         ausweisnummer|personalausweis|carte d identité|cédula|dni|cpf|personnummer",
    ),
    (
        Field::TaxNumber,
        "tax number|tax id|tax no|tin|inn|inn code|steuernummer|numéro fiscal|nif|rfc|cnpj|codice fiscale|инн",
    ),
    (
        Field::Registration,
        "registration number|registration no|company number|company registration number|register number|reg no|\
         handelsregisternummer|numéro d enregistrement|siren|siret|número de registro|ogrn|огрн",
    ),
    (Field::Imo, "imo|imo number|imo no"),
    (
        Field::Kind,
        "type|kind|schema|entity type|target type|actor type|category|typ|art|type d entité|tipo|soort|тип|유형",
    ),
    (Field::Gender, "gender|sex|geschlecht|sexe|sexo|género|genere|sesso|geslacht|пол|성별"),
    (
        Field::Nationality,
        "nationality|nationalities|citizenship|citizenships|staatsangehörigkeit|nationalität|nationalité|\
         citoyenneté|nacionalidad|ciudadanía|nacionalidade|cittadinanza|nazionalità|nationaliteit|гражданство|국적",
    ),
    (Field::City, "city|town|stadt|ort|ville|ciudad|cidade|città|stad|город|도시"),
    (Field::Street, "street|street address|straße|strasse|rue|calle|rua|via|straat|улица"),
    (
        Field::PostalCode,
        "postal code|postcode|zip|zip code|plz|postleitzahl|code postal|código postal|cap|индекс",
    ),
    (Field::Region, "region|province|county|bundesland|kanton|canton|provincia|regione|provincie|область"),
    (
        Field::Address,
        "address|addresses|full address|location|adresse|anschrift|dirección|endereço|indirizzo|adres|адрес|주소",
    ),
    (
        Field::Country,
        "country|countries|country code|country codes|state|jurisdiction|flag|land|staat|pays|país|pais|paese|\
         страна|국가|나라",
    ),
    (Field::Title, "title|titles|salutation|titel|anrede|titre|título|titolo|титул"),
    (
        Field::Position,
        "position|positions|role|roles|function|occupation|job title|post|funktion|amt|beruf|fonction|poste|\
         cargo|puesto|carica|functie|должность|직위",
    ),
    (
        Field::Name,
        "name|names|full name|fullname|whole name|entity name|primary name|target name|caption|label|entity|person|\
         company|company name|organisation|organization|target|vollständiger name|firma|bezeichnung|nom|\
         nom complet|raison sociale|nombre|nombre completo|razón social|nome|nome completo|ragione sociale|\
         naam|название|наименование|фио|이름|성명",
    ),
    (
        Field::Remark,
        "remarks|remark|notes|note|comment|comments|description|details|other information|summary|bemerkung|\
         bemerkungen|anmerkung|beschreibung|remarques|commentaire|observaciones|notas|observações|\
         osservazioni|opmerking|примечание|비고",
    ),
    (Field::Number, "identifier|identifiers|number|document number|nummer|numéro|número|numero|номер|번호"),
];
