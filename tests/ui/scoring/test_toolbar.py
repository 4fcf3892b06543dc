"""The strip above the board at every width: words give way before controls do."""

import itertools

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from thidua_gui.core.ids import SheetId, UnitId
from thidua_gui.core.scoring import StageKey
from thidua_gui.ui import theme
from thidua_gui.ui.scoring.toolbar import SIGN_WIDTH, ScoringToolbar, StageCount, Tally

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


@pytest.mark.parametrize("width", [1196, 1356])
@pytest.mark.parametrize("closed", [0, 3])
@pytest.mark.parametrize(("invalid", "incomplete"), [(0, 0), (12, 24), (1234, 123_456)])
def test_at_large_letters_no_stage_name_is_cut_and_nothing_overlaps(
    qtbot: QtBot, width: int, closed: int, invalid: int, incomplete: int
) -> None:
    """1196 is what a window 1280 wide leaves."""
    theme.theme_switch().set_scale(1.5)
    toolbar = ScoringToolbar()
    qtbot.addWidget(toolbar)
    toolbar.offer_units([(UnitId(1), "Khoa Xây dựng Đảng")])
    toolbar.offer_sheets([(SheetId(1), "GV"), (SheetId(2), "VC-NV")])
    stages = tuple(StageCount(stage, 45, 45, place < closed) for place, stage in enumerate(StageKey))
    toolbar.show_tally(Tally(stages, invalid, incomplete), StageKey.UNIT)
    toolbar.show()
    toolbar.resize(width, 84)
    QApplication.processEvents()
    shown = [part.geometry() for part in toolbar._parts if part.isVisible()]
    assert all(left.right() < right.left() for left, right in itertools.pairwise(shown))
    words = [one.shown_words()[0] for one in toolbar.stages.segments()]
    assert words == ["1. Tự chấm", "2. Đơn vị", "3. Hội đồng"]


def test_a_choice_shown_as_a_sign_still_tells_its_words(toolbar: ScoringToolbar) -> None:
    toolbar.sheets.setCurrentIndex(1)
    toolbar.resize(700, 56)
    assert toolbar.sheets.width() == theme.px(SIGN_WIDTH)
    assert not toolbar.sheets.itemIcon(1).isNull()
    assert (toolbar.sheets.toolTip(), toolbar.sheets.accessibleName()) == ("Bộ GV", "Bộ tiêu chí")
    toolbar.resize(1400, 56)
    assert toolbar.sheets.itemIcon(1).isNull()


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
