//! Text as other formats write it.

use crate::base64;
use crate::json::quoted;
use sha2::{Digest, Sha256};

use super::{super::json, Call, Function, Outcome, Parameter, Takes, Unknown, Value, fail, function, parameter, yaml};

const STR: &[Parameter] = &[parameter("str", Takes::String)];

pub const FUNCTIONS: &[Function] = &[
    function("base64decode", STR, base64_decode),
    function("base64encode", STR, base64_encode),
    function("jsondecode", STR, json_decode),
    function("jsonencode", &[parameter("val", Takes::Anything).or_null()], |call| {
        let value = call.any(0);
        call.budget.take_text(&value)?;
        call.string(json::text(&value))
    })
    .unknown(Unknown::Parts),
    function("sha256", STR, sha256),
    function("urlencode", STR, url_encode),
    function("yamlencode", &[parameter("value", Takes::Anything).or_null()], |call| {
        let value = call.any(0);
        call.budget.take_text(&value)?;
        match yaml::text(&value) {
            Some(text) => call.string(text),
            None => Ok(Value::Unknown),
        }
    })
    .unknown(Unknown::Parts),
];

fn base64_encode(call: &mut Call) -> Outcome {
    let mut encoded = base64::encode(call.text(0)?.as_bytes(), base64::PLAIN);
    while !encoded.len().is_multiple_of(4) {
        encoded.push('=');
    }
    call.string(encoded)
}

fn base64_decode(call: &mut Call) -> Outcome {
    let text = call.text(0)?;
    let digits = text.trim_end_matches('=');
    let (bytes, read) = base64::decode(digits.as_bytes(), base64::PLAIN);
    if !text.len().is_multiple_of(4) || text.len() - digits.len() > 2 || read < digits.len() {
        return fail(format!("failed to decode base64 data {}", quoted(&text)));
    }
    match String::from_utf8(bytes) {
        Ok(text) => call.string(text),
        Err(_) => fail("the result of decoding the provided string is not valid UTF-8"),
    }
}

fn json_decode(call: &mut Call) -> Outcome {
    let text = call.text(0)?;
    // Two bytes, `0,`, make a value.
    call.budget.take_elements(1 + text.len() / 2)?;
    match crate::json::read(&text) {
        Ok(json) => Ok(Value::from_json(&json)),
        Err(error) => fail(format!("invalid JSON: {}", error.message)),
    }
}

fn sha256(call: &mut Call) -> Outcome {
    let text = call.text(0)?;
    call.budget.work(text.len() / 16)?;
    let mut digest = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        digest.push_str(&format!("{byte:02x}"));
    }
    call.string(digest)
}

fn url_encode(call: &mut Call) -> Outcome {
    let mut encoded = String::new();
    for byte in call.text(0)?.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => encoded.push(char::from(byte)),
            b' ' => encoded.push('+'),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    call.string(encoded)
}
