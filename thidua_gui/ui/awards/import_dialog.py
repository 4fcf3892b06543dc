"""Takes in a list of past awards: chosen or pasted, its columns shown, every line previewed. Runs one command."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from thidua_gui.core.award_list import HEADER_WITHIN, Line, guess, header_row, lines
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.progress import Progress
from thidua_gui.services import award_list
from thidua_gui.services.award_list import Choice, Examined, Fate
from thidua_gui.services.award_list_file import ListFile, read_file
from thidua_gui.text import award_list as wording
from thidua_gui.text.errors import sentence, sentence_of
from thidua_gui.ui import printing, theme
from thidua_gui.ui.awards.import_model import OPEN, columns, look_of
from thidua_gui.ui.awards.mapping_form import MappingForm
from thidua_gui.ui.context import Context
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid import tsv
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.keyed_actions import add_actions

Grid = Sequence[Sequence[object]]
SIZE = (1120, 700)


class ImportDialog(Dialog):
    """Nothing is written before the verb; what is left out is still on view."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, wording.TITLE, wording.VERB)
        self._context = context
        self._file: ListFile | None = None
        self._grid: Grid = ()
        self._source = ""
        self._serial = 0
        self._choices: dict[tuple[str, ...], Choice] = {}
        self._rows: tuple[Examined, ...] = ()
        self.choose = push(wording.CHOOSE_FILE, "folder-open")
        self.paste = push(wording.PASTE, "copy")
        self.source = QLabel()
        self.source.setProperty("role", "muted")
        self.sheet = QComboBox()
        self.sheet.setAccessibleName(wording.SHEET)
        self.mapping = MappingForm()
        self.model: SnapshotModel[Examined] = SnapshotModel(columns())
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(wording.PREVIEW)
        self.notes = QLabel()
        self.notes.setWordWrap(True)
        self.who = QComboBox()
        self.who.setAccessibleName(wording.WHO)
        self.as_text = QCheckBox(wording.OUTSIDE)
        self.as_text.setToolTip(wording.OUTSIDE_TIP)
        self.only_open = QCheckBox(wording.ONLY_OPEN)
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        self.counts.setProperty("role", "muted")
        self.start = EmptyState("table-import", wording.START, wording.START_WHY, wording.CHOOSE_FILE)
        self._lay_out_body()
        self._wire()
        self._offer()

    def take_file(self, path: Path) -> None:
        """Read a file; one that is none is refused here."""
        self.show_error("")
        self._context.jobs.run(
            lambda progress: read_file(path, progress), self._take_file, self._refuse, title=wording.READING
        )

    def take_pasted(self, text: str) -> None:
        """A block of cells from the clipboard."""
        grid = [row for row in tsv.read(text) if any(row)]
        if not grid:
            self.show_error(sentence_of("award_list_empty", {"name": wording.PASTED}))
            return
        self.show_error("")
        self._file = None
        self.sheet.hide()
        self._take_grid(grid, wording.PASTED)

    def submit(self) -> None:
        """Write what is ready."""
        rows, source = self._rows, self._source
        self.primary.setEnabled(False)
        self._context.jobs.command(
            lambda progress: award_list.import_lines(rows, source, progress), self._done, self._refuse,
            title=wording.WRITING,
        )  # fmt: skip

    def _take_file(self, found: ListFile) -> None:
        self._file = found
        with QSignalBlocker(self.sheet):
            self.sheet.clear()
            self.sheet.addItems([sheet.name for sheet in found.sheets])
        self.sheet.setVisible(len(found.sheets) > 1)
        headed = (header_row(sheet.grid, wording.HEADINGS) is not None for sheet in found.sheets)
        best = next((place for place, is_headed in enumerate(headed) if is_headed), 0)
        self.sheet.setCurrentIndex(best)
        self._take_grid(found.sheets[best].grid, found.name)

    def _take_sheet(self, place: int) -> None:
        if self._file is not None:
            self._take_grid(self._file.sheets[place].grid, self._file.name)

    def _take_grid(self, grid: Grid, source: str) -> None:
        self._grid, self._source = grid, source
        self._choices.clear()
        self.source.setText(source)
        self.mapping.offer_headers(grid, header_row(grid, wording.HEADINGS), HEADER_WITHIN)
        self._guess()
        self._stack.setCurrentIndex(1)

    def _guess(self) -> None:
        place = self.mapping.header_place()
        header = () if place is None else self._grid[place]
        width = max((len(row) for row in self._grid[: HEADER_WITHIN * 5]), default=0)
        self.mapping.offer_columns(header, width, guess(header, wording.HEADINGS))
        self._examine()

    def _examine(self) -> None:
        """Every line anew; only the answer to the last question counts."""
        self._serial += 1
        serial, grid, header = self._serial, self._grid, self.mapping.header_place()
        chosen, choices, as_text = self.mapping.columns(), dict(self._choices), self.as_text.isChecked()

        def work(progress: Progress) -> tuple[Examined, ...]:
            read: tuple[Line, ...] = lines(grid, header, chosen)
            return award_list.examined(read, choices, others_as_text=as_text, progress=progress)

        self._context.jobs.run(work, lambda rows: self._show(serial, rows), self._refuse, title=wording.FINDING)

    def _show(self, serial: int, rows: tuple[Examined, ...]) -> None:
        if serial != self._serial:
            return
        self._rows = rows
        self._show_rows()
        self._offer()

    def _show_rows(self) -> None:
        only = self.only_open.isChecked()
        here = self.grid.current_row_id
        self.model.set_rows([row for row in self._rows if not only or row.fate in OPEN or row.is_to_look_at])
        if self.model.shown_rows and (here is None or not self.grid.select_row(here)):
            self.grid.select_row(self.model.shown_rows[0].id)
        self._offer_people()

    def _offer(self) -> None:
        count = Counter(row.fate for row in self._rows)
        written = count[Fate.READY] + count[Fate.AS_TEXT]
        self.primary.setText(wording.verb(written))
        self.primary.setEnabled(written > 0)
        told = wording.counted(*(count[fate] for fate in Fate)) + wording.lost(sum(r.is_to_look_at for r in self._rows))
        self.counts.setText(told if self._source else "")

    def _current(self) -> Examined | None:
        row_id = self.grid.current_row_id
        return None if row_id is None or self.model.line_of(row_id) is None else self.model.row_of(row_id)

    def _offer_people(self) -> None:
        """Whom the line at hand may mean, and what else can be done with it."""
        row = self._current()
        self.notes.setText("" if row is None else "\n".join(row.notes))
        self.notes.setVisible(row is not None and bool(row.notes))
        self.who.setEnabled(row is not None)
        with QSignalBlocker(self.who):
            self.who.clear()
            if row is None:
                return
            self.who.addItem(row.name if row.bearer is not None else wording.NOT_CHOSEN, None)
            for candidate in row.candidates:
                self.who.addItem(candidate.label, Choice(candidate.bearer))
            if row.line.name:
                self.who.addItem(wording.TAKE_AS_TEXT, Choice())
            self.who.addItem(wording.LEAVE_OUT, Choice(is_skipped=True))
            if row.fate is Fate.AS_TEXT:
                self.who.setCurrentIndex(self.who.findText(wording.TAKE_AS_TEXT))
            elif row.fate is Fate.SKIPPED:
                self.who.setCurrentIndex(self.who.count() - 1)

    def _choose(self) -> None:
        """For all lines that name somebody in the same words; leaving out is for the one line."""
        row, choice = self._current(), self.who.currentData()
        if row is None:
            return
        for key in (row.line.who, award_list.one_line(row.line)):
            self._choices.pop(key, None)
        if isinstance(choice, Choice):
            self._choices[award_list.one_line(row.line) if choice.is_skipped else row.line.who] = choice
        self._examine()

    def _ask_file(self) -> None:
        folder = str(printing.last_folder(self._context))
        chosen, _ = QFileDialog.getOpenFileName(self, wording.CHOOSE_TITLE, folder, wording.FILE_FILTER)
        if chosen:
            self.take_file(Path(chosen))

    def _paste(self) -> None:
        self.take_pasted(QApplication.clipboard().text())

    def _refuse(self, problem: Problem) -> None:
        self.show_error(sentence(problem))
        self._offer()
        if problem.code == "award_list_changed":
            self._examine()

    def _done(self, changes: Changes) -> None:
        written = sum(row.is_written for row in self._rows)
        self._context.bus.status.emit(wording.done(written, len(self._rows) - written))
        self.accept()

    def _lay_out_body(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        for widget in (self.choose, self.paste, self.sheet):
            top.addWidget(widget)
        top.addWidget(self.source, 1)
        self.sheet.hide()
        frame = QFrame()
        frame.setProperty("gridFrame", True)
        framed = QVBoxLayout(frame)
        framed.setContentsMargins(1, 1, 1, 1)
        framed.addWidget(self.grid)
        who = QLabel(wording.WHO)
        who.setProperty("role", "muted")
        who.setBuddy(self.who)
        self.who.setMinimumWidth(theme.px(220))
        below = QHBoxLayout()
        below.setSpacing(theme.px(8))
        below.addWidget(who)
        below.addWidget(self.who, 1)
        below.addWidget(self.only_open)
        right = QVBoxLayout()
        right.setSpacing(theme.px(8))
        right.addWidget(frame, 1)
        right.addWidget(self.notes)
        right.addLayout(below)
        right.addWidget(self.as_text)
        right.addWidget(self.counts)
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.px(14))
        beside.addWidget(self.mapping)
        beside.addLayout(right, 1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.start)
        self._stack.addWidget(both)
        self.body.addLayout(top)
        self.body.addWidget(holder, 1)
        self.fill_with_body()
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(SIZE[0]), room.width() - 40), min(theme.px(SIZE[1]), room.height() - 60))

    def _wire(self) -> None:
        self.choose.clicked.connect(self._ask_file)
        self.start.acted.connect(self._ask_file)
        self.paste.clicked.connect(self._paste)
        self.sheet.activated.connect(self._take_sheet)
        self.mapping.header_changed.connect(self._guess)
        self.mapping.changed.connect(self._examine)
        self.model.set_row_look(look_of)
        self.grid.current_row_changed.connect(lambda row: self._offer_people())
        self.who.activated.connect(lambda _: self._choose())
        self.as_text.toggled.connect(lambda _: self._examine())
        self.only_open.toggled.connect(lambda _: self._show_rows())
        add_actions(self, (("Ctrl+O", wording.CHOOSE_FILE, self._ask_file), ("Ctrl+V", wording.PASTE, self._paste)))
