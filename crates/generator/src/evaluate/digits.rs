//! A float's decimal digits, as the standard library writes them. Its ways take 5 KB gzip and a table that no compression makes
//! smaller; this one is slow where a number is very large or very small, and takes neither.

use super::decimal::nearest;

/// With as few digits as tell it from all other floats, and no exponent.
pub fn shortest(number: f64) -> String {
    let digits = Digits::of(number);
    for count in 1..digits.all.len() {
        let nearer = digits.all[count] >= 5;
        for up in [nearer, !nearer] {
            let text = digits.first(count, up).text(None);
            if nearest(&text) == Some(number.abs()) {
                return signed(number, text);
            }
        }
    }
    signed(number, digits.text(None))
}

/// With this many decimals.
pub fn fixed(number: f64, decimals: usize) -> String {
    let digits = Digits::of(number);
    let count = (digits.point + decimals as i64).max(-1);
    let rounded = match usize::try_from(count) {
        Ok(count) if count < digits.all.len() => digits.first(count, digits.rounds_up(count)),
        Ok(_) => digits,
        Err(_) => Digits { all: vec![], point: 0 },
    };
    signed(number, rounded.text(Some(decimals)))
}

fn signed(number: f64, text: String) -> String {
    if number.is_sign_negative() { ["-", &text].concat() } else { text }
}

/// The highest first, and how many of them stand before the point.
struct Digits {
    all: Vec<u8>,
    point: i64,
}

impl Digits {
    /// All of them, whatever the sign.
    fn of(number: f64) -> Digits {
        let (bits, exponent) = (number.to_bits() & ((1 << 52) - 1), (number.to_bits() >> 52 & 0x7ff) as i64);
        let mut whole = if exponent == 0 { bits } else { bits | 1 << 52 };
        if whole == 0 {
            return Digits { all: vec![], point: 0 };
        }
        let power = exponent.max(1) - 1075 + i64::from(whole.trailing_zeros());
        whole >>= whole.trailing_zeros();
        let mut all: Vec<u8> = whole.to_string().bytes().rev().map(|byte| byte - b'0').collect();
        // To halve is to take five times as much, and to move the point.
        let factor = if power > 0 { 2 } else { 5 };
        for _ in 0..power.unsigned_abs() {
            let mut carry = 0;
            for digit in &mut all {
                carry += *digit * factor;
                *digit = carry % 10;
                carry /= 10;
            }
            if carry > 0 {
                all.push(carry);
            }
        }
        let point = all.len() as i64 + power.min(0);
        let zeros = all.iter().take_while(|&&digit| digit == 0).count();
        all.drain(..zeros);
        all.reverse();
        Digits { all, point }
    }

    /// Whether the first of them are nearer to all of them when the last one is higher. Between two, the even one is.
    fn rounds_up(&self, count: usize) -> bool {
        let is_odd = count > 0 && self.all[count - 1] % 2 == 1;
        match self.all[count..].split_first() {
            Some((5, rest)) => is_odd || !rest.is_empty(),
            Some((digit, _)) => *digit > 5,
            None => false,
        }
    }

    /// The first of them, the last one as it is or higher by one.
    fn first(&self, count: usize, up: bool) -> Digits {
        let (mut all, mut point) = (self.all[..count].to_vec(), self.point);
        if up {
            while all.last() == Some(&9) {
                all.pop();
            }
            match all.last_mut() {
                Some(last) => *last += 1,
                None => {
                    all.push(1);
                    point += 1;
                }
            }
        }
        Digits { all, point }
    }

    /// With this many decimals, or as many as there are.
    fn text(&self, decimals: Option<usize>) -> String {
        let digit = |at: i64| usize::try_from(at).ok().and_then(|at| self.all.get(at)).copied().unwrap_or_default();
        let decimals = decimals.map_or((self.all.len() as i64 - self.point).max(0), |decimals| decimals as i64);
        let mut text = String::new();
        for at in (self.point - 1).min(0)..self.point + decimals {
            if at == self.point {
                text.push('.');
            }
            text.push(char::from(b'0' + digit(at)));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{fixed, shortest};
    use proptest::prelude::*;

    fn check(number: f64) {
        assert_eq!(shortest(number), number.to_string());
        for decimals in [0, 1, 2, 6, 17, 330] {
            assert_eq!(fixed(number, decimals), format!("{number:.decimals$}"), "{decimals}");
        }
    }

    #[test]
    fn the_edges_are_those_of_the_standard_library() {
        let edges = [0.0, -0.0, 0.05, 0.15, 0.25, 0.3, 0.5, 0.95, 1.0, 1.5, 2.5, 9.5, 99.95, 1e21, 1e23, 5e-324];
        for number in edges.into_iter().chain([f64::MAX, f64::MIN_POSITIVE, f64::EPSILON, 9_007_199_254_740_993.0]) {
            check(number);
        }
        for power in -1074..1024 {
            check(2_f64.powi(power));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_float_is_written_like_it(bits in any::<u64>()) {
            let number = f64::from_bits(bits);
            prop_assume!(number.is_finite());
            check(number);
        }

        #[test]
        fn decimals_are_written_like_it(number in -1_000_000_000_i64..1_000_000_000, scale in 1..1_000_000_i64) {
            check(number as f64 / scale as f64);
        }
    }
}
