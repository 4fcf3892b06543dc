"""Khen thưởng: what was given at once in the year, irregular and by movements. Writes through dialogs alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.ids import MovementId, PersonId, UnitId
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import commendations, organisation
from thidua_gui.services.awards import AwardRow
from thidua_gui.services.commendation_rules import LawNote
from thidua_gui.services.commendations import Proposal
from thidua_gui.services.movements import MovementLine
from thidua_gui.services.organisation import UnitRow
from thidua_gui.text import commendations as wording
from thidua_gui.text import movements as page_wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.revoke_dialog import RevokeDialog
from thidua_gui.ui.movements.columns import commendation_columns, commendation_look
from thidua_gui.ui.movements.commend_dialog import CommendDialog
from thidua_gui.ui.movements.list_pane import ListPane
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.segmented import Choice, Segmented

_KINDS = (None, CommendationKind.IRREGULAR, CommendationKind.MOVEMENT)


class AwardsPane(ListPane[AwardRow]):
    """Enter opens the bearer; an award is never removed, only revoked."""

    key = "awards"
    name = page_wording.AWARDS_VIEW

    def __init__(self, context: Context) -> None:
        self._movements: tuple[MovementLine, ...] = ()
        self.irregular_button = push(wording.IRREGULAR, "plus", "primary")
        self.movement_button = push(wording.BY_MOVEMENT, "award")
        self.open_button = push(wording.OPEN, "user")
        self.revoke_button = push(wording.REVOKE, "circle-x")
        self.letter_button = push(wording.LETTER, "certificate")
        self.kinds = Segmented(self._choices(()), name=wording.SHOWN_KINDS)
        for button, tip in (
            (self.irregular_button, wording.IRREGULAR_TIP), (self.open_button, wording.OPEN_TIP),
            (self.revoke_button, wording.REVOKE_TIP), (self.letter_button, wording.LETTER_TIP),
        ):  # fmt: skip
            button.setToolTip(tip)
        empty = EmptyState("award", wording.EMPTY, wording.EMPTY_WHY, wording.IRREGULAR)
        super().__init__(context, commendation_columns(), empty)
        self.model.set_row_look(commendation_look)
        self.kinds.picked.connect(lambda _: self._filter())
        self.irregular_button.clicked.connect(self.add_new)
        self.movement_button.clicked.connect(lambda: self.commend_by(None))
        self.open_button.clicked.connect(self.open_bearer)
        self.revoke_button.clicked.connect(self.revoke)
        self.letter_button.clicked.connect(lambda: self.context.bus.navigate.emit("certificates", None))
        self.grid.opened.connect(lambda _: self.open_bearer())

    def left_tools(self) -> Sequence[QWidget]:
        return (self.kinds,)

    def tools(self) -> Sequence[QWidget]:
        return (self.open_button, self.letter_button, self.revoke_button)

    def header_widgets(self) -> list[QWidget]:
        return [self.movement_button, self.irregular_button]

    def subtitle(self) -> str:
        """How many that stand, by kind."""
        return wording.subtitle(self.context.year, *self._standing(self.model.rows))

    def list_title(self) -> str:
        chosen = self.kinds.current()
        return wording.LIST[chosen if isinstance(chosen, CommendationKind) else None].format(year=self.context.year)

    def show_year(
        self, rows: Sequence[AwardRow], lines: tuple[MovementLine, ...], note: LawNote, *, may_write: bool
    ) -> None:
        """The year's awards, the movements that can be commended by, and the rule below the list."""
        self._movements = lines
        self.kinds.set_choices(self._choices(rows))
        self._filter()
        self.show_rows(rows, may_write=may_write)
        words = wording.not_a_basis(
            note.since, note.source, is_checked=note.is_checked, applies=note.applies
        )  # fmt: skip
        self.note.setText(words)
        self.note.show()

    def enable(self) -> None:
        row = self.current()
        self.irregular_button.setEnabled(self.may_write)
        self.movement_button.setEnabled(self.may_write and bool(self._movements))
        self.movement_button.setToolTip(wording.MOVEMENT_TIP if self._movements else wording.NO_MOVEMENT_TIP)
        self.open_button.setEnabled(row is not None and not row.is_outside)
        self.revoke_button.setEnabled(self.may_write and row is not None and row.revocation is None)
        is_letter = row is not None and row.key is TitleKey.CERTIFICATE_OF_MERIT and row.revocation is None
        self.letter_button.setEnabled(is_letter and row is not None and row.person_id is not None)

    def add_new(self) -> None:
        self._open_dialog(None)

    def commend_by(self, movement_id: MovementId | None) -> None:
        """Ctrl+Shift+N: by one of the year's movements, that one at first."""
        if self._movements:
            self._open_dialog(self._movements, movement_id)

    def open_bearer(self) -> None:
        """Enter."""
        row = self.current()
        if row is not None and row.person_id is not None:
            self.context.bus.navigate.emit("people", PersonId(row.person_id))
        elif row is not None and row.unit_id is not None:
            self.context.bus.navigate.emit("units", UnitId(row.unit_id))

    def revoke(self) -> None:
        """Asks for the day and the reason."""
        row = self.current()
        if self.revoke_button.isEnabled() and row is not None:
            RevokeDialog(self.context, self, row, self.context.clock().date()).open()

    def _open_dialog(self, lines: tuple[MovementLine, ...] | None, chosen: MovementId | None = None) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None or not self.may_write:
            return
        on = organisation.day_for(self.context.year, self.context.clock().date())

        def show(found: tuple[Proposal, tuple[UnitRow, ...]]) -> None:
            CommendDialog(self.context, self, campaign_id, *found, lines, chosen).open()

        self.context.jobs.run(lambda _: (commendations.proposal(campaign_id), organisation.units(on)), show)

    def _filter(self) -> None:
        chosen = self.kinds.current()
        self.model.accept_only(None if not isinstance(chosen, CommendationKind) else lambda row: row.kind == chosen)

    def _choices(self, rows: Sequence[AwardRow]) -> list[Choice]:
        irregular, by_movement = self._standing(rows)
        counts = ("", str(irregular or ""), str(by_movement or ""))
        words = (wording.ALL, wording.KINDS[CommendationKind.IRREGULAR], wording.KINDS[CommendationKind.MOVEMENT])
        return [
            Choice(kind, word, count) for kind, word, count in zip(_KINDS, words, counts, strict=True)
        ]  # fmt: skip

    def _standing(self, rows: Sequence[AwardRow]) -> tuple[int, int]:
        held = [row.kind for row in rows if row.revocation is None]
        return held.count(CommendationKind.IRREGULAR.value), held.count(CommendationKind.MOVEMENT.value)
