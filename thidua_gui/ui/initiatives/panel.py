"""One initiative beside the list: facts, authors, evidence, what it served. Asks the pane for everything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from thidua_gui.services import initiative_uses
from thidua_gui.services.initiative_uses import UseRow
from thidua_gui.services.initiatives import AuthorRow, InitiativeDetail, InitiativeRow
from thidua_gui.text import initiatives as service_wording
from thidua_gui.text import initiatives_page as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.evidence_box import EvidenceBox
from thidua_gui.ui.forms.fact_list import FactList
from thidua_gui.ui.forms.layouts import clear
from thidua_gui.ui.initiatives.initiative_columns import chip_of, kind_of
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.empty_state import EmptyState, IconLabel
from thidua_gui.ui.widgets.panel_rows import heading_row, wrapped


class InitiativePanel(QFrame):
    """Empty until an initiative is shown."""

    edit_wanted = Signal()
    authors_wanted = Signal()
    add_use_wanted = Signal()
    use_menu_wanted = Signal(object, QPoint)
    """UseRow and where."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(wording.PANEL)
        self.seen: InitiativeDetail | None = None
        self.is_editable = False
        self.name = wrapped("section")
        self.result = Chip()
        self.facts = FactList(label_width=112)
        self.edit_authors = push(wording.EDIT_AUTHORS, kind="link")
        self.add_use = push(wording.ADD_USE, kind="link")
        self.box = EvidenceBox()
        self.edit = push(wording.EDIT_SHORT, "pencil")
        self._authors, self._uses = _column(), _column()
        self.rule = wrapped("caption")
        rule = initiative_uses.single_use()
        self.rule.setText(service_wording.single_use(rule.since, rule.source, is_checked=rule.is_checked))
        self._lay_out()
        self.edit.clicked.connect(self.edit_wanted)
        self.edit_authors.clicked.connect(self.authors_wanted)
        self.add_use.clicked.connect(self.add_use_wanted)

    def show_detail(self, seen: InitiativeDetail | None, *, is_editable: bool) -> None:
        """An initiative, or the words that one is to be chosen."""
        same = self.seen is not None and seen is not None and self.seen.row.id == seen.row.id
        self.seen, self.is_editable = seen, is_editable
        self._stack.setCurrentIndex(0 if seen is None else 1)
        if seen is None:
            return
        row, chip = seen.row, chip_of(seen.row)
        self.name.setText(row.name)
        self.result.show_state(chip.word, chip.tone.value, chip.icon)
        self.facts.show_sections([("", _facts(row))])
        _fill(self._authors, [_author(author) for author in row.authors], "")
        self.box.show_rows(seen.files, is_editable=is_editable)
        _fill(self._uses, [self._use(use) for use in seen.uses], wording.NO_USES)
        for button in (self.edit, self.edit_authors, self.add_use):
            button.setVisible(is_editable)
        self._foot.setVisible(is_editable)
        if not same:
            self._scroll.verticalScrollBar().setValue(0)

    def _use(self, use: UseRow) -> QWidget:
        below = wording.use_line(use.year, use.decided_on)
        lines = [use.name, f"{below}, {wording.REVOKED}" if use.is_revoked else below]
        lines += [use.note] if use.note else []
        entry, words = _entry(use.title, lines)
        if use.repeats:
            words.addLayout(_warning(use))
        if self.is_editable:
            dots = icon_button("dots-vertical", wording.USE_MENU.format(name=use.title))
            dots.clicked.connect(
                lambda: self.use_menu_wanted.emit(use, dots.mapToGlobal(QPoint(0, dots.height())))
            )
            layout = entry.layout()
            if isinstance(layout, QHBoxLayout):
                layout.addWidget(dots, 0, Qt.AlignmentFlag.AlignTop)
        return entry

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("transparent", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        column.setSpacing(theme.px(10))
        column.addWidget(self.name)
        column.addWidget(self.result, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.facts)
        for heading, button, part in (
            (wording.AUTHORS, self.edit_authors, self._authors), (wording.USES, self.add_use, self._uses),
        ):  # fmt: skip
            column.addWidget(line())
            column.addLayout(heading_row(heading, button))
            column.addLayout(part)
        column.addWidget(self.rule)
        column.addWidget(line())
        column.addWidget(self.box)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        foot.addWidget(self.edit, 1)
        body = QWidget()
        body.setProperty("transparent", True)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(line())
        whole.addWidget(self._foot)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(EmptyState("bulb", wording.CHOOSE, wording.CHOOSE_WHY))
        self._stack.addWidget(body)


def _warning(use: UseRow) -> QHBoxLayout:
    """Icon and words: that it is a second use."""
    icon = ("alert-circle", "error") if use.is_refused else ("alert-triangle", "warning")
    told = wrapped("error" if use.is_refused else "caption")
    told.setText(wording.repeats(use.repeats, refused=use.is_refused))
    row = QHBoxLayout()
    row.setSpacing(theme.px(6))
    row.addWidget(IconLabel(*icon, 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(told, 1)
    return row


def _facts(row: InitiativeRow) -> list[tuple[str, str]]:
    """What is not known of a text is left out; what decides is always told."""
    facts = [
        (wording.CODE, row.code),
        (wording.KIND, kind_of(row)),
        (wording.SCOPE, row.scope or ""),
        (wording.DECISION, wording.decision(row.decision_number, row.recognised_on)),
    ]
    texts = (
        (wording.RECOGNISED_BY, row.recognised_by), (wording.SUMMARY, row.summary), (wording.EFFECT, row.effect),
        (wording.APPLIED_AT, row.applied_at),
    )  # fmt: skip
    return facts + [(name, text) for name, text in texts if text]


def _author(author: AuthorRow) -> QWidget:
    share = wording.NO_SHARE if author.share is None else service_wording.percent(author.share)
    return _entry(author.name, [", ".join(part for part in (author.unit, share) if part)])[0]


def _entry(title: str, lines: Sequence[str]) -> tuple[QFrame, QVBoxLayout]:
    entry = QFrame()
    entry.setProperty("entryRow", True)
    entry.setAccessibleName(". ".join([title, *lines]))
    words = QVBoxLayout()
    words.setSpacing(theme.px(1))
    for text, role in ((title, "tableStrong"), *((text, "caption") for text in lines)):
        label = wrapped(role)
        label.setText(text)
        words.addWidget(label)
    row = QHBoxLayout(entry)
    row.setContentsMargins(theme.px(10), theme.px(6), theme.px(4), theme.px(6))
    row.addLayout(words, 1)
    return entry, words


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(6))
    return column


def _fill(column: QVBoxLayout, entries: Sequence[QWidget], none: str) -> None:
    clear(column)
    for entry in entries:
        column.addWidget(entry)
    if not entries and none:
        label = wrapped("muted")
        label.setText(none)
        column.addWidget(label)
