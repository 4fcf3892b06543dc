"""Xếp loại: everybody and every unit of the year, rated against thresholds and the cap. Writes nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services import rating_list
from thidua_gui.services.rating_caps import Source
from thidua_gui.services.rating_edits import RatingField
from thidua_gui.services.rating_list import Decision, RatingList
from thidua_gui.text import lists as list_wording
from thidua_gui.text import ratings as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.page import Page
from thidua_gui.ui.ratings.caps import CapBoard, cap_board
from thidua_gui.ui.ratings.columns import Around, columns, person_words
from thidua_gui.ui.ratings.desk import RatingDesk
from thidua_gui.ui.ratings.lines import Line, Showing, columns_of, counted, group_key, line_of, lines_of, showings_of
from thidua_gui.ui.ratings.output import RatingOutput
from thidua_gui.ui.ratings.view import RatingView
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.menus import columns_menu
from thidua_gui.ui.widgets.grid.row_order import Group
from thidua_gui.ui.widgets.keyed_actions import Key, add_actions

DECISIONS = ("ratings", "party_ratings")
"""When only these change, rows get new values in place."""
REST = 40
SHOWN, EMPTY = 0, 1
GROUPED_KEY = "ratings/by_unit"
PERSON, UNIT = SheetSubject.PERSON, SheetSubject.UNIT


class RatingsPage(Page):
    """People or units of the year on screen."""

    key: ClassVar[str] = "ratings"
    icon: ClassVar[str] = "chart-bar"
    tables: ClassVar[tuple[str, ...]] = (
        *DECISIONS, "campaigns", "people", "units", "memberships", "scores", "stages", "rating_thresholds", "settings",
        "criteria", "criteria_sheets", "criteria_sheet_groups", "criteria_sheet_units", "milestones",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._of = PERSON
        self._shown: RatingList | None = None
        self._board: CapBoard | None = None
        self._wanted: int | None = None
        self._leads_to = "importing"
        self.view = RatingView(Around(self._of, False, True, "", "", self._one_more, context.year))
        self.grid = self.view.grid
        self.model = self.grid.lines
        self.desk = RatingDesk(context, self, self.grid)
        self.output = RatingOutput(context, self, self.grid, lambda: self._shown)
        self.back = push(wording.BACK_TO_PEOPLE, "users")
        self.thresholds = push(wording.THRESHOLDS, "target")
        self.cap = push(wording.CAP, "settings")
        self.more = icon_button("dots-vertical", wording.MORE, bordered=True)
        self.empty = EmptyState("chart-bar", wording.NO_YEAR, wording.NO_YEAR_WHY, wording.EMPTY_ACT)
        self._pause = QTimer(self, singleShot=True, interval=REST)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentIndex(EMPTY)
        self.view.by_unit.setChecked(context.settings.text(GROUPED_KEY) != "no")
        self._restore_columns()
        self._connect()
        self._add_keys()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        shown = self._shown
        if shown is None or self._stack.currentIndex() == EMPTY:
            return ""
        rated = sum(line.rated.decision.rating is not None for line in self.model.rows)
        return wording.subtitle(shown.year, rated, len(self.model.rows), shown.of)

    def header_widgets(self) -> list[QWidget]:
        if self._stack.currentIndex() == EMPTY:
            return [self.back] if self._of is UNIT else []
        return [self.thresholds, self.cap, self.more]

    def table_keys(self) -> Sequence[tuple[str, str]]:
        return (wording.RATING_KEYS, *super().table_keys())

    def reload(self) -> None:
        campaign_id, of = self.context.campaign_id, self._of
        if campaign_id is None:
            self._show_empty(None)
            return
        self.context.jobs.run(lambda _: _read(campaign_id, of), self._show)

    def open_argument(self, argument: object) -> None:
        """A person's id shows their line, a pair of UNIT and an id that of a unit."""
        of, wanted = argument if isinstance(argument, tuple) else (PERSON, argument)
        if not isinstance(wanted, int):
            return
        self._wanted = wanted
        if of is self._of:
            self._go_to_wanted()
        else:
            self._choose_subject(of)

    def on_changes(self, changes: Changes) -> None:
        """New decisions are put into their rows; anything else is read anew."""
        others = [table for table in self.tables if table not in DECISIONS]
        if changes.touches(*others) or not self.isVisible() or self._shown is None:
            super().on_changes(changes)
        elif changes.touches(*DECISIONS):
            campaign_id, of = self._shown.campaign_id, self._of
            self.context.jobs.run(lambda _: rating_list.decisions(campaign_id, of), self._patch)

    def _show(self, read: tuple[RatingList, list[Line]]) -> None:
        shown, lines = read
        if shown.of is not self._of:
            return
        before, self._shown = self._shown, shown
        self.desk.shown = shown
        if not lines:
            self._show_empty(shown)
            return
        self._stack.setCurrentIndex(SHOWN)
        if before is None or columns_of(before) != columns_of(shown):
            self._set_columns()
        self.model.set_rows(lines)
        self._apply_showing()
        self._go_to_wanted()
        if self.grid.current_row_id is None and self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id, RatingField.RATING)
        self._count(regroup=True)

    def _show_empty(self, shown: RatingList | None) -> None:
        of = None if shown is None else shown.of
        self._leads_to = "units" if of is UNIT else "importing"
        self.empty.say(*wording.EMPTY_WORDS[of])
        self._stack.setCurrentIndex(EMPTY)
        self.heading_changed.emit()

    def _patch(self, found: Mapping[int, Decision]) -> None:
        """Rows stay where they are, also those that the filter no longer holds: the clerk is at work on them."""
        shown = self._shown
        if shown is None:
            return
        council_on = shown.council_on if shown.of is PERSON else None
        fresh = [
            line_of(replace(line.rated, decision=decision), council_on)
            for line in self.model.rows
            if (decision := found.get(line.id, Decision())) != line.rated.decision
        ]
        self.model.patch_rows(fresh)
        if self.desk.is_idle:
            self.model.settle()
        self._count(regroup=self.view.showing.current() is Showing.ALL)

    def _count(self, *, regroup: bool) -> None:
        """Counter, choices and warnings follow the rows; counted beside the window, for there may be very many."""
        shown, lines = self._shown, list(self.model.rows)
        if shown is None:
            return
        self.context.jobs.run(
            lambda _: (cap_board(shown, lines), counted(lines)),
            lambda told: self._show_counts(shown, *told, regroup=regroup),
        )

    def _show_counts(
        self, shown: RatingList, board: CapBoard, counts: Mapping[Showing, int], *, regroup: bool
    ) -> None:
        if shown is not self._shown:
            return
        self._board = board
        self.view.show_counts(counts, shown.of)
        if shown.of is PERSON:
            self.view.cap.show_cap(shown.cap, board)
        else:
            self.view.cap.show_plain(board.school.tally)
        if regroup:
            self._group()
        self.view.say_notice(shown, counts, self.model.rows)
        for button in (self.thresholds, self.cap):
            button.setEnabled(not shown.is_closed)
        self._show_person()
        self._show_state()
        self.heading_changed.emit()

    def _group(self) -> None:
        shown, board = self._shown, self._board
        is_person = shown is not None and shown.of is PERSON
        if shown is None or board is None or not is_person or not self.view.by_unit.isChecked():
            self.model.set_groups((), None)
            return
        groups = [Group(str(int(unit)), name, board.heading(unit)) for unit, name in shown.units]
        groups.append(Group("", wording.SUMMARY_NO_UNIT, board.heading(None)))
        self.model.set_groups(groups, group_key)

    def _show_noticed(self) -> None:
        """Those whom the notice speaks of."""
        stale = any(line.rated.decision.is_stale for line in self.model.rows)
        self._choose_showing(Showing.STALE if stale else Showing.ODD)

    def _choose_showing(self, showing: object) -> None:
        self.view.showing.set_current(showing)
        self._apply_showing()
        self._show_state()

    def _apply_showing(self) -> None:
        showing = self.view.showing.current()
        if not isinstance(showing, Showing) or showing is Showing.ALL:
            self.model.accept_only(None)
        else:
            self.model.accept_only(lambda line: showing in showings_of(line))

    def _choose_subject(self, of: object) -> None:
        if isinstance(of, SheetSubject) and of is not self._of:
            self._of = of
            self.view.subjects.set_current(of)
            self.view.refusal.silence()
            self.model.pick(self.model.picked, False)
            self.model.clear_filters()
            self._choose_showing(Showing.ALL)
            self.reload()

    def _go_to_wanted(self) -> None:
        wanted = self._wanted
        if wanted is None or self._shown is None or self.model.row_of(wanted) is None:
            return
        self._wanted = None
        if self.model.line_of(wanted) is None:
            self._clear_filters()
        self.grid.select_row(wanted, RatingField.RATING)
        self.grid.setFocus()

    def _clear_filters(self) -> None:
        self.model.clear_filters()
        self._choose_showing(Showing.ALL)

    def _show_state(self) -> None:
        found, of = self.model.counts
        filtered = self.model.filtered or self.view.showing.current() is not Showing.ALL
        self.view.count.show_state(wording.shown(found, of, self._of), "", filtered)

    def _show_person(self) -> None:
        """The line under the cursor: what is proposed, what one more would do, what is out of order."""
        line = self._current()
        if line is None or self._shown is None:
            self.view.show_person("", "", "")
            return
        who, warning = person_words(line, _told(self._shown.party))
        self.view.show_person(who, self._one_more(line), warning)

    def _one_more(self, line: Line) -> str:
        return "" if self._board is None or self._of is UNIT else self._board.one_more(line)

    def _current(self) -> Line | None:
        row_id = self.grid.current_row_id
        return None if row_id is None else self.model.row_of(row_id)

    def _around(self) -> Around:
        shown = self._shown
        if shown is None:
            return Around(self._of, False, self.view.by_unit.isChecked(), "", "", self._one_more, self.context.year)
        by_unit = self.view.by_unit.isChecked()
        party, order = _told(shown.party), _told(shown.order)
        return Around(shown.of, not shown.is_closed, by_unit, party, order, self._one_more, shown.year)

    def _ask_cap(self) -> None:
        if self._board is not None and self._of is PERSON:
            self.desk.ask_cap(self._board.school.tally)
        elif self._shown is not None:
            self.context.bus.status.emit(wording.CAP_FOR_PEOPLE)

    def _open_columns(self) -> None:
        columns_menu(self.grid).popup(self.view.columns.mapToGlobal(QPoint(0, self.view.columns.height() + 2)))

    def _keep_columns(self, text: str) -> None:
        self.context.settings.put_text(f"ratings/columns-{self._of}", text)

    def _set_columns(self) -> None:
        self.model.set_columns(columns(self._around()))
        self._restore_columns()

    def _restore_columns(self) -> None:
        saved = self.context.settings.text(f"ratings/columns-{self._of}")
        if saved:
            self.grid.arrangement.restore(ColumnState.from_text(saved))

    def _keep_grouping(self, on: bool) -> None:
        self.context.settings.put_text(GROUPED_KEY, "" if on else "no")
        cell, row_id = self.grid.caret.cell, self.grid.current_row_id
        key = RatingField.RATING.value if cell is None else self.model.columns[cell[1]].key
        self._set_columns()
        self._group()
        if row_id is not None:
            self.grid.select_row(row_id, key if key != "unit" else "name")
        self._show_state()

    def _say_refused(self, words: str) -> None:
        self.view.refusal.say("er", words)

    def _connect(self) -> None:
        view, desk = self.view, self.desk
        view.subjects.picked.connect(self._choose_subject)
        self.back.clicked.connect(lambda: self._choose_subject(PERSON))
        view.showing.picked.connect(self._choose_showing)
        view.by_unit.toggled.connect(self._keep_grouping)
        view.columns.clicked.connect(self._open_columns)
        view.notice.acted.connect(self._show_noticed)
        view.cap.note_wanted.connect(desk.ask_over)
        view.rated.connect(desk.rate)
        view.follow.clicked.connect(desk.follow)
        view.keep.clicked.connect(lambda: desk.keep(self.grid.chosen()))
        view.bulk.unchecked.connect(lambda: self.model.pick(self.model.picked, False))
        view.count.cleared.connect(self._clear_filters)
        desk.refused.connect(self._say_refused)
        self.thresholds.clicked.connect(desk.ask_thresholds)
        self.cap.clicked.connect(self._ask_cap)
        self.empty.acted.connect(lambda: self.context.bus.navigate.emit(self._leads_to, None))
        self.grid.edits_requested.connect(self._enter)
        self.grid.confirm_paste = desk.confirm_paste
        self.grid.current_row_changed.connect(lambda row: self._pause.start())
        self.grid.opened.connect(self._open_sheet)
        self.grid.layout_changed.connect(self._keep_columns)
        self.model.shown_changed.connect(self._show_state)
        self.model.picked_changed.connect(lambda: view.bulk.show_count(len(self.model.picked)))
        self._pause.timeout.connect(self._show_person)

    def _enter(self, typed: object) -> None:
        self.view.refusal.silence()
        self.desk.enter(typed)  # type: ignore[arg-type]  # a signal's tuple of CellEdit

    def _open_sheet(self, row_id: object) -> None:
        """Ctrl+Enter: the person's sheet of points, which are the reasons behind the proposal."""
        self.context.bus.navigate.emit("scoring" if self._of is PERSON else "units", row_id)

    def _add_keys(self) -> None:
        desk = self.desk
        menu_keys: list[Key] = [
            ("Ctrl+Shift+D", wording.FOLLOW, desk.follow),
            ("", wording.DAY, lambda: desk.ask_day(RatingField.DECIDED_ON)),
            ("", wording.PARTY_DAY, lambda: desk.ask_day(RatingField.PARTY_ON)),
        ]
        more_keys: list[Key] = [
            ("Ctrl+Shift+P", wording.PRINT_SUMMARY, self.output.preview_summary),
            ("Ctrl+Shift+E", wording.EXPORT_SUMMARY, self.output.save_summary),
            ("Ctrl+P", list_wording.PRINT_SHOWN, self.output.preview),
            ("Ctrl+E", list_wording.EXPORT_SHOWN, self.output.save_excel),
        ]
        keys: list[Key] = [
            ("Ctrl+N", wording.SET, self._rate_here),
            ("Ctrl+F", wording.FIND, lambda: self.grid.focus_filter("name")),
            ("F5", wording.REARRANGE, self._rearrange),
            ("Ctrl+Shift+N", wording.THRESHOLDS, desk.ask_thresholds),
            ("Ctrl+Shift+M", wording.CAP, self._ask_cap),
            ("Ctrl+Shift+L", wording.FILTER_ROW, lambda: self.grid.show_filter_row(not self.grid.filter_row_shown)),
        ]
        for button, listed in ((self.view.bulk_more, menu_keys), (self.more, more_keys)):
            menu = QMenu(button)
            menu.addActions(add_actions(self, listed))
            button.setMenu(menu)
            button.setPopupMode(button.ToolButtonPopupMode.InstantPopup)
        self.more.menu().addActions(add_actions(self, keys[3:5]))
        add_actions(self, [*keys[:3], keys[5]])

    def _rate_here(self) -> None:
        """The four ratings for whoever is chosen, beside the cursor."""
        if self._current() is not None and self.desk.can_write:
            menu = self.view.rating_menu()
            place = self.grid.visualRect(self.grid.currentIndex()).bottomLeft()
            menu.popup(self.grid.viewport().mapToGlobal(place))

    def _rearrange(self) -> None:
        """Filter, sort and count the headings again."""
        self.model.reorder()
        self._count(regroup=True)


def _read(campaign_id: CampaignId, of: SheetSubject) -> tuple[RatingList, list[Line]]:
    shown = rating_list.rating_list(campaign_id, of)
    return shown, lines_of(shown)


def _told(source: Source) -> str:
    """Whose rule holds in that year, and whether anybody has read it."""
    return wording.source(source.words, is_checked=source.is_checked)
