"""Sáng kiến: which of the person's initiatives the proposal rests on, and why others cannot serve. Asks the desk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from thidua_gui.core.ids import InitiativeId
from thidua_gui.core.proposals import EDITABLE
from thidua_gui.services.proposal_initiatives import Suggestion
from thidua_gui.services.proposal_views import Dossier, InitiativeChoice
from thidua_gui.text import proposals_panel as wording
from thidua_gui.ui.proposals.panel_tab import PanelTab
from thidua_gui.ui.proposals.tinted_row import Lines, TintedRow
from thidua_gui.ui.widgets.buttons import push


class InitiativesTab(PanelTab):
    """Space chooses the one under the keyboard, or lets it go."""

    chosen = Signal(object)
    """The ids that the proposal shall rest on."""
    suggestion_taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wording.INITIATIVES, parent)
        self._choices: tuple[InitiativeChoice, ...] = ()

    def show_dossier(self, seen: Dossier, suggested: Sequence[Suggestion] = ()) -> None:
        """`suggested`: which initiative for which of the person's proposals of the year."""
        self._choices = seen.initiatives
        self.start()
        if seen.row.person_id is None:
            self.add_words(wording.OF_UNIT)
        elif not seen.initiatives:
            self.add_words(wording.NO_INITIATIVES)
        else:
            self.add_words(wording.INITIATIVES_HELP)
        is_editable = not seen.is_closed and seen.row.state in EDITABLE
        for choice in seen.initiatives:
            self._add(choice, is_editable=is_editable)
        if is_editable:
            self._add_suggestions(seen, [one for one in suggested if one.needed])
        self.finish()

    def _add_suggestions(self, seen: Dossier, suggested: Sequence[Suggestion]) -> None:
        """Told where more than one proposal needs one, or this one has none yet."""
        has_chosen = any(one.is_chosen for one in self._choices)
        mine = any(one.proposal_id == seen.row.id for one in suggested)
        if not suggested or not mine or (has_chosen and len(suggested) < 2):
            return
        take = push(wording.TAKE_SUGGESTED, kind="link")
        take.clicked.connect(self.suggestion_taken)
        self.add_heading(wording.SUGGESTED, take if any(one.is_enough for one in suggested) else None)
        for one in suggested:
            told = ", ".join(f"{choice.code} “{choice.name}”" for choice in one.initiatives)
            words = told or wording.NONE_LEFT
            icon, role = ("bulb", "text2") if one.is_enough else ("alert-triangle", "warning")
            self.add_row(TintedRow(icon, role, [(one.title, "tableStrong"), (words, "table")]))

    def _add(self, choice: InitiativeChoice, *, is_editable: bool) -> None:
        may_change = is_editable and (choice.is_chosen or not choice.why_not)
        used = wording.CHOSEN if choice.is_chosen else wording.NOT_CHOSEN
        lines: Lines = [(wording.initiative(choice.code, choice.name, choice.year), "tableStrong"), (used, "caption")]
        lines += [(choice.why_not, "error")] if choice.why_not else []
        lines += [(choice.warning, "table")] if choice.warning else []
        row = TintedRow("", "", lines, tint="warningTint" if choice.warning else "")
        box = QCheckBox()
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.setAccessibleName(choice.code)
        box.setChecked(choice.is_chosen)
        box.setEnabled(may_change)
        row.put_first(box)
        if may_change:
            toggle = partial(self._toggle, choice)
            box.clicked.connect(toggle)
            row.acted.connect(toggle)
        self.add_row(row)

    def _toggle(self, choice: InitiativeChoice, *_: object) -> None:
        kept: list[InitiativeId] = [one.initiative_id for one in self._choices if one.is_chosen]
        if choice.is_chosen:
            kept.remove(choice.initiative_id)
        else:
            kept.append(choice.initiative_id)
        self.chosen.emit(tuple(kept))
