"""Cá nhân: the list of people with its filters, and the panel of one person. Writes nothing itself."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.services.organisation import day_for
from thidua_gui.services.people import ListFor, PersonRow
from thidua_gui.text import lists as list_wording
from thidua_gui.text import people as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.forms.bulk_dialog import picked_as_shown
from thidua_gui.ui.forms.list_foot import BulkBar, CountLine
from thidua_gui.ui.page import Page
from thidua_gui.ui.people import seen as reading
from thidua_gui.ui.people.bulk_desk import BulkDesk
from thidua_gui.ui.people.desk import PeopleDesk
from thidua_gui.ui.people.panel import PersonPanel, PersonSeen
from thidua_gui.ui.people.people_model import columns, look_of, named
from thidua_gui.ui.people.seen import ListSeen
from thidua_gui.ui.people.unit_filter import UnitFilter
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.menus import columns_menu
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList

LIST_TABLES = (
    "campaigns", "units", "people", "memberships", "awards", "award_revocations", "registrations",
)  # fmt: skip
PANEL_TABLES = (
    "personnel_changes", "disciplines", "teaching_awards", "initiatives", "initiative_authors", "scores",
    "draft_inputs", "ratings", "rating_thresholds", "criteria", "criteria_sheets", "criteria_sheet_groups",
    "criteria_sheet_units", "stages",
)  # fmt: skip
PATCH_FROM = 2000
"""Lists longer than this are patched row by row where a reload would be felt."""
REST = 60
PANEL_WIDTH = 336


class PeoplePage(Page):
    """Everybody of the year, and one of them closely."""

    key: ClassVar[str] = "people"
    icon: ClassVar[str] = "users"
    tables: ClassVar[tuple[str, ...]] = (*LIST_TABLES, *PANEL_TABLES)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seen: ListSeen | None = None
        self._wanted: PersonId | None = None
        self._added: PersonId | None = None
        self._only: frozenset[PersonId] = frozenset()
        self._with_left = False
        self.model: SnapshotModel[PersonRow] = SnapshotModel(columns(context.year))
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(wording.TITLE)
        self.units = UnitFilter()
        self.view_button = icon_button("columns", wording.COLUMNS, bordered=True)
        self.bulk_desk = BulkDesk(context, self, self._picked_rows)
        self.excel_button = push(list_wording.EXPORT, "file-export")
        self.print_button = push(list_wording.PRINT, "printer")
        self.bulk = BulkBar([self.bulk_desk.register, self.excel_button, self.print_button, self.bulk_desk.more])
        self.count = CountLine()
        self.panel = PersonPanel()
        self.desk = PeopleDesk(context, self, self.panel)
        self.import_button = push(wording.IMPORT, "file-import")
        self.add_button = push(wording.ADD, "plus", "primary")
        self.empty = EmptyState("users", wording.NOBODY, wording.NOBODY_WHY, wording.IMPORT)
        self._panel_pause = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._connect()
        self._add_actions()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        return "" if self._seen is None else wording.counted(len(self._seen.rows), self._seen.unit_count)

    def header_widgets(self) -> list[QWidget]:
        return [self.import_button, self.add_button]

    def reload(self) -> None:
        asked = self._asked()
        self.context.jobs.run(lambda _: reading.list_seen(asked), self._show_list)

    def open_argument(self, argument: object) -> None:
        """A person's id shows them; several ids show only these."""
        if isinstance(argument, int):
            self._wanted = PersonId(argument)
            self._go_to_wanted()
        elif isinstance(argument, Collection):
            self._only = frozenset(PersonId(person) for person in argument if isinstance(person, int))
            self.units.set_current(None)
            self.model.clear_filters()
            self._apply_unit()

    def showEvent(self, event: QShowEvent) -> None:
        """The panel follows a choice that was made just before the page was left."""
        super().showEvent(event)
        shown = None if self.panel.seen is None else self.panel.seen.detail.facts.id
        if self._seen is not None and shown != self.grid.current_row_id:
            self._panel_pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is asked of a data file that may be closed by then."""
        super().hideEvent(event)
        self._panel_pause.stop()

    def on_changes(self, changes: Changes) -> None:
        """A long list gets its touched lines anew, a short one is read again."""
        if not changes.touches(*self.tables):
            return
        if not self.isVisible() or self._seen is None:
            self.refresh()
        elif not changes.touches(*LIST_TABLES):
            self._load_panel()
        elif len(self._seen.rows) < PATCH_FROM or changes.many or changes.touches("campaigns", "units"):
            self.reload()
        else:
            self._patch({table: changes.ids(table) for table in LIST_TABLES})

    def _patch(self, rows: dict[str, frozenset[int]]) -> None:
        asked, known = self._asked(), frozenset(row.id for row in self.model.rows)

        def show(changed: tuple[PersonRow, ...] | None) -> None:
            if changed is None:
                self.reload()
            else:
                self.model.patch_rows(changed)
                self._load_panel()

        self.context.jobs.run(lambda _: reading.changed_rows(asked, rows, known), show)

    def _asked(self) -> ListFor:
        year = self.context.year
        on = day_for(year, self.context.clock().date())
        return ListFor(on, year, self.context.campaign_id, self._with_left)

    def _show_list(self, seen: ListSeen) -> None:
        if self._seen is None or self._seen.asked.year != seen.asked.year:
            self.model.set_columns(columns(seen.asked.year, max((len(row.code) for row in seen.rows), default=0)))
            self._restore_columns()
        self._seen = seen
        self._stack.setCurrentIndex(1 if not seen.rows and not seen.asked.with_left else 0)
        self.units.set_choices(seen.choices)
        self.model.set_rows(seen.rows)
        self._apply_unit()
        self._go_to_wanted()
        self._go_to_added(is_read=True)
        if self.grid.current_row_id is None and self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id)
        self._load_panel()
        self.heading_changed.emit()

    def _apply_unit(self) -> None:
        below = frozenset[UnitId]() if self._seen is None else self._seen.below(self.units.current())
        only, everybody = self._only, self.units.current() is None
        if everybody and not only:
            self.model.accept_only(None)
        else:
            self.model.accept_only(
                lambda row: (everybody or (row.unit_id or UnitId(0)) in below) and (not only or row.id in only)
            )

    def _go_to_wanted(self) -> None:
        """Show the person another page pointed at, taking filters away if they hide them."""
        person_id = self._wanted
        if person_id is None or self._seen is None:
            return
        if self.model.row_of(person_id) is None:
            if not self._with_left:
                self._set_with_left(True)
            return
        self._wanted = None
        if self.model.line_of(person_id) is None:
            self._clear_filters()
        self._select(person_id)

    def _show_added(self, person_id: PersonId) -> None:
        """Somebody was added here: the list may still be on its way."""
        self._added = person_id
        self._go_to_added(is_read=self.context.jobs.is_idle)

    def _go_to_added(self, *, is_read: bool) -> None:
        """Show the new person; the clerk's filters stay, and it is said when they hide them."""
        person_id = self._added
        if person_id is None or self._seen is None:
            return
        row = self.model.row_of(person_id)
        if row is None and not is_read:
            return
        self._added = None
        if row is None:
            self._say_not_of_day(person_id)
        elif self.model.line_of(person_id) is None:
            self.context.bus.status.emit(wording.added_but_hidden(named(row)))
        else:
            self._select(person_id)

    def _say_not_of_day(self, person_id: PersonId) -> None:
        asked = self._asked()
        self.context.jobs.run(
            lambda _: reading.whole_name(person_id, asked),
            lambda name: self.context.bus.status.emit(wording.added_not_of_day(name, asked.on)),
        )

    def _select(self, person_id: PersonId) -> None:
        """Whole rows around the person, also once a page on its first visit has its size."""
        self.grid.select_row(person_id, "name")
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.caret.to_middle()
        QTimer.singleShot(0, self.grid, self.grid.caret.to_middle)

    def _load_panel(self) -> None:
        self._panel_pause.stop()
        person_id = self.grid.current_row_id
        if person_id is None:
            self.panel.show_person(None)
            return
        asked = self._asked()
        self.context.jobs.run(lambda _: reading.person_seen(PersonId(person_id), asked), self._show_person)

    def _show_person(self, seen: PersonSeen | None) -> None:
        if seen is None:
            self.panel.show_person(None)
        elif seen.detail.facts.id == self.grid.current_row_id:
            self.panel.show_person(seen)

    def _show_state(self) -> None:
        found, of = self.model.counts
        why = wording.only_these(len(self._only)) if self._only else self._why()
        self.count.show_state(wording.shown(found, of), why, self.model.filtered or bool(self._only))
        self.no_hit.setVisible(found == 0 and of > 0)

    def _why(self) -> str:
        query = self.model.filters.get("name", "").strip()
        words = reading.words_hit(query, self.model.shown_rows)
        return wording.matched(query, words) if words else ""

    def _clear_filters(self) -> None:
        self._only = frozenset()
        self.units.set_current(None)
        self.model.clear_filters()
        self._apply_unit()

    def _set_with_left(self, shown: bool) -> None:
        self._with_left = shown
        self.reload()

    def _open_view_menu(self) -> None:
        menu = columns_menu(self.grid)
        left = QAction(wording.WITH_LEFT, menu, checkable=True, checked=self._with_left)
        left.toggled.connect(self._set_with_left)
        menu.insertAction(menu.actions()[0], left)
        menu.insertSeparator(menu.actions()[1])
        rows = self.model.shown_rows
        list_output.add_list_actions(menu, lambda: self._export(rows), lambda: self._print(rows))
        list_output.drop_menu(menu, self.view_button)

    def _export(self, rows: Sequence[PersonRow]) -> None:
        list_output.save_excel(self, self.context, self._shown(rows))

    def _print(self, rows: Sequence[PersonRow]) -> None:
        list_output.preview(self, self.context, self._shown(rows))

    def _shown(self, rows: Sequence[PersonRow]) -> ShownList:
        """The list as it stands; a chosen unit stands under its title."""
        unit = self.units.current()
        name = "" if self._seen is None else next((one.name for one in self._seen.units if one.id == unit), "")
        return list_output.shown_list(
            self.grid, rows, list_wording.PEOPLE, (name,) if name else (), self._asked().on
        )  # fmt: skip

    def _picked_rows(self) -> list[PersonRow]:
        return picked_as_shown(self.model)

    def _restore_columns(self) -> None:
        saved = self.context.settings.text("people/columns")
        if saved:
            self.grid.arrangement.restore(ColumnState.from_text(saved))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self.units, 1)
        top.addWidget(self.view_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        frame = QFrame()
        frame.setProperty("gridFrame", True)
        framed = QVBoxLayout(frame)
        framed.setContentsMargins(1, 1, 1, 1)
        framed.setSpacing(0)
        framed.addWidget(self.grid, 1)
        framed.addWidget(self.bulk)
        column.addWidget(frame, 1)
        column.addSpacing(theme.px(6))
        column.addWidget(self.count)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.panel.setMinimumWidth(theme.px(PANEL_WIDTH))
        self.panel.setMaximumWidth(theme.px(460))
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        whole.setSpacing(theme.px(12))
        whole.addLayout(top)
        whole.addWidget(self.splitter, 1)
        for before, after in itertools.pairwise((self.units, self.view_button, self.grid, self.bulk, self.panel)):
            QWidget.setTabOrder(before, after)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)
        self.no_hit = EmptyState("list-search", wording.NO_HIT, "", wording.CLEAR_FILTER, self.grid.viewport())
        over = QVBoxLayout(self.grid.viewport())
        over.addWidget(self.no_hit)
        self.no_hit.hide()

    def _connect(self) -> None:
        navigate = self.context.bus.navigate
        self.import_button.clicked.connect(lambda: navigate.emit("importing", None))
        self.empty.acted.connect(lambda: navigate.emit("importing", None))
        self.add_button.clicked.connect(self.desk.add_person)
        self.view_button.clicked.connect(self._open_view_menu)
        self.desk.added.connect(self._show_added)
        self.units.picked.connect(lambda key: self._apply_unit())
        self.model.shown_changed.connect(self._show_state)
        self.model.picked_changed.connect(lambda: self.bulk.show_count(len(self.model.picked)))
        self.model.set_row_look(look_of)
        self.grid.current_row_changed.connect(lambda row: self._panel_pause.start())
        self.grid.opened.connect(lambda row: self.desk.edit_person())
        self.grid.layout_changed.connect(lambda text: self.context.settings.put_text("people/columns", text))
        self._panel_pause.timeout.connect(self._load_panel)
        self.bulk.unchecked.connect(lambda: self.model.pick(self.model.picked, False))
        self.excel_button.clicked.connect(lambda: self._export(self._picked_rows()))
        self.print_button.clicked.connect(lambda: self._print(self._picked_rows()))
        self.count.cleared.connect(self._clear_filters)
        self.no_hit.acted.connect(self._clear_filters)
        self.panel.scores.sheet_wanted.connect(self._open_sheet)
        self.splitter.splitterMoved.connect(self._keep_splitter)
        saved = self.context.settings.state("people/splitter")
        if saved.isEmpty() or not self.splitter.restoreState(saved):
            self.splitter.setSizes([10_000, theme.px(PANEL_WIDTH)])

    def _open_sheet(self) -> None:
        if self.panel.seen is not None:
            self.context.bus.navigate.emit("scoring", self.panel.seen.detail.facts.id)

    def _keep_splitter(self) -> None:
        self.context.settings.put_state("people/splitter", self.splitter.saveState())

    def _add_actions(self) -> None:
        for words, keys, act in (
            (wording.ADD, "Ctrl+N", self.desk.add_person),
            (wording.FIND_IN_LIST, "Ctrl+F", lambda: self.grid.focus_filter("name")),
            (list_wording.EXPORT, "Ctrl+E", lambda: self._export(self.model.shown_rows)),
            (list_wording.PRINT, "Ctrl+P", lambda: self._print(self.model.shown_rows)),
            (wording.FILTER_ROW, "Ctrl+Shift+L", lambda: self.grid.show_filter_row(not self.grid.filter_row_shown)),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)
