//! Lots drawn from a seed.

/// A source of lots (xorshift, Marsaglia 2003).
#[derive(Clone, Debug)]
pub(super) struct Lots(u32);

impl Lots {
    pub(super) const fn new(seed: u32) -> Self {
        // A state of 0 would stay 0.
        Self(seed.wrapping_mul(0x9e37_79b9) ^ 0x85eb_ca6b | 1)
    }

    fn next(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    /// A number from 0 to below 1.
    pub(super) fn part(&mut self) -> f32 {
        (self.next() >> 8) as f32 / 16_777_216.0
    }

    /// A number from -1 to below 1.
    pub(super) fn either(&mut self) -> f32 {
        self.part() * 2.0 - 1.0
    }

    /// A number from 0 to below `count`; 0 where there is none.
    pub(super) fn below(&mut self, count: usize) -> usize {
        ((u64::from(self.next()) * count as u64) >> 32) as usize
    }
}
