"""Đơn vị: the tree with the school as root, and one unit closely. Writes nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QWidget

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.services import award_cards, organisation, organisation_edit, organisation_year
from thidua_gui.services.award_cards import Bearer
from thidua_gui.services.organisation import UnitRow, day_for
from thidua_gui.text import units as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.card_output import print_cards
from thidua_gui.ui.page import Page
from thidua_gui.ui.units.bulk_desk import UnitsBulk
from thidua_gui.ui.units.tree import UnitTree
from thidua_gui.ui.units.unit_dialogs import CloseDialog, UnitDialog, YearDialog
from thidua_gui.ui.units.unit_view import UnitSeen, UnitView
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState

TREE_WIDTH = 400


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which unit, on which day, with the units below it or not."""

    unit_id: UnitId
    on: date
    with_children: bool
    with_members: bool
    member_count: int
    year: int
    campaign_id: CampaignId | None


class UnitsPage(Page):
    """The school's units."""

    key: ClassVar[str] = "units"
    icon: ClassVar[str] = "building-community"
    tables: ClassVar[tuple[str, ...]] = (
        "campaigns", "units", "people", "memberships", "launches", "ratings", "registrations",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: tuple[UnitRow, ...] = ()
        self._wanted: UnitId | None = None
        self._day: date | None = None
        self._with_children = True
        self._with_closed = False
        self.tree = UnitTree()
        self.unit = UnitView(context.year)
        self.bulk_desk = UnitsBulk(context, self, self.unit)
        self.add_button = push(wording.ADD, "plus", "primary")
        self.empty = EmptyState("building-community", wording.NO_UNITS, wording.NO_UNITS_WHY, wording.IMPORT)
        self._lay_out()
        self._connect()
        self._add_actions()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        if not self._rows:
            return ""
        return wording.counted(sum(not row.is_root for row in self._rows), self._rows[0].members_below)

    def header_widgets(self) -> list[QWidget]:
        return [self.add_button]

    def reload(self) -> None:
        on, with_closed = self._on(), self._with_closed
        self.context.jobs.run(lambda _: organisation.units(on, with_closed=with_closed), self._show_tree)

    def open_argument(self, argument: object) -> None:
        """A unit's id shows it."""
        if isinstance(argument, int):
            self._wanted = UnitId(argument)
            self._go_to_wanted()

    def _on_year_changed(self, year: int) -> None:
        self._day = None
        super()._on_year_changed(year)

    def _on(self) -> date:
        return self._day or day_for(self.context.year, self.context.clock().date())

    def _show_tree(self, rows: tuple[UnitRow, ...]) -> None:
        self._rows = rows
        self._stack.setCurrentIndex(0 if rows else 1)
        self.tree.show_units(rows)
        self._go_to_wanted()
        self._load_unit()
        self.heading_changed.emit()

    def _go_to_wanted(self) -> None:
        unit_id = self._wanted
        if unit_id is None or not self._rows:
            return
        if self.tree.model.row_of(unit_id) is None and self.tree.search.text():
            self.tree.search.clear_now()
        if self.tree.choose(unit_id):
            self._wanted = None
            self.tree.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._with_closed:
            self.tree.with_closed.setChecked(True)

    def _load_unit(self) -> None:
        unit_id = self.tree.current()
        if unit_id is None:
            return
        row = self.tree.model.row_of(unit_id)
        seen = self.unit.seen
        if seen is not None and seen.facts.id == unit_id:
            shows_members = not self.unit.shows_children() or row is None or not row.children
        else:
            shows_members = row is None or not row.is_root or not row.children
        count = 0 if row is None else row.members_below if self._with_children else row.members
        asked = _Asked(
            unit_id, self._on(), self._with_children, shows_members, count, self.context.year, self.context.campaign_id
        )
        self.context.jobs.run(lambda _: _seen(asked), self._show_unit)

    def _show_unit(self, seen: UnitSeen | None) -> None:
        if seen is not None and seen.facts.id == self.tree.current():
            self.unit.show_unit(seen)

    def _choose_day(self, day: object) -> None:
        self._day = day if isinstance(day, date) else None
        self.reload()

    def _choose_below(self, below: bool) -> None:
        self._with_children = below
        self._load_unit()

    def _choose_closed(self, shown: bool) -> None:
        self._with_closed = shown
        self.reload()

    def _move(self, unit_id: UnitId, step: int) -> None:
        self.context.jobs.command(lambda _: organisation_edit.move_unit(unit_id, step))

    def _add(self) -> None:
        UnitDialog(self.context, self, self._rows, None).open()

    def _add_below(self) -> None:
        if self.unit.seen is not None:
            UnitDialog(self.context, self, self._rows, None, self.unit.seen.facts.id).open()

    def _edit(self) -> None:
        if self.unit.seen is not None:
            UnitDialog(self.context, self, self._rows, self.unit.seen.facts).open()

    def _close(self) -> None:
        if self.unit.seen is not None:
            facts = self.unit.seen.facts
            CloseDialog(self.context, self, facts.id, facts.name, self._on()).open()

    def _reopen(self) -> None:
        if self.unit.seen is not None:
            unit_id = self.unit.seen.facts.id
            self.context.jobs.command(lambda _: organisation_edit.reopen_unit(unit_id))

    def _record_year(self) -> None:
        campaign_id = self.context.campaign_id
        if self.unit.seen is None or campaign_id is None:
            return
        facts = self.unit.seen.facts
        self.context.jobs.run(
            lambda _: organisation_year.drafted(facts.id, campaign_id),
            lambda draft: YearDialog(self.context, self, facts.id, facts.name, campaign_id, draft).open(),
        )

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.tree)
        self.splitter.addWidget(self.unit)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.tree.setMinimumWidth(theme.px(300))
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        row.addWidget(self.splitter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)

    def _connect(self) -> None:
        navigate = self.context.bus.navigate
        self.add_button.clicked.connect(self._add)
        self.empty.acted.connect(lambda: navigate.emit("importing", None))
        self.tree.chosen.connect(lambda unit: self._load_unit())
        self.tree.move_wanted.connect(self._move)
        self.tree.closed_shown.connect(self._choose_closed)
        self.tree.opened.connect(self._edit)
        self.unit.edit_wanted.connect(self._edit)
        self.unit.add_wanted.connect(self._add_below)
        self.unit.close_wanted.connect(self._close)
        self.unit.reopen_wanted.connect(self._reopen)
        self.unit.year_wanted.connect(self._record_year)
        self.unit.card_wanted.connect(self._open_card)
        self.unit.cards_wanted.connect(self._print_cards)
        self.unit.day_chosen.connect(self._choose_day)
        self.unit.below_chosen.connect(self._choose_below)
        self.unit.part_chosen.connect(self._load_unit)
        self.unit.person_opened.connect(lambda person: navigate.emit("people", PersonId(person)))
        self.unit.unit_opened.connect(lambda unit: self.tree.choose(UnitId(unit)))
        self.splitter.splitterMoved.connect(self._keep_splitter)
        saved = self.context.settings.state("units/splitter")
        if saved.isEmpty() or not self.splitter.restoreState(saved):
            self.splitter.setSizes([theme.px(TREE_WIDTH), 10_000])

    def _open_card(self) -> None:
        """The unit's awards of all years, on their page."""
        if self.unit.seen is not None:
            self.context.bus.navigate.emit("awards", Bearer(True, int(self.unit.seen.facts.id)))

    def _print_cards(self) -> None:
        """Of everyone who belongs to the unit on the day on screen."""
        seen = self.unit.seen
        if seen is not None:
            unit, on = seen.facts.id, seen.on
            self.context.jobs.run(
                lambda _: award_cards.people_of_unit(unit, on), lambda found: print_cards(self, self.context, found)
            )

    def _keep_splitter(self) -> None:
        self.context.settings.put_state("units/splitter", self.splitter.saveState())

    def _add_actions(self) -> None:
        for words, keys, act in (
            (wording.ADD, "Ctrl+N", self._add),
            (wording.FIND, "Ctrl+F", self.tree.search.setFocus),
            (wording.EDIT_UNIT, "F2", self._edit),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)


def _seen(asked: _Asked) -> UnitSeen | None:
    """One unit; None when it is gone meanwhile."""
    try:
        facts = organisation.unit(asked.unit_id)
    except UserError:
        return None
    year_facts = None if asked.campaign_id is None else organisation.unit_year(asked.unit_id, asked.campaign_id)
    members = None
    if asked.with_members:
        members = organisation.members(asked.unit_id, asked.on, with_children=asked.with_children)
    count = asked.member_count if members is None else len(members)
    children = organisation_year.children(asked.unit_id, asked.on, asked.campaign_id)
    return UnitSeen(facts, asked.year, year_facts, asked.on, count, members, asked.with_children, children)
