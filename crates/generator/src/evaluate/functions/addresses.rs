//! Networks: prefixes, subnets and hosts.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Call, Failure, Function, Outcome, Parameter, Takes, Value, fail, function, parameter, refuse};

const PREFIX: Parameter = parameter("prefix", Takes::String);

pub const FUNCTIONS: &[Function] = &[
    function("cidrhost", &[PREFIX, parameter("hostnum", Takes::Number)], cidr_host),
    function("cidrnetmask", &[PREFIX], cidr_netmask),
    function(
        "cidrsubnet",
        &[PREFIX, parameter("newbits", Takes::Number), parameter("netnum", Takes::Number)],
        cidr_subnet,
    ),
    function("cidrsubnets", &[PREFIX], cidr_subnets).rest(parameter("newbits", Takes::Number)),
];

/// A range of addresses that begins with the same bits.
#[derive(Clone, Copy)]
struct Prefix {
    /// The lowest address, in the low bits.
    address: u128,
    /// 32 or 128.
    bits: u32,
    length: u32,
}

impl Prefix {
    fn parse(text: &str) -> Option<Prefix> {
        let (address, length) = text.split_once('/')?;
        let (address, bits) = match parse_v4(address) {
            Some(address) => (u128::from(address), 32),
            None => (u128::from(address.parse::<Ipv6Addr>().ok()?), 128),
        };
        let length = parse_decimal(length, bits)?;
        let prefix = Prefix { address, bits, length };
        Some(Prefix { address: address & !prefix.hosts(), ..prefix })
    }

    /// The bits that are free for hosts, all set.
    fn hosts(self) -> u128 {
        low_bits(self.bits - self.length)
    }

    fn write(self, address: u128) -> String {
        match self.bits {
            32 => Ipv4Addr::from(address as u32).to_string(),
            _ => Ipv6Addr::from(address).to_string(),
        }
    }
}

fn low_bits(count: u32) -> u128 {
    1u128.checked_shl(count).map_or(u128::MAX, |bit| bit - 1)
}

/// Leading zeros are allowed and mean nothing, as in Terraform.
fn parse_v4(text: &str) -> Option<u32> {
    let mut address = 0;
    let mut parts = 0;
    for part in text.split('.') {
        address = (address << 8) | parse_decimal(part, 255)?;
        parts += 1;
        if parts > 4 {
            return None;
        }
    }
    (parts == 4).then_some(address)
}

fn parse_decimal(text: &str, most: u32) -> Option<u32> {
    let digits = !text.is_empty() && text.len() < 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && *number <= most)
}

fn prefix(call: &Call) -> Result<Prefix, Failure> {
    let text = call.text(0)?;
    match Prefix::parse(&text) {
        Some(prefix) => Ok(prefix),
        None => fail(format!("invalid CIDR expression: invalid CIDR address: {}", text.trim())),
    }
}

fn cidr_host(call: &mut Call) -> Outcome {
    let prefix = prefix(call)?;
    let Ok(number) = call.whole(1) else { return fail("value must be a whole number") };
    let last = prefix.hosts();
    // Negative numbers count from the end.
    let host = match u128::try_from(number) {
        Ok(number) => Some(number).filter(|number| *number <= last),
        Err(_) => last.checked_sub(u128::from(number.unsigned_abs()) - 1),
    };
    match host {
        Some(host) => call.string(prefix.write(prefix.address | host)),
        None => {
            let counted = if number < 0 { i128::from(number) + last as i128 + 1 } else { i128::from(number) };
            fail(format!("prefix of {} does not accommodate a host numbered {counted}", prefix.length))
        }
    }
}

fn cidr_netmask(call: &mut Call) -> Outcome {
    let prefix = prefix(call)?;
    match prefix.bits {
        32 => call.string(prefix.write(low_bits(32) & !prefix.hosts())),
        _ => fail(format!("IPv6 addresses cannot have a netmask: {}", call.text(0)?)),
    }
}

fn cidr_subnet(call: &mut Call) -> Outcome {
    let prefix = prefix(call)?;
    let (Ok(new_bits), Ok(number)) = (call.whole(1), call.whole(2)) else {
        return fail("value must be a whole number");
    };
    // Terraform takes negative numbers and gives other people's networks.
    let (Ok(new_bits), Ok(number)) = (u32::try_from(new_bits), u128::try_from(number)) else {
        return Ok(Value::Unknown);
    };
    if new_bits > prefix.bits - prefix.length {
        return fail(format!("insufficient address space to extend prefix of {} by {new_bits}", prefix.length));
    }
    if number > low_bits(new_bits) {
        return fail(format!("prefix extension of {new_bits} does not accommodate a subnet numbered {number}"));
    }
    let length = prefix.length + new_bits;
    let subnet = number.checked_shl(prefix.bits - length).unwrap_or(0);
    call.string(format!("{}/{length}", prefix.write(prefix.address | subnet)))
}

/// One subnet after the other, each at the next place where it fits.
fn cidr_subnets(call: &mut Call) -> Outcome {
    let prefix = prefix(call)?;
    let mut subnets: Vec<Value> = Vec::new();
    // How much of the prefix is taken; None: all of 2^128.
    let mut taken = Some(0u128);
    for position in 1..call.arguments.len() {
        let new_bits = match call.whole(position)? {
            ..=0 => return refuse(position, "must extend prefix by at least one bit"),
            33.. => return refuse(position, "may not extend prefix by more than 32 bits"),
            new_bits => new_bits as u32,
        };
        let length = prefix.length + new_bits;
        if length > prefix.bits {
            let version = if prefix.bits == 32 { 4 } else { 6 };
            return refuse(
                position,
                format!("would extend prefix to {length} bits, which is too long for an IPv{version} address"),
            );
        }
        let inside = low_bits(prefix.bits - length);
        let start = taken.and_then(|taken| taken.checked_add(inside)).map(|end| end & !inside);
        let Some(start) = start.filter(|start| *start <= prefix.hosts()) else {
            let last = subnets.last().map_or(String::new(), Value::display);
            let problem = "not enough remaining address space for a subnet with a prefix of";
            return refuse(position, format!("{problem} {length} bits after {last}"));
        };
        taken = start.checked_add(inside).and_then(|last| last.checked_add(1));
        let subnet = call.string(format!("{}/{length}", prefix.write(prefix.address | start)))?;
        subnets.push(subnet);
    }
    call.budget.take_elements(subnets.len())?;
    Ok(Value::list(subnets))
}
