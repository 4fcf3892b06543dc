"""The middle of the page: what the chosen sheet is, why it is locked, its lines and their sum. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from thidua_gui.core.points import Points, sum_points
from thidua_gui.core.scoring import CriterionKind, Sheet
from thidua_gui.services.criteria import SheetView
from thidua_gui.text import criteria as wording
from thidua_gui.ui import theme
from thidua_gui.ui.criteria.line_grid import LineGrid
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.panel import GridPanel

SCALE = Points(100_00)


class SheetDesk(QWidget):
    """One sheet; the page runs what its buttons ask for."""

    edit_wanted = Signal()
    delete_wanted = Signal()
    version_shown = Signal(object)
    apply_wanted = Signal()
    renumber_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: SheetView | None = None
        self.name = _label("section")
        self.served = _label("muted")
        self.version = Chip("", "nf", "-")
        self.lock, self.problem = Banner(), Banner(closable=True)
        self.grid = LineGrid()
        self.panel = GridPanel(self.grid, framed=False)
        self.no_lines = EmptyState("clipboard-list", wording.NO_LINES, wording.NO_LINES_WHY, wording.ADD_GROUP)
        self.edit = icon_button("pencil", wording.EDIT_SHEET, bordered=True)
        self.delete = icon_button("trash", wording.DELETE_SHEET, bordered=True)
        self.add_group = push(wording.ADD_GROUP, "plus")
        self.add_line = push(wording.ADD_LINE, "plus")
        self.up = icon_button("arrow-up", wording.MOVE_UP, bordered=True)
        self.down = icon_button("arrow-down", wording.MOVE_DOWN, bordered=True)
        self.remove = icon_button("trash", wording.DELETE_LINE, bordered=True)
        self.renumber = icon_button("list-check", wording.RENUMBER, bordered=True)
        self.sums = _label("muted")
        self.total = QLabel()
        self.total.setProperty("role", "figureSmall")
        self.scale = Chip()
        self._lay_out()
        self._connect()

    def show_sheet(self, view: SheetView) -> None:
        """A sheet, or its newest lines."""
        other = self.view is None or self.view.id != view.id
        self.view = view
        self.name.setText(f"{view.code} – {view.name}" if view.name else view.code)
        self.served.setText(wording.served(view.subject, view.staff_groups, view.unit_names))
        self.version.show_state(wording.version(view.version), "nf", "-")
        self.delete.setVisible(view.is_open)
        self.edit.setVisible(not view.superseded)
        self._tools.setVisible(view.is_open)
        self._show_lock(view)
        if other:
            self.problem.silence()
        self.grid.show_lines(view.sheet, is_open=view.is_open)
        empty = not view.sheet.criteria
        self.panel.setVisible(not empty)
        self.no_lines.setVisible(empty)
        self.no_lines.button.setVisible(view.is_open)
        if other and not empty:
            self.grid.select_row(int(view.sheet.criteria[0].id), "content")
        self._show_sums(view.sheet)

    def tell(self, sentence: str) -> None:
        """Why the last thing was refused."""
        self.problem.say("er", sentence)

    def _show_lock(self, view: SheetView) -> None:
        if view.superseded:
            self.lock.say("in", wording.superseded_reason(view.version), icon="archive")
        elif view.stands_for is not None:
            self.lock.say("wa", wording.waiting_reason(view.version), wording.APPLY, icon="clock")
        elif view.in_use:
            waits = view.next_version is not None
            verb = wording.OPEN_VERSION if waits else ""
            self.lock.say("in", wording.lock_reason(view.scored, view.subject, waits), verb, icon="lock")
        else:
            self.lock.silence()

    def _show_sums(self, sheet: Sheet) -> None:
        leaves = sheet.leaves()
        groups = sum(one.kind is CriterionKind.GROUP for one in sheet.criteria)
        bonus, deduction = (
            sum_points(leaf.maximum for leaf in leaves if leaf.kind is kind)
            for kind in (CriterionKind.BONUS, CriterionKind.DEDUCTION)
        )
        self.sums.setText(wording.sums(groups, len(leaves), bonus, deduction))
        total = self.view.total if self.view is not None else SCALE
        self.total.setText(total.shortest)
        if total == SCALE:
            self.scale.show_state(wording.scale(total), "ok")
        else:
            self.scale.show_state(wording.off_scale(total, SCALE), "wa")

    def _act_on_lock(self) -> None:
        view = self.view
        if view is None:
            return
        if view.stands_for is not None:
            self.apply_wanted.emit()
        elif view.next_version is not None:
            self.version_shown.emit(view.next_version)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        notices = QVBoxLayout()
        notices.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(10))
        notices.setSpacing(theme.px(8))
        notices.addWidget(self.lock)
        notices.addWidget(self.problem)
        column.addLayout(notices)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(10))
        tools.setSpacing(theme.px(8))
        for button in (self.add_group, self.add_line):
            tools.addWidget(button)
        tools.addStretch(1)
        for tool in (self.up, self.down, self.renumber, self.remove):
            tools.addWidget(tool)
        column.addWidget(self._tools)
        column.addWidget(line())
        column.addWidget(self.panel, 1)
        column.addWidget(self.no_lines, 1)
        column.addWidget(line())
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(theme.px(1))
        names.addWidget(self.name)
        names.addWidget(self.served)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        head.setSpacing(theme.px(8))
        head.addLayout(names, 1)
        head.addWidget(self.version, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.edit, self.delete):
            head.addWidget(button)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        foot.setSpacing(theme.px(10))
        word = _label("muted")
        word.setText(wording.TOTAL)
        word.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for widget in (word, self.total, self.scale):
            foot.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.sums.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.sums, 1)
        return foot

    def _connect(self) -> None:
        self.edit.clicked.connect(self.edit_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.lock.acted.connect(self._act_on_lock)
        self.renumber.clicked.connect(self.renumber_wanted)
        self.add_group.clicked.connect(lambda: self.grid.add_wanted.emit(True))
        self.add_line.clicked.connect(lambda: self.grid.add_wanted.emit(False))
        self.no_lines.acted.connect(lambda: self.grid.add_wanted.emit(True))
        self.up.clicked.connect(lambda: self.grid.move_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.grid.move_wanted.emit(1))
        self.remove.clicked.connect(lambda: self.grid.delete_wanted.emit(self.grid.selected_row_ids()))

    def line_tools(self) -> Sequence[QToolButton]:
        """The buttons that act on the line under the cursor."""
        return self.up, self.down, self.remove


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
