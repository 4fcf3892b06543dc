"""Closing and reopening stages on the sample year."""

from datetime import datetime

import pytest

from db.models.scoring import DraftInput, Score, Stage
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import StageId
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import history, score_entry, scoring, stages
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.score_entry import CellEntry

AT = datetime(2022, 11, 20, 8, 0)


def _stage(year: CampaignSummary, key: StageKey) -> StageId:
    return next(each.id for each in scoring.board(year.id).stages if each.key is key)


def _close(year: CampaignSummary, key: StageKey) -> None:
    stages.close(year.id, _stage(year, key), user="Thư ký", at=AT)


def _type(year: CampaignSummary, key: StageKey, text: str) -> None:
    row = scoring.board(year.id).rows[0]
    sheet = scoring.board(year.id).sheet(row.sheet_id)
    assert sheet is not None
    score_entry.enter(_stage(year, key), [CellEntry(row.id, sheet.leaves()[0].id, text)])


def test_a_complete_stage_is_closed_and_read_only(sample_year: CampaignSummary) -> None:
    _close(sample_year, StageKey.SELF)
    with pytest.raises(UserError) as refusal:
        _type(sample_year, StageKey.SELF, "5")
    assert refusal.value.code == "stage_closed"


def test_a_missing_score_shuts_the_gate_and_is_named(sample_year: CampaignSummary) -> None:
    _type(sample_year, StageKey.SELF, "")
    found = stages.gate(sample_year.id, _stage(sample_year, StageKey.SELF))
    (lacking,) = found.lacking
    assert (found.missing_cells, found.refused_cells) == (1, 0)
    assert lacking.first == lacking.missing[0]
    with pytest.raises(UserError) as refusal:
        _close(sample_year, StageKey.SELF)
    assert refusal.value.code == "stage_incomplete"


def test_a_refused_text_shuts_the_gate_and_is_not_counted_as_missing_too(sample_year: CampaignSummary) -> None:
    _type(sample_year, StageKey.SELF, "99")
    found = stages.gate(sample_year.id, _stage(sample_year, StageKey.SELF))
    assert DraftInput.select().count() == 1
    assert (found.missing_cells, found.refused_cells) == (0, 1)


def test_stages_are_closed_in_their_order(sample_year: CampaignSummary) -> None:
    with pytest.raises(UserError) as refusal:
        _close(sample_year, StageKey.UNIT)
    assert refusal.value.code == "stage_earlier_open"


def test_a_stage_that_nobody_scored_is_not_closed(sample_year: CampaignSummary) -> None:
    _close(sample_year, StageKey.SELF)
    _close(sample_year, StageKey.UNIT)
    with pytest.raises(UserError) as refusal:
        _close(sample_year, StageKey.COUNCIL)
    assert refusal.value.details["whom"] == "45 cá nhân và 5 tập thể"


def test_reopening_wants_a_reason(sample_year: CampaignSummary) -> None:
    _close(sample_year, StageKey.SELF)
    with pytest.raises(UserError) as refusal:
        stages.reopen(sample_year.id, _stage(sample_year, StageKey.SELF), "  ", user="Thư ký", at=AT)
    assert refusal.value.code == "reopen_reason_missing"
    assert Stage.select().where(Stage.closed_at.is_null(False)).count() == 1


def test_reopening_opens_later_stages_and_doubts_ratings_but_changes_no_score(sample_year: CampaignSummary) -> None:
    _close(sample_year, StageKey.SELF)
    _close(sample_year, StageKey.UNIT)
    before = Score.select().count()
    stages.reopen(sample_year.id, _stage(sample_year, StageKey.UNIT), "Chấm sót", user="Thư ký", at=AT)
    assert len(stages.doubtful_ratings(sample_year.id)) == 45
    assert Score.select().count() == before
    assert [event.action for event in stages.events(_stage(sample_year, StageKey.UNIT))] == ["reopen", "close"]


def test_a_doubtful_rating_can_be_let_stand(sample_year: CampaignSummary) -> None:
    _close(sample_year, StageKey.SELF)
    _close(sample_year, StageKey.UNIT)
    stages.reopen(sample_year.id, _stage(sample_year, StageKey.UNIT), "Chấm sót", user="Thư ký", at=AT)
    doubtful = stages.doubtful_ratings(sample_year.id)
    stages.confirm_ratings(sample_year.id, doubtful[:40])
    assert stages.doubtful_ratings(sample_year.id) == doubtful[40:]


def test_undo_of_a_reopening_closes_again_and_trusts_again(sample_year: CampaignSummary) -> None:
    _close(sample_year, StageKey.SELF)
    _close(sample_year, StageKey.UNIT)
    stages.reopen(sample_year.id, _stage(sample_year, StageKey.UNIT), "Chấm sót", user="Thư ký", at=AT)
    history.undo_last()
    assert Stage.select().where(Stage.closed_at.is_null(False)).count() == 2
    assert RatingRow.select().where(RatingRow.stale_since.is_null(False)).count() == 0


def test_who_keeps_the_points_of_the_unit_does_not_hold_the_council_up(sample_year: CampaignSummary) -> None:
    _close(sample_year, StageKey.SELF)
    _close(sample_year, StageKey.UNIT)
    _type(sample_year, StageKey.COUNCIL, "5")
    found = stages.gate(sample_year.id, _stage(sample_year, StageKey.COUNCIL))
    assert [one.subject_id for one in found.lacking] == [scoring.board(sample_year.id).rows[0].id]
