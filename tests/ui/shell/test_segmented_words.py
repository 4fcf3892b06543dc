"""With all the room it asked for, a row of choices shows every word whole."""

import pytest
from pytestqt.qtbot import QtBot

from thidua_gui.ui.widgets.segmented import Choice, Segmented


@pytest.mark.parametrize("words", [("Sáng", "Tối", "Theo hệ thống"), ("100 %", "125 %"), ("Ấ", "Ựng")])
def test_no_letter_is_lost_where_there_is_room(qtbot: QtBot, words: tuple[str, ...]) -> None:
    row = Segmented([Choice(word, word) for word in words])
    qtbot.addWidget(row)
    row.show()
    row.resize(row.sizeHint())
    for segment in row.segments():
        segment.setChecked(True)
        assert segment.shown_words()[0] == segment.choice.text
