"""One rule pack: what it is, its conditions and values, another pack beside it. Shows and asks; the view does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.pack_comparison import Change
from thidua_gui.core.rulepack import Pack
from thidua_gui.core.titles import TitleKey
from thidua_gui.services.rule_confirmations import Passage
from thidua_gui.services.rule_review import ComparedLine, ConditionLine, PackView, ValueLine
from thidua_gui.text import rule_packs as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.list_foot import BulkBar, CountLine
from thidua_gui.ui.rules import pack_columns
from thidua_gui.ui.rules.pack_head import PackHead
from thidua_gui.ui.rules.passage_card import PassageCard
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.elided_combo import ElidedCombo
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.columns import Column
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.row_order import Group
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.segmented import Choice, Segmented

CONDITIONS, VALUES, COMPARED = "conditions", "values", "compared"
ALL, OPEN = "all", "open"
LOW, NARROW = 470, 620
"""Less room than this, in px of the design, and what can be read elsewhere is left out."""


class Lines:
    """One of the three lists."""

    def __init__(self, columns: Sequence[Column[Any]], name: str) -> None:
        self.model: SnapshotModel[Any] = SnapshotModel(columns)
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(name)
        self.grid.show_filter_row(False)
        self.panel = GridPanel(self.grid)

    @property
    def current(self) -> Any:
        row_id = self.grid.current_row_id
        return None if row_id is None or self.model.line_of(row_id) is None else self.model.row_of(row_id)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """The cursor stays where it was, else goes to the first row."""
        self.model.set_rows(rows)
        if self.current is None and self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id, "needed")


class PackDesk(QWidget):
    """The lists of the chosen pack and the line under the cursor in full."""

    compare_wanted = Signal(object, object)
    """Passages, and they in words."""
    back_wanted = Signal(object)
    """Passages."""
    other_wanted = Signal()
    """Another pack beside this one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: PackView | None = None
        self._compared: tuple[ComparedLine, ...] = ()
        self.sides: tuple[Pack, ...] = ()
        self.head = PackHead()
        self.parts = Segmented(name=wording.PARTS)
        self.filter = Segmented(name=wording.FILTER)
        self.others, self.awards = ElidedCombo(), ElidedCombo()
        self.others.setAccessibleName(wording.AGAINST)
        self.awards.setAccessibleName(wording.AWARD)
        self.only_changed = QCheckBox(wording.ONLY_CHANGED)
        self.lists = {
            CONDITIONS: Lines(pack_columns.condition_columns(), wording.CONDITIONS),
            VALUES: Lines(pack_columns.value_columns(), wording.VALUES),
            COMPARED: Lines((), wording.COMPARED),
        }
        self.empty = EmptyState("scale", wording.NOTHING, wording.NOTHING_WHY)
        self.card = PassageCard()
        self.count = CountLine()
        self.compare_many = push("", "check")
        self.bulk = BulkBar((self.compare_many,))
        self._lay_out()
        self._connect()

    @property
    def part(self) -> str:
        """The list that is shown."""
        return str(self.parts.current() or CONDITIONS)

    @property
    def lines(self) -> Lines:
        return self.lists[self.part]

    def show_pack(self, view: PackView, others: Sequence[Pack], year_word: str) -> None:
        """A pack, or its newest lines; `others` can stand beside it, the one before it first."""
        is_other = self.view is None or self.view.pack.id != view.pack.id
        self.view = view
        self.head.show_pack(view, year_word)
        if is_other:
            self._offer_others(others)
        self.parts.set_choices([
            Choice(CONDITIONS, wording.CONDITIONS, str(len(view.conditions))),
            Choice(VALUES, wording.VALUES, str(len(view.values))),
            *([Choice(COMPARED, wording.COMPARED)] if view.conditions else []),
        ])  # fmt: skip
        groups = [
            Group(award.value, name, wording.open_count(sum(
                not one.is_checked for one in view.conditions if one.award is award
            )))
            for award, name in dict.fromkeys((one.award, one.award_name) for one in view.conditions)
        ]  # fmt: skip
        self.lists[CONDITIONS].model.set_groups(groups, lambda row: row.award.value)
        self.lists[CONDITIONS].show_rows(view.conditions)
        self.lists[VALUES].show_rows(view.values)
        for lines in (self.lists[CONDITIONS], self.lists[VALUES]):
            lines.model.pick(lines.model.picked, False)
        self.show_part()

    def show_compared(self, rows: tuple[ComparedLine, ...], earlier: Pack, later: Pack) -> None:
        """Both packs side by side, the earlier one first."""
        self._compared = rows
        self.sides = (earlier, later)
        has_filters = self.lists[COMPARED].grid.filter_row_shown
        self.lists[COMPARED].model.set_columns(pack_columns.compared_columns(earlier, later))
        self.lists[COMPARED].grid.show_filter_row(has_filters)
        names = dict.fromkeys((row.award, row.award_name) for row in rows)
        self.lists[COMPARED].model.set_groups(
            [Group(award.value, name) for award, name in names], lambda row: row.award.value
        )
        chosen = self.awards.currentData()
        self.awards.blockSignals(True)
        self.awards.clear()
        self.awards.addItem(wording.ALL_AWARDS, None)
        for award, name in names:
            self.awards.addItem(name, award)
        self.awards.setCurrentIndex(max(0, self.awards.findData(chosen)))
        self.awards.blockSignals(False)
        self.lists[COMPARED].show_rows(rows)
        self._narrow()

    def show_part(self) -> None:
        """The list that the switch names, with its filter and its line in full."""
        part, view = self.part, self.view
        is_compared = part == COMPARED
        for tool in (self.others, self.awards, self.only_changed):
            tool.setVisible(is_compared)
        self.filter.setVisible(not is_compared and bool(self.lines.model.rows))
        if view is not None and not is_compared:
            rows = self.lists[part].model.rows
            self.filter.set_choices([
                Choice(ALL, wording.ALL, str(len(rows))),
                Choice(OPEN, wording.OPEN, str(sum(not row.is_checked for row in rows)), "", "warning"),
            ])  # fmt: skip
        if is_compared and not self._compared:
            self.other_wanted.emit()
        self._stack.setCurrentWidget(self.lists[part].panel)
        self._narrow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low, is_narrow = self.height() < theme.px(LOW), self.width() < theme.px(NARROW)
        self.head.show_briefly(is_low=is_low, is_narrow=is_narrow)
        self.card.show_briefly(is_low=is_low, is_narrow=is_narrow)
        self.count.setVisible(not is_low)

    def open_line(self, award: TitleKey | None, name: str) -> None:
        """The condition of an award ("" for its first), or without award the value of that key; nothing of an unknown
        one."""
        part = CONDITIONS if award is not None else VALUES
        self.parts.set_current(part)
        self.filter.set_current(ALL)
        self.show_part()
        found = next((row for row in self.lines.model.rows if _is_meant(row, award, name)), None)
        if found is not None:
            self.lines.model.clear_filters()
            self.lines.grid.select_row(found.id, "needed")

    def ask_to_compare(self) -> None:
        """The checked rows, else the one under the cursor."""
        picked = set(self.lines.model.picked) if self.part != COMPARED else set()
        rows = [row for row in self.lines.model.rows if row.id in picked] or [self.lines.current]
        found = [(row, _open(row)) for row in rows if isinstance(row, ConditionLine | ValueLine)]
        found = [(row, passages) for row, passages in found if passages]
        if found:
            passages = tuple(dict.fromkeys(passage for _, of_row in found for passage in of_row))
            self.compare_wanted.emit(passages, _told([row for row, _ in found], passages))

    def ask_to_take_back(self) -> None:
        """What was confirmed of the line under the cursor."""
        row = self.lines.current
        if isinstance(row, ConditionLine) and row.taken_back:
            self.back_wanted.emit(row.taken_back)
        elif isinstance(row, ValueLine) and row.confirmation is not None:
            self.back_wanted.emit((row.passage,))

    def _offer_others(self, others: Sequence[Pack]) -> None:
        self._compared = ()
        self.others.blockSignals(True)
        self.others.clear()
        for pack in others:
            self.others.addItem(f"{wording.AGAINST} {wording.title(pack)}", pack.id)
        self.others.blockSignals(False)

    def _narrow(self) -> None:
        lines = self.lines
        if self.part == COMPARED:
            award, changed = self.awards.currentData(), self.only_changed.isChecked()
            lines.model.accept_only(
                lambda row: (award is None or row.award is award) and not (changed and row.change is Change.SAME)
            )
        else:
            is_open = self.filter.current() == OPEN
            lines.model.accept_only((lambda row: not row.is_checked) if is_open else None)
        if lines.current is None and lines.model.shown_rows:
            lines.grid.select_row(lines.model.shown_rows[0].id, "needed")
        self._stack.setCurrentWidget(lines.panel if lines.model.rows or self.part == COMPARED else self.empty)
        self.empty.text.setText(wording.NO_VALUES_WHY if self.part == VALUES else wording.NOTHING_WHY)
        self._show_line()
        self._show_count()

    def _show_line(self) -> None:
        row = self.lines.current
        if isinstance(row, ConditionLine):
            self.card.show_condition(row)
        elif isinstance(row, ValueLine):
            self.card.show_value(row)
        elif isinstance(row, ComparedLine):
            self.card.show_compared(row, *(wording.pack_name(pack) for pack in self.sides))
        else:
            self.card.show_nothing()
        self.card.setVisible(row is not None and self.bulk.isHidden())

    def _show_count(self) -> None:
        found, of = self.lines.model.counts
        narrowed = found < of
        self.count.show_state(wording.shown(found, of, is_values=self.part == VALUES), "", narrowed)

    def _show_all(self) -> None:
        self.filter.set_current(ALL)
        self.only_changed.setChecked(False)
        self.awards.setCurrentIndex(0)
        self.lines.model.clear_filters()
        self._narrow()

    def _show_picked(self) -> None:
        count = len(self.lines.model.picked) if self.part != COMPARED else 0
        self.compare_many.setText(wording.compare_many(count))
        self.bulk.show_count(count)
        self._show_line()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        tools.addWidget(self.parts)
        tools.addSpacing(theme.px(4))
        tools.addWidget(self.filter)
        tools.addStretch(1)
        of_two = QHBoxLayout()
        of_two.setSpacing(theme.px(8))
        for tool in (self.others, self.awards):
            of_two.addWidget(tool, 1)
        of_two.addWidget(self.only_changed)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        for lines in self.lists.values():
            self._stack.addWidget(lines.panel)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.head)
        column.addLayout(tools)
        column.addLayout(of_two)
        column.addWidget(holder, 1)
        column.addWidget(self.bulk)
        column.addWidget(self.card)
        column.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)

    def _connect(self) -> None:
        self.parts.picked.connect(lambda _: self.show_part())
        self.filter.picked.connect(lambda _: self._narrow())
        self.others.currentIndexChanged.connect(lambda _: self.other_wanted.emit())
        self.awards.currentIndexChanged.connect(lambda _: self._narrow())
        self.only_changed.toggled.connect(lambda _: self._narrow())
        self.card.compare_wanted.connect(self.ask_to_compare)
        self.card.back_wanted.connect(self.ask_to_take_back)
        self.compare_many.clicked.connect(self.ask_to_compare)
        self.count.cleared.connect(self._show_all)
        self.bulk.unchecked.connect(lambda: self.lines.model.pick(self.lines.model.picked, False))
        for key, lines in self.lists.items():
            lines.grid.current_row_changed.connect(self._if_shown(key, self._show_line))
            lines.grid.opened.connect(lambda _: self.ask_to_compare())
            lines.model.shown_changed.connect(self._if_shown(key, self._show_count))
            lines.model.picked_changed.connect(self._if_shown(key, self._show_picked))

    def _if_shown(self, key: str, act: Callable[[], None]) -> Callable[..., None]:
        return lambda *_: act() if key == self.part else None


def _open(row: ConditionLine | ValueLine) -> tuple[Passage, ...]:
    if isinstance(row, ConditionLine):
        return row.open_passages
    return () if row.is_checked else (row.passage,)


def _told(rows: Sequence[ConditionLine | ValueLine], passages: Sequence[Passage]) -> list[str]:
    """The rows themselves, then the values that are confirmed along with conditions."""
    told = [
        f"{row.award_name}: {row.needed}" if isinstance(row, ConditionLine) else _value(row) for row in rows
        if row.passage in passages
    ]  # fmt: skip
    values = {value.passage: value for row in rows if isinstance(row, ConditionLine) for value in row.values}
    return [*told, *(_value(value) for passage, value in values.items() if passage in passages)]


def _value(row: ValueLine) -> str:
    return wording.value_told(row.name, row.number, row.from_on, row.until_on)


def _is_meant(row: ConditionLine | ValueLine, award: TitleKey | None, name: str) -> bool:
    if isinstance(row, ConditionLine):
        return row.award is award if not name else row.passage == Passage(award, name)
    return row.key == name
