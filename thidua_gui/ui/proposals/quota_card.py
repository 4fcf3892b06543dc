"""The card over the list: how many are proposed of how many, the sum behind it, the units' own quotas. Asks nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.core.quotas import PartStanding, QuotaRule, QuotaScope, QuotaStanding
from thidua_gui.core.vietnamese import grouped
from thidua_gui.text import proposals_quota as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.elided_label import ElidedLabel
from thidua_gui.ui.widgets.grid.columns import Chip as CellChip
from thidua_gui.ui.widgets.grid.columns import Column, Kind, Look, Tone
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.quota_meter import QuotaMeter

NARROW = 480
"""Less wide than that, figures and sum have no room beside each other."""
LINES = 4
"""Units that the small table shows without scrolling."""


@dataclass(frozen=True, slots=True)
class PartLine:
    """One unit's own quota, as a row of the small table."""

    id: int
    name: str
    part: PartStanding
    rule: QuotaRule


class QuotaCard(QFrame):
    """Hidden is only the table of units; without a quota the card says that there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.heading = ElidedLabel()
        self.heading.setProperty("role", "muted")
        self.figures = QLabel()
        self.figures.setTextFormat(Qt.TextFormat.RichText)
        self.meter = QuotaMeter()
        self.sum = ElidedLabel()
        self.sum.setProperty("role", "table")
        self.state = Chip()
        self.by_unit = push(wording.BY_UNIT, kind="link")
        self.by_unit.setToolTip(wording.BY_UNIT_TIP)
        self.by_unit.setCheckable(True)
        self.units: SnapshotModel[PartLine] = SnapshotModel(_columns())
        self.table = GridView(self.units)
        self.table.setAccessibleName(wording.BY_UNIT)
        self.table.set_density("dense")
        self._figures: tuple[tuple[str, bool], ...] = ()
        self._has_quota = self._is_narrow = False
        self._lay_out()
        self.by_unit.toggled.connect(self._show_table)
        theme.theme_switch().changed.connect(self._write_figures)

    def show_quota(
        self, short: str, standing: QuotaStanding | None, proposed: int, shorts: Mapping[str, str],
        units: Mapping[int | None, str], *, of_units: bool, why: str = "",
    ) -> None:  # fmt: skip
        """What the award allows and how far it is used; `shorts` and `units` name awards and units; `why` its quota
        cannot be counted yet."""
        self.heading.setText(wording.heading(short, standing, why))
        self._figures = wording.figures(standing, proposed)
        self._write_figures()
        self._has_quota = standing is not None
        self._fit()
        self.state.setVisible(standing is not None)
        is_by_unit = standing is not None and standing.rule.scope is QuotaScope.UNIT
        self.by_unit.setVisible(is_by_unit)
        if standing is None:
            self.sum.setText(why or wording.NO_QUOTA_WHY)
        else:
            words = wording.sum_of(standing, shorts, of_units=of_units)
            self.sum.setText(words)
            self.meter.show_quota(standing.places, standing.proposed, wording.spoken(standing, short, words))
            told, kind = wording.state(standing, of_units=of_units)
            self.state.show_state(told, kind)  # type: ignore[arg-type]  # one of the kinds of chips
        self.units.set_rows(_lines(standing, units) if is_by_unit and standing is not None else [])
        self._show_table()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow card figures and state come first, the sum has a line of its own, the drawing goes."""
        self._is_narrow = self.width() < theme.px(NARROW)
        self.heading.setVisible(not self._is_narrow)
        self.meter.setVisible(self._has_quota and not self._is_narrow)
        self._left.setMaximumWidth(self.width() if self._is_narrow else max(theme.px(180), self.width() // 3))
        if self._is_narrow and self._whole.indexOf(self._words) < 0:
            self._whole.insertWidget(1, self._words)
        elif not self._is_narrow and self._middle.indexOf(self._words) < 0:
            self._middle.insertWidget(2, self._words)

    def _show_table(self) -> None:
        is_open = self.by_unit.isChecked() and not self.by_unit.isHidden() and bool(self.units.rows)
        self.table.setVisible(is_open)
        row = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().height()
        self.table.setFixedHeight(head + row * min(LINES, max(1, len(self.units.rows))) + 2)

    def _write_figures(self) -> None:
        """Figures large, words of usual size; the colour is written anew in another theme."""
        colour, size = theme.colour("text").name(), theme.px(24)
        quiet = theme.colour("text2").name()
        self.figures.setText("".join(
            f'<span style="font-family:{theme.NUMERIC_FAMILY};font-size:{size}px;font-weight:700;color:{colour}">'
            f"{words}</span>" if is_large else f'<span style="color:{quiet}">{words}</span>'
            for words, is_large in self._figures
        ))  # fmt: skip
        self.figures.setAccessibleName("".join(words for words, _ in self._figures))

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.heading)
        left.addWidget(self.figures)
        middle = self._middle = QVBoxLayout()
        middle.setSpacing(theme.px(2))
        middle.addStretch(1)
        middle.addWidget(self.meter)
        self._words = QWidget()
        words = QHBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(theme.px(8))
        words.addWidget(self.sum, 1)
        words.addWidget(self.by_unit)
        middle.addWidget(self._words)
        middle.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(theme.px(20))
        top.addWidget(self._left)
        top.addLayout(middle, 1)
        top.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        whole.setSpacing(theme.px(8))
        whole.addLayout(top)
        whole.addWidget(self.table)


def _lines(standing: QuotaStanding, units: Mapping[int | None, str]) -> list[PartLine]:
    """Units that are over come first, then in their own order."""
    parts = sorted(enumerate(standing.parts), key=lambda one: (-one[1].over, one[0]))
    return [
        PartLine(place, units.get(part.unit, wording.WHOLE_SCHOOL), part, standing.rule) for place, part in parts
    ]


def _columns() -> tuple[Column[PartLine], ...]:
    return (
        Column(
            key="unit", title=wording.UNIT, text=lambda row: row.name, width=140, stretch=True, look=Look.STRONG,
            tooltip=lambda row: row.name,
        ),
        Column(key="base", title=wording.BASE, text=lambda row: grouped(row.part.base), kind=Kind.NUMBER, width=84),
        Column(key="share", title=wording.SHARE, text=lambda row: wording.part_sum(row.rule, row.part), width=130),
        Column(
            key="places", title=wording.PLACES, text=lambda row: grouped(row.part.places), kind=Kind.NUMBER, width=64,
        ),
        Column(
            key="proposed", title=wording.PROPOSED, text=lambda row: grouped(row.part.proposed), kind=Kind.NUMBER,
            width=72,
        ),
        Column(key="left", title=wording.LEFT, kind=Kind.CHIP, chip=_chip, width=96),
    )  # fmt: skip


def _chip(row: PartLine) -> CellChip:
    word, kind = wording.part_state(row.part)
    icon = {"wa": "alert-triangle", "ok": "circle-check"}.get(kind, "")
    return CellChip(word, Tone(kind), icon)
