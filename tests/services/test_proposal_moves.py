"""Proposals go their way step by step: who, when, why; what the council was given stays as it was."""

from __future__ import annotations

import json
from datetime import date

import pytest

from db.models.awards import Award, AwardRevocation
from db.models.initiatives import InitiativeUse
from db.models.proposals import Proposal
from db.models.scoring import Rating
from tests.services import proposed
from tests.services.proposed import FIGHTER, LABOURER, before_council, bring, propose, row_of
from tests.services.small_school import person, refusal
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.ids import AwardId, CampaignId
from thidua_gui.core.proposals import State
from thidua_gui.services import history, proposals, proposals_edit
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")


@pytest.fixture
def year() -> CampaignId:
    return proposed.ripe()


def award(code: str, title: str = "Lao động tiên tiến", year: int = 2022) -> AwardId:
    with write("Khen thưởng"):
        row = Award.create(
            person=person(code), year=year, title=title, position=1, decided_on=date(year, 12, 8),
            decision_number="12/QĐ-TCT",
        )  # fmt: skip
    return AwardId(row.id)


def test_each_step_has_its_row_of_history_and_undo_takes_it_back(year):
    ids = propose(year, LABOURER, "CB01", "CB02")
    bring(ids, State.SUBMITTED)
    proposals_edit.move(ids, State.RETURNED, " Thiếu  báo cáo ")
    events = proposals.dossier(ids[1]).events
    assert [(event.to_state, event.reason) for event in events] == [
        (State.DRAFT, ""), (State.SUBMITTED, "Theo đề nghị"), (State.RETURNED, "Thiếu báo cáo"),
    ]  # fmt: skip
    history.undo_last()
    assert row_of(year, LABOURER, "CB02").state is State.SUBMITTED
    assert len(proposals.dossier(ids[1]).events) == 2


def test_one_that_cannot_go_stops_all_with_its_name(year):
    ids = propose(year, LABOURER, "CB01", "CB02")
    bring(ids[:1], State.SUBMITTED)
    refused = refusal(proposals_edit.move, ids, State.VALID)
    assert (refused.code, refused.details["name"]) == ("proposal_move", "Nguyễn Văn An")
    assert (refused.details["state"], refused.details["to"]) == ("Nháp", "Hợp lệ")
    assert row_of(year, LABOURER, "CB01").state is State.SUBMITTED


def test_sending_back_without_a_reason_is_refused_beside_its_field(year):
    ids = propose(year, LABOURER, "CB01")
    bring(ids, State.SUBMITTED)
    refused = refusal(proposals_edit.move, ids, State.RETURNED, "  ")
    assert (refused.code, refused.details["field"]) == ("proposal_reason_missing", "reason")


def test_the_council_is_given_the_ticked_with_pack_hash_and_each_condition_in_words(year):
    (one,) = before_council(year, LABOURER, "CB01")
    row = Proposal.get_by_id(one)
    assert (row.pack, len(row.pack_sha256), row.outcome) == ("A", 64, "met")
    first = json.loads(row.findings)[0]
    assert (first["condition"], first["outcome"]) == ("rating", "met")
    assert "xếp loại" in first["needed"]


def test_the_verdict_that_the_council_was_given_stays_when_the_facts_change(year):
    (one,) = before_council(year, LABOURER, "CB01")
    with write("Xếp loại"):
        Rating.update(rating="not_completed").where(Rating.person == person("CB01")).execute()
    found = proposals.dossier(one)
    assert (found.row.is_frozen, found.row.outcome, found.row.met, found.row.of) == (True, Outcome.MET, 9, 9)
    assert (found.pack, len(found.lines)) == ("A", 9)
    bring([one], State.VALID)
    found = proposals.dossier(one)
    assert (found.row.is_frozen, found.row.outcome, found.row.met) == (False, Outcome.NOT_MET, 8)
    assert Proposal.get_by_id(one).findings is None


def test_what_is_ticked_and_not_valid_stops_the_presentation_and_is_named(year):
    ids = propose(year, LABOURER, "CB01", "CB02")
    assert refusal(proposals_edit.present, year, LABOURER).details["count"] == 2
    bring(ids[:1], State.SUBMITTED, State.VALID)
    refused = refusal(proposals_edit.present, year, LABOURER)
    assert (refused.code, refused.details["names"]) == ("proposal_not_valid", "Nguyễn Văn An")
    proposals_edit.set_listed(ids[1:], False)
    proposals_edit.present(year, LABOURER)
    states = {row.code: row.state for row in proposals.proposal_list(year, LABOURER).rows}
    assert states == {"CB01": State.PRESENTED, "CB02": State.DRAFT}
    assert refusal(proposals_edit.present, year, LABOURER).code == "proposal_none_to_present"


