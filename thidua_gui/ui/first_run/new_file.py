"""Asks for what a new data file needs: school, first year, place; knows no page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from thidua_gui.core.vietnamese import fold
from thidua_gui.text import shell
from thidua_gui.ui import theme
from thidua_gui.ui.settings import user_folder
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.field import Field

if TYPE_CHECKING:
    from thidua_gui.ui.context import Context
    from thidua_gui.ui.file_session import FileSession

EXTENSION = ".tdkt"


class NewFileDialog(Dialog):
    """Proposes a file name from the school's name until the user chooses a place."""

    def __init__(self, parent: QWidget | None, this_year: int) -> None:
        super().__init__(parent, shell.NEW_FILE_TITLE, shell.NEW_FILE_VERB)
        self._place_chosen = False
        self.school = QLineEdit()
        self.year = QLineEdit(str(this_year))
        self.year.setValidator(QIntValidator(1, 9999, self))
        self.place = QLineEdit(str(proposed_path("")))
        browse = icon_button("folder-open", shell.CHOOSE_PLACE, bordered=True)
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.place, 1)
        row.addWidget(browse)
        held.setFocusProxy(self.place)
        self.school_field = Field(shell.SCHOOL_NAME, self.school, shell.SCHOOL_NAME_HINT)
        self.year_field = Field(shell.FIRST_YEAR, self.year)
        self.place_field = Field(shell.FILE_PLACE, held, shell.FILE_PLACE_HINT)
        self.place.setAccessibleName(shell.FILE_PLACE)
        for field in (self.school_field, self.year_field, self.place_field):
            self.body.addWidget(field)
        self.setMinimumWidth(theme.px(560))
        self.school.textEdited.connect(self._propose)
        self.place.textEdited.connect(self._on_place)
        browse.clicked.connect(self._browse)
        self.school.setFocus()

    def submit(self) -> None:
        """Close when school, year and place can be used; otherwise say beside the field what is wrong."""
        self.school_field.set_error("" if self.school.text().strip() else shell.SCHOOL_NAME_MISSING)
        self.year_field.set_error("" if re.fullmatch(r"[12]\d{3}", self.year.text()) else shell.FIRST_YEAR_WRONG)
        self.place_field.set_error(shell.FILE_EXISTS if self.path().exists() else "")
        if not any(field.has_error for field in (self.school_field, self.year_field, self.place_field)):
            self.accept()

    def path(self) -> Path:
        """Where the file is to be, with its extension."""
        path = Path(self.place.text().strip())
        return path if path.suffix == EXTENSION else path.with_name(path.name + EXTENSION)

    def _propose(self, school: str) -> None:
        if not self._place_chosen:
            self.place.setText(str(proposed_path(school)))

    def _on_place(self) -> None:
        self._place_chosen = True

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, shell.CHOOSE_PLACE.rstrip("."), str(self.path()), shell.FILE_FILTER)
        if name:
            self._place_chosen = True
            self.place.setText(name)


def proposed_path(school: str) -> Path:
    """A free file name made from the school's name, in the user's folder."""
    words = "-".join(re.findall(r"[a-z0-9]+", fold(school)))[:60] or fold(shell.NEW_FILE_NAME)
    path = user_folder() / f"{words}{EXTENSION}"
    number = 2
    while path.exists():
        path = user_folder() / f"{words}-{number}{EXTENSION}"
        number += 1
    return path


def ask_new_file(parent: QWidget, context: Context, session: FileSession) -> None:
    """Ask, then create and open the file."""
    dialog = NewFileDialog(parent, context.clock().year)
    if dialog.exec():
        session.create(dialog.path(), dialog.school.text().strip(), int(dialog.year.text()))
