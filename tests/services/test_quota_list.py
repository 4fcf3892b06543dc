"""Every kind with its quota and what it makes of the sample year."""

from datetime import date
from fractions import Fraction

from db.models.campaigns import Campaign
from db.models.organisation import Unit
from db.models.proposals import Proposal
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.quotas import QuotaBase, QuotaRule
from thidua_gui.services import quota_list, quota_rules, scoring
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.quota_list import QuotaRow
from thidua_gui.services.transaction import write

HALF = QuotaRule(QuotaBase.PROPOSED, Quota(Fraction(50), QuotaRounding.FLOOR))
MERIT, COLLECTIVE = "certificate_of_merit", "excellent_collective"


def _row(year: CampaignSummary, kind: str) -> QuotaRow:
    return next(row for row in quota_list.quota_list(year.id).rows if row.kind == kind)


def _propose(year: CampaignSummary, kind: str, **told: object) -> None:
    with write("Đề nghị"):
        Proposal.create(campaign=year.id, kind=kind, title=kind, **told)


def test_every_kind_has_a_line_in_rank_order(sample_year: CampaignSummary) -> None:
    found = quota_list.quota_list(sample_year.id)
    assert [row.kind for row in found.rows][:2] == ["advanced_labourer", "grassroots_fighter"]
    assert [row.id for row in found.rows] == list(range(1, len(found.rows) + 1))
    assert (found.year, found.is_closed, found.day) == (2022, False, sample_year.decision_on or sample_year.last_day)


def test_a_kind_with_a_rule_says_what_it_makes_of_the_year(sample_year: CampaignSummary) -> None:
    row = _row(sample_year, "grassroots_fighter")
    assert row.standing is not None
    assert (row.standing.base, row.standing.places, row.base_short, row.of_units) == (41, 6, "LĐTT", False)


def test_a_kind_without_a_rule_has_no_limit(sample_year: CampaignSummary) -> None:
    row = _row(sample_year, MERIT)
    assert (row.standing, row.in_force.rule) == (None, None)


def test_without_a_year_the_rules_of_today_are_shown(data_file: OpenFile) -> None:
    quota_rules.set_rule(MERIT, HALF, date(2026, 11, 22))
    quota_rules.set_rule(COLLECTIVE, HALF, date(2026, 11, 23))
    found = quota_list.quota_list(None)
    rules = {row.kind: row.in_force.is_own for row in found.rows}
    assert (found.year, found.day, rules[MERIT], rules[COLLECTIVE]) == (None, date(2026, 11, 22), True, False)
    assert all(row.standing is None for row in found.rows)


def test_a_closed_year_says_so(sample_year: CampaignSummary) -> None:
    with write("Chốt năm"):
        Campaign.update(state="closed").where(Campaign.id == sample_year.id).execute()
    assert quota_list.quota_list(sample_year.id).is_closed


def test_only_who_takes_a_place_is_counted_as_proposed(sample_year: CampaignSummary) -> None:
    first, second, third, fourth, fifth = (row.id for row in scoring.board(sample_year.id).rows[:5])
    quota_rules.set_rule(MERIT, HALF)
    for person, told in (
        (first, {}), (second, {"state": "decided"}), (third, {"state": "withdrawn"}), (fourth, {"is_listed": False}),
        (fifth, {"state": "lowered", "lowered_to": "advanced_labourer"}),
    ):  # fmt: skip
        _propose(sample_year, MERIT, person=person, **told)
    standing = _row(sample_year, MERIT).standing
    assert standing is not None
    assert (standing.proposed, standing.base, standing.places) == (2, 2, 1)


def test_collectives_are_proposed_by_their_unit(sample_year: CampaignSummary) -> None:
    quota_rules.set_rule(COLLECTIVE, HALF)
    _propose(sample_year, COLLECTIVE, unit=Unit.select().where(~Unit.is_root).first().id)
    row = _row(sample_year, COLLECTIVE)
    assert row.standing is not None
    assert (row.of_units, row.standing.proposed) == (True, 1)


def test_a_rule_that_is_thought_about_is_held_against_the_year(sample_year: CampaignSummary) -> None:
    rule = QuotaRule(QuotaBase.HEADCOUNT, Quota(Fraction(20), QuotaRounding.FLOOR))
    found = quota_list.counted_for(sample_year.id, MERIT, rule)
    assert sum(found.base.values()) == 45


def test_the_decisions_of_the_school_are_told_newest_first(data_file: OpenFile) -> None:
    for day in (None, date(2022, 1, 1)):
        quota_rules.set_rule(MERIT, HALF, day)
    assert [step.since for step in quota_list.own_steps(MERIT)] == [date(2022, 1, 1), None]
