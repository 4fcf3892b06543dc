"""What returned books would change, cell by cell, and the choice in every conflict. Asks no service."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.unit_book.comparing import Choice, Fate
from thidua_gui.services.unit_book_receiving import Preview
from thidua_gui.text import unit_books_page as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.unitbooks.difference_card import DifferenceCard
from thidua_gui.ui.unitbooks.differences import (
    FATES,
    Chosen,
    FileRow,
    Row,
    Show,
    columns,
    file_columns,
    files_of,
    rows_of,
    told,
)
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.segmented import Choice as Segment
from thidua_gui.ui.widgets.segmented import Segmented
from thidua_gui.ui.widgets.stepper import Stepper

_WORDS = {
    Show.ALL: wording.ALL, Show.CONFLICTS: wording.CONFLICTS, Show.CHANGES: wording.CHANGES,
    Show.REFUSED: wording.REFUSED,
}  # fmt: skip
_FILES_WIDE, _FILES_NARROW, _BOTH_WIDE = 340, 300, 1050
_LOW = 520
_REASONS_FROM = 780
"""From so many pixels on, the reasons stand in the list; below that in the card alone."""


class PreviewPane(QWidget):
    """Files at the left, their differences at the right, the decision below. Nothing is written here."""

    apply_wanted = Signal()
    cancelled = Signal()
    copied = Signal(str)
    """What to say in the status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview: Preview | None = None
        self.chosen: Chosen = {}
        self._is_set_by_hand = False
        self.stepper = Stepper(wording.STEPS)
        self.stepper.show_step(1)
        self.banner = Banner()
        self.files: SnapshotModel[FileRow] = SnapshotModel(file_columns())
        self.file_grid = GridView(self.files)
        self.file_grid.setAccessibleName(wording.FILES)
        self.shows = Segmented([Segment(show, _WORDS[show]) for show in Show], name=wording.FILTERS)
        self.keep_all = push(wording.KEEP_ALL, kind="link")
        self.take_all = push(wording.TAKE_ALL, kind="link")
        self.copy = push(wording.COPY, "copy", "link")
        self.copy.setToolTip(wording.COPY_TIP)
        self.card = DifferenceCard()
        self.model: SnapshotModel[Row] = SnapshotModel(columns())
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(wording.DIFFERENCES)
        self.nothing = EmptyState("circle-check", wording.NOTHING, wording.NOTHING_WHY)
        self.said = QLabel()
        self.said.setProperty("role", "muted")
        self.cancel = push(wording.CANCEL)
        self.apply = push("", "check", "primary")
        self._lay_out()
        self._connect()

    def show_preview(self, preview: Preview, *, anew: bool) -> None:
        """`anew`: other files than before, so nothing is chosen yet."""
        self.preview = preview
        if anew:
            self.chosen = {}
            self.shows.set_current(Show.ALL)
        self.files.set_rows(files_of(preview))
        self.model.set_rows(rows_of(preview, self.chosen))
        if anew or self.file_grid.current_row_id is None:
            self.file_grid.select_row(0)
        self._warn(preview)
        self._show_counts()
        self._filter()
        self._fit()

    def decide(self, rows: Iterable[Row], choice: Choice) -> None:
        """Take or keep these conflicts; plain changes can be kept out as well. A new line goes or stays whole."""
        chosen = {row.id: row for row in rows if row.can_be_chosen}
        whole = {row.line for row in chosen.values() if row.difference.is_new}
        chosen |= {row.id: row for row in self.model.rows if row.can_be_chosen and row.line in whole}
        changed = list(chosen.values())
        for row in changed:
            self.chosen.setdefault(row.token, {})[row.difference.key] = choice
        wanted = {row.id for row in changed}
        self.model.patch_rows(
            Row(row.id, row.token, row.unit, row.difference, choice) for row in self.model.rows if row.id in wanted
        )
        self._show_decision()

    def toggle(self, row_id: int) -> None:
        """The other choice for one row."""
        row = self.model.row_of(row_id)
        if row is not None:
            self.decide([row], Choice.KEEP if row.is_written else Choice.TAKE)

    def keep_chosen(self) -> None:
        """Giữ ở đây for the selected rows."""
        self.decide(self._selected(), Choice.KEEP)

    def take_chosen(self) -> None:
        """Lấy từ sổ for the selected rows."""
        self.decide(self._selected(), Choice.TAKE)

    def copy_refused(self) -> None:
        """Put what was not taken on the clipboard, a line each, for the units."""
        refused = [row for row in self.model.shown_rows if row.difference.fate is Fate.REFUSED]
        QGuiApplication.clipboard().setText("\n".join(told(row) for row in refused))
        self.copied.emit(wording.copied(len(refused)))

    def _selected(self) -> list[Row]:
        current = self.grid.current_row_id
        ids = self.grid.selected_row_ids() or (() if current is None else (current,))
        rows = (self.model.row_of(row_id) for row_id in ids if self.model.line_of(row_id) is not None)
        return [row for row in rows if row is not None]

    def _conflicts(self) -> list[Row]:
        return [row for row in self.model.rows if row.is_conflict]

    def _warn(self, preview: Preview) -> None:
        old = [book.unit_name for book in preview.books if book.is_old]
        deleted = sum(book.comparison.lines_deleted for book in preview.books)
        sheets = [title for book in preview.books for title in book.comparison.sheets_deleted]
        warning = wording.warnings(old, deleted, sheets)
        if preview.refused:
            only = sentence(preview.refused[0].problem) if len(preview.refused) == 1 else ""
            self.banner.say("er", wording.files_refused(only, len(preview.refused)))
        elif warning:
            self.banner.say("wa", warning)
        else:
            self.banner.silence()

    def _show_counts(self) -> None:
        fates = [row.difference.fate for row in self.model.rows if self._of_file(row)]
        counts = {show: fates.count(fate) for show, fate in FATES.items()} | {Show.ALL: len(fates)}
        self.shows.set_choices([
            Segment(show, _WORDS[show], str(counts[show]) if counts[show] else "",
                    count_role="warning" if show is Show.CONFLICTS else "")
            for show in Show
        ])  # fmt: skip

    def _filter(self) -> None:
        fate = FATES.get(Show(str(self.shows.current())))
        self.model.accept_only(lambda row: self._of_file(row) and fate in (None, row.difference.fate))
        file = self.files.row_of(self.file_grid.current_row_id or 0)
        if file is not None and file.id and not file.token:
            self.nothing.say(wording.FILE_STATES["refused"], file.why)
        elif self.model.rows and not self._is_all():
            self.nothing.say(wording.NOTHING_SEEN)
        else:
            self.nothing.say(wording.NOTHING, "" if self._is_idle() else wording.NOTHING_WHY)
        self._stack.setCurrentIndex(0 if self.model.shown_rows or self.model.filtered else 1)
        if self.grid.current_row_id is None and self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id)
        self._show_decision()

    def _is_all(self) -> bool:
        return self.shows.current() == Show.ALL

    def _of_file(self, row: Row) -> bool:
        file_id = self.file_grid.current_row_id
        if not file_id:
            return True
        file = self.files.row_of(file_id)
        return file is not None and row.token == file.token

    def _is_idle(self) -> bool:
        """No file brings anything: all of them were refused, or taken in before."""
        books = () if self.preview is None else self.preview.books
        return all(book.received_at is not None for book in books) and not self._written()

    def _written(self) -> int:
        return sum(row.is_written for row in self.model.rows)

    def _show_decision(self) -> None:
        conflicts, count = self._conflicts(), self._written()
        undecided = sum(row.choice is None for row in conflicts)
        self.apply.setText(wording.apply_verb(count))
        self.apply.setEnabled(not self._is_idle())
        books = () if self.preview is None else self.preview.books
        idle = wording.ALREADY if books and self._is_idle() else ""
        self.said.setText(wording.UNDECIDED_STAY if undecided else idle)
        for button in (self.keep_all, self.take_all):
            button.setVisible(bool(conflicts))
        self.copy.setVisible(any(row.difference.fate is Fate.REFUSED for row in self.model.rows))
        self._show_current()

    def _show_current(self) -> None:
        current = self.grid.current_row_id
        shown = current is not None and self.model.line_of(current) is not None
        self.card.show_row(self.model.row_of(current) if shown and current is not None else None)
        self.card.enable(self._selected())

    def _choose_file(self) -> None:
        self._show_counts()
        self._filter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The files get what is left over; a width that the clerk has set stays. In a low window the list of
        differences gets what the steps and the card took."""
        is_low = self.height() < theme.px(_LOW)
        if is_low == self.stepper.isVisibleTo(self) and not self.model.filtered:  # Ctrl+F brings the filters back
            self.grid.show_filter_row(not is_low)
        self.stepper.setVisible(not is_low)
        self._line.setVisible(not is_low)
        self.card.set_low(is_low)
        margin = theme.px(4 if is_low else 12)
        self._whole.setContentsMargins(theme.px(16), margin, theme.px(16), margin)
        self._whole.setSpacing(margin)
        room = self.width() - theme.px(32)
        if not self._is_set_by_hand:
            left = theme.px(_FILES_WIDE if room >= theme.px(_BOTH_WIDE) else _FILES_NARROW)
            self.splitter.setSizes([left, room - left])
        is_narrow = room - self.splitter.sizes()[0] < theme.px(_REASONS_FROM)
        if self.grid.arrangement.is_hidden("why") != is_narrow:
            self.grid.arrangement.set_hidden("why", is_narrow)

    def _set_by_hand(self) -> None:
        self._is_set_by_hand = True
        self._fit()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        tools.addWidget(self.shows)
        tools.addStretch(1)
        for widget in (self.keep_all, self.take_all):
            tools.addWidget(widget)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(GridPanel(self.grid))
        self._stack.addWidget(self.nothing)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(tools)
        column.addWidget(holder, 1)
        column.addWidget(self.card)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(GridPanel(self.file_grid))
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.copy)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.apply)
        self._line = line()
        self._whole = whole = QVBoxLayout(self)
        whole.addWidget(self.stepper)
        whole.addWidget(self.banner)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self._line)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.splitter.splitterMoved.connect(lambda *_: self._set_by_hand())
        self.shows.picked.connect(lambda _: self._filter())
        self.file_grid.current_row_changed.connect(lambda _: self._choose_file())
        self.grid.current_row_changed.connect(lambda _: self._show_current())
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._show_current())
        self.grid.opened.connect(self.toggle)
        self.card.keep_wanted.connect(self.keep_chosen)
        self.card.take_wanted.connect(self.take_chosen)
        self.copy.clicked.connect(self.copy_refused)
        self.keep_all.clicked.connect(lambda: self.decide(self._conflicts(), Choice.KEEP))
        self.take_all.clicked.connect(lambda: self.decide(self._conflicts(), Choice.TAKE))
        self.cancel.clicked.connect(self.cancelled)
        self.apply.clicked.connect(self.apply_wanted)
