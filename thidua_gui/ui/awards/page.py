"""Tra cứu thành tích: all awards of all years in one grid, with what can be done to one. Writes nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.services import awards, awards_edit, organisation
from thidua_gui.services.awards import AwardRow
from thidua_gui.text import awards as wording
from thidua_gui.text import lists as list_wording
from thidua_gui.ui import theme
from thidua_gui.ui.awards.awards_model import columns, look_of
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.forms.award_dialogs import AwardDialog, RevokeDialog
from thidua_gui.ui.forms.list_foot import CountLine
from thidua_gui.ui.forms.people_find import find_subjects
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList

MANY = 50_000
"""Above so many awards the page starts with the newest year."""


@dataclass(frozen=True, slots=True)
class _Seen:
    years: tuple[tuple[int, int], ...]
    year: int | None
    rows: tuple[AwardRow, ...]


class AwardsPage(Page):
    """Awards as they were given, revoked ones too."""

    key: ClassVar[str] = "awards"
    icon: ClassVar[str] = "list-search"
    tables: ClassVar[tuple[str, ...]] = (
        "awards", "award_revocations", "people", "units", "memberships", "decisions", "movements",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seen: _Seen | None = None
        self._wanted_number = ""
        self.model: SnapshotModel[AwardRow] = SnapshotModel(columns())
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(wording.TITLE)
        self.years = QComboBox()
        self.years.setAccessibleName(wording.YEAR)
        self.open_button = push(wording.OPEN_BEARER, "user")
        self.correct_button = push(wording.CORRECT, "pencil")
        self.revoke_button = push(wording.REVOKE, "circle-x")
        self.view_button = icon_button("columns", wording.COLUMNS, bordered=True)
        self.add_button = push(wording.ADD, "plus", "primary")
        self.count = CountLine()
        self.empty = EmptyState("award", wording.NONE, wording.NONE_WHY, wording.ADD)
        self._lay_out()
        self._connect()
        self._add_actions()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        if self._seen is None:
            return ""
        bearers = len({(row.person_id, row.unit_id, row.name if row.is_outside else "") for row in self._seen.rows})
        return wording.counted(len(self._seen.rows), bearers)

    def header_widgets(self) -> list[QWidget]:
        return [self.add_button]

    def reload(self) -> None:
        on = self.context.clock().date()
        chosen = None if self._seen is None else self._seen.year
        first = self._seen is None
        self.context.jobs.run(lambda _: _read(on, chosen, first=first), self._show)

    def open_argument(self, argument: object) -> None:
        """The number of a decision shows its awards."""
        if isinstance(argument, str):
            self._wanted_number = argument
            self._show_wanted()

    def _show(self, seen: _Seen) -> None:
        self._seen = seen
        self._stack.setCurrentIndex(0 if seen.years else 1)
        self._offer_years(seen)
        self.model.set_rows(seen.rows)
        self._show_wanted()
        if self.grid.current_row_id is None and self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id)
        self._show_state()
        self.heading_changed.emit()

    def _offer_years(self, seen: _Seen) -> None:
        self.years.blockSignals(True)
        self.years.clear()
        self.years.addItem(wording.ALL_YEARS, None)
        for year, count in seen.years:
            self.years.addItem(wording.year_with(year, count), year)
        self.years.setCurrentIndex(max(self.years.findData(seen.year), 0))
        self.years.blockSignals(False)

    def _show_wanted(self) -> None:
        if not self._wanted_number or self._seen is None:
            return
        if self._seen.year is not None:
            self._choose_year(None)
            return
        self.model.clear_filters()
        self.model.set_filter("number", self._wanted_number)
        self._wanted_number = ""
        if self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id)

    def _choose_year(self, year: int | None) -> None:
        if self._seen is not None:
            self._seen = _Seen(self._seen.years, year, self._seen.rows)
            self.reload()

    def _current(self) -> AwardRow | None:
        row_id = self.grid.current_row_id
        return None if row_id is None or self.model.line_of(row_id) is None else self.model.row_of(row_id)

    def _show_state(self) -> None:
        found, of = self.model.counts
        self.count.show_state(wording.shown(found, of), "", self.model.filtered)
        self.no_hit.setVisible(found == 0 and of > 0)
        row = self._current()
        is_ours = row is not None and not row.is_outside
        self.open_button.setEnabled(is_ours)
        self.correct_button.setEnabled(is_ours and row is not None and not row.is_issued)
        self.revoke_button.setEnabled(row is not None and row.revocation is None)

    def _open_bearer(self) -> None:
        row = self._current()
        if row is not None and row.person_id is not None:
            self.context.bus.navigate.emit("people", PersonId(row.person_id))
        elif row is not None and row.unit_id is not None:
            self.context.bus.navigate.emit("units", UnitId(row.unit_id))

    def _add(self) -> None:
        today = self.context.clock().date()

        def show(found: tuple[awards_edit.UsedWordings, tuple[organisation.UnitRow, ...]]) -> None:
            used, units = found
            AwardDialog(
                self.context, self, used, find=find_subjects(self.context, units, today), year=self.context.year - 1
            ).open()  # fmt: skip

        self.context.jobs.run(lambda _: (awards_edit.used_wordings(), organisation.units(today)), show)

    def _correct(self) -> None:
        row = self._current()
        if row is None or row.is_issued or row.is_outside:
            return
        bearer = (True, int(row.unit_id)) if row.unit_id is not None else (False, int(row.person_id or 0))
        self.context.jobs.run(
            lambda _: awards_edit.used_wordings(),
            lambda used: AwardDialog(
                self.context, self, used, row=row, bearer=bearer, name=row.name, year=row.year
            ).open(),
        )

    def _revoke(self) -> None:
        row = self._current()
        if row is not None and row.revocation is None:
            RevokeDialog(self.context, self, row, self.context.clock().date()).open()

    def _clear_filters(self) -> None:
        self.model.clear_filters()

    def _open_view_menu(self) -> None:
        list_output.open_list_menu(self.grid, self.view_button, self._export, self._print)

    def _export(self) -> None:
        list_output.save_excel(self, self.context, self._shown())

    def _print(self) -> None:
        list_output.preview(self, self.context, self._shown())

    def _shown(self) -> ShownList:
        on = self.context.clock().date()
        return list_output.shown_list(self.grid, self.model.shown_rows, list_wording.AWARDS, (), on)

    def _lay_out(self) -> None:
        label = QLabel(wording.YEAR)
        label.setProperty("role", "muted")
        label.setBuddy(self.years)
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(label)
        top.addWidget(self.years)
        top.addStretch(1)
        for widget in (self.open_button, self.correct_button, self.revoke_button, self.view_button):
            top.addWidget(widget)
        self.years.setMinimumWidth(theme.px(190))
        frame = QFrame()
        frame.setProperty("gridFrame", True)
        framed = QVBoxLayout(frame)
        framed.setContentsMargins(1, 1, 1, 1)
        framed.addWidget(self.grid)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        whole.setSpacing(theme.px(12))
        whole.addLayout(top)
        whole.addWidget(frame, 1)
        whole.addWidget(self.count)
        whole.setSpacing(theme.px(10))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)
        self.no_hit = EmptyState("list-search", wording.NO_HIT, "", wording.CLEAR_FILTER, self.grid.viewport())
        over = QVBoxLayout(self.grid.viewport())
        over.addWidget(self.no_hit)
        self.no_hit.hide()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.empty.acted.connect(self._add)
        self.open_button.clicked.connect(self._open_bearer)
        self.correct_button.clicked.connect(self._correct)
        self.revoke_button.clicked.connect(self._revoke)
        self.view_button.clicked.connect(self._open_view_menu)
        self.years.activated.connect(lambda place: self._choose_year(self.years.itemData(place)))
        self.model.set_row_look(look_of)
        self.model.shown_changed.connect(self._show_state)
        self.grid.current_row_changed.connect(lambda row: self._show_state())
        self.grid.opened.connect(lambda row: self._open_bearer())
        self.grid.layout_changed.connect(lambda text: self.context.settings.put_text("awards/columns", text))
        self.count.cleared.connect(self._clear_filters)
        self.no_hit.acted.connect(self._clear_filters)
        saved = self.context.settings.text("awards/columns")
        if saved:
            self.grid.arrangement.restore(ColumnState.from_text(saved))

    def _add_actions(self) -> None:
        for words, keys, act in (
            (wording.ADD, "Ctrl+N", self._add),
            (wording.FIND, "Ctrl+F", lambda: self.grid.focus_filter("name")),
            (list_wording.EXPORT, "Ctrl+E", self._export),
            (list_wording.PRINT, "Ctrl+P", self._print),
            (wording.FILTER_ROW, "Ctrl+Shift+L", lambda: self.grid.show_filter_row(not self.grid.filter_row_shown)),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)


def _read(on: date, chosen: int | None, *, first: bool) -> _Seen:
    years = awards.years()
    if first and sum(count for _, count in years) > MANY:
        chosen = years[0][0]
    return _Seen(years, chosen, awards.awards(on, chosen))
