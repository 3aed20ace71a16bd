//! Texts of files within sentences of the page.
//!
//! A name may have letters that turn around what comes after them, to the end of the line, and a name in a script that is
//! written from the right draws the numbers beside it to its other side. A text that is alone in its line does neither;
//! within a sentence it is set apart by the marks of Unicode for it (Annex 9, isolates). An element that CSS isolates is
//! not enough: browsers make the same marks of it, and a text may have the one that ends it.

/// Begins what has a direction of its own, by its first letter that has one.
const BEGIN: char = '\u{2068}';
/// Ends it.
const END: char = '\u{2069}';
/// Ends what only embeds or overrides.
const POP: char = '\u{202c}';

/// A text of a file as a part of a sentence: whatever stands in it turns nothing around that stands beside it. One that could
/// not is as it was, and none loses a letter.
pub fn apart(text: &str) -> String {
    if !text.chars().any(turns) {
        return text.to_owned();
    }
    let mut apart = String::with_capacity(text.len() + 8);
    // How each part that is open will be ended, the outermost first: our own, until the text itself ends that.
    let mut open = vec![END];
    apart.push(BEGIN);
    for letter in text.chars() {
        match letter {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(POP),
            '\u{2066}'..='\u{2068}' => open.push(END),
            // It ends nothing beyond the isolate in which it stands.
            POP => drop(open.pop_if(|it| *it == POP)),
            END => {
                if let Some(at) = open.iter().rposition(|it| *it == END) {
                    open.truncate(at);
                }
            }
            _ => {}
        }
        apart.push(letter);
    }
    apart.extend(open.into_iter().rev());
    apart
}

/// True for what turns its neighbours around: the marks for it, and letters that are written from the right.
const fn turns(letter: char) -> bool {
    matches!(
        letter,
        '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}
