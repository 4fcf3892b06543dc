"""Dialogs of the page of ratings: thresholds, a reason, a day for many, why the cap is exceeded. Each one command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.points import Points
from thidua_gui.core.rating_order import is_rating_day
from thidua_gui.core.ratings import Rating, Threshold, propose
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services import rating_caps, rating_edits
from thidua_gui.services.rating_edits import RatingEdit, RatingField
from thidua_gui.text import names
from thidua_gui.text import rating_cap as cap_wording
from thidua_gui.text import ratings as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import FormDialog
from thidua_gui.ui.widgets.date_field import DateField


class ThresholdsDialog(FormDialog):
    """Four levels, each from so many points; says at once how many people would be proposed for what."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, thresholds: Sequence[Threshold],
        totals: Sequence[Points],
    ) -> None:  # fmt: skip
        super().__init__(
            context, parent, wording.THRESHOLDS_TITLE, wording.THRESHOLDS_VERB, text=wording.THRESHOLDS_TEXT
        )
        self._campaign_id = campaign_id
        self._totals = totals
        now = {one.rating: one.from_points for one in thresholds}
        self.lines: dict[Rating, QLineEdit] = {}
        for place, rating in enumerate(Rating):
            points = now.get(rating)
            line = self.lines[rating] = QLineEdit("" if points is None else points.shortest)
            self.add_field(
                rating.value, wording.threshold_label(rating), line, names.RATINGS[rating], half=place % 2
            )  # fmt: skip
            line.textChanged.connect(self._foresee)
        self.foreseen = QLabel()
        self.foreseen.setWordWrap(True)
        self.foreseen.setProperty("role", "muted")
        self.add_widget(self.foreseen)
        self._foresee()
        self.lines[Rating.EXCELLENT].setFocus()
        self.lines[Rating.EXCELLENT].selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Wrapped words are only now as high as they are."""
        super().showEvent(event)
        self.grow()

    def submit(self) -> None:
        """Numbers are read before anything is sent; all that are none are told at once."""
        read = {rating: _points(line.text()) for rating, line in self.lines.items()}
        wrong = [rating for rating, points in read.items() if isinstance(points, UserError)]
        for rating in self.lines:
            self.fields[rating.value].set_error("")
        for rating in reversed(wrong):
            self.refuse(rating.value, sentence(UserError("threshold_number")))
        if not wrong:
            super().submit()

    def command(self) -> Callable[[], Changes]:
        campaign_id = self._campaign_id
        read = {rating: _points(line.text()) for rating, line in self.lines.items()}
        wanted = {rating: points for rating, points in read.items() if not isinstance(points, UserError)}
        return lambda: rating_edits.set_thresholds(campaign_id, wanted)

    def _foresee(self) -> None:
        read = {rating: _points(line.text()) for rating, line in self.lines.items()}
        thresholds = [Threshold(rating, points) for rating, points in read.items() if isinstance(points, Points)]
        proposed = [propose(total, thresholds) for total in self._totals]
        counts = {rating: proposed.count(rating) for rating in Rating}
        self.foreseen.setText(wording.foreseen(counts, proposed.count(None)))


def _points(text: str) -> Points | UserError | None:
    try:
        return Points.parse(text) if text.strip() else None
    except UserError as problem:
        return problem


class ReasonDialog(FormDialog):
    """Asks why ratings differ from their proposals; emits the words, writes nothing."""

    given = Signal(str)

    def __init__(
        self, context: Context, parent: QWidget, named: Sequence[str], count: int, of: SheetSubject
    ) -> None:  # fmt: skip
        text = wording.reason_text(named, count, of)
        super().__init__(context, parent, wording.REASON_TITLE, wording.REASON_VERB, text=text)
        self.line = QLineEdit()
        self.add_field("reason", wording.REASON, self.line)
        self.line.setFocus()

    def submit(self) -> None:
        """Not without words."""
        reason = self.line.text().strip()
        if not reason:
            self.refuse("reason", wording.REASON_NEEDED)
            return
        self.given.emit(reason)
        self.accept()


class DayDialog(FormDialog):
    """One day for many who are rated already."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, ids: Sequence[int], field: RatingField,
        on: date, of: SheetSubject,
    ) -> None:  # fmt: skip
        title = wording.DAY if field is RatingField.DECIDED_ON else wording.PARTY_DAY
        super().__init__(
            context, parent, title.rstrip("…"), wording.DAY_VERB, text=wording.day_text(len(ids), of)
        )  # fmt: skip
        self._campaign_id, self._ids, self._field, self._of, self._on = campaign_id, ids, field, of, on
        self.day = DateField(on if is_rating_day(on, context.year) else None)
        self.add_field(field, wording.DAY_FIELD, self.day)
        self.day.setFocus()
        self.day.selectAll()

    def submit(self) -> None:
        """An empty day is none to set; days are taken away in the grid."""
        if self.day.is_valid() and self.day.day() is None:
            self.refuse(self._field, wording.DAY_NEEDED)
        else:
            super().submit()

    def command(self) -> Callable[[], Changes]:
        day, on, of, campaign_id = self.day.day(), self._on, self._of, self._campaign_id
        edits = [RatingEdit(subject, self._field, day) for subject in self._ids]
        return lambda: rating_edits.edit(campaign_id, edits, on=on, of=of)


class OverDialog(FormDialog):
    """Why there are more HTXSNV than the cap allows; people decide, the program only keeps the words."""

    def __init__(self, context: Context, parent: QWidget, campaign_id: CampaignId, reason: str) -> None:
        super().__init__(
            context, parent, cap_wording.OVER_TITLE, cap_wording.OVER_VERB, text=cap_wording.OVER_TEXT
        )  # fmt: skip
        self._campaign_id = campaign_id
        self.line = QLineEdit(reason)
        self.add_field("reason", cap_wording.OVER_LABEL, self.line)
        self.line.setFocus()

    def command(self) -> Callable[[], Changes]:
        campaign_id, reason = self._campaign_id, self.line.text()
        return lambda: rating_caps.note_over(campaign_id, reason)

