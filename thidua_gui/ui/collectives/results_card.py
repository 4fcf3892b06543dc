"""Kết quả của trường: an editable sheet of what the school planned and achieved. Each action is one command."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedLayout, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId, SchoolResultId
from thidua_gui.services import school_results
from thidua_gui.services.school_results import FIELDS, ResultEdit, ResultLine
from thidua_gui.text import collectives as wording
from thidua_gui.text import grid as grid_wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import messages, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.card import Card
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid import tsv
from thidua_gui.ui.widgets.grid.block import Block
from thidua_gui.ui.widgets.grid.columns import CellEdit, Column, Look
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.keyed_actions import add_actions

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_gui.core.changes import Changes
    from thidua_gui.services.list_documents import ShownList
    from thidua_gui.ui.widgets.grid.pasting import PastePlan

TITLES = dict(
    zip(
        FIELDS, (wording.RESULT_CONTENT, wording.RESULT_PLANNED, wording.RESULT_ACHIEVED, wording.RESULT_NOTE),
        strict=True,
    )
)  # fmt: skip
WIDTHS = dict(zip(FIELDS, (280, 220, 240, 190), strict=True))


class ResultsCard(Card):
    """Typing, pasting, filling, adding, removing and moving lines."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(wording.SCHOOL_RESULTS, "report", margins=(0, 0, 0, 0), parent=parent)
        self.context = context
        self._campaign_id: CampaignId | None = None
        self._is_open = False
        self._wants_new = False
        self.model: SnapshotModel[ResultLine] = SnapshotModel([self._column(key) for key in FIELDS])
        self.grid = GridView(self.model, cells=True)
        self.grid.setAccessibleName(wording.SCHOOL_RESULTS)
        self.grid.block = ResultBlock(self.grid, self._paste_beyond)
        self.refusal = Banner(closable=True)
        self.add_button = push(wording.RESULT_ADD, "plus")
        self.remove_button = push(wording.RESULT_REMOVE, "trash")
        self.remove_button.setToolTip(wording.RESULT_REMOVE_TIP)
        self.up_button = icon_button("arrow-up", f"{wording.RESULT_UP} (Alt+↑)", bordered=True)
        self.down_button = icon_button("arrow-down", f"{wording.RESULT_DOWN} (Alt+↓)", bordered=True)
        self.empty = EmptyState("report", wording.NO_RESULTS, wording.NO_RESULTS_WHY, wording.RESULT_ADD)
        self._lay_out()
        self._connect()

    def show_lines(self, campaign_id: CampaignId, lines: Sequence[ResultLine], *, is_open: bool) -> None:
        """The lines as they are now; the cursor stays, a new line is ready to be typed into."""
        self._campaign_id, self._is_open = campaign_id, is_open
        if [line.id for line in lines] == [line.id for line in self.model.rows]:
            self.model.patch_rows(lines)
            self.model.settle()
        else:
            self.model.set_rows(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        if lines and self.grid.current_row_id is None:
            self.grid.select_row(lines[0].id, FIELDS[0])
        if self._wants_new and lines:
            self._wants_new = False
            self._type_into(lines[-1])
        self._enable()

    def add(self) -> None:
        """A line at the end, its content ready to be typed."""
        if self._is_open:
            self._wants_new = True
            self._run(lambda campaign: school_results.add(campaign, [wording.NEW_RESULT]))

    def remove(self) -> None:
        """The lines of the selected cells."""
        lines = [SchoolResultId(row_id) for row_id in self.grid.selected_row_ids()]
        if self._is_open and lines:
            self._run(lambda campaign: school_results.remove(campaign, lines))

    def shift(self, by: int) -> None:
        """The current line up or down."""
        row_id = self.grid.current_row_id
        if self._is_open and row_id is not None:
            self._run(lambda campaign: school_results.move(campaign, SchoolResultId(row_id), by))

    def shown(self, year: int) -> ShownList:
        """The list for paper and Excel."""
        on = self.context.clock().date()
        subject = (wording.list_subject(year),)
        return list_output.shown_list(self.grid, self.model.shown_rows, wording.SCHOOL_RESULTS, subject, on)

    def _type_into(self, line: ResultLine) -> None:
        self.grid.select_row(line.id, FIELDS[0])
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.grid.caret.cell is not None:
            self.grid.editing.begin(*self.grid.caret.cell)
            if self.grid.editing.editor is not None:
                self.grid.editing.editor.selectAll()

    def _write(self, edits: tuple[CellEdit, ...]) -> None:
        wanted = [ResultEdit(SchoolResultId(one.row_id), one.column_key, one.text) for one in edits]
        self._run(lambda campaign: school_results.edit(campaign, wanted), edits)

    def _paste_beyond(self, plan: PastePlan, added: Sequence[dict[str, str]]) -> None:
        """Ask, then write the cells and the new lines in one step."""
        if not self._is_open:
            return
        text = wording.paste_beyond(len(plan.edits), len(added))
        if not self._agreed(plan, text):
            return
        wanted = [ResultEdit(SchoolResultId(one.row_id), one.column_key, one.text) for one in plan.edits]
        self._run(lambda campaign: school_results.paste(campaign, wanted, added))

    def _agreed(self, plan: PastePlan, text: str) -> bool:
        if self.grid.confirm_paste is not None:
            return self.grid.confirm_paste(plan)
        return messages.confirm(self, grid_wording.PASTE_TITLE, text, wording.PASTE_VERB)

    def _run(self, command: Callable[[CampaignId], Changes], edits: tuple[CellEdit, ...] | None = None) -> None:
        campaign_id = self._campaign_id
        if campaign_id is None:
            return
        self.refusal.silence()
        self.context.jobs.command(lambda _: command(campaign_id), None, partial(self._refuse, edits))

    def _refuse(self, edits: tuple[CellEdit, ...] | None, problem: Problem) -> None:
        """Cells show what is stored again: only an emptied content is ever refused."""
        self._wants_new = False
        self.model.settle(edits)
        self.refusal.say("er", sentence(problem))

    def _column(self, key: str) -> Column[ResultLine]:
        def text(line: ResultLine) -> str:
            return str(getattr(line, key))

        return Column(
            key=key, title=TITLES[key], text=text, width=WIDTHS[key], stretch=key == FIELDS[0], sortable=False,
            look=Look.STRONG if key == FIELDS[0] else Look.PLAIN, editable=lambda _: self._is_open, tooltip=text,
            hideable=key != FIELDS[0],
        )  # fmt: skip

    def _enable(self) -> None:
        has_line = self._is_open and self.grid.current_row_id is not None and bool(self.model.rows)
        self.add_button.setEnabled(self._is_open)
        self.empty.button.setVisible(self._is_open)
        for button in (self.remove_button, self.up_button, self.down_button):
            button.setEnabled(has_line)

    def _lay_out(self) -> None:
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            self.add_to_heading(button)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(GridPanel(self.grid, framed=False))
        self._stack.addWidget(self.empty)
        holder.setMinimumHeight(theme.px(190))
        self.body.addWidget(self.refusal)
        self.body.addWidget(holder, 1)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.empty.acted.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.up_button.clicked.connect(lambda: self.shift(-1))
        self.down_button.clicked.connect(lambda: self.shift(1))
        self.grid.edits_requested.connect(self._write)
        self.grid.current_row_changed.connect(lambda _: self._enable())
        add_actions(self.grid, (
            ("Ctrl+Del", wording.RESULT_REMOVE, self.remove),
            ("Alt+Up", wording.RESULT_UP, lambda: self.shift(-1)),
            ("Alt+Down", wording.RESULT_DOWN, lambda: self.shift(1)),
        ))  # fmt: skip


class ResultBlock(Block):
    """A block of the clipboard that is longer than the sheet makes it longer."""

    def __init__(self, grid: GridView, paste_beyond: Callable[[PastePlan, list[dict[str, str]]], None]) -> None:
        super().__init__(grid)
        self._paste_beyond = paste_beyond

    def paste(self) -> None:
        """As ever, unless rows of the block have no place."""
        text = QGuiApplication.clipboard().text()
        plan = self.plan_paste(text)
        if plan.overflow_rows:
            self._paste_beyond(plan, self._beyond(text, plan.overflow_rows))
        else:
            super().paste()

    def _beyond(self, text: str, rows: int) -> list[dict[str, str]]:
        visible = self._grid.visible_columns()
        cells = [cell for row in self._grid.caret.selected_cells() for cell in row]
        left = min(visible.index(column) for _, column in cells)
        keys = [self._grid.snapshot.columns[place].key for place in visible[left:]]
        return [dict(zip(keys, row, strict=False)) for row in tsv.read(text)[-rows:]]
