//! The bytes in which the bundled story stands in the program: written by the build script, read by
//! the page of the same build, and by nothing else. What is saved or sent has formats of its own
//! ([`crate::export`]).
//!
//! Reading never stops half-way: what is missing reads as empty, and [`unpack`] says at the end that
//! something was. So there is no way out to take after each field, and the code for all types of the
//! model is a few kB; a derived decoder of postcard and serde weighed 33 kB.

/// A type that can be packed.
pub trait Pack: Sized {
    /// Appends the bytes of a value.
    fn pack(&self, to: &mut Vec<u8>);
    /// Reads a value.
    fn unpack(from: &mut Reader<'_>) -> Self;
}

/// Packed bytes on the way to be read.
pub struct Reader<'a> {
    rest: &'a [u8],
    broken: bool,
}

/// Packed bytes that do not hold what they should: of another build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

impl core::fmt::Display for Broken {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("the packed story is of another build")
    }
}

/// The bytes of a value.
pub fn pack<T: Pack>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.pack(&mut bytes);
    bytes
}

/// The value that [`pack`] gave those bytes for.
///
/// # Errors
///
/// Where the bytes are too few, too many or name a value that there is not.
pub fn unpack<T: Pack>(bytes: &[u8]) -> Result<T, Broken> {
    read(bytes, T::unpack)
}

/// What `reading` makes of the bytes, of which it must leave none.
pub(crate) fn read<T>(bytes: &[u8], reading: impl FnOnce(&mut Reader<'_>) -> T) -> Result<T, Broken> {
    let mut from = Reader { rest: bytes, broken: false };
    let value = reading(&mut from);
    if from.broken || !from.rest.is_empty() { Err(Broken) } else { Ok(value) }
}

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: usize) -> &'a [u8] {
        let Some((bytes, rest)) = self.rest.split_at_checked(count) else {
            self.broken = true;
            self.rest = &[];
            return &[];
        };
        self.rest = rest;
        bytes
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or_default()
    }

    /// Says that what was read is none of the values there are.
    pub(crate) fn set_broken(&mut self) {
        self.broken = true;
    }
}

/// Numbers take seven bits a byte, the lowest first.
impl Pack for u32 {
    fn pack(&self, to: &mut Vec<u8>) {
        let mut rest = *self;
        while rest > 0x7f {
            to.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        to.push(rest as u8);
    }

    #[inline(never)]
    fn unpack(from: &mut Reader<'_>) -> Self {
        let mut value = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = from.byte();
            value |= Self::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return value;
            }
        }
        from.set_broken();
        value
    }
}

macro_rules! numbers {
    ($($kind:ident)*) => {$(
        impl Pack for $kind {
            fn pack(&self, to: &mut Vec<u8>) {
                u32::from(*self).pack(to);
            }

            fn unpack(from: &mut Reader<'_>) -> Self {
                Self::try_from(u32::unpack(from)).unwrap_or_else(|_| {
                    from.set_broken();
                    0
                })
            }
        }
    )*};
}

numbers! { u8 u16 }

impl Pack for bool {
    fn pack(&self, to: &mut Vec<u8>) {
        to.push(u8::from(*self));
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        from.byte() != 0
    }
}

impl Pack for [u8; 32] {
    fn pack(&self, to: &mut Vec<u8>) {
        to.extend(self);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        from.bytes(32).try_into().unwrap_or_default()
    }
}

impl Pack for String {
    fn pack(&self, to: &mut Vec<u8>) {
        (self.len() as u32).pack(to);
        to.extend(self.as_bytes());
    }

    #[inline(never)]
    fn unpack(from: &mut Reader<'_>) -> Self {
        let count = u32::unpack(from) as usize;
        let bytes = from.bytes(count);
        Self::from_utf8(bytes.to_vec()).unwrap_or_else(|_| {
            from.set_broken();
            Self::new()
        })
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        (self.len() as u32).pack(to);
        self.iter().for_each(|item| item.pack(to));
    }

    #[inline(never)]
    fn unpack(from: &mut Reader<'_>) -> Self {
        let count = u32::unpack(from);
        let mut items = Self::new();
        for _ in 0..count {
            if from.broken {
                break;
            }
            items.push(T::unpack(from));
        }
        items
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        self.is_some().pack(to);
        self.iter().for_each(|value| value.pack(to));
    }

    #[inline(never)]
    fn unpack(from: &mut Reader<'_>) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, to: &mut Vec<u8>) {
        self.0.pack(to);
        self.1.pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

/// Packs structs field by field: name them all, in any order.
macro_rules! packed {
    ($($kind:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::pack::Pack for $kind {
            fn pack(&self, to: &mut Vec<u8>) {
                $($crate::pack::Pack::pack(&self.$field, to);)*
            }

            fn unpack(from: &mut $crate::pack::Reader<'_>) -> Self {
                Self { $($field: $crate::pack::Pack::unpack(from)),* }
            }
        }
    )*};
}

pub(crate) use packed;
