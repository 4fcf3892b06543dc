"""What the tests of the page of proposals do by hand: choose lines, press keys, answer dialogs."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from thidua_gui.services.proposal_views import ProposalRow
from thidua_gui.ui.forms.form_dialog import FormDialog
from thidua_gui.ui.proposals.page import ProposalsPage

FIGHTER, LABOURER = "grassroots_fighter", "advanced_labourer"
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
Asked = TypeVar("Asked", bound=QDialog)


def dialog(page: ProposalsPage, kind: type[Asked]) -> Asked:
    """The one that is open."""
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found


def below(asked: FormDialog, name: str) -> str:
    """What stands under a field: its hint or what is wrong."""
    return asked.fields[name].below.text()


def rows(page: ProposalsPage) -> dict[str, ProposalRow]:
    """The shown lines by name, in the order of the screen."""
    return {row.name: row for row in page.grid.lines.shown_rows}


def choose(page: ProposalsPage, name: str) -> ProposalRow:
    """The cursor on a line, the panel beside it."""
    row = next(row for row in page.grid.lines.rows if row.name == name)
    page.grid.setFocus()
    assert page.grid.select_row(row.id, "name")
    page.load_dossier()
    return row


def pick_from_menu(owner: QWidget, words: str) -> None:
    """Take a line of the menu that is open."""
    (menu,) = [one for one in owner.findChildren(QMenu) if one.isVisible()]
    (action,) = [action for action in menu.actions() if action.text() == words]
    menu.close()
    action.trigger()


def select(page: ProposalsPage, qtbot: QtBot, first: str, more: int) -> None:
    """A line and so many after it, by Shift and Down."""
    choose(page, first)
    for _ in range(more):
        qtbot.keyClick(page.grid, Qt.Key.Key_Down, SHIFT)
