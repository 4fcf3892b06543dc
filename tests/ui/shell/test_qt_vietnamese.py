"""Qt's own buttons, menus and dialogs are in Vietnamese, and every key of the dictionary is one Qt asks for."""

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QCalendarWidget, QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.source_tree import is_vietnamese
from thidua_gui.ui.qt_vietnamese import WORDS

SAME_IN_BOTH = {"mm", "pt", "in", "&HTML:", "1 (1x1)", "2 (2x1)", "4 (2x2)", "6 (2x3)", "9 (3x3)", "16 (4x4)"}


def said(context: str, source: str) -> str:
    return QCoreApplication.translate(context, source)


@pytest.mark.parametrize("button", list(QDialogButtonBox.StandardButton)[1:])
def test_every_standard_button_speaks_vietnamese(qtbot: QtBot, button: QDialogButtonBox.StandardButton) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    made = box.addButton(button)
    if made is not None:
        assert made.text() in WORDS["QPlatformTheme"].values()


def test_a_file_dialog_speaks_vietnamese(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    words |= {button.text() for button in dialog.findChildren(QPushButton)}
    assert words <= {"&Tìm trong:", "&Tên tệp:", "&Loại tệp:", "&Mở", "Hủy"}


def test_the_menu_of_a_field_speaks_vietnamese(qtbot: QtBot) -> None:
    line = QLineEdit("Lò Thị Hạnh")
    qtbot.addWidget(line)
    menu: QMenu = line.createStandardContextMenu()
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["&Hoàn tác", "&Làm lại", "&Cắt", "&Sao chép", "&Dán", "Xóa", "Chọn tất cả"]


def test_the_calendar_names_days_and_months_in_vietnamese(qtbot: QtBot) -> None:
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    assert calendar.locale().language() == QLocale.Language.Vietnamese
    assert calendar.locale().dayName(1) == "Thứ Hai"


def test_what_the_dictionary_lacks_stays_as_it_is() -> None:
    assert said("QSslSocket", "No error") == "No error"
    assert said("Nobody", "Nothing") == "Nothing"


def test_every_key_is_one_that_qt_asks_for() -> None:
    german = QTranslator()
    assert german.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    unknown = [
        (context, source)
        for context, words in WORDS.items()
        for source in words
        if not german.translate(context, source)
    ]
    assert unknown == []


def test_every_answer_is_vietnamese_with_the_same_fields() -> None:
    pairs = [(source, said_) for words in WORDS.values() for source, said_ in words.items()]
    assert [pair for pair in pairs if pair[0].count("%") != pair[1].replace(" %", "%").count("%")] == []
    plain = {"Xem trang", "Trang", "Cao", "In", "Sai", "Phim", "Tên", "Cho"}
    odd = {said_ for source, said_ in pairs if not is_vietnamese(said_) and source not in SAME_IN_BOTH}
    assert {word for word in odd if word.strip("&:") not in plain and not word.isascii()} == set()
