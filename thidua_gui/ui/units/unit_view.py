"""The right side of the page of units: one unit's facts and year, its members on a day, the units below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.ratings import Rating
from thidua_gui.core.vietnamese import date_text, grouped
from thidua_gui.services.organisation import MemberRow, UnitFacts, UnitYear
from thidua_gui.services.organisation_year import ChildRow
from thidua_gui.text import award_cards as card_wording
from thidua_gui.text import bulk as bulk_wording
from thidua_gui.text import lists as list_wording
from thidua_gui.text import units as wording
from thidua_gui.text.names import RATINGS
from thidua_gui.ui import theme
from thidua_gui.ui.forms.fact_list import FactList
from thidua_gui.ui.forms.list_foot import BulkBar
from thidua_gui.ui.forms.tab_order import keep_in_place
from thidua_gui.ui.units.unit_models import child_columns, member_columns
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.card import Card, line
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.segmented import Choice, Segmented

MEMBERS, CHILDREN = "members", "children"


@dataclass(frozen=True, slots=True)
class UnitSeen:
    """All that is shown of one unit; `year_facts` None while the data file has no year, `members` None while the
    units below are shown instead. `member_count` is known without them."""

    facts: UnitFacts
    year: int
    year_facts: UnitYear | None
    on: date
    member_count: int
    members: tuple[MemberRow, ...] | None
    with_children: bool
    children: tuple[ChildRow, ...]


class UnitView(Card):
    """Shows and asks; the page does."""

    edit_wanted = Signal()
    add_wanted = Signal()
    close_wanted = Signal()
    reopen_wanted = Signal()
    year_wanted = Signal()
    day_chosen = Signal(object)
    below_chosen = Signal(bool)
    part_chosen = Signal()
    person_opened = Signal(object)
    unit_opened = Signal(object)
    card_wanted = Signal()
    cards_wanted = Signal()

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 0, 0, 0), parent=parent)
        self.seen: UnitSeen | None = None
        self.name = QLabel()
        self.name.setProperty("role", "section")
        self.name.setWordWrap(True)
        self.below_name = QLabel()
        self.below_name.setProperty("role", "muted")
        self.closed = Chip()
        self.edit = push(wording.EDIT, "pencil")
        self.record = push(wording.RECORD_YEAR, "flag")
        self.more = icon_button("dots-vertical", wording.MORE)
        self.facts = FactList(128)
        self.year_facts = FactList(150)
        self.parts = Segmented(name=wording.MEMBERS)
        self.only_part = QLabel()
        self.only_part.setProperty("role", "strong")
        self.day = DateField(name=wording.MEMBERS_ON)
        self.with_children = QCheckBox(wording.WITH_CHILDREN)
        self.members: SnapshotModel[MemberRow] = SnapshotModel(member_columns())
        self.member_grid = GridView(self.members)
        self.children_model: SnapshotModel[ChildRow] = SnapshotModel(child_columns(year))
        self.child_grid = GridView(self.children_model)
        self.member_grid.setAccessibleName(wording.MEMBERS)
        self.child_grid.setAccessibleName(wording.CHILDREN)
        self.launch = push(bulk_wording.LAUNCH, "flag")
        self.excel = push(list_wording.EXPORT, "file-export")
        self.print = push(list_wording.PRINT, "printer")
        self.bulk_more = icon_button("dots-vertical", bulk_wording.MORE, bordered=True)
        self.bulk = BulkBar([self.launch, self.excel, self.print, self.bulk_more])
        self._no_members = EmptyState("users", wording.NO_MEMBERS, wording.NO_MEMBERS_WHY)
        self._no_children = EmptyState("building-community", wording.NO_CHILDREN, wording.NO_CHILDREN_WHY)
        self._lay_out()
        self._connect()

    def show_unit(self, seen: UnitSeen) -> None:
        """One unit; another unit starts with its members, the school with its units."""
        other = self.seen is None or self.seen.facts.id != seen.facts.id
        if self.seen is None or self.seen.year != seen.year:
            self.children_model.set_columns(child_columns(seen.year))
        self.seen = seen
        self._show_head(seen.facts)
        self._show_facts(seen)
        self.day.set_day(seen.on)
        self.members.set_rows(seen.members or ())
        self.member_grid.arrangement.set_hidden("unit", not (seen.with_children and seen.children))
        self.children_model.set_rows(seen.children)
        choices = [Choice(MEMBERS, wording.MEMBERS, grouped(seen.member_count))]
        if seen.children:
            below = Choice(CHILDREN, wording.CHILDREN, grouped(len(seen.children)))
            choices.insert(0 if seen.facts.is_root else 1, below)
        self.parts.set_choices(choices)
        keep_in_place(self.parts, self.parts.segments())
        self.parts.setVisible(len(choices) > 1)
        self.only_part.setVisible(len(choices) == 1)
        self.only_part.setText(wording.members_heading(seen.member_count))
        if other or len(choices) == 1:
            self.parts.set_current(MEMBERS if seen.members is not None else CHILDREN)
        self.with_children.setVisible(bool(seen.children))
        self.with_children.setChecked(seen.with_children)
        self._show_part()

    def shows_children(self) -> bool:
        """The units below are shown instead of the members."""
        return self.parts.current() == CHILDREN

    def _show_head(self, facts: UnitFacts) -> None:
        self.name.setText(facts.name)
        self.below_name.setText(" · ".join(part for part in ("" if facts.is_root else facts.code, facts.kind) if part))
        self.closed.setVisible(facts.closed_on is not None)
        if facts.closed_on is not None:
            self.closed.show_state(wording.closed_since(date_text(facts.closed_on)), "wa")
        self.record.setVisible(not facts.is_root and self.seen is not None and self.seen.year_facts is not None)

    def _show_facts(self, seen: UnitSeen) -> None:
        facts = seen.facts
        own = [(wording.HEAD, facts.head_name or "")]
        if not facts.is_root:
            own.append((wording.PARENT, facts.parent_name or ""))
        own.append((wording.OPENED_ON, "" if facts.opened_on is None else date_text(facts.opened_on)))
        self.facts.show_sections([("", own)])
        known = seen.year_facts
        self.year_facts.setVisible(known is not None and not facts.is_root)
        if known is not None:
            leaders = facts.kind == wording.LEADERS and known.launched_on is None
            launched = wording.NOT_LAUNCHING if leaders else wording.NOT_LAUNCHED
            if known.launched_on is not None:
                launched = date_text(known.launched_on)
            rating = wording.NOT_RATED if known.rating is None else RATINGS[Rating(known.rating)]
            lines = [
                (wording.launch_of(seen.year), launched),
                (wording.rating_of(seen.year), rating),
                (wording.registered_of(seen.year), "\n".join(known.registered) or wording.NOT_REGISTERED),
            ]
            self.year_facts.show_sections([("", lines)])

    def _show_part(self) -> None:
        children = self.shows_children()
        for widget in (self._day_label, self.day):
            widget.setVisible(not children)
        self.with_children.setVisible(not children and self.seen is not None and bool(self.seen.children))
        if children:
            self._pages.setCurrentWidget(self._child_page if self.children_model.rows else self._no_children)
        else:
            self._pages.setCurrentWidget(self.member_grid if self.members.rows else self._no_members)

    def _open_menu(self) -> None:
        if self.seen is None:
            return
        facts = self.seen.facts
        menu = QMenu(self)
        menu.addAction(wording.ADD_HERE).triggered.connect(self.add_wanted)
        menu.addAction(card_wording.OPEN_CARD).triggered.connect(self.card_wanted)
        menu.addAction(card_wording.PRINT_UNIT).triggered.connect(self.cards_wanted)
        if facts.head_id is not None:
            menu.addAction(wording.OPEN_HEAD).triggered.connect(lambda: self.person_opened.emit(facts.head_id))
        if not facts.is_root:
            menu.addSeparator()
            if facts.closed_on is None:
                menu.addAction(wording.CLOSE_MENU).triggered.connect(self.close_wanted)
            else:
                menu.addAction(wording.REOPEN).triggered.connect(self.reopen_wanted)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self.name)
        words.addWidget(self.below_name)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(14), theme.px(12), theme.px(12))
        head.setSpacing(theme.px(8))
        head.addLayout(words, 1)
        top = Qt.AlignmentFlag.AlignTop
        for widget in (self.closed, self.record, self.edit, self.more):
            head.addWidget(widget, 0, top)
        facts = QHBoxLayout()
        facts.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(14))
        facts.setSpacing(theme.px(24))
        facts.addWidget(self.facts, 1, top)
        facts.addWidget(self.year_facts, 1, top)
        self._day_label = QLabel(wording.MEMBERS_ON)
        self._day_label.setProperty("role", "muted")
        self._day_label.setBuddy(self.day)
        self.day.setFixedWidth(theme.px(128))
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        bar.setSpacing(theme.px(10))
        bar.addWidget(self.parts)
        bar.addWidget(self.only_part)
        bar.addStretch(1)
        bar.addWidget(self.with_children)
        bar.addWidget(self._day_label)
        bar.addWidget(self.day)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._child_page = QWidget()
        below = QVBoxLayout(self._child_page)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.child_grid, 1)
        below.addWidget(self.bulk)
        for part in (self.member_grid, self._child_page, self._no_members, self._no_children):
            self._pages.addWidget(part)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(line())
        self.body.addLayout(facts)
        self.body.addWidget(line())
        self.body.addLayout(bar)
        self.body.addWidget(line())
        self.body.addWidget(pages, 1)

    def _connect(self) -> None:
        self.edit.clicked.connect(self.edit_wanted)
        self.record.clicked.connect(self.year_wanted)
        self.more.clicked.connect(self._open_menu)
        self.parts.picked.connect(lambda key: self.part_chosen.emit())
        self.day.day_changed.connect(self.day_chosen)
        self.with_children.clicked.connect(self.below_chosen)
        self.member_grid.opened.connect(self.person_opened)
        self.child_grid.opened.connect(self.unit_opened)
        self.children_model.picked_changed.connect(lambda: self.bulk.show_count(len(self.children_model.picked)))
        self.bulk.unchecked.connect(lambda: self.children_model.pick(self.children_model.picked, False))
