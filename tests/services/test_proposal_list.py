"""The tabs and ranked lists of proposals: verdicts, ties, the quota's line, who was missed, what is one too many."""

from __future__ import annotations

from datetime import date

import pytest

from db.connection import database
from db.models.awards import Award, AwardRevocation
from db.models.scoring import Rating
from db.models.submissions import UnitVote
from tests.services import proposed, small_school
from tests.services.proposed import (
    CERTIFICATE,
    COLLECTIVE,
    DIPLOMA,
    FIGHTER,
    LABOURER,
    before_council,
    bring,
    propose,
    row_of,
)
from tests.services.small_school import person, refusal, unit
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.conditions import Kind
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.proposals import State
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import campaigns, history, new_year, proposals, proposals_edit
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.eligibility import verdicts
from thidua_gui.services.new_year import YearDraft
from thidua_gui.services.proposals_edit import Nominee, ProposalDraft
from thidua_gui.services.transaction import write


@pytest.fixture
def year(data_file: object) -> CampaignId:
    assert data_file
    return proposed.ripe()


def granted(code: str, title: str, year: int, kind: str | None = None) -> None:
    with write("Khen thưởng"):
        Award.create(person=person(code), year=year, title=title, position=1, decision_number="5/QĐ", kind=kind)


def test_a_tab_stands_for_what_has_conditions_is_registered_for_or_proposed(year):
    keys = [tab.kind for tab in proposals.tabs(year)]
    assert CERTIFICATE not in keys
    assert keys[:2] == [LABOURER, FIGHTER]
    small_school.register(year, "CB01", "Giấy khen của Hiệu trưởng")
    assert CERTIFICATE in [tab.kind for tab in proposals.tabs(year)]


def test_a_tab_counts_without_what_was_withdrawn(year):
    ids = propose(year, LABOURER, "CB01", "CB02", "CB03")
    bring(ids[:1], State.WITHDRAWN)
    (tab,) = [tab for tab in proposals.tabs(year) if tab.kind == LABOURER]
    assert (tab.count, tab.short, tab.of_units) == (2, "LĐTT", False)


def test_each_row_tells_how_many_conditions_are_met(year):
    with write("Xếp loại"):
        Rating.update(rating="completed").where(Rating.person == person("CB02")).execute()
        Rating.delete().where(Rating.person == person("CB03")).execute()
    propose(year, LABOURER, "CB01", "CB02", "CB03")
    rows = [row_of(year, LABOURER, code) for code in ("CB01", "CB02", "CB03")]
    assert [(row.outcome, row.met, row.of) for row in rows] == [
        (Outcome.MET, 9, 9), (Outcome.NOT_MET, 8, 9), (Outcome.UNKNOWN, 8, 9),
    ]  # fmt: skip


def test_a_law_not_read_judges_nothing_but_on_demand_by_the_one_before(year):
    proposed.decide_on(year, date(2026, 10, 1))
    propose(year, LABOURER, "CB01")
    found = proposals.proposal_list(year, LABOURER)
    assert (found.regime, found.rows[0].outcome, found.can_be_provisional) == ("D", None, True)
    assert found.verdict_reason.startswith("Nội dung Luật số")
    found = proposals.proposal_list(year, LABOURER, is_provisional=True)
    assert (found.rows[0].outcome, found.is_provisional, found.can_be_provisional) == (Outcome.MET, True, False)


def test_a_quota_of_holders_is_unknown_while_no_law_judges_them(year):
    proposed.decide_on(year, date(2026, 10, 1))
    propose(year, FIGHTER, "CB01", "CB02")
    found = proposals.proposal_list(year, FIGHTER)
    assert (found.quota, found.above_line) == (None, None)
    assert found.quota_reason.startswith("Chưa tính được chỉ tiêu vì chưa biết số Lao động tiên tiến.")
    found = proposals.proposal_list(year, FIGHTER, is_provisional=True)
    assert (found.quota.base, found.quota.counted.unknown, found.quota_reason) == (4, 0, "")


def test_before_every_law_there_is_no_provisional_verdict_and_no_quota(year):
    proposed.decide_on(year, date(2016, 12, 8), 2016)
    propose(year, FIGHTER, "CB01")
    for is_provisional in (False, True):
        found = proposals.proposal_list(year, FIGHTER, is_provisional=is_provisional)
        assert (found.quota, found.can_be_provisional, found.is_provisional) == (None, False, False)


def test_the_day_of_receipt_chooses_the_law_of_each_dossier(year):
    proposed.decide_on(year, date(2026, 10, 1), 2026)
    with write("Xếp loại"):
        Rating.update(campaign=year).execute()
    early, late = propose(year, LABOURER, "CB01", "CB02")
    for one, day in ((early, date(2026, 9, 30)), (late, date(2026, 10, 1))):
        proposals_edit.edit(one, ProposalDraft("LĐTT", received_on=day))
    assert [row_of(year, LABOURER, code).outcome for code in ("CB01", "CB02")] == [Outcome.MET, None]


