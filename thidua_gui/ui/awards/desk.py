"""What the page of awards does: adding, correcting, revoking, looking again, importing a list. Opens dialogs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.services import awards_edit, organisation
from thidua_gui.services.award_cards import Bearer, Card
from thidua_gui.services.awards import AwardRow
from thidua_gui.text import award_cards as card_wording
from thidua_gui.text import awards as wording
from thidua_gui.ui.awards.import_dialog import ImportDialog
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.award_dialogs import AwardDialog
from thidua_gui.ui.forms.card_output import export_cards, print_cards
from thidua_gui.ui.forms.effects_list import ReviewDialog
from thidua_gui.ui.forms.people_find import find_subjects
from thidua_gui.ui.forms.revoke_dialog import RevokeDialog


class AwardsDesk:
    """Each dialog runs its own command; the page reloads when told of it."""

    def __init__(self, context: Context, window: QWidget) -> None:
        self._context = context
        self._window = window

    def add(self) -> None:
        """For somebody who is asked for in the dialog."""
        today = self._context.clock().date()

        def show(found: tuple[awards_edit.UsedWordings, tuple[organisation.UnitRow, ...]]) -> None:
            used, units = found
            find = find_subjects(self._context, units, today)
            year = self._context.year - 1
            AwardDialog(self._context, self._window, used, find=find, year=year).open()

        self._context.jobs.run(lambda _: (awards_edit.used_wordings(), organisation.units(today)), show)

    def add_for(self, card: Card) -> None:
        """For whom a card is open."""
        self._open_award(None, (card.bearer.is_unit, card.bearer.id), card.name, self._context.year - 1)

    def correct(self, row: AwardRow) -> None:
        """Not those that a decision of this program made, nor those of others."""
        if not row.is_issued and not row.is_outside:
            bearer = (True, int(row.unit_id)) if row.unit_id is not None else (False, int(row.person_id or 0))
            self._open_award(row, bearer, row.name, row.year)

    def revoke(self, row: AwardRow) -> None:
        """Says first what rests on it."""
        if row.revocation is None:
            RevokeDialog(self._context, self._window, row, self._context.clock().date()).open()

    def review(self, row: AwardRow) -> None:
        """What rested on a revoked award."""
        what = wording.what(row.name, row.title, row.year)
        ReviewDialog(self._context, self._window, row.id, what).open()

    def menu(self, row: AwardRow, at: QPoint) -> None:
        """What can be done with an award of a card."""
        menu = QMenu(self._window)
        if not row.is_issued:
            menu.addAction(wording.CORRECT).triggered.connect(lambda: self.correct(row))
        if row.revocation is None:
            menu.addAction(wording.REVOKE).triggered.connect(lambda: self.revoke(row))
        else:
            menu.addAction(card_wording.NEEDS_REVIEW).triggered.connect(lambda: self.review(row))
        menu.popup(at)

    def import_list(self) -> None:
        """From any spreadsheet, or from the clipboard."""
        ImportDialog(self._context, self._window).open()

    def print(self, bearers: Sequence[Bearer]) -> None:
        """Cards on paper."""
        print_cards(self._window, self._context, bearers)

    def export(self, bearers: Sequence[Bearer]) -> None:
        """Cards in Excel."""
        export_cards(self._window, self._context, bearers)

    def open_record(self, bearer: Bearer) -> None:
        """On the page of people or of units."""
        if bearer.is_unit:
            self._context.bus.navigate.emit("units", UnitId(bearer.id))
        else:
            self._context.bus.navigate.emit("people", PersonId(bearer.id))

    def _open_award(self, row: AwardRow | None, bearer: tuple[bool, int], name: str, year: int) -> None:
        self._context.jobs.run(
            lambda _: awards_edit.used_wordings(),
            lambda used: AwardDialog(
                self._context, self._window, used, row=row, bearer=bearer, name=name, year=year
            ).open(),
        )


def bearer_of(row: AwardRow) -> Bearer | None:
    """Whose card a row belongs to; None for others."""
    if row.unit_id is not None:
        return Bearer(True, int(row.unit_id))
    return None if row.person_id is None else Bearer(False, int(row.person_id))
