"""Around a person's sheet: the picture, the choice of the unit."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from db.models.organisation import Person
from thidua_gui.core.ids import PersonId
from thidua_gui.services import people_edit
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.widgets.elided_combo import ElidedCombo

LONG = "Phòng Tổ chức, Hành chính, Thông tin, Tư liệu"


def jpeg() -> bytes:
    image = QImage(30, 40, QImage.Format.Format_RGB32)
    image.fill(0x884422)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes a name
    return bytes(buffer.data().data())


@pytest.mark.parametrize("has_picture", [True, False])
def test_the_sheet_shows_the_picture_of_the_person_if_there_is_one(page: ScoringPage, has_picture: bool) -> None:
    person = PersonId(Person.get(Person.code == "GV01").id)
    if has_picture:
        page.context.jobs.command(lambda _: people_edit.set_portrait(person, jpeg(), "a.jpg", "image/jpeg"))
    page.open_argument(person)
    assert page.sheet._portrait.has_picture is has_picture


def test_a_unit_too_long_for_its_choice_ends_in_an_ellipsis_and_stands_in_the_tooltip(qtbot: QtBot) -> None:
    combo = ElidedCombo()
    qtbot.addWidget(combo)
    combo.addItem(LONG)
    combo.resize(200, combo.sizeHint().height())
    combo.show()
    combo.grab()
    assert combo.shown_words().endswith("…")
    assert combo.toolTip() == LONG
    combo.resize(800, combo.height())
    combo.grab()
    assert (combo.shown_words(), combo.toolTip()) == (LONG, "")
