"""Over the list: how many are eligible, to be looked at, not eligible; each filters. Asks nobody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.services.proposal_views import ProposalRow
from thidua_gui.text import proposals_page as wording
from thidua_gui.ui import icons, theme
from thidua_gui.ui.proposals.faces import ICONS, ROLES, TONES
from thidua_gui.ui.widgets.buttons import ICON_GAP, push

SHOWN = (Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_MET)


class VerdictBar(QWidget):
    """At most one of the chips is pressed; pressing it again shows all."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(wording.CHIPS)
        self.chips: dict[Outcome, QPushButton] = {}
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.regime = QLabel()
        self.regime.setProperty("role", "muted")
        self.clear = push(wording.CLEAR, kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for outcome in SHOWN:
            chip = self.chips[outcome] = push("")
            chip.setProperty("chip", TONES[outcome].value)
            chip.setCheckable(True)
            chip.setIcon(icons.icon(ICONS[outcome], ROLES[outcome], 16, gap=ICON_GAP))
            chip.setIconSize(QSize(theme.px(16) + ICON_GAP, theme.px(16)))
            chip.clicked.connect(lambda _=False, outcome=outcome: self._take(outcome))
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.regime)
        row.addWidget(self.count)
        row.addWidget(self.clear)

    @property
    def chosen(self) -> Outcome | None:
        """The only verdict that is shown, None for all."""
        return next((outcome for outcome, chip in self.chips.items() if chip.isChecked()), None)

    @property
    def is_filtering(self) -> bool:
        """Not every line is shown."""
        return self.chosen is not None or not self.clear.isHidden()

    def show_counts(self, rows: Sequence[ProposalRow]) -> None:
        """A verdict that nobody has leaves its chip out, unless it is the filter."""
        for outcome, chip in self.chips.items():
            count = sum(row.outcome is outcome for row in rows)
            chip.setText(wording.chip(outcome, count))
            chip.setVisible(bool(count) or chip.isChecked())

    def show_found(self, found: int, of: int) -> None:
        """Beside the chips: how many are shown."""
        self.count.setText(wording.shown(found, of, is_filtered=found < of))
        self.clear.setVisible(found < of)

    def reset(self) -> None:
        """Every verdict again, telling nobody."""
        for chip in self.chips.values():
            chip.setChecked(False)

    def _take(self, outcome: Outcome) -> None:
        for other, chip in self.chips.items():
            if other is not outcome:
                chip.setChecked(False)
        self.picked.emit()
