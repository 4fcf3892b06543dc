"""Whom the proposals left out or ask for in vain: eligible and not proposed, registered and not eligible, twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet

from db.models.organisation import Person, Unit
from db.models.proposals import Proposal
from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.commendations import AT_ONCE
from thidua_gui.core.eligibility_facts import Judgement, Outcome
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.proposals import GONE
from thidua_gui.core.titles import COUNT_AS_ADVANCED_LABOURER, TitleKey
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.proposal_kinds import is_of_units, judged_as, kind_of, kinds
from thidua_gui.services.proposal_rows import TabRows, Totals
from thidua_gui.services.proposal_verdicts import Judge, lines_of
from thidua_gui.services.proposal_views import Duplicate, Missed
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import unit_names
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import proposals as wording

Wanted = Callable[[int, Judgement], bool]


def missed(campaign_id: CampaignId, kind: str, *, is_provisional: bool = False) -> tuple[Missed, ...]:
    """Người bị bỏ sót: eligible by the law of the day and not proposed, the highest total first."""
    with read():
        of_kind = kind_of(kind)
        facts = YearFacts(campaign_id)
        proposed = _proposed(campaign_id, of_kind)
        return _found(
            facts, of_kind, Judge(facts, is_provisional=is_provisional),
            lambda subject, said: said.outcome is Outcome.MET and subject not in proposed,
        )  # fmt: skip


def registered_not_eligible(
    campaign_id: CampaignId, kind: str, *, is_provisional: bool = False
) -> tuple[Missed, ...]:  # fmt: skip
    """Who registered for it, has no proposal and does not meet its conditions, or of whom nobody can say it yet."""
    with read():
        of_kind = kind_of(kind)
        facts = YearFacts(campaign_id)
        registered = registered_for(facts, of_kind) - _proposed(campaign_id, of_kind)
        return _found(
            facts, of_kind, Judge(facts, is_provisional=is_provisional),
            lambda subject, said: said.outcome is not Outcome.MET and subject in registered,
        )  # fmt: skip


def duplicates(campaign_id: CampaignId) -> tuple[Duplicate, ...]:
    """Every open proposal of the year that is one too many."""
    with read():
        facts = YearFacts(campaign_id)
        judge = Judge(facts, is_provisional=True)
        asked = Proposal.select(Proposal.kind).where(Proposal.campaign == campaign_id).distinct()
        used = {key for (key,) in fetch(asked)}
        return tuple(
            Duplicate(row.id, kind.key, row.title, row.name, row.unit_name, row.duplicate)
            for kind in kinds().values()
            if kind.key in used
            for row in TabRows(facts, kind, judge).rows(is_judged=False)
            if row.duplicate
        )


def registered_for(facts: YearFacts, kind: ListedKind) -> AbstractSet[int]:
    """Who registered for it; whoever registered for a higher title of people registered for the lowest as well, for
    nobody is given the higher one without it."""
    if kind.award is TitleKey.ADVANCED_LABOURER:
        names = [kinds()[key.value].name for key in COUNT_AS_ADVANCED_LABOURER]
        return frozenset[int]().union(*(facts.registered_for(name) for name in names))
    return facts.registered_for(kind.name, units=is_of_units(kind))


def _found(facts: YearFacts, kind: ListedKind, judge: Judge, is_wanted: Wanted) -> tuple[Missed, ...]:
    award = judged_as(kind, is_unit=is_of_units(kind))
    if award is None:
        return ()
    judged = {subject: said for subject, said in judge.everyone(award).items() if is_wanted(subject, said)}
    described = _units(facts, judged, kind) if is_of_units(kind) else _people(facts, judged, kind)
    return tuple(sorted(described, key=_by_total))


def _people(facts: YearFacts, judged: Mapping[int, Judgement], kind: ListedKind) -> list[Missed]:
    posts, totals = facts.posts, Totals(facts)
    short = unit_names(Unit.select())
    additions = told_apart(facts.year.last_day, posts=posts)
    registered = registered_for(facts, kind)
    query = Person.select(Person.id, Person.code, Person.full_name, Person.name_sort)
    return [
        _missed(
            judged[person], totals, PersonId(person), None, code,
            labelled(name, additions.get(PersonId(person), "")), name_sort,
            short[posts[PersonId(person)].unit_id] if PersonId(person) in posts else "", person in registered,
        )
        for person, code, name, name_sort in fetch(query)
        if person in judged
    ]  # fmt: skip


def _units(facts: YearFacts, judged: Mapping[int, Judgement], kind: ListedKind) -> list[Missed]:
    totals, registered = Totals(facts), registered_for(facts, kind)
    return [
        _missed(
            judged[row.id], totals, None, UnitId(row.id), row.code, row.name, row.name_fold, row.kind,
            row.id in registered,
        )
        for row in Unit.select()
        if row.id in judged
    ]  # fmt: skip


def _missed(
    judgement: Judgement, totals: Totals, person: PersonId | None, unit: UnitId | None, code: str, name: str,
    name_sort: str, unit_name: str, is_registered: bool,
) -> Missed:  # fmt: skip
    lines = lines_of(judgement)
    lacking = tuple(wording.lacking(one.needed, one.had) for one in lines if one.outcome is not Outcome.MET)
    return Missed(
        person, unit, code, name, name_sort, unit_name, totals.of(person, unit), totals.rating(person, unit),
        len(lines) - len(lacking), len(lines), judgement.outcome, is_registered, lacking,
    )  # fmt: skip


def _by_total(one: Missed) -> tuple[object, ...]:
    return one.total is None, -one.total.hundredths if one.total else 0, one.name_sort


def _proposed(campaign_id: CampaignId, kind: ListedKind) -> frozenset[int]:
    """Who has a proposal of merit that came to nothing neither by withdrawal nor by revocation: a failed one was
    judged by the council and is no omission."""
    dropped = [state.value for state in GONE if state.value != "failed"]
    mine = (Proposal.campaign == campaign_id) & (Proposal.kind == kind.key) & Proposal.state.not_in(dropped)
    merit = Proposal.basis.not_in([basis.value for basis in AT_ONCE])
    subject = Proposal.unit if is_of_units(kind) else Proposal.person
    rows = fetch(Proposal.select(subject).where(mine & merit & subject.is_null(False)))
    return frozenset(one for (one,) in rows)
