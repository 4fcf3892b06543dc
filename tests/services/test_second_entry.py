"""A paper sheet typed twice: only what differs is shown, and nobody confirms alone."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from db.models.scoring import Stage
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import PersonId, StageId
from thidua_gui.core.scoring import Criterion, StageKey
from thidua_gui.services import history, score_entry, scoring, second_entry
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.second_entry import SheetCheck
from thidua_gui.services.transaction import write

AT = datetime(2022, 11, 20, 9, 0)


@dataclass
class _Sheet:
    year: CampaignSummary
    stage: StageId
    person: PersonId
    leaves: tuple[Criterion, ...]
    texts: dict[str, str]

    def type_second(self, **changed: str) -> None:
        texts = self.texts | {number.replace("_", "."): text for number, text in changed.items()}
        entries = [CellEntry(self.person, leaf.id, texts[leaf.number]) for leaf in self.leaves]
        second_entry.enter(self.stage, entries, by="Lò Thị Hạnh", at=AT)

    def check(self) -> SheetCheck:
        return second_entry.check(self.year.id, self.stage, self.person)

    def cell(self, number: str, text: str) -> CellEntry:
        return CellEntry(self.person, next(leaf.id for leaf in self.leaves if leaf.number == number), text)

    def held(self, number: str) -> str:
        row = next(row for row in scoring.board(self.year.id).rows if row.id == self.person)
        return str(row.scores[self.stage][self.cell(number, "").criterion_id])

    def confirm(self, first: str = "Lê Anh Dũng", second: str = "Lò Thị Hạnh") -> None:
        second_entry.confirm(self.year.id, self.stage, self.person, first_by=first, second_by=second, at=AT)


@pytest.fixture
def sheet(sample_year: CampaignSummary) -> _Sheet:
    year = scoring.board(sample_year.id)
    row = next(row for row in year.rows if row.code == "CB05")
    found = year.sheet(row.sheet_id)
    assert found is not None
    stage = next(each.id for each in year.stages if each.key is StageKey.UNIT)
    texts = {leaf.number: str(row.scores[stage][leaf.id]) for leaf in found.leaves()}
    return _Sheet(sample_year, stage, row.id, found.leaves(), texts)


def test_equal_entries_agree_whatever_their_spelling(sheet: _Sheet) -> None:
    sheet.type_second(**{"1_1": sheet.texts["1.1"].replace(",", ".") + "0"})
    assert sheet.check().can_confirm


def test_only_what_differs_is_shown(sheet: _Sheet) -> None:
    sheet.type_second(**{"1_2": "1", "2_1": ""})
    assert [(each.criterion.number, each.second) for each in sheet.check().differences] == [("1.2", "1"), ("2.1", "")]


def test_a_difference_stops_the_confirmation(sheet: _Sheet) -> None:
    sheet.type_second(**{"1_2": "1"})
    with pytest.raises(UserError) as refusal:
        sheet.confirm()
    assert refusal.value.details["differences"] == 1


def test_a_sheet_typed_in_part_cannot_be_confirmed(sheet: _Sheet) -> None:
    leaf = sheet.leaves[0]
    second_entry.enter(sheet.stage, [CellEntry(sheet.person, leaf.id, sheet.texts[leaf.number])], by="A", at=AT)
    with pytest.raises(UserError) as refusal:
        sheet.confirm()
    assert refusal.value.details["left"] == len(sheet.leaves) - 1


@pytest.mark.parametrize(("first", "code"), [("", "names_missing"), ("LÒ THỊ  HẠNH", "one_person")])
def test_nobody_confirms_alone(sheet: _Sheet, first: str, code: str) -> None:
    sheet.type_second()
    with pytest.raises(UserError) as refusal:
        sheet.confirm(first=first)
    assert refusal.value.code == f"second_entry_{code}"


def test_both_names_and_the_time_are_kept(sheet: _Sheet) -> None:
    sheet.type_second()
    sheet.confirm()
    found = sheet.check()
    assert (found.first_by, found.second_by, found.checked_at) == ("Lê Anh Dũng", "Lò Thị Hạnh", AT)


def test_typing_again_takes_the_confirmation_back(sheet: _Sheet) -> None:
    sheet.type_second()
    sheet.confirm()
    sheet.type_second(**{"1_1": "2"})
    assert sheet.check().first_by is None


def test_correcting_the_first_entry_settles_a_difference(sheet: _Sheet) -> None:
    sheet.type_second(**{"1_2": "4,5"})
    score_entry.enter(sheet.stage, [sheet.cell("1.2", "4,5")])
    assert sheet.check().can_confirm


def test_a_third_text_for_both_is_one_step_to_undo_and_redo(sheet: _Sheet) -> None:
    sheet.type_second(**{"1_2": "1"})
    before = sheet.check()
    second_entry.settle(sheet.stage, sheet.cell("1.2", "4,5"), by="Lò Thị Hạnh", at=AT)
    settled = sheet.check()
    assert settled.can_confirm
    assert sheet.held("1.2") == "4,5"
    history.undo_last()
    assert sheet.check() == before
    assert sheet.held("1.2") == sheet.texts["1.2"]
    history.redo_last()
    assert (sheet.check(), sheet.held("1.2")) == (settled, "4,5")


def test_settling_takes_the_confirmation_back_and_undo_gives_it_again(sheet: _Sheet) -> None:
    sheet.type_second()
    sheet.confirm()
    second_entry.settle(sheet.stage, sheet.cell("1.2", "4,5"), by="Lò Thị Hạnh", at=AT)
    assert sheet.check().first_by is None
    history.undo_last()
    assert sheet.check().first_by == "Lê Anh Dũng"


def test_a_closed_stage_is_not_settled(sheet: _Sheet) -> None:
    sheet.type_second(**{"1_2": "1"})
    with write("Chốt"):
        Stage.update(closed_at=AT, closed_by="Thư ký").where(Stage.id == sheet.stage).execute()
    with pytest.raises(UserError):
        second_entry.settle(sheet.stage, sheet.cell("1.2", "4,5"), by="Lò Thị Hạnh", at=AT)
    assert sheet.held("1.2") == sheet.texts["1.2"]
    assert [each.second for each in sheet.check().differences] == ["1"]


def test_discarding_can_be_undone(sheet: _Sheet) -> None:
    sheet.type_second()
    second_entry.discard(sheet.stage, sheet.person)
    assert sheet.check().typed == 0
    history.undo_last()
    assert sheet.check().typed == len(sheet.leaves)