def test_what_is_given_at_once_is_judged_by_no_condition_of_merit(year):
    propose(year, DIPLOMA, "CB01", basis=CommendationKind.IRREGULAR)
    row = row_of(year, DIPLOMA, "CB01")
    assert (row.outcome, row.of) == (None, 0)
    assert proposals.dossier(row.id).reason.startswith("Khen thưởng đột xuất")


def test_a_collective_is_not_judged_by_the_conditions_of_people(year):
    proposals_edit.propose(year, DIPLOMA, [Nominee(None, unit("LLCS"))])
    (row,) = proposals.proposal_list(year, DIPLOMA).rows
    assert (row.unit_id, row.outcome, row.of) == (unit("LLCS"), None, 0)


def test_collectives_are_ranked_by_their_own_rating_and_judged_as_units(year):
    with write("Xếp loại"):
        Rating.create(campaign=year, unit=unit("LLCS"), rating="good")
    proposals_edit.propose(year, COLLECTIVE, [Nominee(None, unit("LLCS")), Nominee(None, unit("XDD"))])
    rows = {row.code: row for row in proposals.proposal_list(year, COLLECTIVE).rows}
    assert (rows["LLCS"].outcome, rows["LLCS"].rating) == (Outcome.MET, "good")
    assert rows["XDD"].outcome is Outcome.UNKNOWN


def test_the_vote_of_the_unit_stands_beside(year):
    with write("Phiếu"):
        UnitVote.create(
            campaign=year, voting_unit=unit("LLCS"), person=person("CB01"), title="LĐTT", present=9, agree=8, position=1
        )
    propose(year, LABOURER, "CB01", "CB03")
    rows = [row_of(year, LABOURER, code) for code in ("CB01", "CB03")]
    assert [(row.agree, row.present) for row in rows] == [(8, 9), (None, None)]
    (vote,) = proposals.dossier(row_of(year, LABOURER, "CB01").id).votes
    assert (vote.unit_name, vote.agree) == ("Khoa Lý luận cơ sở", 8)


def test_proposals_are_made_of_the_units_votes(year):
    with write("Phiếu"):
        UnitVote.create(
            campaign=year, voting_unit=unit("LLCS"), person=person("CB02"), title="CSTĐ cơ sở", position=1,
            achievement="Đề tài cấp trường",
        )  # fmt: skip
    proposals_edit.propose_from_votes(year, FIGHTER)
    (row,) = proposals.proposal_list(year, FIGHTER).rows
    assert (row.code, row.title, row.achievement) == ("CB02", "CSTĐ cơ sở", "Đề tài cấp trường")
    assert row.proposing_unit_id == unit("LLCS")


def test_who_was_forgotten_is_found_and_who_was_proposed_is_not(year):
    propose(year, LABOURER, "CB01")
    bring([row_of(year, LABOURER, "CB01").id], State.SUBMITTED, State.VALID)
    bring(before_council(year, LABOURER, "CB02"), State.FAILED)
    assert [one.code for one in proposals.missed(year, LABOURER)] == ["CB03", "CB04"]
    assert [one.is_registered for one in proposals.missed(year, LABOURER)] == [True, True]


def test_who_registered_in_vain_is_told_what_is_lacking(year):
    with write("Xếp loại"):
        Rating.update(rating="completed").where(Rating.person == person("CB02")).execute()
    (one,) = proposals.registered_not_eligible(year, LABOURER)
    assert (one.code, one.met, one.of, one.outcome) == ("CB02", 8, 9, Outcome.NOT_MET)
    assert one.lacking[0].startswith("Cần ")
    assert "hiện có: " in one.lacking[0]
    propose(year, LABOURER, "CB02")
    assert proposals.registered_not_eligible(year, LABOURER) == ()


def test_what_was_granted_this_year_is_not_asked_for_again(year):
    ids = propose(year, LABOURER, "CB01", "CB02")
    granted("CB01", "LĐTT", 2022)
    assert row_of(year, LABOURER, "CB01").duplicate == "Đã được tặng LĐTT năm 2022 (Quyết định số 5/QĐ)"
    (found,) = proposals.duplicates(year)
    assert (found.proposal_id, found.name) == (ids[0], "Phạm Thị Hồng Nhung")


def test_a_form_asked_for_again_before_its_years_have_passed_is_told(year):
    propose(year, DIPLOMA, "CB01", "CB02", "CB03")
    for code, of_year in (("CB01", 2021), ("CB02", 2020), ("CB03", 2021)):
        granted(code, "Bằng khen", of_year, "irregular" if code == "CB03" else None)
    told = [row_of(year, DIPLOMA, code).duplicate for code in ("CB01", "CB02", "CB03")]
    assert told[0].startswith("Đã được tặng Bằng khen năm 2021")
    assert told[1:] == ["", ""]


def test_what_was_revoked_is_no_duplicate(year):
    propose(year, LABOURER, "CB01")
    granted("CB01", "LĐTT", 2022)
    with write("Thu hồi"):
        AwardRevocation.create(award=Award.get().id, revoked_on=date(2022, 12, 9), reason="Sai")
    assert proposals.duplicates(year) == ()


