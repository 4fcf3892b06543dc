"""Proposals are made, changed, ticked and deleted; what cannot be is refused and leaves nothing behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from db.connection import database
from db.models.scoring import Rating
from tests.services import proposed, small_school
from tests.services.proposed import CERTIFICATE, COLLECTIVE, FIGHTER, LABOURER, bring, propose, row_of
from tests.services.small_school import person, refusal, unit
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.ids import CampaignId, MovementId, PersonId, ProposalId, UnitId
from thidua_gui.core.movements import MovementKind
from thidua_gui.core.proposals import State
from thidua_gui.services import history, movements, proposals, proposals_edit, year_states
from thidua_gui.services.movements import MovementDraft
from thidua_gui.services.proposals_edit import Nominee, ProposalDraft
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")
TABLES = "proposals", "proposal_events", "proposal_papers", "condition_overrides"


@pytest.fixture
def year() -> CampaignId:
    return proposed.ripe()


def rows() -> dict[str, list[tuple[object, ...]]]:
    return {table: database.run(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}


def test_many_are_proposed_in_one_step_and_each_has_its_history(year):
    before = rows()
    ids = propose(year, LABOURER, "CB01", "CB02")
    first = proposals.dossier(ids[0])
    assert (first.row.state, first.row.title, first.row.is_listed) == (State.DRAFT, "Lao động tiên tiến", True)
    assert [(event.from_state, event.to_state, event.user) for event in first.events] == [
        (None, State.DRAFT, "Thư ký")
    ]  # fmt: skip
    history.undo_last()
    assert rows() == before


@pytest.mark.parametrize(
    ("kind", "nominee", "code"),
    [
        ("", Nominee(PersonId(1)), "proposal_kind_missing"),
        ("no_such_kind", Nominee(PersonId(1)), "proposal_kind_unknown"),
        (LABOURER, Nominee(None), "proposal_subject_odd"),
        (LABOURER, Nominee(PersonId(1), UnitId(1)), "proposal_subject_odd"),
        (LABOURER, Nominee(PersonId(999)), "proposal_subject_gone"),
        (LABOURER, Nominee(None, UnitId(2)), "proposal_for_person"),
        (COLLECTIVE, Nominee(PersonId(1)), "proposal_for_unit"),
    ],
)
def test_who_cannot_be_proposed_is_refused(year, kind, nominee, code):
    assert refusal(proposals_edit.propose, year, kind, [nominee]).code == code
    assert rows()["proposals"] == []


def test_nobody_at_all_is_refused(year):
    assert refusal(proposals_edit.propose, year, LABOURER, []).code == "proposal_nobody"


def test_one_who_is_proposed_already_stops_all_and_is_named(year):
    propose(year, LABOURER, "CB02")
    both = [Nominee(person("CB01")), Nominee(person("CB02"))]
    refused = refusal(proposals_edit.propose, year, LABOURER, both)
    assert (refused.code, refused.details["name"]) == ("proposal_twice", "Nguyễn Văn An")
    assert len(rows()["proposals"]) == 1


def test_the_same_person_twice_in_one_list_is_refused(year):
    twice = [Nominee(person("CB01"))] * 2
    assert refusal(proposals_edit.propose, year, LABOURER, twice).code == "proposal_twice"


def test_after_a_withdrawal_the_same_may_be_proposed_again(year):
    bring(propose(year, LABOURER, "CB01"), State.SUBMITTED, State.WITHDRAWN)
    propose(year, LABOURER, "CB01")
    assert [row.state for row in proposals.proposal_list(year, LABOURER).rows] == [State.DRAFT, State.WITHDRAWN]


def test_a_title_is_never_irregular_and_an_irregular_deed_may_be_followed_by_another(year):
    irregular = CommendationKind.IRREGULAR
    refused = refusal(proposals_edit.propose, year, LABOURER, [Nominee(person("CB01"))], basis=irregular)
    assert refused.code == "proposal_title_odd"
    propose(year, CERTIFICATE, "CB01", basis=irregular)
    propose(year, CERTIFICATE, "CB01", basis=irregular)
    assert len(proposals.proposal_list(year, CERTIFICATE).rows) == 2


def test_what_a_movement_gives_names_the_movement_of_the_year(year):
    days = {"starts_on": date(2022, 1, 1), "ends_on": date(2022, 12, 1)}
    movements.add_movement(year, MovementDraft(MovementKind.THEMATIC, "Thi đua chuyển đổi số", **days))
    movement = MovementId(1)
    by_movement, nominee = CommendationKind.MOVEMENT, [Nominee(person("CB01"))]
    code = refusal(proposals_edit.propose, year, CERTIFICATE, nominee, basis=by_movement).code
    assert code == "proposal_movement_missing"
    code = refusal(proposals_edit.propose, year, CERTIFICATE, nominee, movement_id=movement).code
    assert code == "proposal_movement_unasked"
    propose(year, CERTIFICATE, "CB01", basis=by_movement, movement_id=movement)
    assert row_of(year, CERTIFICATE, "CB01").movement_id == movement
    code = refusal(proposals_edit.propose, year, CERTIFICATE, nominee, basis=by_movement, movement_id=movement).code
    assert code == "proposal_twice"
    assert refusal(movements.remove_movement, movement).code == "movement_proposed"


DRAFT = ProposalDraft("LĐTT năm 2022", date(2022, 11, 15), " Hoàn thành  tốt\n\n nhiệm vụ ", "Ghi chú")


def test_what_is_proposed_may_be_changed_before_the_council_and_undone(year):
    (one,) = propose(year, LABOURER, "CB01")
    before = rows()
    proposals_edit.edit(one, replace(DRAFT, proposing_unit_id=unit("LLCS")))
    row = row_of(year, LABOURER, "CB01")
    assert (row.title, row.received_on, row.achievement, row.note) == (
        "LĐTT năm 2022", date(2022, 11, 15), "Hoàn thành tốt\nnhiệm vụ", "Ghi chú",
    )  # fmt: skip
    history.undo_last()
    assert rows() == before


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 11, 23), "proposal_received_future"),
        (date(2021, 12, 31), "proposal_received_odd"),
        (date(2024, 1, 1), "proposal_received_odd"),
    ],
)
def test_the_day_of_receipt_is_of_the_year_or_the_next_one_and_past(year, day, code):
    (one,) = propose(year, LABOURER, "CB01")
    assert refusal(proposals_edit.edit, one, replace(DRAFT, received_on=day)).code == code


def test_what_lies_before_the_council_is_not_changed(year):
    (one,) = proposed.before_council(year, LABOURER, "CB01")
    refused = refusal(proposals_edit.edit, one, DRAFT)
    assert (refused.code, refused.details["state"]) == ("proposal_locked", "Trình Hội đồng")
    assert refusal(proposals_edit.set_listed, [one], False).code == "proposal_locked"


def test_a_draft_is_deleted_with_all_that_hangs_on_it_and_undo_brings_it_back(year):
    one = proposed.initiative(year, "SK01", "CB01")
    ids = propose(year, FIGHTER, "CB01")
    proposals_edit.choose_initiatives(ids[0], [one])
    before = rows()
    proposals_edit.delete_drafts(ids)
    assert all(rows()[table] == [] for table in TABLES)
    assert database.run("SELECT count(*) FROM initiative_uses").fetchone() == (0,)
    history.undo_last()
    assert rows() == before


def test_what_was_handed_in_is_never_deleted(year):
    ids = propose(year, LABOURER, "CB01", "CB02")
    bring(ids[:1], State.SUBMITTED)
    refused = refusal(proposals_edit.delete_drafts, ids)
    assert (refused.code, refused.details["name"]) == ("proposal_not_draft", "Phạm Thị Hồng Nhung")
    assert len(rows()["proposals"]) == 2


def test_the_tick_is_taken_off_and_put_on(year):
    ids = propose(year, LABOURER, "CB01", "CB02")
    proposals_edit.set_listed(ids[:1], False)
    assert [row.is_listed for row in proposals.proposal_list(year, LABOURER).rows if row.id in ids[:1]] == [False]
    proposals_edit.set_listed(ids, True)
    assert all(row.is_listed for row in proposals.proposal_list(year, LABOURER).rows)


def test_one_that_is_gone_is_told(year):
    missing = ProposalId(999)
    assert refusal(proposals_edit.edit, missing, DRAFT).code == "proposal_gone"
    assert refusal(proposals_edit.move, [missing], State.SUBMITTED).code == "proposal_gone"
    assert refusal(proposals_edit.set_listed, [missing], True).code == "proposal_gone"


def test_in_a_closed_year_nothing_of_it_is_written(year):
    ids = propose(year, LABOURER, "CB01")
    year_states.close_year(year)
    for work, arguments in (
        (proposals_edit.propose, (year, LABOURER, [Nominee(person("CB02"))])),
        (proposals_edit.edit, (ids[0], DRAFT)),
        (proposals_edit.move, (ids, State.SUBMITTED)),
        (proposals_edit.set_listed, (ids, False)),
        (proposals_edit.delete_drafts, (ids,)),
        (proposals_edit.present, (year, LABOURER)),
        (proposals_edit.propose_from_registrations, (year, LABOURER)),
        (proposals_edit.note_paper, (ids[0], "Tờ trình", None)),
        (proposals_edit.override, (ids[0], "ethics", "vì")),
        (proposals_edit.choose_initiatives, (ids[0], [])),
    ):
        assert refusal(work, *arguments).code == "campaign_closed"
    assert proposals.dossier(ids[0]).moves == ()
    assert proposals.proposal_list(year, LABOURER).is_closed


def test_proposals_come_from_registrations_without_typing_and_never_twice(year):
    propose(year, LABOURER, "CB01")
    small_school.register(year, "CB03", "Chiến sĩ thi đua cơ sở")
    proposals_edit.propose_from_registrations(year, LABOURER)
    assert sorted(row.code for row in proposals.proposal_list(year, LABOURER).rows) == ["CB01", "CB02", "CB03", "CB04"]
    refused = refusal(proposals_edit.propose_from_registrations, year, LABOURER)
    assert refused.code == "proposal_source_empty"
    proposals_edit.propose_from_registrations(year, FIGHTER)
    assert [row.code for row in proposals.proposal_list(year, FIGHTER).rows] == ["CB03"]


def test_who_does_not_meet_the_conditions_is_proposed_but_not_ticked(year):
    with write("Xếp loại"):
        Rating.update(rating="completed").where(Rating.person == person("CB02")).execute()
        Rating.delete().where(Rating.person == person("CB03")).execute()
    proposals_edit.propose_from_registrations(year, LABOURER)
    found = {row.code: row.is_listed for row in proposals.proposal_list(year, LABOURER).rows}
    assert found == {"CB01": True, "CB02": False, "CB03": True, "CB04": True}


def test_the_lowest_title_is_proposed_for_whoever_is_up_for_a_higher_one(year):
    small_school.add_person("CB05", "Giàng A Chu", unit("XDD"))
    small_school.register(year, "CB05", "Chiến sĩ thi đua cơ sở")
    proposals_edit.propose_from_registrations(year, LABOURER)
    found = {row.code: row.title for row in proposals.proposal_list(year, LABOURER).rows}
    assert found == dict.fromkeys([*proposed.CODES, "CB05"], "Lao động tiên tiến")