def test_a_lowered_one_says_to_what_and_takes_no_place_of_the_kind(year):
    ids = before_council(year, FIGHTER, "CB01")
    code = refusal(proposals_edit.move, ids, State.LOWERED, "Chưa đủ phiếu").code
    assert code == "proposal_lowered_missing"
    code = refusal(proposals_edit.move, ids, State.LOWERED, "Chưa đủ phiếu", lowered_to=FIGHTER).code
    assert code == "proposal_lowered_same"
    proposals_edit.move(ids, State.LOWERED, "Chưa đủ phiếu", lowered_to=LABOURER)
    row = row_of(year, FIGHTER, "CB01")
    assert (row.lowered_to, row.rank) == (LABOURER, None)
    bring(ids, State.PRESENTED)
    assert row_of(year, FIGHTER, "CB01").lowered_to is None


def test_a_use_of_an_initiative_follows_the_lowering(year):
    one = proposed.initiative(year, "SK01", "CB01")
    ids = propose(year, FIGHTER, "CB01")
    proposals_edit.choose_initiatives(ids[0], [one])
    bring(ids, State.SUBMITTED, State.VALID)
    proposals_edit.present(year, FIGHTER, "Hội đồng xem xét")
    proposals_edit.move(ids, State.LOWERED, "Chưa đủ phiếu", lowered_to=LABOURER)
    assert InitiativeUse.get().title == "Lao động tiên tiến"
    bring(ids, State.PRESENTED)
    assert InitiativeUse.get().title == "Chiến sĩ thi đua cơ sở"


def test_a_decision_finds_the_award_of_the_same_bearer_year_and_kind(year):
    ids = before_council(year, LABOURER, "CB01", "CB02")
    bring(ids, State.PASSED)
    given, _ = award("CB01"), award("CB01", "Giấy khen")
    bring(ids, State.DECIDED)
    assert [row_of(year, LABOURER, code).award_id for code in ("CB01", "CB02")] == [given, None]


def test_the_award_given_is_the_bearers_own_and_stands(year):
    ids = before_council(year, LABOURER, "CB01")
    bring(ids, State.PASSED)
    others, revoked = award("CB02"), award("CB01")
    with write("Thu hồi"):
        AwardRevocation.create(award=revoked, revoked_on=date(2022, 12, 9), reason="Sai")
    for wrong, code in ((others, "proposal_award_other"), (revoked, "proposal_award_revoked"), (999, "award_gone")):
        refused = refusal(proposals_edit.move, ids, State.DECIDED, awards={ids[0]: AwardId(wrong)})
        assert refused.code == code
    assert row_of(year, LABOURER, "CB01").state is State.PASSED


def test_the_decision_stands_behind_the_initiatives_too(year):
    one = proposed.initiative(year, "SK01", "CB01")
    ids = propose(year, FIGHTER, "CB01")
    proposals_edit.choose_initiatives(ids[0], [one])
    bring(ids, State.SUBMITTED, State.VALID, State.PRESENTED, State.PASSED)
    given = award("CB01", "Chiến sĩ thi đua cơ sở")
    bring(ids, State.DECIDED)
    use = InitiativeUse.get()
    assert (use.award_id, use.decided_on) == (given, date(2022, 12, 8))


def test_the_way_goes_on_to_the_hand_and_a_revocation_says_why(year):
    ids = before_council(year, LABOURER, "CB01")
    bring(ids, State.PASSED, State.DECIDED, State.PRINTED, State.DELIVERED)
    assert refusal(proposals_edit.move, ids, State.REVOKED).code == "proposal_reason_missing"
    bring(ids, State.REVOKED)
    assert proposals.dossier(ids[0]).moves == ()


def test_a_withdrawn_one_may_come_back_as_a_draft(year):
    ids = propose(year, LABOURER, "CB01")
    bring(ids, State.WITHDRAWN, State.DRAFT)
    assert row_of(year, LABOURER, "CB01").state is State.DRAFT
