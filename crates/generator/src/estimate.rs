//! What a platform costs a month at list price, by the manifests' cost blocks.

use crate::catalog::Catalog;
use crate::evaluate::{Budget, evaluate};
use crate::platform::{Platform, Scope};
use serde::Serialize;

/// The sum and its lines.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Costs {
    /// US dollars a month, list price, rounded to whole dollars.
    pub monthly: i64,
    pub lines: Vec<CostLine>,
}

/// One thing that costs something.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CostLine {
    pub name: String,
    /// The component's id.
    pub component: String,
    pub says: String,
    /// US dollars a month, rounded; none if it cannot be known before the platform runs.
    pub monthly: Option<i64>,
}

/// Adds up what is known; a line whose amount is not known is listed without one.
pub fn estimate(catalog: &Catalog, platform: &Platform) -> Costs {
    let scope = Scope::new(catalog, &platform.selection, &platform.settings);
    let mut costs = Costs::default();
    let mut sum = 0.0;
    for cost in catalog.costs.iter().filter(|cost| platform.selection.is_in(cost.component)) {
        let value = |located: &Option<crate::catalog::Located>| {
            located.as_ref().and_then(|located| evaluate(&located.expression, &scope, &mut Budget::default()).ok())
        };
        let monthly = value(&cost.monthly).and_then(|monthly| monthly.as_number());
        if monthly == Some(0.0) {
            continue;
        }
        sum += monthly.unwrap_or(0.0);
        costs.lines.push(CostLine {
            name: cost.name.clone(),
            component: catalog.components[cost.component].id.clone(),
            says: value(&cost.says).map(|says| says.display()).unwrap_or_default(),
            monthly: monthly.map(|monthly| monthly.round() as i64),
        });
    }
    costs.monthly = sum.round() as i64;
    costs
}
