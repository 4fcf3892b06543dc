"""Quy định pháp luật: the rule packs, their conditions, who compared them with the texts. Judges nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.core.rulepack import Pack
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import rule_files, rule_review, rules
from thidua_gui.services.list_documents import ShownList
from thidua_gui.services.rule_confirmations import Passage
from thidua_gui.services.rule_files import Incoming
from thidua_gui.services.rule_review import PackView, RuleBook
from thidua_gui.text import lists as list_wording
from thidua_gui.text import rule_packs as wording
from thidua_gui.text import rules_page
from thidua_gui.text.errors import sentence
from thidua_gui.ui import messages, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.rules import pack_columns, packs_desk
from thidua_gui.ui.rules.other_rules import OtherRules
from thidua_gui.ui.rules.pack_list import PackList
from thidua_gui.ui.rules.packs_desk import PackDesk
from thidua_gui.ui.rules.packs_dialogs import CompareDialog, NewcomersDialog
from thidua_gui.ui.rules.pane import RulesPane
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import Key

LEFT, NARROW_LEFT, ROOM = 268, 196, (900, 480)
"""Widths of the list, and the room below which the page saves some."""


class PacksPane(RulesPane):
    """`go_to` takes the id of a pack (None: of that which judges the year), then an award and perhaps the id of a
    condition, or None and the key of a value."""

    key: ClassVar[str] = "packs"
    words: ClassVar[str] = rules_page.PACKS_VIEW
    tables: ClassVar[tuple[str, ...]] = rule_review.TABLES
    reads_files: ClassVar[bool] = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.book: RuleBook | None = None
        self._chosen = ""
        self._wanted: tuple[TitleKey | None, str] | None = None
        self.banner, self.refusal = Banner(), Banner(closable=True)
        self.list = PackList()
        self.other = OtherRules()
        self.desk = PackDesk()
        self.broken = EmptyState("circle-x", wording.REFUSED, "", wording.OPEN_FOLDER)
        self.add_button = push(wording.ADD, "plus", "primary")
        self.folder_button = push(wording.OPEN_FOLDER, "folder-open")
        self.folder_button.setToolTip(wording.OPEN_FOLDER_TIP)
        self.view_button = icon_button("columns", wording.COLUMNS, bordered=True)
        self._lay_out()
        self._connect()

    def load(self) -> None:
        campaign_id = self.context.campaign_id
        self.context.jobs.run(lambda _: rule_review.rule_book(campaign_id), self._show)

    def subtitle(self) -> str:
        return "" if self.book is None else wording.subtitle(sum(view.unchecked for view in self.book.packs))

    def header_widgets(self) -> list[QWidget]:
        return [self.folder_button, self.add_button]

    def tools(self) -> Sequence[QWidget]:
        return (self.view_button,)

    def keys(self) -> Sequence[Key]:
        desk = self.desk
        return (
            ("Ctrl+N", wording.ADD, self.ask_for_file),
            ("Ctrl+F", wording.FIND, lambda: desk.lines.grid.focus_filter("needed")),
            ("Ctrl+Shift+D", wording.COMPARE, desk.ask_to_compare),
            ("Delete", wording.TAKE_BACK, desk.ask_to_take_back),
            ("Ctrl+Shift+O", wording.OPEN_FOLDER, self.open_folder),
            ("Ctrl+E", list_wording.EXPORT, lambda: self._put_out(list_output.save_excel)),
            ("Ctrl+P", list_wording.PRINT, lambda: self._put_out(list_output.preview)),
        )

    def panes(self) -> list[QWidget]:
        return [self.desk.lines.grid, self.list, self.desk.parts]

    def go_to(self, *place: object) -> None:
        pack_id, *row = place
        self._chosen = "" if pack_id is None else str(pack_id)
        award, name = (*row, None, None)[:2]
        title = next((key for key in TitleKey if key.value == award), None)
        if title is not None or (award is None and name is not None):
            self._wanted = (title, "" if name is None else str(name))
        if self.book is not None:
            self._show(self.book)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(theme.px(LEFT if self.width() >= theme.px(ROOM[0]) else NARROW_LEFT))
        self.other.show_briefly(is_low=self.height() < theme.px(ROOM[1]))

    def ask_for_file(self) -> None:
        """Choose a pack's file; one of the folder with the same id is replaced only when that is wanted."""
        chosen, _ = QFileDialog.getOpenFileName(self, wording.ADD_TITLE, "", wording.FILE_FILTER)
        if chosen:
            path = Path(chosen)
            self.context.jobs.run(
                lambda _: rule_files.examine(path), lambda incoming: self._add(path, incoming), self._refuse
            )

    def open_folder(self) -> None:
        """In the system's own window."""
        self.context.jobs.run(
            lambda _: rule_files.open_folder(),
            _show_folder,
            self._refuse,
        )

    def _add(self, path: Path, incoming: Incoming) -> None:
        there = incoming.replaces
        question = wording.replace_text(there, incoming.pack)
        if there and not messages.confirm(self, wording.REPLACE_TITLE, question, wording.REPLACE_VERB, danger=True):
            return
        self.context.jobs.run(lambda _: rule_files.add(path, replaces=there), self._added, self._refuse)

    def _added(self, pack_id: str) -> None:
        self._chosen = pack_id
        self.refusal.silence()
        self.context.bus.status.emit(wording.added(pack_id))
        self.load()

    def _refuse(self, problem: Problem) -> None:
        self.refusal.say("er", sentence(problem))

    def _show(self, book: RuleBook) -> None:
        self.book = book
        self._tell_year(book)
        keys = [view.pack.id for view in book.packs] + [found.file for found in book.refused]
        if self._chosen not in keys:
            judging = None if book.year is None else book.year.law.pack
            self._chosen = keys[0] if judging is None else judging.id
        self.list.show_book(book, self._chosen)
        self.other.show_book(book)
        self._show_chosen()
        self.heading_changed.emit()

    def _show_chosen(self) -> None:
        book = self.book
        view = self._view()
        self._stack.setCurrentWidget(self.broken if view is None else self.desk)
        if book is None:
            return
        if view is None:
            found = next(one for one in book.refused if one.file == self._chosen)
            self.broken.say(found.file, wording.refused(found.file, found.problem), wording.OPEN_FOLDER)
            return
        self.desk.show_pack(view, self._others(book, view.pack), self._year_word(book, view.pack))
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.desk.open_line(*wanted)

    def _view(self) -> PackView | None:
        return next((view for view in self.book.packs if view.pack.id == self._chosen), None) if self.book else None

    def _choose(self, key: str) -> None:
        self._chosen = key
        self._show_chosen()

    def _tell_year(self, book: RuleBook) -> None:
        year = book.year
        if year is None:
            self.banner.silence()
            return
        action = "" if year.is_set else wording.SET_DAY
        regime = next((view.pack for view in book.packs if view.pack.id == year.law.regime), None)
        if regime is None or year.law.pack is None:
            self.banner.say("wa", wording.nothing_judges(year.year, year.law.reason), action)
        elif year.law.is_provisional:
            words = wording.provisional(year.year, year.decided_on, regime, year.law.pack)
            self.banner.say("wa", words, action)
        else:
            words = wording.year_law(year.year, year.decided_on, is_set=year.is_set, pack=regime)
            self.banner.say("in", words, action)

    @staticmethod
    def _year_word(book: RuleBook, pack: Pack) -> str:
        year = book.year
        if year is None or year.law.regime != pack.id or not pack.is_enabled:
            return ""
        return wording.judges(year.year)

    @staticmethod
    def _others(book: RuleBook, pack: Pack) -> list[Pack]:
        """Those with conditions, the one before it first, else the one behind it."""
        packs = [view.pack for view in book.packs if view.pack.conditions and view.pack.id != pack.id]
        before = [one for one in packs if one.from_on < pack.from_on]
        return [*reversed(before), *(one for one in packs if one not in before)]

    def _compare_packs(self) -> None:
        view, wanted = self._view(), self.desk.others.currentData()
        packs = () if self.book is None else self.book.packs
        other = next((one.pack for one in packs if one.pack.id == wanted), None)
        if view is None or other is None:
            return
        earlier, later = sorted((view.pack, other), key=lambda pack: pack.from_on)
        self.context.jobs.run(
            lambda _: rule_review.compare_packs(earlier.id, later.id),
            lambda rows: self.desk.show_compared(rows, earlier, later),
        )

    def _compare(self, passages: Sequence[Passage], told: Sequence[str]) -> None:
        view = self._view()
        if view is not None:
            CompareDialog(self.context, self, view.pack, passages, told).open()

    def _take_back(self, passages: Sequence[Passage]) -> None:
        view = self._view()
        if view is not None:
            pack_id = view.pack.id
            self.context.jobs.command(
                lambda _: rules.take_back(pack_id, passages),
                lambda changes: self.context.bus.status.emit(wording.taken_back(changes.title)),
                self._refuse,
            )

    def _ask_newcomers(self) -> None:
        if self.book is not None:
            NewcomersDialog(self.context, self, self.book.newcomer_months).open()

    def _put_out(self, output: Callable[..., None]) -> None:
        shown = self._shown()
        if shown is not None:
            output(self, self.context, shown)

    def _shown(self) -> ShownList | None:
        """The list as it stands on screen, with the award and who compared it."""
        view, desk = self._view(), self.desk
        if view is None:
            return None
        title = wording.list_title(view.pack, wording.LIST_NAMES[desk.part])
        if desk.part == packs_desk.COMPARED:
            earlier, later = desk.sides
            title = wording.compared_title(earlier, later)
        rows, on = desk.lines.model.shown_rows, self.context.clock().date()
        subject, also = wording.subject(view.pack), pack_columns.ON_PAPER[desk.part]
        return list_output.shown_list(desk.lines.grid, rows, title, subject, on, also)

    def _open_columns_menu(self) -> None:
        list_output.open_list_menu(
            self.desk.lines.grid, self.view_button,
            lambda: self._put_out(list_output.save_excel), lambda: self._put_out(list_output.preview),
        )  # fmt: skip

    def _lay_out(self) -> None:
        self._left = left = QFrame()
        left.setProperty("card", True)
        left.setFixedWidth(theme.px(LEFT))
        inside = QVBoxLayout(left)
        inside.setContentsMargins(1, theme.px(4), 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.other)
        right = QWidget()
        self._stack = QStackedLayout(right)
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self.broken)
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(left)
        row.addWidget(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.refusal)
        column.addWidget(self.banner)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.add_button.clicked.connect(self.ask_for_file)
        self.folder_button.clicked.connect(self.open_folder)
        self.broken.acted.connect(self.open_folder)
        self.view_button.clicked.connect(self._open_columns_menu)
        self.banner.acted.connect(lambda: self.context.bus.navigate.emit("schedule", None))
        self.desk.compare_wanted.connect(self._compare)
        self.desk.back_wanted.connect(self._take_back)
        self.desk.other_wanted.connect(self._compare_packs)
        self.other.newcomers_wanted.connect(self._ask_newcomers)


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
