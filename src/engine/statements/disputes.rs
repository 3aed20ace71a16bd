//! Where accounts disagree: each contradicted statement with all that contradicts it.

use super::{Dispute, Teller, Told};
use crate::model::{Fact, FactId, LinkKind};

/// The disputes in which at least one statement is shown has a part.
pub(super) fn disputes(teller: &Teller<'_>) -> Vec<Dispute> {
    let data = teller.data;
    let contradicts = |fact: &Fact, other: FactId| {
        fact.links.iter().any(|link| link.kind == LinkKind::Contradicts && link.to == other)
    };
    let against = |claim: FactId| -> Vec<FactId> {
        data.all::<Fact>().filter(|(_, fact)| contradicts(fact, claim)).map(|(id, _)| id).collect()
    };
    let contradicted: Vec<_> =
        data.all::<Fact>().map(|(id, _)| id).filter(|id| !against(*id).is_empty()).collect();
    let dispute = |claim: Told| {
        let mut others: Vec<FactId> = claim.all().flat_map(against).collect();
        crate::order::distinct(&mut others);
        let mut all = claim.all().chain(others.iter().copied());
        all.any(|it| teller.shown.contains(&it)).then(|| Dispute {
            claim: teller.mention(claim.fullest),
            topic: data[data[claim.fullest].topic].label.clone(),
            against: Told::fold(data, &others).iter().map(|it| teller.mention(it.fullest)).collect(),
        })
    };
    Told::fold(data, &contradicted).into_iter().filter_map(dispute).collect()
}
