//! Numbers are 64-bit floats that are read as the short decimal they stand for: Terraform computes with 512 bits, where
//! `0.1 + 0.2 == 0.3` holds.

use super::decimal::nearest;

pub use super::digits::{fixed, shortest};

/// The decimal of at most 15 digits that a float stands for: what arithmetic's last bits hide.
pub fn decimal(number: f64) -> f64 {
    let size = number.abs();
    if number == number.trunc() || !(1e-7..1e15).contains(&size) {
        return number;
    }
    let mut scale = 1e14;
    while scale > 1.0 && size * scale >= 1e15 {
        scale /= 10.0;
    }
    while size * scale < 1e14 {
        scale *= 10.0;
    }
    (number * scale).round() / scale
}

/// A whole number, if it is one that a float holds exactly.
pub fn whole(number: f64) -> Option<i64> {
    let number = decimal(number);
    (number == number.trunc() && number.abs() < 9_007_199_254_740_992.0).then_some(number as i64)
}

/// As Terraform writes a number: no exponent, no float noise.
pub fn text(number: f64) -> String {
    match whole(number) {
        Some(whole) => whole.to_string(),
        None => shortest(decimal(number)),
    }
}

/// As it was given, to the last digit: for what a user wrote, not for what was computed.
pub fn exact(number: f64) -> String {
    match number == 0.0 {
        true => "0".to_string(),
        false => shortest(number),
    }
}

/// Reads decimal notation, with an exponent if there is one.
pub fn parse(text: &str) -> Option<f64> {
    nearest(text).filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arithmetic_leaves_no_noise() {
        assert_eq!(text(0.1 + 0.2), "0.3");
        assert_eq!(text(1.1 * 3.0), "3.3");
        assert_eq!(text(0.57 * 100.0), "57");
        assert_eq!(text(1.0 / 3.0), "0.333333333333333");
        assert_eq!(text(-0.0), "0");
    }

    #[test]
    fn what_was_given_keeps_its_digits() {
        assert_eq!(exact(-5596817.852940528), "-5596817.852940528");
        assert_eq!(exact(0.30000000000000004), "0.30000000000000004");
        assert_eq!(exact(1e21), "1000000000000000000000");
        assert_eq!(exact(-0.0), "0");
    }

    #[test]
    fn numbers_are_written_without_an_exponent() {
        assert_eq!(text(1e20), "100000000000000000000");
        assert_eq!(text(1e-7), "0.0000001");
        assert_eq!(text(123456789012.0), "123456789012");
    }

    #[test]
    fn only_decimals_are_numbers() {
        for good in ["5", "+5", ".5", "5.", "1e5", "-2.50"] {
            assert!(parse(good).is_some(), "{good}");
        }
        for bad in ["", "x", "0x10", " 5", "1_000", "inf", "nan", "1e", "--1", "1e999"] {
            assert!(parse(bad).is_none(), "{bad}");
        }
    }
}
