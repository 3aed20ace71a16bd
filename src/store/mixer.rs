//! A hash for the small keys of the store: ids of strings, numbers of actors, dates.
//!
//! They are numbers that this program gives, one after the other, so nobody can choose them to meet each other, and
//! they need not the care (and the time) that texts of a file do.

use core::hash::{BuildHasherDefault, Hasher};
use std::collections::HashMap;

/// A map by such keys.
pub(super) type ByNumber<K, V> = HashMap<K, V, BuildHasherDefault<Mixer>>;

/// Mixes numbers into one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mixer(u64);

/// The golden ratio as a fraction of 64 bits: an odd number whose bits have no pattern.
const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Mixer {
    const fn mix(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(29) ^ number).wrapping_mul(ODD);
    }
}

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        // A product mixes its upper bits well, and the lower ones choose the place.
        let mixed = (self.0 ^ self.0 >> 32).wrapping_mul(ODD);
        mixed ^ mixed >> 29
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.mix(u64::from(*byte)));
    }

    fn write_u8(&mut self, number: u8) {
        self.mix(number.into());
    }

    fn write_u16(&mut self, number: u16) {
        self.mix(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.mix(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }
}
