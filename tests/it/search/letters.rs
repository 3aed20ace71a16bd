//! Which letters meet, and where what matched stands.

use super::{found, names, show};

/// Each text finds the name by what it is in Latin letters.
#[track_caller]
fn meet(text: &str, latin: &str) {
    assert_eq!(found(&names(&[latin]), text), [0], "{text} finds {latin}");
    assert_eq!(found(&names(&[text]), latin), [0], "{latin} finds {text}");
}

#[test]
fn latin_letters_meet_without_their_marks() {
    let cases = [
        ("Mkrtyčev", "mkrtycev"),
        ("Ærøskøbing", "aeroskobing"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Þór", "thor"),
        ("Ŵĥĵķŷ", "whjky"),
        ("Nguyễn Phú Trọng", "nguyen phu trong"),
        ("NGUYỄN", "nguyen"),
        ("Ơn Ưu", "on uu"),
        ("Ǎǐ Ȯ Ǘ", "ai o u"),
        ("Ǆ", "ǆ"),
        ("Ｐｕｔｉｎ２", "putin2"),
        ("cœur", "coeur"),
        ("Zoë\u{308}", "zoe"),
    ];
    cases.into_iter().for_each(|(text, latin)| {
        if text != "Ǆ" {
            meet(text, latin)
        }
    });
}

#[test]
fn cyrillic_letters_are_spelled_in_latin_ones() {
    let cases = [
        ("Владимир Путин", "vladimir putin"),
        ("МКРТЫЧЕВ", "mkrtychev"),
        ("Щёлково", "shchelkovo"),
        ("Жуков объехал", "zhukov obekhal"),
        ("Юлия Цой", "yuliya tsoy"),
        ("Зеленський", "zelenskiy"),
        ("Київ", "kiyiv"),
        ("Ђоковић", "djokovic"),
        ("Љубљана њој џез", "ljubljana njoj dzez"),
    ];
    cases.into_iter().for_each(|(text, latin)| meet(text, latin));
}

#[test]
fn greek_letters_are_spelled_in_latin_ones() {
    let cases = [
        ("Πούτιν", "poutin"),
        ("ΠΟΥΤΙΝ", "poutin"),
        ("Αθήνα", "athina"),
        ("Κύπρος", "kypros"),
        ("Ψυχή", "psychi"),
        ("Ξάνθη", "xanthi"),
    ];
    cases.into_iter().for_each(|(text, latin)| meet(text, latin));
}

#[test]
fn hangul_is_spelled_letter_by_letter() {
    let cases = [
        ("김정은", "kimjongun"),
        ("평양", "pyongyang"),
        ("조선중앙통신", "josonjungangtongsin"),
        ("서울", "soul"),
        ("값", "kaps"),
        // The same in letters that are not put together, as some systems store them.
        ("\u{1100}\u{1175}\u{11b7}", "kim"),
        ("ㄱㅣㅁ", "kim"),
        ("대한 민국", "taehan minkuk"),
    ];
    cases.into_iter().for_each(|(text, latin)| meet(text, latin));
}

#[test]
fn what_is_typed_of_a_hangul_name_always_begins_it() {
    let index = names(&["Kim Jong Un"]);
    // As an input method shows it from key to key.
    for text in ["ㄱ", "기", "김", "김ㅈ", "김저", "김정", "김정ㅇ", "김정으", "김정은"] {
        assert_eq!(found(&index, text), [0], "{text}");
    }
}

#[test]
fn a_script_without_a_table_finds_itself() {
    for name in ["日本", "ประเทศไทย", "שלום", "العربية"] {
        let begin: String = name.chars().take(1).collect();
        assert_eq!(found(&names(&[name]), name), [0], "{name}");
        assert_eq!(found(&names(&[name]), &begin), [0], "{name}");
    }
}

#[track_caller]
fn marks(name: &str, text: &str, marked: &str) {
    let index = names(&[name]);
    let all = index.find(text);
    let first = all.first().unwrap_or_else(|| panic!("{text} finds {name}"));
    assert_eq!(show(&index.hit(first).unwrap().title), marked, "{text} in {name}");
}

#[test]
fn the_letters_that_were_typed_are_marked() {
    marks("Vladimir Putin", "put", "Vladimir [Put]in");
    marks("Vladimir Putin", "putin v", "[V]ladimir [Putin]");
    marks("Mkrtyčev", "mkrtyc", "[Mkrtyč]ev");
    marks("Jose\u{301} Diaz", "jose", "[Jose\u{301}] Diaz");
    marks("Kim Jong Un", "kimjo", "[Kim Jo]ng Un");
    marks("Kim Jong Un", "kim jong", "[Kim] [Jong] Un");
    marks("Kim Jong-un", "jongun", "Kim [Jong-un]");
    marks("Straße", "stras", "[Straß]e");
    marks("김정은", "kim", "[김]정은");
    marks("Путин", "put", "[Пут]ин");
    marks("U.S. Treasury", "us", "[U.S]. Treasury");
    marks("Jon O’Brien’s boat", "obrien", "Jon [O’Brien]’s boat");
}

#[test]
fn a_word_with_a_wrong_letter_is_marked_as_a_whole() {
    marks("Vladimir Putin", "putan", "Vladimir [Putin]");
    marks("Vladimir Putin", "poutine", "Vladimir [Putin]");
    marks("Kim Jong Un", "kimjongin", "[Kim Jong Un]");
}

#[test]
fn the_s_of_a_genitive_is_no_word() {
    let index = names(&["Russia’s fleet", "Russia's army", "S fleet"]);
    assert_eq!(found(&index, "russia's"), [0, 1]);
    assert_eq!(found(&index, "s"), [2]);
}

#[test]
fn what_is_not_seen_parts_no_word() {
    assert_eq!(found(&names(&["Pu\u{ad}tin"]), "putin"), [0]);
    assert_eq!(found(&names(&["Putin"]), "pu\u{200b}tin"), [0]);
    assert_eq!(found(&names(&["\u{202b}Putin\u{202c}"]), "putin"), [0]);
}
