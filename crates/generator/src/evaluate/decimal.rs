//! The float nearest to a decimal, as the standard library finds it. Its way takes a table of 10 KB that no compression makes
//! smaller; this one is slow where a number is long, and needs none.

use std::cmp::Ordering;

/// More digits decide nothing, beyond whether there are any.
const MOST_DIGITS: usize = 800;

/// Reads `[+-]digits[.digits][e[+-]digits]`, with digits before or after the point; none for any other text.
pub fn nearest(text: &str) -> Option<f64> {
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => (-1.0, text),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (text, exponent) = match text.split_once(['e', 'E']) {
        Some((text, exponent)) => (text, power(exponent)?),
        None => (text, 0),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut all = whole.bytes().chain(fraction.bytes());
    if whole.len() + fraction.len() == 0 || !all.clone().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let leading = all.clone().take_while(|&byte| byte == b'0').count();
    let count = whole.len() + fraction.len() - leading;
    let mut digits: Vec<u8> = all.by_ref().skip(leading).take(MOST_DIGITS).map(|byte| byte - b'0').collect();
    if all.any(|byte| byte != b'0') {
        digits.push(1);
    }
    let scale = exponent.saturating_add(count as i64 - digits.len() as i64).saturating_sub(fraction.len() as i64);
    Some(sign * scaled(&digits, scale))
}

/// Beyond any float, its size does not matter.
fn power(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse().unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
    Some(if text.starts_with('-') { -size } else { size })
}

/// The digits times ten to the power of `scale`.
fn scaled(digits: &[u8], scale: i64) -> f64 {
    let size = digits.len() as i64 + scale;
    if digits.is_empty() || size < -330 {
        return 0.0;
    }
    if size > 310 {
        return f64::INFINITY;
    }
    let mut above = Large(vec![]);
    for &digit in digits {
        above.multiply(10, u32::from(digit));
    }
    let mut below = Large(vec![1]);
    for _ in 0..scale.unsigned_abs() {
        if scale > 0 {
            above.multiply(10, 0)
        } else {
            below.multiply(10, 0)
        };
    }
    // The quotient gets 55 or 56 bits, and one more that says whether something is left.
    let unit = (above.bits() - below.bits() - 55).max(-1076);
    above.shift((-unit).max(0) as usize);
    below.shift(unit.max(0) as usize);
    below.shift(56);
    let mut quotient = 0_u64;
    for _ in 0..57 {
        quotient <<= 1;
        if above.compare(&below) != Ordering::Less {
            above.subtract(&below);
            quotient |= 1;
        }
        above.shift(1);
    }
    rounded(quotient << 1 | u64::from(above.bits() > 0), unit - 1)
}

/// The nearest float to `number` times two to the power of `unit`; of two, the even one.
fn rounded(number: u64, unit: i64) -> f64 {
    let last = (unit + 64 - i64::from(number.leading_zeros()) - 53).max(-1074);
    let drop = last - unit;
    let (kept, rest, half) = (number >> drop, number & ((1 << drop) - 1), 1 << (drop - 1));
    let up = rest > half || (rest == half && kept & 1 == 1);
    // In two steps, because the power alone may be too small for a float.
    let power = |exponent: i64| f64::from_bits(((1023 + exponent) as u64) << 52);
    (kept + u64::from(up)) as f64 * power(last / 2) * power(last - last / 2)
}

/// A whole number of any size, the lowest 32 bits first.
struct Large(Vec<u32>);

impl Large {
    fn multiply(&mut self, by: u32, plus: u32) {
        let mut carry = u64::from(plus);
        for limb in &mut self.0 {
            carry += u64::from(*limb) * u64::from(by);
            *limb = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn shift(&mut self, bits: usize) {
        if self.bits() == 0 {
            return;
        }
        self.multiply(1 << (bits % 32), 0);
        self.0.splice(0..0, std::iter::repeat_n(0, bits / 32));
    }

    fn bits(&self) -> i64 {
        let top = self.0.iter().rposition(|&limb| limb > 0);
        top.map_or(0, |top| 32 * (top as i64 + 1) - i64::from(self.0[top].leading_zeros()))
    }

    fn compare(&self, other: &Large) -> Ordering {
        let limb = |number: &Large, at: usize| number.0.get(at).copied().unwrap_or_default();
        let most = self.0.len().max(other.0.len());
        let different = (0..most).rev().find(|&at| limb(self, at) != limb(other, at));
        different.map_or(Ordering::Equal, |at| limb(self, at).cmp(&limb(other, at)))
    }

    /// What is taken away is not more than what is there.
    fn subtract(&mut self, other: &Large) {
        let mut borrow = 0_i64;
        for (at, limb) in self.0.iter_mut().enumerate() {
            borrow += i64::from(*limb) - i64::from(other.0.get(at).copied().unwrap_or_default());
            *limb = borrow as u32;
            borrow >>= 32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;
    use proptest::prelude::*;

    fn check(text: &str) {
        assert_eq!(nearest(text).map(f64::to_bits), text.parse::<f64>().ok().map(f64::to_bits), "{text}");
    }

    #[test]
    fn the_edges_are_those_of_the_standard_library() {
        for text in [
            "0",
            "-0",
            "0.1",
            "0.3",
            "1e22",
            "1e23",
            "9007199254740993",
            "9007199254740992.5",
            "9007199254740993.0000001",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e309",
            "1e-999999999999999999999",
            "4.9e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2.2250738585072011e-308",
            "5e-324",
            "1e999999999999999999999",
            "0e999",
            "+5",
            ".5",
            "5.",
            "5.e1",
            "00012.500",
            "123456789012345678901234567890",
        ] {
            check(text);
        }
        check(&format!("0.{}1", "0".repeat(400)));
        check(&format!("9007199254740993.{}1", "0".repeat(2000)));
        for bad in ["", ".", "-", "e5", "1e", "1e+", "1x", "1.2.3", "++1", "1_0"] {
            assert_eq!(nearest(bad), None, "{bad}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_float_is_read_back(bits in any::<u64>()) {
            let number = f64::from_bits(bits);
            prop_assume!(number.is_finite());
            check(&number.to_string());
            check(&format!("{number:e}"));
        }

        #[test]
        fn any_decimal_is_read_as_the_standard_library_does(text in "-?[0-9]{1,40}(\\.[0-9]{0,40})?(e-?[0-9]{1,3})?") {
            check(&text);
        }
    }
}
