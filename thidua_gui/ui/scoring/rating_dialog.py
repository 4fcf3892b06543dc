"""Deciding one person's rating: the proposal, the choice, the reason. Emits what was chosen; writes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from thidua_gui.core.points import Points
from thidua_gui.core.ratings import EffectiveRating, Rating
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.text import names
from thidua_gui.text import score_board as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class RatedPerson:
    """Whom the dialog is about, and what holds now; `total` is the points behind the proposal."""

    label: str
    rating: EffectiveRating
    reason: str | None
    total: Points | None
    subject: SheetSubject = SheetSubject.PERSON


class RatingDialog(Dialog):
    """A rating other than the proposed one is not accepted without a reason."""

    decided = Signal(object, str)
    """Rating, or None to follow the proposal again; and the reason."""

    def __init__(self, person: RatedPerson, parent: QWidget | None = None) -> None:
        self._person = person
        self._proposed = person.rating.proposed
        proposed = None if self._proposed is None else names.RATINGS[self._proposed]
        sentence = wording.rating_proposed(proposed, person.rating.stage, person.total, person.subject)
        super().__init__(parent, wording.RATE_TITLE.format(name=person.label), wording.RATE_VERB, text=sentence)
        self.choices = {rating: QRadioButton(names.RATINGS[rating]) for rating in Rating}
        self._group = QButtonGroup(self)
        self.reason = QLineEdit(person.reason or "")
        self.field = Field(wording.RATE_REASON, self.reason)
        self.withdraw = push(wording.RATE_WITHDRAW, kind="flat")
        self._fill()
        self._wire()

    def chosen(self) -> Rating | None:
        """The rating that is marked."""
        return next((rating for rating, button in self.choices.items() if button.isChecked()), None)

    def submit(self) -> None:
        """Refuse a deviation without a reason before it is sent."""
        chosen, reason = self.chosen(), self.reason.text().strip()
        if chosen is None:
            self.show_error(wording.RATE_CHOOSE)
        elif self._deviates(chosen) and not reason:
            self.field.set_error(wording.RATE_REASON_NEEDED)
            self.reason.setFocus()
        else:
            self.decided.emit(chosen, reason)
            self.accept()

    def _fill(self) -> None:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        for button in self.choices.values():
            self._group.addButton(button)
            column.addWidget(button)
        self.body.addWidget(box)
        self.body.addWidget(self.field)
        self.add_button(self.withdraw)
        self.withdraw.setVisible(self._person.rating.is_decided)
        if self._person.rating.rating is not None:
            self.choices[self._person.rating.rating].setChecked(True)
        (self.choices[self.chosen() or Rating.EXCELLENT]).setFocus()
        self._hint()

    def _wire(self) -> None:
        self._group.buttonToggled.connect(self._hint)
        self.reason.textEdited.connect(self._hint)
        self.withdraw.clicked.connect(self._follow_proposal)

    def _hint(self) -> None:
        chosen = self.chosen()
        needed = chosen is not None and self._deviates(chosen)
        self.field.set_hint(wording.RATE_REASON_NEEDED if needed else wording.RATE_REASON_FREE)
        self.show_error("")

    def _deviates(self, chosen: Rating) -> bool:
        return self._proposed is not None and chosen is not self._proposed

    def _follow_proposal(self) -> None:
        self.decided.emit(None, "")
        self.accept()
