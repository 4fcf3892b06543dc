"""Making and changing proposals by hand: whom, for what, on what basis. Each runs one command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.ids import CampaignId, MovementId, UnitId
from thidua_gui.core.proposals import is_short
from thidua_gui.core.titles import TitleGroup
from thidua_gui.services import proposals_edit, recipients
from thidua_gui.services.movements import MovementLine
from thidua_gui.services.organisation import UnitRow, day_for
from thidua_gui.services.proposal_views import ProposalRow
from thidua_gui.services.proposals_edit import Nominee, ProposalDraft
from thidua_gui.services.recipients import Pasted
from thidua_gui.text import commendations as people_wording
from thidua_gui.text import forms as form_wording
from thidua_gui.text import proposals as service_wording
from thidua_gui.text import proposals_propose as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.forms.people_find import find_subjects
from thidua_gui.ui.forms.pick_field import PickField, PickItem, among
from thidua_gui.ui.forms.recipients_field import PastedList, RecipientsField
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.elided_combo import ElidedCombo

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Offered:
    """What the dialogs let choose from."""

    campaign_id: CampaignId
    kinds: Mapping[str, ListedKind]
    units: Sequence[UnitRow]
    movements: Sequence[MovementLine]


class _BasisFields(FormDialog):
    """Basis, movement, day and unit, as both dialogs have them; titles are of merit only."""

    def __init__(self, context: Context, parent: QWidget, title: str, verb: str, offered: Offered) -> None:
        super().__init__(context, parent, title, verb)
        self._offered = offered
        self.basis = QComboBox()
        self.movement = ElidedCombo()
        self.movement.addItem(wording.NO_MOVEMENT, None)
        for line in offered.movements:
            self.movement.addItem(line.draft.name, int(line.id))
        self.received_on = DateField()
        units = [PickItem(int(row.id), row.name, row.code) for row in offered.units]
        self.unit = PickField(among(units), wording.UNIT_HINT)

    def kind(self) -> ListedKind | None:
        """What is proposed for."""
        raise NotImplementedError

    def add_basis(self) -> None:
        """The fields in their order."""
        self.add_field("basis", wording.BASIS, self.basis)
        self.add_field("movement", wording.MOVEMENT, self.movement)
        self.add_field("received_on", wording.RECEIVED, self.received_on, wording.RECEIVED_HINT, half=0)
        self.add_field("proposing_unit", wording.PROPOSING_UNIT, self.unit, half=1)
        self.basis.currentIndexChanged.connect(self._show_basis)

    def offer_basis(self, chosen: CommendationKind = CommendationKind.MERIT) -> None:
        """Those that the kind may be given for."""
        kind = self.kind()
        is_form = kind is not None and kind.group is TitleGroup.FORM
        self.basis.blockSignals(True)
        self.basis.clear()
        for basis in CommendationKind:
            if is_form or not is_short(basis):
                self.basis.addItem(service_wording.BASES[basis], basis)
        self.basis.setCurrentIndex(max(0, self.basis.findData(chosen)))
        self.basis.blockSignals(False)
        self._show_basis()

    def chosen_basis(self) -> CommendationKind:
        return CommendationKind(self.basis.currentData() or CommendationKind.MERIT)

    def chosen_movement(self) -> MovementId | None:
        if self.chosen_basis() is not CommendationKind.MOVEMENT or self.movement.currentData() is None:
            return None
        return MovementId(self.movement.currentData())

    def chosen_unit(self) -> UnitId | None:
        key = self.unit.key()
        return UnitId(key) if isinstance(key, int) else None

    def _show_basis(self) -> None:
        basis, kind = self.chosen_basis(), self.kind()
        is_title = kind is not None and kind.group is TitleGroup.TITLE
        self.fields["basis"].set_hint(
            wording.MERIT_ONLY if is_title else wording.SHORT_WAY if is_short(basis) else ""
        )  # fmt: skip
        self.fields["movement"].setVisible(basis is CommendationKind.MOVEMENT)


class ProposeDialog(_BasisFields):
    """People and units, one or many, found by name or pasted as a list."""

    def __init__(self, context: Context, parent: QWidget, offered: Offered, kind: str) -> None:
        super().__init__(context, parent, wording.TITLE, wording.VERB, offered)
        self._today = day_for(context.year, context.clock().date())
        self.kinds = ElidedCombo()
        for one in offered.kinds.values():
            if not one.is_used and one.key != kind:
                continue
            self.kinds.addItem(one.name, one.key)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(kind)))
        self.subjects = RecipientsField(find_subjects(context, offered.units, self._today))
        self.pasted = PastedList()
        self.add_field("kind", wording.KIND, self.kinds)
        self.add_field("subjects", wording.SUBJECTS, self.subjects)
        self.add_field("pasted", people_wording.PASTED, self.pasted, people_wording.PASTED_HINT)
        self.add_basis()
        self.offer_basis()
        self.kinds.currentIndexChanged.connect(lambda: self.offer_basis(self.chosen_basis()))
        self.subjects.changed.connect(self._show_count)
        self.pasted.asked.connect(self.take_pasted)
        self._show_count()
        self.subjects.search.setFocus()

    def kind(self) -> ListedKind | None:
        return self._offered.kinds.get(str(self.kinds.currentData()))

    def take_pasted(self) -> None:
        """Whoever is meant for sure joins the list; the other lines stay with the reason."""
        text, on = self.pasted.words(), self._today
        self.context.jobs.run(lambda _: recipients.understood(text, on), self._show_pasted)

    def command(self) -> Command:
        nominees = [Nominee(one.person_id, one.unit_id) for one in self.subjects.recipients()]
        return partial(
            proposals_edit.propose, self._offered.campaign_id, str(self.kinds.currentData() or ""), nominees,
            basis=self.chosen_basis(), movement_id=self.chosen_movement(), proposing_unit_id=self.chosen_unit(),
            received_on=self.received_on.day(),
        )  # fmt: skip

    def _is_complete(self) -> bool:
        if not super()._is_complete():
            return False
        if not self.subjects.is_settled():
            self.refuse("subjects", form_wording.NOT_CHOSEN)
        elif self.pasted.words().strip():
            self.refuse("pasted", people_wording.PASTED_LEFT)
        else:
            return True
        return False

    def _show_pasted(self, pasted: Pasted) -> None:
        self.subjects.add(pasted.found)
        self.pasted.text.setPlainText("\n".join(each.written for each in pasted.not_found))
        if pasted.not_found:
            self.refuse("pasted", "; ".join(each.why for each in pasted.not_found[:_NAMED]))
        else:
            self.fields["pasted"].set_hint(people_wording.taken(len(pasted.found)))

    def _show_count(self) -> None:
        people, units, _ = self.subjects.counts()
        self.fields["subjects"].set_hint(wording.chosen(people, units) if people or units else "")


class EditDialog(_BasisFields):
    """What is proposed, while it is not before the council."""

    def __init__(self, context: Context, parent: QWidget, offered: Offered, row: ProposalRow) -> None:
        super().__init__(context, parent, f"{wording.EDIT_TITLE}: {row.name}", wording.SAVE, offered)
        self._row = row
        self.title = QLineEdit(row.title)
        self.achievement, self.note = note_editor(row.achievement), note_editor(row.note)
        self.add_field("title", wording.TITLE_WORDS, self.title)
        self.add_field("achievement", wording.ACHIEVEMENT, self.achievement)
        self.add_basis()
        self.add_field("note", wording.NOTE, self.note)
        self.movement.setCurrentIndex(max(0, self.movement.findData(row.movement_id)))
        self.received_on.set_day(row.received_on)
        unit = next((one for one in offered.units if one.id == row.proposing_unit_id), None)
        self.unit.choose(None if unit is None else PickItem(int(unit.id), unit.name, unit.code))
        self.offer_basis(row.basis)
        self.achievement.setFocus()

    def kind(self) -> ListedKind | None:
        return self._offered.kinds.get(self._row.kind)

    def command(self) -> Command:
        draft = ProposalDraft(
            self.title.text(), self.received_on.day(), self.achievement.toPlainText(), self.note.toPlainText(),
            self.chosen_unit(), self.chosen_basis(), self.chosen_movement(),
        )  # fmt: skip
        return partial(proposals_edit.edit, self._row.id, draft)
