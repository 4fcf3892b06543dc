"""Where the awards of the sample year stand to their quotas, by the base that the rule names."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from fractions import Fraction

import pytest

from db.connection import database
from db.models.awards import Award
from db.models.campaigns import Campaign
from db.models.proposals import AwardKind, Objection
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.points import Points
from thidua_gui.core.quotas import Proposed, QuotaBase, QuotaRule, QuotaScope, QuotaStanding
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import quota_rules, quotas, scoring
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.transaction import write
from thidua_gui.services.year_facts import YearFacts

FIGHTER = "grassroots_fighter"
COLLECTIVE = "excellent_collective"
FIFTH = Quota(Fraction(20), QuotaRounding.FLOOR)


def _standing(year: CampaignSummary, kind: str = FIGHTER, *proposed: Proposed) -> QuotaStanding:
    found = quotas.standing_of(year.id, kind, proposed)
    assert found is not None
    return found


def _people(year: CampaignSummary, count: int) -> list[int]:
    return [row.id for row in scoring.board(year.id).rows][:count]


def _grant(title: str, year: int, people: list[int]) -> None:
    with write("Khen thưởng"):
        for person in people:
            Award.create(person=person, year=year, title=title)


@contextmanager
def _counted() -> Iterator[list[str]]:
    asked: list[str] = []
    connection = database.connection()
    connection.set_trace_callback(asked.append)
    try:
        yield asked
    finally:
        connection.set_trace_callback(None)


def test_before_a_decision_the_base_is_who_meets_the_conditions(sample_year: CampaignSummary) -> None:
    found = _standing(sample_year)
    assert (found.base, found.exact, found.places) == (41, Fraction("6.15"), 6)
    assert not found.counted.is_settled


def test_after_the_decision_the_base_is_who_holds_the_title(sample_year: CampaignSummary) -> None:
    _grant("Lao động tiên tiến", 2022, _people(sample_year, 20))
    found = _standing(sample_year)
    assert (found.base, found.places, found.counted.is_settled) == (20, 3, True)


def test_a_title_of_another_year_settles_nothing(sample_year: CampaignSummary) -> None:
    _grant("Lao động tiên tiến", 2021, _people(sample_year, 20))
    assert not _standing(sample_year).counted.is_settled


def test_a_fighter_counts_among_the_holders_of_the_lowest_title(sample_year: CampaignSummary) -> None:
    first, second, third = _people(sample_year, 3)
    _grant("Lao động tiên tiến", 2022, [first, second])
    _grant("Chiến sĩ thi đua cơ sở", 2022, [second, third])
    assert _standing(sample_year).base == 3


def test_the_proposed_are_held_against_the_places(sample_year: CampaignSummary) -> None:
    proposed = [Proposed(person, None, Points(9000 - 100 * place))
                for place, person in enumerate(_people(sample_year, 8))]  # fmt: skip
    found = _standing(sample_year, FIGHTER, *proposed)
    assert (found.proposed, found.over, found.left) == (8, 2, 0)
    assert found.within == {one.subject for one in proposed[:6]}


def test_a_kind_without_a_rule_has_no_standing(sample_year: CampaignSummary) -> None:
    assert quotas.standing_of(sample_year.id, "advanced_labourer") is None


@pytest.mark.parametrize(
    ("base", "people"),
    [
        (QuotaBase.HEADCOUNT, 45), (QuotaBase.REGISTERED, 9), (QuotaBase.RATED_GOOD, 44),
        (QuotaBase.RATED_EXCELLENT, 8), (QuotaBase.PROPOSED, 2), (QuotaBase.FIXED, 0),
    ],
)  # fmt: skip
def test_every_base_is_counted_from_the_year(sample_year: CampaignSummary, base: QuotaBase, people: int) -> None:
    is_fixed = base is QuotaBase.FIXED
    quota_rules.set_rule(FIGHTER, QuotaRule(base, None if is_fixed else FIFTH, 3 if is_fixed else None))
    found = _standing(sample_year, FIGHTER, *map(Proposed, _people(sample_year, 2)))
    assert found.base == people
    assert found.counted.is_settled


def test_a_base_whose_title_no_law_judges_has_nobody_yet(sample_year: CampaignSummary) -> None:
    quota_rules.set_rule(FIGHTER, QuotaRule(QuotaBase.HOLDERS, FIFTH, base_kind="government_flag"))
    found = _standing(sample_year)
    assert (found.base, found.places, found.counted.is_settled) == (0, 0, False)


def test_while_the_law_of_the_day_is_not_read_nobody_is_known_to_be_in_the_base(sample_year: CampaignSummary) -> None:
    with write("Ngày quyết định"):
        Campaign.update(decision_on=date(2026, 12, 8)).where(Campaign.id == sample_year.id).execute()
    assert quotas.standing_of(sample_year.id, FIGHTER) is None


def test_who_is_objected_to_is_not_counted(sample_year: CampaignSummary) -> None:
    met = YearFacts(sample_year.id).eligibility.outcomes(TitleKey.ADVANCED_LABOURER)
    assert met is not None
    with write("Ý kiến"):
        Objection.create(campaign=sample_year.id, person=min(met.met), condition="ethics", content="…")
    assert _standing(sample_year).base == 40


def test_a_share_within_each_unit_has_a_part_for_every_unit(sample_year: CampaignSummary) -> None:
    quota_rules.set_rule(FIGHTER, QuotaRule(QuotaBase.HEADCOUNT, FIFTH, scope=QuotaScope.UNIT))
    found = _standing(sample_year, FIGHTER, *map(Proposed, _people(sample_year, 4)))
    assert found.base == 45
    assert found.places == sum(part.base // 5 for part in found.parts)
    assert all(part.unit is not None for part in found.parts)
    assert found.proposed == 4


def test_collectives_are_counted_among_faculties_and_offices(sample_year: CampaignSummary) -> None:
    quota_rules.set_rule(COLLECTIVE, QuotaRule(QuotaBase.HEADCOUNT, FIFTH))
    units = len(YearFacts(sample_year.id).faculties_and_offices)
    assert _standing(sample_year, COLLECTIVE).base == units


def test_holders_of_a_kind_of_the_school_are_known_by_its_name(sample_year: CampaignSummary) -> None:
    with write("Danh hiệu"):
        AwardKind.create(key="own-1", name="Gương sáng", short="GS", family="title", subject="person",
                         level="grassroots", position=1)  # fmt: skip
    _grant("Gương sáng", 2022, _people(sample_year, 5))
    quota_rules.set_rule(FIGHTER, QuotaRule(QuotaBase.HOLDERS, FIFTH, base_kind="own-1"))
    assert (_standing(sample_year).base, _standing(sample_year).places) == (5, 1)


def test_more_proposals_ask_no_more_queries(sample_year: CampaignSummary) -> None:
    people = _people(sample_year, 40)
    _standing(sample_year)
    asked = []
    for proposed in (people[:1], people):
        with _counted() as statements:
            _standing(sample_year, FIGHTER, *map(Proposed, proposed))
        asked.append(len(statements))
    assert asked[0] == asked[1]


def test_a_year_that_is_gone_is_refused(sample_year: CampaignSummary) -> None:
    with pytest.raises(UserError, match="campaign_unknown"):
        quotas.standing_of(CampaignId(999), FIGHTER)
