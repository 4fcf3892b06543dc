"""Danh hiệu & hình thức: what can be awarded, by whom, on which papers. Writes through dialogs alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSplitter, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.titles import TitleGroup
from thidua_gui.services import award_kinds_edit, kind_details
from thidua_gui.services.award_kinds import AwardKindRow
from thidua_gui.services.kind_details import KindBook, KindDetail
from thidua_gui.text import award_kinds as kind_wording
from thidua_gui.text import award_kinds_page as wording
from thidua_gui.text import forms as form_wording
from thidua_gui.text import lists as list_wording
from thidua_gui.text import rules_page
from thidua_gui.text.errors import sentence
from thidua_gui.ui import messages, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.forms.list_foot import CountLine
from thidua_gui.ui.rules.kind_columns import ON_PAPER, KindEntry, columns, entry_id, look_of
from thidua_gui.ui.rules.kind_dialog import KindDialog
from thidua_gui.ui.rules.kind_panel import KindPanel
from thidua_gui.ui.rules.kind_papers_dialog import PapersDialog
from thidua_gui.ui.rules.pane import RulesPane
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.row_order import Group
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.keyed_actions import Key
from thidua_gui.ui.widgets.segmented import Choice, Segmented

PANEL_WIDTH, NARROW_PANEL, WIDE_PANEL, ROOM = 348, 328, 720, 1000
REST = 60
_COLUMNS = "rules/kinds/columns"
_ACCEPTS: dict[str, Callable[[KindEntry], bool]] = {
    wording.ALL: lambda entry: entry.row.is_used,
    wording.TITLES: lambda entry: entry.row.is_used and entry.row.is_title,
    wording.FORMS: lambda entry: entry.row.is_used and not entry.row.is_title,
    wording.OWN: lambda entry: entry.row.is_own or entry.row.is_changed,
    wording.HIDDEN: lambda entry: not entry.row.is_used,
}


class KindsPane(RulesPane):
    """`go_to` takes the key of a kind."""

    key: ClassVar[str] = "kinds"
    words: ClassVar[str] = rules_page.KINDS_VIEW
    tables: ClassVar[tuple[str, ...]] = kind_details.TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.book: KindBook | None = None
        self._wanted: str | None = None
        self._is_narrow = False
        self.model: SnapshotModel[KindEntry] = SnapshotModel(columns())
        self.model.set_row_look(look_of)
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(wording.LIST)
        self.filter = Segmented(name=wording.FILTER)
        self.on = DateField(context.clock().date())
        self.on.setAccessibleName(wording.ON)
        self.refusal = Banner(closable=True)
        self.count = CountLine()
        self.panel = KindPanel()
        self.add_button = push(wording.ADD, "plus", "primary")
        self.add_button.setToolTip(wording.ADD_TIP)
        self.view_button = icon_button("columns", wording.COLUMNS, bordered=True)
        self._pause = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._connect()

    @property
    def current(self) -> AwardKindRow | None:
        """The kind under the cursor, if it is shown."""
        row_id = self.grid.current_row_id
        if row_id is None or self.model.line_of(row_id) is None:
            return None
        entry = self.model.row_of(row_id)
        return None if entry is None else entry.row

    def load(self) -> None:
        on = self._day()
        self.context.jobs.run(lambda _: kind_details.kind_book(on), self._show)

    def subtitle(self) -> str:
        rows = [] if self.book is None else [line.row for line in self.book.lines if line.row.is_used]
        found = sum(row.is_title for row in rows)
        return wording.subtitle(found, len(rows) - found, sum(row.is_own for row in rows)) if rows else ""

    def header_widgets(self) -> list[QWidget]:
        return [self.add_button]

    def tools(self) -> Sequence[QWidget]:
        return (self.view_button,)

    def keys(self) -> Sequence[Key]:
        return (
            ("Ctrl+N", wording.ADD, self.add_new),
            ("Ctrl+F", wording.FIND, lambda: self.grid.focus_filter("name")),
            ("Ctrl+Shift+H", wording.EDIT_PAPERS, self.edit_papers),
            ("Delete", wording.REMOVE, self.remove),
            ("Ctrl+E", list_wording.EXPORT, lambda: self._put_out(list_output.save_excel)),
            ("Ctrl+P", list_wording.PRINT, lambda: self._put_out(list_output.preview)),
        )

    def panes(self) -> list[QWidget]:
        return [self.grid, self.panel.procedure]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.setMinimumWidth(theme.px(NARROW_PANEL))
        is_narrow = self.width() < theme.px(ROOM)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.model.set_columns(columns(is_narrow=is_narrow))
            self._arrange_columns()

    def go_to(self, *place: object) -> None:
        self._wanted = str(place[0])
        self._go_to_wanted()

    def add_new(self) -> None:
        """Ctrl+N."""
        KindDialog(self.context, self, None).open()

    def edit_current(self) -> None:
        """Enter."""
        if self.current is not None:
            KindDialog(self.context, self, self.current).open()

    def edit_papers(self) -> None:
        """The list of papers that the panel shows."""
        row, found = self.current, self.panel.papers
        seen = self.panel.seen
        if row is not None and found is not None and seen is not None and seen.key == row.key:
            PapersDialog(self.context, self, row, self.panel.basis, found).open()

    def remove(self) -> None:
        """Delete: an own kind that is not used; a shipped one is hidden instead."""
        row = self.current
        if row is None:
            return
        if not row.is_own:
            if row.is_used:
                self._run(partial(award_kinds_edit.use_kind, row.key, is_used=False))
            return
        text = wording.REMOVE_TEXT.format(name=row.name)
        if messages.confirm(self, wording.REMOVE_TITLE, text, wording.REMOVE, danger=True):
            self._run(partial(award_kinds_edit.remove_kind, row.key))

    def _reset(self) -> None:
        row = self.current
        if row is None:
            return
        text = wording.RESET_TEXT.format(name=row.name)
        if messages.confirm(self, wording.RESET_TITLE, text, wording.RESET):
            self._run(partial(award_kinds_edit.reset_kind, row.key))

    def _run(self, command: Callable[[], Changes]) -> None:
        self.refusal.silence()
        self.context.jobs.command(
            lambda _: command(),
            lambda changes: self.context.bus.status.emit(form_wording.done(changes.title)),
            self._refuse,
        )

    def _refuse(self, problem: Problem) -> None:
        self.refusal.say("er", sentence(problem))

    def _show(self, book: KindBook) -> None:
        self.book = book
        entries = [KindEntry(line, place) for place, line in enumerate(book.lines)]
        groups = [Group(group.value, kind_wording.GROUPS[group]) for group in TitleGroup]
        self.model.set_groups(groups, lambda entry: entry.row.group.value)
        self.model.set_rows(entries)
        self._offer_filters(entries)
        self._narrow()
        self._go_to_wanted()
        if self.current is None and self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id, "name")
        self._load_detail()
        self.heading_changed.emit()

    def _offer_filters(self, entries: Sequence[KindEntry]) -> None:
        counts = {key: sum(accepts(entry) for entry in entries) for key, accepts in _ACCEPTS.items()}
        shown = [key for key in wording.FILTERS if counts[key] or key in (wording.ALL, self.filter.current())]
        self.filter.set_choices([Choice(key, wording.FILTERS[key], str(counts[key])) for key in shown])

    def _narrow(self) -> None:
        self.model.accept_only(_ACCEPTS[str(self.filter.current())])
        self._show_count()

    def _show_count(self) -> None:
        found, of = self.model.counts
        is_all = self.filter.current() == wording.ALL
        used = sum(entry.row.is_used for entry in self.model.rows) if is_all else of
        self.count.show_state(wording.count(found, used), "", found < used)

    def _show_all(self) -> None:
        self.model.clear_filters()
        self.filter.set_current(wording.ALL)
        self._narrow()

    def _go_to_wanted(self) -> None:
        wanted = self._wanted
        if wanted is None or self.book is None:
            return
        self._wanted = None
        found = next((line.row for line in self.book.lines if line.row.key == wanted), None)
        if found is not None:
            self.filter.set_current(wording.ALL if found.is_used else wording.HIDDEN)
            self.model.clear_filters()
            self._narrow()
            self.grid.select_row(entry_id(wanted), "name")

    def _load_detail(self) -> None:
        row, on = self.current, self._day()
        if row is None:
            self.panel.show_kind(None, None)
            return
        key = row.key
        self.context.jobs.run(lambda _: kind_details.kind_detail(key, on), self._show_detail, self._refuse)

    def _show_detail(self, seen: KindDetail) -> None:
        lines = () if self.book is None else self.book.lines
        line = next((line for line in lines if line.row.key == seen.key), None)
        if self.current is not None and self.current.key == seen.key:
            self.panel.show_kind(line, seen)

    def _open_menu(self) -> None:
        row = self.current
        if row is None:
            return
        menu = QMenu(self)
        menu.addAction(wording.HIDE if row.is_used else wording.SHOW).triggered.connect(
            lambda: self._run(partial(award_kinds_edit.use_kind, row.key, is_used=not row.is_used))
        )
        if row.is_own:
            menu.addAction(wording.REMOVE).triggered.connect(self.remove)
        else:
            reset = menu.addAction(wording.RESET)
            reset.setEnabled(row.is_changed)
            reset.triggered.connect(self._reset)
        list_output.drop_menu(menu, self.panel.more)

    def _to_law(self) -> None:
        row, seen = self.current, self.panel.seen
        if row is not None and row.award is not None and seen is not None and seen.conditions:
            place = ("packs", seen.pack, row.award.value, seen.conditions[0].id)
            self.context.bus.navigate.emit("rules", place)

    def _arrange_columns(self) -> None:
        """As the clerk left them; where room is short as they are meant for that."""
        saved = "" if self._is_narrow else self.context.settings.text(_COLUMNS)
        if saved:
            self.grid.arrangement.restore(ColumnState.from_text(saved))
        else:
            self.grid.arrangement.reset()

    def _keep_columns(self, text: str) -> None:
        if not self._is_narrow:
            self.context.settings.put_text(_COLUMNS, text)

    def _day(self) -> date:
        """Today while no day that exists is typed."""
        return self.on.day() or self.context.clock().date()

    def _put_out(self, output: Callable[..., None]) -> None:
        rows = self.model.shown_rows
        told = (wording.SUBJECT_ON.format(day=self.on.text()),)
        output(self, self.context, list_output.shown_list(self.grid, rows, wording.LIST, told, self._day(), ON_PAPER))

    def _open_columns_menu(self) -> None:
        list_output.open_list_menu(
            self.grid, self.view_button,
            lambda: self._put_out(list_output.save_excel), lambda: self._put_out(list_output.preview),
        )  # fmt: skip

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        label = QLabel(wording.ON)
        label.setProperty("role", "muted")
        label.setBuddy(self.on)
        self.on.setFixedWidth(theme.px(128))
        tools.addWidget(self.filter)
        tools.addStretch(1)
        tools.addWidget(label)
        tools.addWidget(self.on)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(GridPanel(self.grid), 1)
        column.addWidget(self.count)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.panel.setMaximumWidth(theme.px(WIDE_PANEL))
        self.splitter.setSizes([10_000, theme.px(PANEL_WIDTH)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(10))
        whole.addWidget(self.refusal)
        whole.addLayout(tools)
        whole.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_new)
        self.view_button.clicked.connect(self._open_columns_menu)
        self.filter.picked.connect(lambda _: self._narrow())
        self.on.day_changed.connect(lambda _: self.load())
        self.count.cleared.connect(self._show_all)
        self.model.shown_changed.connect(self._show_count)
        self.grid.opened.connect(lambda _: self.edit_current())
        self.grid.current_row_changed.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._load_detail)
        self.panel.edit_wanted.connect(self.edit_current)
        self.panel.papers_wanted.connect(self.edit_papers)
        self.panel.law_wanted.connect(self._to_law)
        self.panel.more_wanted.connect(self._open_menu)
        self.grid.layout_changed.connect(self._keep_columns)
        self._arrange_columns()
