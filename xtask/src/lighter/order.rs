//! Puts functions that are alike near each other: gzip finds again only what stood in the last 32 KB.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection};
use wasmparser::{BinaryReaderError, CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

use super::module::rewritten;
use crate::steps::Stop;

/// About what gzip sees at once.
const WINDOW: usize = 30_000;
/// What two functions share is counted in pieces of so many bytes.
const PIECE: usize = 6;
/// A piece that is in more functions is near anyway.
const COMMON: usize = 60;

/// The same module with its functions in another order.
pub fn reordered(wasm: &[u8]) -> Result<Vec<u8>, Stop> {
    let order = Order::of(wasm).map_err(|error| error.to_string())?;
    rewritten(wasm, order)
}

struct Order {
    imported: usize,
    /// Which function of the module as it was comes first, second and so on; imported ones are not counted.
    order: Vec<usize>,
    /// The other way round: where a function has gone.
    place: Vec<usize>,
}

impl Order {
    fn of(wasm: &[u8]) -> Result<Self, BinaryReaderError> {
        let (mut imported, mut bodies) = (0, Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        let order = alike(&bodies);
        let mut place = vec![0; order.len()];
        order.iter().enumerate().for_each(|(to, from)| place[*from] = to);
        Ok(Self { imported, order, place })
    }
}

impl Reencode for Order {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let own = (function as usize).checked_sub(self.imported);
        Ok(own.map_or(function, |own| (self.imported + self.place[own]) as u32))
    }

    fn parse_function_section(&mut self, to: &mut FunctionSection, from: FunctionSectionReader) -> Result<(), Error> {
        let types = from.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for function in &self.order {
            to.function(types[*function]);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, to: &mut CodeSection, from: CodeSectionReader) -> Result<(), Error> {
        let bodies = from.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.order.clone() {
            utils::parse_function_body(self, to, bodies[function].clone())?;
        }
        Ok(())
    }
}

/// The next function is always the one that has the most in common with those in the window, for its length.
fn alike(bodies: &[&[u8]]) -> Vec<usize> {
    let holders = pieces(bodies);
    let mut pieces = vec![Vec::new(); bodies.len()];
    for (piece, functions) in holders.iter().enumerate() {
        functions.iter().for_each(|function| pieces[*function].push(piece));
    }
    let mut times = vec![0; holders.len()];
    let mut common = vec![0; bodies.len()];
    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let (mut order, mut window, mut length) = (Vec::new(), VecDeque::new(), 0);
    while let Some(next) =
        left.iter().copied().max_by_key(|at| (common[*at] * common[*at] / bodies[*at].len(), bodies[*at].len()))
    {
        left.remove(&next);
        order.push(next);
        window.push_back(next);
        length += bodies[next].len();
        for piece in &pieces[next] {
            times[*piece] += 1;
            if times[*piece] == 1 {
                holders[*piece].iter().for_each(|function| common[*function] += 1);
            }
        }
        while length > WINDOW
            && let Some(gone) = window.pop_front()
        {
            length -= bodies[gone].len();
            for piece in &pieces[gone] {
                times[*piece] -= 1;
                if times[*piece] == 0 {
                    holders[*piece].iter().for_each(|function| common[*function] -= 1);
                }
            }
        }
    }
    order
}

/// For each piece that several functions share, these functions.
fn pieces(bodies: &[&[u8]]) -> Vec<Vec<usize>> {
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, body) in bodies.iter().enumerate() {
        for piece in body.windows(PIECE) {
            let holders = holders.entry(piece).or_default();
            if holders.last() != Some(&function) {
                holders.push(function);
            }
        }
    }
    holders.into_values().filter(|functions| (2..=COMMON).contains(&functions.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        EntityType, ExportKind, ExportSection, Function, FunctionSection, ImportSection, Module, TypeSection, ValType,
    };

    /// A module with an imported function; each of its own adds its number to the argument, then calls the next; the last is exported.
    fn module(functions: u32) -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([ValType::I32], [ValType::I32]);
        imports.import("page", "show", EntityType::Function(0));
        let (mut declared, mut exports, mut code) = (FunctionSection::new(), ExportSection::new(), CodeSection::new());
        for number in 0..functions {
            declared.function(0);
            let mut body = Function::new([]);
            // Every other function has a long part like that of the one after the next.
            let times = 1 + number % 2 * 30;
            body.instructions().local_get(0);
            for _ in 0..times {
                body.instructions().i32_const(number as i32 % 2).i32_add();
            }
            body.instructions().call(number).end();
            code.function(&body);
        }
        exports.export("last", ExportKind::Func, functions);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&declared).section(&exports).section(&code);
        module.finish()
    }

    /// Who calls whom, from the exported function on, with the length of each.
    fn calls(wasm: &[u8]) -> Vec<usize> {
        let (mut bodies, mut at) = (Vec::new(), 0);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.expect("it is a module") {
                Payload::ExportSection(exports) => {
                    at = exports.into_iter().next().expect("one").expect("it is well-formed").index;
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                _ => {}
            }
        }
        let mut lengths = Vec::new();
        while let Some(own) = at.checked_sub(1) {
            let body = &bodies[own as usize];
            lengths.push(body.as_bytes().len());
            let mut operators = body.get_operators_reader().expect("it has code");
            while !operators.eof() {
                if let wasmparser::Operator::Call { function_index } = operators.read().expect("it is well-formed") {
                    at = function_index;
                }
            }
        }
        lengths
    }

    #[test]
    fn functions_stand_elsewhere_and_call_the_same() {
        let before = module(9);
        let after = reordered(&before).expect("it is a module");
        assert_ne!(before, after);
        assert_eq!(calls(&before).len(), 9);
        assert_eq!(calls(&before), calls(&after));
        assert_eq!(after, reordered(&before).expect("it is a module"), "it is the same each time");
    }

    #[test]
    fn each_function_has_one_place() {
        let mut order = Order::of(&module(40)).expect("it is a module");
        assert!((0..40).all(|function| order.order[order.place[function]] == function));
        assert_eq!(order.function_index(0).ok(), Some(0), "an imported one stays");
    }
}
