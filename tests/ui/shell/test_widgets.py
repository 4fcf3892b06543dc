"""Shared widgets: by mouse and keyboard, with names for screen readers, following the theme."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from thidua_gui.text import shell
from thidua_gui.ui import messages, theme
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.date_field import DateField, read_date
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.field import Field
from thidua_gui.ui.widgets.search_box import SearchBox
from thidua_gui.ui.widgets.segmented import Choice, Segmented


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()


@pytest.fixture
def stages(qtbot: QtBot) -> Segmented:
    made = Segmented([Choice("self", "Tự chấm", "45/45"), Choice("unit", "Đơn vị"), Choice("council", "Hội đồng")])
    shown(qtbot, made)
    return made


def test_arrows_move_between_choices_round_the_ends(qtbot: QtBot, stages: Segmented) -> None:
    picked: list[object] = []
    stages.picked.connect(picked.append)
    stages.segments()[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert picked == ["unit", "council", "self", "council"]


def test_tab_enters_a_row_of_choices_at_the_taken_one(stages: Segmented) -> None:
    stages.set_current("unit")
    tabs = [bool(segment.focusPolicy() & Qt.FocusPolicy.TabFocus) for segment in stages.segments()]
    assert tabs == [False, True, False]


def test_new_choices_keep_the_taken_one_if_it_is_still_there(stages: Segmented) -> None:
    stages.set_current("unit")
    stages.set_choices([Choice("unit", "Đơn vị", "41/45"), Choice("council", "Hội đồng")])
    assert stages.current() == "unit"
    stages.set_choices([Choice("council", "Hội đồng")])
    assert stages.current() == "council"


def test_taking_a_choice_does_not_change_its_width(stages: Segmented) -> None:
    before = [segment.sizeHint() for segment in stages.segments()]
    stages.set_current("council")
    assert [segment.sizeHint() for segment in stages.segments()] == before


def test_a_choice_says_its_count_to_a_screen_reader(stages: Segmented) -> None:
    assert stages.segments()[0].accessibleName() == "Tự chấm 45/45"


def test_a_row_of_choices_with_too_little_room_gives_up_its_counts_first(stages: Segmented) -> None:
    assert [segment.shown_words()[1] for segment in stages.segments()] == ["45/45", "", ""]
    stages.resize(stages.sizeHint().width() - 10, stages.height())
    shown = [segment.shown_words() for segment in stages.segments()]
    assert shown == [("Tự chấm", ""), ("Đơn vị", ""), ("Hội đồng", "")]
    assert stages.segments()[0].toolTip() == "Tự chấm 45/45"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_words_of_choices_are_elided_rather_than_printed_over_one_another(qtbot: QtBot, scale: float) -> None:
    theme.theme_switch().set_scale(scale)
    row = Segmented([Choice(1, "1. Tự chấm", "45/45"), Choice(2, "2. Đơn vị chấm", "41/45", icon="lock")])
    shown(qtbot, row)
    row.resize(theme.px(150), row.height())
    boxes = [segment.geometry() for segment in row.segments()]
    assert not boxes[0].intersects(boxes[1])
    assert row.rect().contains(boxes[0].united(boxes[1]))
    assert row.segments()[1].shown_words()[0].endswith("…")
    assert row.segments()[1].toolTip() == "2. Đơn vị chấm 41/45"


def test_a_wider_row_of_choices_shows_its_counts_again(stages: Segmented) -> None:
    stages.resize(100, stages.height())
    stages.resize(stages.sizeHint())
    assert stages.segments()[0].shown_words() == ("Tự chấm", "45/45")


@pytest.mark.parametrize("text", ["2/3/2022", "02/03/2022", "2-3-2022", "02.03.2022", "02032022", " 2/3/2022 "])
def test_a_date_is_read_as_people_type_it(text: str) -> None:
    assert read_date(text) == date(2022, 3, 2)


@pytest.mark.parametrize("text", ["", "31/02/2022", "2022-03-02", "2/3", "hôm nay", "2/3/22"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_a_date_field_tells_a_change_once_and_writes_it_out(qtbot: QtBot) -> None:
    field = DateField(name="Ngày vào trường")
    shown(qtbot, field)
    told: list[object] = []
    field.day_changed.connect(told.append)
    qtbot.keyClicks(field, "2/3/2022")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [date(2022, 3, 2)]
    assert field.text() == "02/03/2022"


def test_a_date_field_keeps_what_is_no_date_and_says_so(qtbot: QtBot) -> None:
    field = DateField(date(2022, 3, 2))
    shown(qtbot, field)
    told: list[object] = []
    field.day_changed.connect(told.append)
    field.setText("31/02/2022")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (told, field.text(), field.is_valid(), field.day()) == ([], "31/02/2022", False, None)


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_the_calendar_gives_its_day_to_the_field(qtbot: QtBot) -> None:
    from PySide6.QtCore import QDate
    from PySide6.QtWidgets import QCalendarWidget

    field = DateField(date(2022, 3, 2))
    shown(qtbot, field)
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2022, 3, 2)
    calendar.clicked.emit(QDate(2022, 3, 8))
    assert field.day() == date(2022, 3, 8)


def test_a_search_waits_until_the_typing_rests(qtbot: QtBot) -> None:
    box = SearchBox("Tìm người", rest=10)
    shown(qtbot, box)
    asked: list[str] = []
    box.searched.connect(asked.append)
    qtbot.keyClicks(box, "han")
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["han"])
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert asked == ["han", ""]


def test_an_icon_button_has_a_name(qtbot: QtBot) -> None:
    button = icon_button("help", "Trợ giúp", bordered=True)
    shown(qtbot, button)
    assert (button.accessibleName(), button.toolTip()) == ("Trợ giúp", "Trợ giúp")
    assert button.height() == button.width() == 32


def test_buttons_are_as_high_as_the_design_says(qtbot: QtBot) -> None:
    usual, large = push("Lưu"), push("Tạo mới", large=True)
    shown(qtbot, usual)
    shown(qtbot, large)
    assert (usual.sizeHint().height(), large.sizeHint().height()) == (32, 40)


def test_a_field_says_its_error_below_and_takes_it_back(qtbot: QtBot) -> None:
    field = Field("Họ và tên", QLineEdit(), "Như trong hồ sơ")
    shown(qtbot, field)
    assert field.editor.accessibleName() == "Họ và tên"
    field.set_error("Hãy điền họ và tên.")
    assert (field.has_error, field.below.text()) == (True, "Hãy điền họ và tên.")
    field.set_error("")
    assert (field.has_error, field.below.text()) == (False, "Như trong hồ sơ")


def test_a_chip_never_tells_by_colour_alone(qtbot: QtBot) -> None:
    chip = Chip("Đạt", "ok")
    shown(qtbot, chip)
    plain = Chip("Đạt", "ok", "-")
    shown(qtbot, plain)
    assert chip.sizeHint().width() == plain.sizeHint().width() + theme.px(18)
    assert chip.height() >= 22


def test_a_banner_shows_one_sentence_and_its_action(qtbot: QtBot) -> None:
    banner = Banner(closable=True)
    shown(qtbot, banner)
    acted: list[bool] = []
    banner.acted.connect(lambda: acted.append(True))
    banner.say("wa", "Chưa sao lưu 8 ngày.", "Sao lưu ngay")
    banner.action.click()
    theme.theme_switch().set_name("dark")
    banner.close_button.click()
    assert (acted, banner.isVisible()) == ([True], False)


def test_an_empty_state_without_a_verb_has_no_button(qtbot: QtBot) -> None:
    empty = EmptyState("users", "Chưa có ai", "Nhập danh sách từ Excel.")
    shown(qtbot, empty)
    assert not empty.button.isVisible()
    empty.say("Không có ai khớp", "Bộ lọc: thi", shell.CLEAR_FILTER)
    assert empty.button.isVisible()


def test_the_safe_answer_is_preset_before_something_dangerous(qtbot: QtBot) -> None:
    dialog = Dialog(None, "Xóa?", "Xóa điểm", danger=True)
    shown(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == 0
    assert dialog.primary.text() == "Xóa điểm"


def test_a_line_that_is_needed_is_asked_for_again(qtbot: QtBot) -> None:
    dialog = messages.TextDialog(None, "Lý do", "Lý do", "Lưu", text="", needed="Hãy ghi lý do.")
    shown(qtbot, dialog)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.field.below.text() == "Hãy ghi lý do."
    qtbot.keyClicks(dialog.line, "nham")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.result() == 1


def test_a_dialog_shows_all_its_words_however_small_the_screen(qtbot: QtBot) -> None:
    dialog = Dialog(None, "Phím tắt", "Đóng")
    button = QPushButton("x" * 90)
    dialog.body.addWidget(button)
    shown(qtbot, dialog)
    assert button.width() >= button.sizeHint().width()
