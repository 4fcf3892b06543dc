"""Making a year and moving it on: what is carried into it, what is left open when it is closed. Knows no page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QSpinBox, QWidget

from thidua_gui.core.new_year import Carry
from thidua_gui.services import data_file, new_year, year_states
from thidua_gui.services.campaigns import CampaignState, CampaignSummary
from thidua_gui.services.new_year import YearDraft, YearOffer
from thidua_gui.text import years as wording
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.widgets.long_words import breakable, shortened, wrapping_tip

if TYPE_CHECKING:
    from thidua_gui.core.changes import Changes
    from thidua_gui.services.data_file import Backup
    from thidua_gui.services.year_states import LeftOpen, YearEvent
    from thidua_gui.ui.context import Context

YEARS = (1900, 2100)
MOST_EVENTS = 5


def ask_for_new_year(context: Context, parent: QWidget) -> None:
    """Look what the file's years have to give, then ask."""
    context.jobs.run(lambda _: new_year.offers(), lambda found: NewYearDialog(context, parent, found).open())


def ask_for_state(context: Context, parent: QWidget, campaign: CampaignSummary) -> None:
    """Look what the year still lacks, then ask for the move that its state allows."""
    campaign_id = campaign.id
    context.jobs.run(
        lambda _: (year_states.left_open(campaign_id), year_states.events(campaign_id)),
        lambda found: YearStateDialog(context, parent, campaign, *found).open(),
    )


class NewYearDialog(FormDialog):
    """The next year by default, from the newest one, with everything that it has."""

    def __init__(self, context: Context, parent: QWidget, offers: Sequence[YearOffer]) -> None:
        super().__init__(context, parent, wording.NEW_YEAR, wording.CREATE)
        self._offers = {offer.source: offer for offer in offers}
        self.year = QSpinBox()
        self.year.setRange(*YEARS)
        self.year.setGroupSeparatorShown(False)
        self.year.setValue(offers[0].year + 1 if offers else context.clock().year)
        self.source = QComboBox()
        for offer in offers:
            self.source.addItem(wording.source(offer.year), offer.source)
        self.source.addItem(wording.FROM_NOTHING, None)
        self.theme, self.school_theme = QLineEdit(), QLineEdit()
        self.carried = {kind: QCheckBox() for kind in Carry}
        self._add_fields()
        self._follow_source()
        self.source.currentIndexChanged.connect(self._follow_source)
        self.year.selectAll()
        self.year.setFocus()

    def command(self) -> Command:
        ticked = frozenset(kind for kind, box in self.carried.items() if box.isEnabled() and box.isChecked())
        source = self.source.currentData()
        draft = YearDraft(self.year.value(), source, ticked, self.theme.text(), self.school_theme.text())
        return partial(new_year.create, draft)

    def _done(self, changes: Changes) -> None:
        super()._done(changes)
        self.context.bus.status.emit(wording.created(self.year.value()))
        self.context.bus.year_wanted.emit(self.year.value())

    def _add_fields(self) -> None:
        self.add_field("year", wording.YEAR, self.year, half=0)
        self.add_field("source", wording.FROM, self.source, half=1)
        self._carried = QLabel(wording.CARRIED)
        self._carried.setProperty("role", "label")
        self.add_widget(self._carried)
        for box in self.carried.values():
            self.add_widget(box)
        self._hint = QLabel(wording.CARRIED_HINT)
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "caption")
        self.add_widget(self._hint)
        self.add_field("theme", wording.THEME, self.theme, wording.THEME_HINT)
        self.add_field("school_theme", wording.SCHOOL_THEME, self.school_theme)

    def _follow_source(self) -> None:
        """Only what the chosen year has can be carried."""
        offer = self._offers.get(self.source.currentData())
        for kind, box in self.carried.items():
            count = 0 if offer is None else offer.counts[kind]
            box.setText(wording.offer(kind, count))
            box.setEnabled(count > 0)
            box.setChecked(count > 0)
            box.setVisible(offer is not None)
        self._carried.setVisible(offer is not None)
        self._hint.setVisible(offer is not None)


class YearStateDialog(FormDialog):
    """Says what the move means, what is left open and what was done before; a reopening wants a reason."""

    def __init__(
        self, context: Context, parent: QWidget, campaign: CampaignSummary, left: LeftOpen, events: Sequence[YearEvent]
    ) -> None:
        text, verb = _WORDS[campaign.state]
        verb = verb.format(year=campaign.year)
        super().__init__(context, parent, verb, verb, text=text.format(year=campaign.year))
        self._campaign = campaign
        self.reason = note_editor("")
        if campaign.state is CampaignState.OPEN:
            self.add_widget(_lines(_left(left)))
        if campaign.state is CampaignState.CLOSED:
            self.add_field("reason", wording.REASON, self.reason, wording.REASON_HINT)
            self.reason.setFocus()
        if events:
            self.add_widget(_told(events[:MOST_EVENTS]))

    def submit(self) -> None:
        """A year is closed only when the copy before it is good."""
        if self._campaign.state is CampaignState.OPEN:
            self.primary.setEnabled(False)
            self.context.jobs.run(
                data_file.back_up_now, self._backed_up, self._refused, title=wording.BACKING_UP
            )  # fmt: skip
        else:
            super().submit()

    def command(self) -> Command:
        campaign_id = self._campaign.id
        if self._campaign.state is CampaignState.CLOSED:
            return partial(year_states.reopen_year, campaign_id, self.reason.toPlainText())
        opens = self._campaign.state is CampaignState.PREPARING
        return partial(year_states.open_year if opens else year_states.close_year, campaign_id)

    def _backed_up(self, made: Backup) -> None:
        self.context.bus.backed_up.emit(made.at)
        super().submit()


_WORDS = {
    CampaignState.PREPARING: (wording.OPEN_TEXT, wording.OPEN_VERB),
    CampaignState.OPEN: (wording.CLOSE_TEXT, wording.CLOSE_VERB),
    CampaignState.CLOSED: (wording.REOPEN_TEXT, wording.REOPEN_VERB),
}


def _left(left: LeftOpen) -> list[str]:
    if left.is_nothing:
        return [wording.NOTHING_LEFT]
    return [wording.LEFT, *wording.left(left.stages, left.refused_values, left.unrated, left.doubtful)]


def _told(events: Sequence[YearEvent]) -> QLabel:
    """What was done before; a long reason is read in the tooltip."""
    done = [wording.event(one.action, one.at, one.user, one.reason) for one in events]
    label = _lines([f"{wording.EVENTS}:", *map(shortened, done)], role="caption")
    if any(shortened(one) != one for one in done):
        label.setToolTip(wrapping_tip("\n".join(done)))
    return label


def _lines(lines: Sequence[str], role: str = "table") -> QLabel:
    label = QLabel(breakable("\n".join(lines)))
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
