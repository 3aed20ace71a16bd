//! Records as bytes: small numbers in few bytes, strings as the numbers that they have in [`Strings`].
//!
//! What is asked of all records at once (names, the columns of the list, relations) stands in columns of its own. All
//! else is read only with the whole record, and then one behind the other is the smallest form. [`crate::pack`] keeps
//! strings in their places; here most of them (authorities, labels, cities) are those of many records.
//!
//! Reading never stops half-way: what is missing reads as empty, and nothing else can be missing, as the bytes come
//! from this program a moment before.

use super::strings::{Interner, StrId, Strings};

/// What is packed, and where parts of it begin that are asked for one by one.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    pub bytes: &'a mut Vec<u8>,
    pub strings: &'a mut Interner,
    /// Strings of the program itself, such as codes of countries.
    pub statics: &'a mut Vec<&'static str>,
    /// Where designations and relations begin and end, as they come.
    pub designations: Vec<(usize, usize)>,
    pub relations: Vec<(usize, usize)>,
}

/// Bytes on the way to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    pub rest: &'a [u8],
    pub strings: &'a Strings,
    pub statics: &'a [&'static str],
}

/// A type that can be packed.
pub(super) trait Packed: Sized {
    fn pack(&self, to: &mut Writer<'_>);
    fn unpack(from: &mut Reader<'_>) -> Self;

    /// True for what is read where nothing is: a struct leaves it out.
    fn is_blank(&self) -> bool {
        false
    }
}

impl Writer<'_> {
    /// Seven bits a byte, the lowest first.
    pub(super) fn number(&mut self, number: u64) {
        let mut rest = number;
        while rest > 0x7f {
            self.bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    pub(super) fn text(&mut self, text: &str) {
        let id = self.strings.add(text);
        self.number(id.0.into());
    }

    /// A string of the program itself. There are few, so they are looked through.
    pub(super) fn fixed(&mut self, text: &'static str) {
        let known = self.statics.iter().position(|it| *it == text);
        let at = known.unwrap_or_else(|| {
            self.statics.push(text);
            self.statics.len() - 1
        });
        self.number(at as u64);
    }
}

impl<'a> Reader<'a> {
    /// A reader of what was left out.
    pub(super) const fn of_nothing(&self) -> Self {
        Self { rest: &[], strings: self.strings, statics: self.statics }
    }

    pub(super) fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.rest.split_first() else { return 0 };
        self.rest = rest;
        *byte
    }

    pub(super) fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    pub(super) fn text(&mut self) -> &'a str {
        let id = self.number();
        self.strings.get(StrId(id as u32))
    }

    pub(super) fn fixed(&mut self) -> &'static str {
        let at = self.number() as usize;
        self.statics.get(at).copied().unwrap_or_default()
    }
}

impl Packed for u64 {
    fn pack(&self, to: &mut Writer<'_>) {
        to.number(*self);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        from.number()
    }
}

impl Packed for bool {
    fn pack(&self, to: &mut Writer<'_>) {
        to.number(u64::from(*self));
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        from.byte() != 0
    }

    fn is_blank(&self) -> bool {
        !*self
    }
}

impl Packed for String {
    fn pack(&self, to: &mut Writer<'_>) {
        to.text(self);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        from.text().to_owned()
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, to: &mut Writer<'_>) {
        to.number(self.len() as u64);
        self.iter().for_each(|item| item.pack(to));
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let count = from.number();
        let mut items = Self::new();
        for _ in 0..count {
            if from.rest.is_empty() {
                break;
            }
            items.push(T::unpack(from));
        }
        items
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Writer<'_>) {
        self.is_some().pack(to);
        self.iter().for_each(|value| value.pack(to));
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }

    fn is_blank(&self) -> bool {
        self.is_none()
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, to: &mut Writer<'_>) {
        self.0.pack(to);
        self.1.pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

/// Packs structs field by field, behind a number whose bits tell which of them there are: most have nothing to say.
/// All must be named, and are read in the order in which they are named; a struct with `=> list` tells in which list of
/// the writer it is noted where it stands.
macro_rules! packed {
    ($($kind:ident $(=> $noted:ident)? { $($field:ident),* $(,)? })*) => {$(
        impl Packed for $kind {
            fn pack(&self, to: &mut Writer<'_>) {
                let Self { $($field),* } = self;
                $(let start = (to.bytes.len(), stringify!($noted)).0;)?
                let there = [$(!Packed::is_blank($field)),*];
                to.number(there.iter().rev().fold(0, |bits, it| bits << 1 | u64::from(*it)));
                let mut there = there.into_iter();
                $(if there.next() == Some(true) {
                    Packed::pack($field, to);
                })*
                $(to.$noted.push((start, to.bytes.len()));)?
            }

            fn unpack(from: &mut Reader<'_>) -> Self {
                let bits = from.number();
                let mut there = (0..u64::BITS).map(|bit| bits >> bit & 1 == 1);
                $(let $field = if there.next() == Some(true) {
                    Packed::unpack(from)
                } else {
                    Packed::unpack(&mut from.of_nothing())
                };)*
                Self { $($field),* }
            }
        }
    )*};
}

/// Packs values of which there are a few as their place in a list: name them all, the first is what stands for none.
macro_rules! choices {
    ($($kind:ident { $first:ident $(, $other:ident)* $(,)? })*) => {$(
        impl Packed for $kind {
            fn pack(&self, to: &mut Writer<'_>) {
                // A value that is not named here does not compile.
                match self {
                    Self::$first $(| Self::$other)* => {}
                }
                let all = [Self::$first $(, Self::$other)*];
                let at = all.iter().position(|it| it == self).unwrap_or_default();
                to.number(at as u64);
            }

            fn unpack(from: &mut Reader<'_>) -> Self {
                let all = [Self::$first $(, Self::$other)*];
                all.get(usize::from(from.byte())).copied().unwrap_or(Self::$first)
            }

            fn is_blank(&self) -> bool {
                matches!(self, Self::$first)
            }
        }
    )*};
}

pub(super) use {choices, packed};
