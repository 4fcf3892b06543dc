"""Authors of an initiative in a form: found by name, each with a share, in their order. Asks no service itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import PersonId
from thidua_gui.core.initiatives import Author
from thidua_gui.core.points import Points
from thidua_gui.text import forms as common
from thidua_gui.text import initiatives_page as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.people_find import find_people
from thidua_gui.ui.forms.pick_field import PickField
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.elided_label import ElidedLabel

LINES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Named:
    """One author as shown."""

    person_id: PersonId
    label: str
    share: int | None


class AuthorsField(QWidget):
    """A person chosen below joins the list; the cross beside a name takes it off."""

    def __init__(self, context: Context, authors: Sequence[Named], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[_Line] = []
        self.search = PickField(find_people(context), common.PICK_PERSON)
        self.search.setAccessibleName(wording.AUTHORS)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.px(4))
        holder = QWidget()
        holder.setProperty("transparent", True)
        holder.setLayout(self._list)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self._scroll)
        column.addWidget(self.search)
        self.setFocusProxy(self.search)
        for author in authors:
            self._add(author)
        self._fit()
        self.search.picked.connect(self._on_picked)

    def authors(self) -> tuple[Author, ...]:
        """In their order; raises UserError for a share that is no number."""
        return tuple(Author(line.author.person_id, _hundredths(line.share.text())) for line in self.lines)

    def is_settled(self) -> bool:
        """No words stand in the search that were not chosen."""
        return self.search.is_settled()

    def _on_picked(self, key: object) -> None:
        if not isinstance(key, int):
            return
        label = self.search.text()
        self.search.choose(None)
        if all(line.author.person_id != key for line in self.lines):
            self._add(Named(PersonId(key), label, None))
            self._fit()
            self.lines[-1].share.setFocus()

    def _add(self, author: Named) -> None:
        line = _Line(author)
        line.remove.clicked.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._list.addWidget(line)

    def _remove(self, line: _Line) -> None:
        self.lines.remove(line)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._fit()
        self.search.setFocus()

    def _fit(self) -> None:
        """As high as its lines, up to a few; more are scrolled."""
        shown = min(len(self.lines), LINES_SHOWN)
        self._scroll.setVisible(bool(self.lines))
        if self.lines:
            height = self.lines[0].sizeHint().height()
            self._scroll.setFixedHeight(height * shown + self._list.spacing() * (shown - 1))


class _Line(QWidget):
    def __init__(self, author: Named) -> None:
        super().__init__()
        self.author = author
        name = ElidedLabel(author.label)
        self.share = QLineEdit("" if author.share is None else Points(author.share).shortest)
        self.share.setFixedWidth(theme.px(72))
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.share.setAccessibleName(wording.SHARE_OF.format(name=author.label))
        self.remove = icon_button("x", wording.REMOVE_AUTHOR.format(name=author.label))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(name, 1)
        row.addWidget(self.share)
        row.addWidget(QLabel(wording.SHARE))
        row.addWidget(self.remove)


def _hundredths(text: str) -> int | None:
    words = text.strip().removesuffix("%").strip()
    if not words:
        return None
    try:
        return Points.parse(words).hundredths
    except UserError:
        raise UserError("initiative_share_unread", field="authors", text=text.strip()) from None
