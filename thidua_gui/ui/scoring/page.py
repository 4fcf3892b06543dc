"""Chấm điểm: the year's board of people and criteria, and one person's sheet. Asks services through its store."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import PersonId, SubjectId, UnitId
from thidua_gui.core.scoring import SheetSubject, required_maximum
from thidua_gui.services.debts import Debt
from thidua_gui.services.score_changes import TABLES as SCORE_TABLES
from thidua_gui.services.scoring import Board
from thidua_gui.text import score_board as wording
from thidua_gui.text import score_rules as rules
from thidua_gui.text import score_sheet as sheet_wording
from thidua_gui.text import score_why as why
from thidua_gui.text import second_typing as second
from thidua_gui.text import stage_closing as closing
from thidua_gui.text import unit_scoring as units
from thidua_gui.text.names import SHEET_SUBJECTS
from thidua_gui.ui.context import Context
from thidua_gui.ui.page import Page
from thidua_gui.ui.scoring.board_pane import BoardPane
from thidua_gui.ui.scoring.board_store import BoardStore
from thidua_gui.ui.scoring.page_menu import add_actions, menu_button
from thidua_gui.ui.scoring.sheet import PersonSheet
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.keyed_actions import Key
from thidua_gui.ui.widgets.segmented import Choice, Segmented

COLUMNS_KEY = "scoring/columns"
BOARD, SHEET, EMPTY = range(3)


class ScoringPage(Page):
    """One board or one sheet at a time, or why there is neither."""

    key = "scoring"
    icon = "calculator"
    tables = (
        *SCORE_TABLES, "campaigns", "stages", "criteria", "criteria_sheets", "criteria_sheet_groups",
        "criteria_sheet_units", "people", "units", "memberships", "registrations", "rating_thresholds", "settings",
        "awards", "award_revocations", "second_entry_checks",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.store = BoardStore(context, self)
        self.board = BoardPane(context, self.store)
        self.toolbar, self.notice, self.view = self.board.toolbar, self.board.notice, self.board.view
        self.banner = self.notice.banner
        self.output = self.board.output
        self.sheet = PersonSheet(context)
        self.empty = EmptyState("clipboard-list", wording.NO_YEAR, wording.NO_YEAR_WHY, wording.IMPORT_YEAR)
        self.export = push(wording.EXPORT, "file-export")
        self.close_stage = push(closing.CLOSE_KEY, "lock", "primary")
        choices = [Choice(one, SHEET_SUBJECTS[one], tip=units.subject_tip(one)) for one in SheetSubject]
        self.subjects = Segmented(choices, name=units.SUBJECT_CHOICE)
        self._wanted: object = None
        self._leads_to = "importing"
        self._lay_out()
        self._connect()
        self._add_keys()

    @property
    def grid(self) -> QWidget:
        """Where the keyboard belongs."""
        return self.view.grid

    def title(self) -> str:
        return wording.SHEET_TITLE[self.store.subject] if self._shows_sheet() else wording.TITLE

    def subtitle(self) -> str:
        if self.context.campaign is None:
            return ""
        if self._shows_sheet() and self.sheet.person_id is not None:
            row = self.store.row(self.sheet.person_id)
            is_unit = self.store.subject is SheetSubject.UNIT
            return wording.sheet_subtitle("" if row is None or is_unit else row.unit_name)
        sheets = () if self.store.board is None else self.store.board.sheets
        scales = sorted({required_maximum(sheet) for sheet in sheets})
        return wording.subtitle(self.context.year, scales)

    def header_widgets(self) -> list[QWidget]:
        if self._shows_sheet() or self.store.board is None:
            return []
        first = [self.close_stage] if self.board.can_close() else []
        return [self.subjects, self.more, self.export, *first]

    def reload(self) -> None:
        self.store.load()

    def show_loaded(self) -> None:
        """A visit begins at the board; whoever wants a sheet names the person."""
        self._close_sheet()
        super().show_loaded()

    def on_changes(self, changes: Changes) -> None:
        others = [table for table in self.tables if table not in SCORE_TABLES]
        if changes.touches(*others):
            self.refresh()
        elif changes.touches(*SCORE_TABLES):
            if self.isVisible() and self.store.board is not None:
                self.store.on_changes(changes)
            else:
                self.refresh()

    def open_argument(self, argument: object) -> None:
        """A person's id opens the sheet, a pair of UNIT and an id that of a unit; a debt narrows the board; a subject
        shows the board of people or of units."""
        self._wanted = argument
        if self.store.board is not None:
            self._follow_wanted()

    def panes(self) -> list[QWidget]:
        if self._stack.currentIndex() == BOARD:
            return [self.view.grid, self.toolbar.units]
        return super().panes()

    def table_keys(self) -> Sequence[tuple[str, str]]:
        return sheet_wording.KEYS if self._shows_sheet() else super().table_keys()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout(self)
        for widget in (self.board, self.sheet, self.empty):
            self._stack.addWidget(widget)
        self._stack.setCurrentIndex(EMPTY)
        self.view.grid.keep_layout(ColumnState.from_text(self.context.settings.text(COLUMNS_KEY)))

    def _connect(self) -> None:
        grid = self.view.grid
        self.store.loaded.connect(self._show_board)
        self.store.patched.connect(self._patch)
        grid.opened.connect(self._open_sheet)
        grid.arrangement.changed.connect(partial(self.context.settings.put_text, COLUMNS_KEY))
        self.board.stage_changed.connect(self._tell_stage)
        self.board.subject_wanted.connect(self._show_subject)
        self.subjects.picked.connect(self._show_subject)
        self.close_stage.clicked.connect(self.board.ask_to_close)
        self.sheet.closed.connect(self._close_sheet)
        self.sheet.entered.connect(self.store.enter)
        self.sheet.stage_picked.connect(self.board.follow_stage)
        self.export.clicked.connect(lambda: self.context.bus.navigate.emit("importing", None))
        self.empty.acted.connect(lambda: self.context.bus.navigate.emit(self._leads_to, None))

    def _add_keys(self) -> None:
        """Off while a person's sheet has its own."""
        board = self.board
        seldom: list[Key] = [
            ("Ctrl+I", why.WHY, board.cells.explain_here),
            ("Ctrl+Shift+E", second.MENU, board.begin_second_entry),
            ("Ctrl+Shift+Q", rules.TITLE, board.cells.ask_rules),
            ("Ctrl+E", wording.EXPORT_BOARD, self.output.save_excel),
            ("Ctrl+P", wording.PRINT_BOARD, self.output.preview),
            ("", closing.REOPEN_HERE, board.ask_to_reopen),
        ]
        stages = [(f"Alt+{one}", wording.go_to_stage(one), partial(board.pick_place, one - 1)) for one in (1, 2, 3)]
        keys: list[Key] = [
            ("Ctrl+F", wording.SEARCH, self.toolbar.focus_search),
            ("F5", wording.REARRANGE, self.view.rearrange),
            ("Ctrl+Shift+K", closing.CLOSE_KEY, board.ask_to_close),
            ("Ctrl+Shift+T", units.OTHER_SUBJECT, self._show_other_subject),
            ("Ctrl+Shift+G", wording.OPEN_OR_CLOSE_ALL, self.view.grid.toggle_all),
            ("Ctrl+R", why.GIVE_REASON, board.cells.give_reason),
            *stages,
        ]
        self.more = menu_button(add_actions(self, seldom))
        add_actions(self, keys)
        self._stack.currentChanged.connect(self._switch_keys)

    def _switch_keys(self, place: int) -> None:
        for action in self.actions():
            action.setEnabled(place == BOARD or (place == EMPTY and action.text() == units.OTHER_SUBJECT))

    def _shows_sheet(self) -> bool:
        return self._stack.currentIndex() == SHEET

    def _show_board(self) -> None:
        board = self.store.board
        if board is None or not board.sheets or not board.rows or not board.stages:
            self._say_empty(board)
            return
        if not self._shows_sheet():
            self._stack.setCurrentIndex(BOARD)
        self.board.show_board(board)
        self.sheet.update_rows(board)
        self._follow_wanted()
        self._tell_stage()

    def _tell_stage(self) -> None:
        self.close_stage.setText(closing.close_verb(self.board.stage))
        self.heading_changed.emit()

    def _patch(self, people: frozenset[SubjectId]) -> None:
        self.board.patch(people)
        if self.store.board is not None and self._shows_sheet():
            self.sheet.update_rows(self.store.board)

    def _show_subject(self, subject: SheetSubject) -> None:
        self._close_sheet()
        self.subjects.set_current(subject)
        self.store.show(subject)

    def _show_other_subject(self) -> None:
        is_person = self.store.subject is SheetSubject.PERSON
        self._show_subject(SheetSubject.UNIT if is_person else SheetSubject.PERSON)

    def _say_empty(self, board: Board | None) -> None:
        words = (wording.NO_YEAR, wording.NO_YEAR_WHY, wording.IMPORT_YEAR)
        self._leads_to = "importing"
        if board is not None and board.subject is SheetSubject.UNIT:
            words = (units.NO_UNIT_CRITERIA, units.NO_UNIT_CRITERIA_WHY, units.OPEN_CRITERIA)
            self._leads_to = "criteria"
        elif board is not None and not board.rows:
            words = (wording.NO_PEOPLE, wording.NO_PEOPLE_WHY, wording.OPEN_PEOPLE)
            self._leads_to = "people"
        elif board is not None:
            words = (wording.NO_CRITERIA, wording.NO_CRITERIA_WHY, wording.IMPORT_YEAR)
        if isinstance(self._wanted, tuple):
            self._wanted = None  # there is no such sheet, and another board must not be left for it
        self.empty.say(*words)
        self._stack.setCurrentIndex(EMPTY)
        self.heading_changed.emit()

    def _open_sheet(self, person: SubjectId) -> None:
        board, stage = self.store.board, self.store.stage(self.board.stage)
        if board is None or stage is None or self.store.row(person) is None:
            return
        self._stack.setCurrentIndex(SHEET)
        self.sheet.open_person(board, person, stage.id, self.store.before)
        self.heading_changed.emit()

    def _close_sheet(self) -> None:
        if not self._shows_sheet():
            return
        self._stack.setCurrentIndex(BOARD)
        if self.sheet.person_id is not None:
            self.view.grid.select_row(self.sheet.person_id)
        self.view.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.heading_changed.emit()

    def _follow_wanted(self) -> None:
        """What another page pointed at, once the board is there. Ids are plain numbers: a debt tells more."""
        board = self.store.board
        if board is not None and board.subject is not self.store.subject:
            return  # another board is on its way
        if isinstance(self._wanted, SheetSubject):
            wanted_subject, self._wanted = self._wanted, None
            self._show_subject(wanted_subject)
            return
        subject = self._wanted[0] if isinstance(self._wanted, tuple) else SheetSubject.PERSON
        if self._wanted is not None and self.store.subject is not subject:
            self._show_subject(subject)
            return
        wanted, self._wanted = self._wanted, None
        if isinstance(wanted, Debt) and board is not None:
            self._close_sheet()
            self.board.show_debt(board, wanted)
        elif isinstance(wanted, tuple):
            self._open_sheet(UnitId(wanted[1]))
        elif isinstance(wanted, int):
            self._open_sheet(PersonId(wanted))
