"""The strip above the board at every width: words give way before controls do."""

import itertools

import pytest
from pytestqt.qtbot import QtBot

from thidua_gui.core.ids import SheetId
from thidua_gui.core.scoring import StageKey
from thidua_gui.ui.scoring.toolbar import ScoringToolbar, StageCount, Tally

FULL = "2 người chưa đủ điểm"


@pytest.fixture
def toolbar(qtbot: QtBot) -> ScoringToolbar:
    made = ScoringToolbar()
    qtbot.addWidget(made)
    made.offer_sheets([(SheetId(1), "GV"), (SheetId(2), "VC-NV")])
    made.show_tally(Tally(tuple(StageCount(stage, 45, 45) for stage in StageKey), 1, 2), StageKey.UNIT)
    made.show()
    return made


@pytest.mark.parametrize("width", [1184, 1224, 1400, 1664])
def test_everything_fits_into_one_line(toolbar: ScoringToolbar, width: int) -> None:
    toolbar.resize(width, 56)
    assert toolbar._needed() <= width
    shown = [part for part in toolbar._parts if part.isVisible()]
    edges = [(part.geometry().left(), part.geometry().right()) for part in shown]
    assert all(left > right for (_, right), (left, _) in itertools.pairwise(edges))


def test_a_wide_line_says_every_word(toolbar: ScoringToolbar) -> None:
    toolbar.resize(1700, 56)
    assert toolbar.incomplete.text() == FULL
    assert toolbar.search.isVisible()
    assert [one.choice.text for one in toolbar.stages.segments()] == ["1. Tự chấm", "2. Đơn vị chấm", "3. Hội đồng"]


def test_short_words_keep_their_full_names_for_screen_readers(toolbar: ScoringToolbar) -> None:
    toolbar.resize(1100, 56)
    assert toolbar.incomplete.text() == "2 chưa đủ"
    assert toolbar.incomplete.accessibleName() == FULL
    assert not toolbar.search.isVisible()


def test_the_search_field_comes_when_it_is_asked_for(qtbot: QtBot, toolbar: ScoringToolbar) -> None:
    toolbar.resize(1184, 56)
    toolbar.search_button.click()
    assert toolbar.search.isVisible()
    qtbot.keyClicks(toolbar.search, "hanh")
    assert toolbar.search.isVisible()


def test_one_sheet_alone_is_no_choice(toolbar: ScoringToolbar) -> None:
    toolbar.offer_sheets([(SheetId(1), "GV")])
    assert not toolbar.sheets.isVisible()