@pytest.mark.parametrize(("kind", "counts"), [(None, True), ("merit", True), ("irregular", False), ("movement", False)])
def test_what_was_given_at_once_is_no_earlier_form_for_a_higher_one(year, kind, counts):
    granted("CB01", "Bằng khen", 2016, kind)
    (said,) = verdicts(year, TitleKey.PRIME_MINISTER_DIPLOMA, [person("CB01")]).subjects
    held = [one.used.years for one in said.judgement.findings if one.condition.kind is Kind.HELD_BEFORE]
    assert held == [(2016,) if counts else ()]


def test_a_new_year_takes_no_proposal_along(year):
    propose(year, LABOURER, "CB01")
    new_year.create(YearDraft(2023, year))
    (made,) = [one.id for one in campaigns.campaigns() if one.year == 2023]
    assert proposals.proposal_list(made, LABOURER).rows == ()


def asked(year: CampaignId) -> int:
    statements: list[str] = []
    database.connection().set_trace_callback(statements.append)
    proposals.proposal_list(year, LABOURER)
    database.connection().set_trace_callback(None)
    return len(statements)


def test_more_proposals_ask_no_more_queries(year):
    proposals_edit.edit(propose(year, LABOURER, "CB01")[0], ProposalDraft("", received_on=date(2022, 11, 1)))
    few = asked(year)
    small_school.add_person("CB05", "Giàng A Chu", unit("XDD"))
    with write("Xếp loại"):
        Rating.create(campaign=year, person=person("CB05"), rating="good")
    for day, one in enumerate(propose(year, LABOURER, "CB02", "CB03", "CB04", "CB05"), 2):
        proposals_edit.edit(one, ProposalDraft("", received_on=date(2022, 11, day)))
    assert asked(year) == few


@pytest.fixture
def fighters(sample_year: CampaignSummary) -> CampaignId:
    """The nine who registered for grassroots fighter in the sample year; two of them share the third place."""
    proposals_edit.propose_from_registrations(sample_year.id, FIGHTER)
    proposed.tick_all(sample_year.id, FIGHTER)
    return sample_year.id


def test_equals_share_a_rank_and_stand_in_the_order_that_people_set(fighters):
    rows = proposals.proposal_list(fighters, FIGHTER).rows
    assert [row.rank for row in rows[:5]] == [1, 2, 3, 3, 5]
    assert [row.is_tied for row in rows[:5]] == [False, False, True, True, False]
    proposals_edit.place(rows[3].id, 1)
    again = proposals.proposal_list(fighters, FIGHTER).rows
    assert [row.id for row in again[2:4]] == [rows[3].id, rows[2].id]
    assert [row.rank for row in again[2:4]] == [3, 3]
    history.undo_last()
    assert [row.id for row in proposals.proposal_list(fighters, FIGHTER).rows] == [row.id for row in rows]


def test_only_equals_are_put_in_order_by_hand(fighters):
    first = proposals.proposal_list(fighters, FIGHTER).rows[0]
    assert refusal(proposals_edit.place, first.id, 2).code == "proposal_not_tied"


def test_the_line_of_the_quota_goes_through_all_who_stand(fighters):
    found = proposals.proposal_list(fighters, FIGHTER)
    places = found.quota.places
    assert (found.quota.base, found.quota.proposed, found.quota.over) == (41, 9, 9 - places)
    assert [row.is_below_line for row in found.rows] == [False] * places + [True] * (9 - places)
    proposals_edit.set_listed([found.rows[1].id], False)
    found = proposals.proposal_list(fighters, FIGHTER)
    assert (found.quota.proposed, len(found.above_line)) == (8, places)
    assert [row.is_below_line for row in found.rows] == [False] * places + [True] * (9 - places)


@pytest.mark.parametrize("ticked", [0, 2, 5])
def test_there_is_no_line_while_places_are_left(fighters, ticked):
    rows = proposals.proposal_list(fighters, FIGHTER).rows
    proposals_edit.set_listed([row.id for row in rows[ticked:]], False)
    found = proposals.proposal_list(fighters, FIGHTER)
    assert (found.quota.left, found.above_line) == (6 - ticked, None)
    assert not any(row.is_below_line for row in found.rows)


def test_who_is_not_ticked_is_not_below_the_line(fighters):
    rows = proposals.proposal_list(fighters, FIGHTER).rows
    proposals_edit.set_listed([row.id for row in rows[6:]], False)
    found = proposals.proposal_list(fighters, FIGHTER)
    assert found.above_line == {row.id for row in rows[:6]}
    assert not any(row.is_below_line for row in found.rows)


def test_what_comes_to_nothing_stands_last_without_a_rank_or_place(fighters):
    first = proposals.proposal_list(fighters, FIGHTER).rows[0]
    bring([first.id], State.WITHDRAWN)
    found = proposals.proposal_list(fighters, FIGHTER)
    assert (found.rows[-1].id, found.rows[-1].rank, found.quota.proposed) == (first.id, None, 8)
    assert found.rows[0].rank == 1
