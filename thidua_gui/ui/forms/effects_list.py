"""What rests on an award: in the dialog that revokes it, and again from the revoked award. Asks one query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import AwardId
from thidua_gui.core.revocations import Rested
from thidua_gui.text import revocations as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.grid.columns import Chip, Column, Kind, Tone
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

if TYPE_CHECKING:
    from thidua_gui.services.revocation_effects import Effect, Effects

_GRAVE = (Rested.AWARD, Rested.PROPOSAL, Rested.COLLECTIVE)
HEIGHT = 132


class EffectsList(QWidget):
    """A sentence and, where there is anything, the list below it."""

    def __init__(self, context: Context, *, is_after: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._is_after = context, is_after
        self.words = QLabel(wording.LOOKING)
        self.words.setWordWrap(True)
        self.model: SnapshotModel[Effect] = SnapshotModel(_columns())
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(wording.TITLE)
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setProperty("role", "muted")
        self.detail.hide()
        self.frame = QFrame()
        self.frame.setProperty("gridFrame", True)
        framed = QVBoxLayout(self.frame)
        framed.setContentsMargins(1, 1, 1, 1)
        framed.addWidget(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.words)
        column.addWidget(self.frame, 1)
        column.addWidget(self.detail)
        self.frame.setMinimumHeight(theme.px(HEIGHT))
        self.frame.hide()
        self.grid.current_row_changed.connect(lambda row: self._tell())

    found = Signal()
    """The list is there, or that there is nothing."""

    def look(self, award_id: AwardId) -> None:
        """Judge with the award and without it."""
        from thidua_gui.services import revocation_effects

        self._context.jobs.run(
            lambda progress: revocation_effects.effects(award_id, progress), self._show, self._refuse,
            title=wording.LOOKING,
        )  # fmt: skip

    def current(self) -> Effect | None:
        """The row that the keyboard is on."""
        row = self.grid.current_row_id
        return None if row is None or self.model.line_of(row) is None else self.model.row_of(row)

    def _tell(self) -> None:
        """The row at hand in full."""
        row = self.current()
        self.detail.setVisible(row is not None)
        if row is not None:
            self.detail.setText(": ".join(part for part in (row.what, row.why) if part))

    def _show(self, found: Effects) -> None:
        count = len(found.rows)
        if not count:
            words = wording.NOTHING_AFTER if self._is_after else wording.NOTHING_BEFORE
        else:
            words = wording.after(count) if self._is_after else wording.before(count)
        self.words.setText(words)
        self.words.setProperty("role", "strong" if count else "muted")
        self.model.set_rows(found.rows)
        self.frame.setVisible(bool(count))
        if count:
            self.grid.select_row(found.rows[0].id)
            self._tell()
        self.found.emit()

    def _refuse(self, problem: Problem) -> None:
        self.words.setText(sentence(problem))
        self.found.emit()


class ReviewDialog(Dialog):
    """Cần xem lại: opened again from a revoked award; Enter leads to the card of whom a row is about."""

    def __init__(self, context: Context, parent: QWidget, award_id: AwardId, what: str) -> None:
        super().__init__(parent, wording.TITLE, wording.OPEN, text=what, cancel=wording.CLOSE)
        self._context = context
        self.effects = EffectsList(context, is_after=True)
        self.body.addWidget(self.effects, 1)
        self.fill_with_body()
        self.setMinimumWidth(theme.px(720))
        self.primary.setEnabled(False)
        self.effects.found.connect(self._offer)
        self.effects.grid.current_row_changed.connect(lambda row: self._offer())
        self.effects.grid.opened.connect(lambda row: self.submit())
        self.effects.look(award_id)

    def submit(self) -> None:
        """The card."""
        row = self.effects.current()
        if row is not None and row.bearer is not None:
            self.accept()
            self._context.bus.navigate.emit("awards", row.bearer)

    def _offer(self) -> None:
        row = self.effects.current()
        self.primary.setEnabled(row is not None and row.bearer is not None)
        self.grow()


def _columns() -> tuple[Column[Effect], ...]:
    return (
        Column(
            key="kind", title=wording.KIND, width=138, kind=Kind.BADGE, sortable=False,
            chip=lambda row: Chip(wording.KINDS[row.kind], Tone.WARNING if row.kind in _GRAVE else Tone.NEUTRAL),
        ),
        Column(key="who", title=wording.WHO, text=lambda row: row.who, width=130, tooltip=lambda row: row.who),
        Column(key="what", title=wording.WHAT, text=lambda row: row.what, width=160, tooltip=lambda row: row.what),
        Column(
            key="why", title=wording.WHY, text=lambda row: row.why, width=150, stretch=True,
            tooltip=lambda row: row.why,
        ),
    )  # fmt: skip
