//! The directory of a `.zip`, by PKWARE's APPNOTE 6.3: what members there are, and where.
//!
//! Only the directory is read here; members are unpacked by `flate2`. It is written by hand because the limits must
//! hold before anything is allocated, and because members are read later, in another order, while others are open.

use super::{Packing, Raw};
use crate::import::refusal::Foreign;
use crate::import::{Limits, Refusal};

/// How a `.zip` begins.
pub(super) const BEGINS: &[u8] = b"PK\x03\x04";
/// How one without members begins.
pub(super) const BEGINS_EMPTY: &[u8] = b"PK\x05\x06";

const DIRECTORY_END: &[u8] = b"PK\x05\x06";
const LARGE_END: &[u8] = b"PK\x06\x06";
const LARGE_LOCATOR: &[u8] = b"PK\x06\x07";
const ENTRY: &[u8] = b"PK\x01\x02";

/// How long the end of the directory is, without and with the longest comment.
const END_LEN: usize = 22;
const END_MOST: usize = END_LEN + 0xffff;

/// One member, as the directory has it.
pub(super) struct Entry {
    pub(super) name: String,
    flags: u16,
    method: u16,
    pub(super) checksum: u32,
    /// Its bytes in the archive.
    pub(super) packed: u64,
    /// Where its own head begins.
    head: u64,
}

/// Numbers at the beginning of bytes, the least significant byte first.
struct Numbers<'b>(&'b [u8]);

impl Numbers<'_> {
    fn next<const LEN: usize>(&mut self) -> Option<u64> {
        let (number, rest) = self.0.split_first_chunk::<LEN>()?;
        self.0 = rest;
        Some(number.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
    }

    fn skip(&mut self, len: usize) -> Option<()> {
        self.0 = self.0.get(len..)?;
        Some(())
    }

    fn take(&mut self, len: usize) -> Option<&[u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }
}

/// All members, in the order of the directory.
pub(super) fn directory(raw: &Raw, limits: &Limits) -> Result<Vec<Entry>, Refusal> {
    let at = |place, most| raw.bytes_at(place, most).map_err(|error| Refusal::of_io(&error));
    let tail_at = raw.len().saturating_sub(END_MOST as u64);
    let tail = at(tail_at, END_MOST)?;
    let end = (0..=tail.len().saturating_sub(END_LEN))
        .rev()
        .find(|place| tail.get(*place..).is_some_and(|it| it.starts_with(DIRECTORY_END)))
        .ok_or(Refusal::Truncated)?;
    let (mut count, mut len, mut start) =
        end_of(tail.get(end..).unwrap_or_default()).ok_or(Refusal::Damaged)?;
    if count == 0xffff || len == 0xffff_ffff || start == 0xffff_ffff {
        // A large archive has its numbers elsewhere; a locator before the end says where.
        let locator = end.checked_sub(20).and_then(|place| tail.get(place..end)).unwrap_or_default();
        if let Some(place) = located(locator) {
            (count, len, start) = large_end_of(&at(place, 56)?).ok_or(Refusal::Damaged)?;
        }
    }
    if count > limits.members {
        return Err(Refusal::Members { count, limit: limits.members });
    }
    // A name and what goes with it seldom take a hundred bytes: this is far more than any directory that is one.
    let most = count.saturating_mul(1 << 12).min(raw.len());
    if len > most {
        return Err(Refusal::Damaged);
    }
    let bytes = at(start, usize::try_from(len).map_err(|_| Refusal::Damaged)?)?;
    let mut numbers = Numbers(&bytes);
    (0..count).map(|_| entry(&mut numbers).ok_or(Refusal::Damaged)).collect()
}

/// How many members, and the length and place of the directory.
fn end_of(bytes: &[u8]) -> Option<(u64, u64, u64)> {
    let mut numbers = Numbers(bytes);
    numbers.skip(10)?;
    Some((numbers.next::<2>()?, numbers.next::<4>()?, numbers.next::<4>()?))
}

fn located(bytes: &[u8]) -> Option<u64> {
    let mut numbers = Numbers(bytes.strip_prefix(LARGE_LOCATOR)?);
    numbers.skip(4)?;
    numbers.next::<8>()
}

fn large_end_of(bytes: &[u8]) -> Option<(u64, u64, u64)> {
    let mut numbers = Numbers(bytes.strip_prefix(LARGE_END)?);
    numbers.skip(28)?;
    Some((numbers.next::<8>()?, numbers.next::<8>()?, numbers.next::<8>()?))
}

fn entry(numbers: &mut Numbers<'_>) -> Option<Entry> {
    if numbers.take(4)? != ENTRY {
        return None;
    }
    numbers.skip(4)?;
    let flags = u16::try_from(numbers.next::<2>()?).ok()?;
    let method = u16::try_from(numbers.next::<2>()?).ok()?;
    numbers.skip(4)?;
    let checksum = u32::try_from(numbers.next::<4>()?).ok()?;
    let (mut packed, size) = (numbers.next::<4>()?, numbers.next::<4>()?);
    let name_len = usize::try_from(numbers.next::<2>()?).ok()?;
    let extra_len = usize::try_from(numbers.next::<2>()?).ok()?;
    let comment_len = usize::try_from(numbers.next::<2>()?).ok()?;
    numbers.skip(8)?;
    let mut head = numbers.next::<4>()?;
    let name = String::from_utf8_lossy(numbers.take(name_len)?).into_owned();
    let mut extra = Numbers(numbers.take(extra_len)?);
    while let (Some(tag), Some(len)) = (extra.next::<2>(), extra.next::<2>()) {
        let mut field = Numbers(extra.take(usize::try_from(len).ok()?)?);
        if tag == 1 {
            // Numbers that did not fit stand here, and only those, in this order.
            if size == 0xffff_ffff {
                field.next::<8>()?;
            }
            if packed == 0xffff_ffff {
                packed = field.next::<8>()?;
            }
            if head == 0xffff_ffff {
                head = field.next::<8>()?;
            }
        }
    }
    numbers.skip(comment_len)?;
    Some(Entry { name, flags, method, checksum, packed, head })
}

impl Entry {
    /// Where its bytes begin, and how they are packed.
    pub(super) fn place(&self, raw: &Raw) -> Result<(u64, Packing), Refusal> {
        if self.flags & 1 != 0 {
            return Err(Refusal::Encrypted);
        }
        let packing = match self.method {
            0 => Packing::None,
            8 => Packing::Deflate,
            method => return Err(Refusal::Packing { method }),
        };
        let head = raw.bytes_at(self.head, 30).map_err(|error| Refusal::of_io(&error))?;
        let behind = |bytes: &[u8]| {
            let mut numbers = Numbers(bytes.strip_prefix(BEGINS)?);
            numbers.skip(22)?;
            Some(30 + numbers.next::<2>()? + numbers.next::<2>()?)
        };
        let start = self.head.checked_add(behind(&head).ok_or(Refusal::Damaged)?).ok_or(Refusal::Damaged)?;
        let fits = start.checked_add(self.packed).is_some_and(|end| end <= raw.len());
        if fits { Ok((start, packing)) } else { Err(Refusal::Truncated) }
    }
}

/// The sort of a file that is packed as a `.zip` and is none to a reader.
pub(super) fn foreign(entries: &[Entry]) -> Option<Foreign> {
    let has = |name: &str| entries.iter().any(|it| it.name == name);
    (has("[Content_Types].xml") || has("mimetype")).then_some(Foreign::Office)
}
