"""The rules of the vote of one year or meeting: shares, base, who is asked. What the law sets for higher councils is
shown beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from thidua_gui.core.council import Threshold, VoteBase
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, MeetingId
from thidua_gui.core.meeting_rules import Rules
from thidua_gui.services import meeting_rules, meetings
from thidua_gui.services.meeting_rules import RulesInForce
from thidua_gui.services.proposal_kinds import kinds
from thidua_gui.text import council as council_words
from thidua_gui.text import council_page as page_words
from thidua_gui.text import council_prepare as words
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor


@dataclass(frozen=True, slots=True)
class KindLine:
    """An award in use, by its short name."""

    key: str
    short: str


class RulesDialog(FormDialog):
    """Decided for the year; with a meeting for that one alone and with a reason."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, found: RulesInForce,
        meeting_id: MeetingId | None = None,
    ) -> None:  # fmt: skip
        told = words.RULES_TEXT if meeting_id is None else words.MEETING_RULES_TEXT
        super().__init__(context, parent, words.RULES_CARD, words.SAVE, text=told)
        self._campaign_id, self._rules, self._meeting_id = campaign_id, found.rules, meeting_id
        rules = found.rules
        self.quorum = QLineEdit(council_words.share_text(rules.quorum, is_strict=rules.quorum_is_strict))
        self.share = QLineEdit(council_words.share_text(rules.usual.share, is_strict=rules.usual.is_strict))
        self.base = QComboBox()
        for base in VoteBase:
            self.base.addItem(council_words.BASES[base], base)
        self.base.setCurrentIndex(self.base.findData(rules.usual.base))
        self.asks_absent, self.votes_for_self = QCheckBox(words.ASKS_ABSENT), QCheckBox(words.VOTES_FOR_SELF)
        self.asks_absent.setChecked(rules.asks_absent)
        self.votes_for_self.setChecked(rules.votes_for_self)
        self.add_field("quorum", words.QUORUM, self.quorum, words.SHARE_HINT)
        self.add_field("share", words.SHARE, self.share, words.SHARE_HINT, half=0)
        self.add_field("base", words.BASE, self.base, half=1)
        self.add_widget(self.asks_absent)
        self.add_widget(self.votes_for_self)
        self.reason = note_editor("")
        if meeting_id is not None:
            self.add_field("reason", page_words.REASON, self.reason, page_words.REASON_HINT)
        self.secret: dict[str, QCheckBox] = {}
        self.own: dict[str, QLineEdit] = {}
        context.jobs.run(lambda _: (_used_kinds(), meeting_rules.legal_sentences(_day(context))), self._offer)

    def command(self) -> Command:
        if self._meeting_id is not None:
            return partial(meetings.set_rules, self._meeting_id, self._typed(), self.reason.toPlainText())
        return partial(meeting_rules.set_year, self._campaign_id, self._typed())

    def _is_complete(self) -> bool:
        if not super()._is_complete():
            return False
        for name, editor in (("quorum", self.quorum), ("share", self.share)):
            if _read(editor.text()) is None:
                self.refuse(name, words.SHARE_UNREAD)
                return False
        for editor in self.own.values():
            if editor.text().strip() and _read(editor.text()) is None:
                self.refuse("kinds", words.SHARE_UNREAD)
                editor.setFocus()
                return False
        return True

    def _typed(self) -> Rules:
        quorum, share = _read(self.quorum.text()), _read(self.share.text())
        assert quorum is not None
        assert share is not None
        ticked = frozenset(key for key, box in self.secret.items() if box.isChecked())
        return replace(
            self._rules, quorum=quorum[0], quorum_is_strict=quorum[1],
            usual=Threshold(share[0], VoteBase(self.base.currentData()), share[1]),
            asks_absent=self.asks_absent.isChecked(), votes_for_self=self.votes_for_self.isChecked(),
            secret=ticked if self.secret else self._rules.secret,
            own=self._own() if self.own else self._rules.own,
        )  # fmt: skip

    def _own(self) -> Mapping[str, Threshold]:
        """Thresholds of single awards; one that was left as it stood keeps its own base."""
        made = {}
        for key, editor in self.own.items():
            known, written = self._rules.own.get(key), editor.text().strip()
            if known is not None and written == _shown(known):
                made[key] = known
            elif (share := _read(written)) is not None:
                made[key] = Threshold(share[0], VoteBase(self.base.currentData()), share[1])
        return made

    def _offer(self, found: tuple[tuple[KindLine, ...], tuple[str, ...]]) -> None:
        """Which awards need a secret ballot or have a threshold of their own; then what the law says."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setColumnStretch(0, 1)
        for column, heading in enumerate((words.KIND, words.SECRET, words.OWN_SHARE)):
            label = QLabel(heading)
            label.setProperty("role", "caption")
            grid.addWidget(label, 0, column)
        for line, kind in enumerate(found[0], start=1):
            self._offer_kind(grid, line, kind)
        self.add_field("kinds", words.BY_KIND, box, words.OWN_HINT)
        if found[1]:
            law = QLabel("\n".join(found[1]))
            law.setProperty("role", "caption")
            law.setWordWrap(True)
            self.add_field("law", words.LAW, law)

    def _offer_kind(self, grid: QGridLayout, line: int, kind: KindLine) -> None:
        tick, own = QCheckBox(), QLineEdit()
        tick.setChecked(kind.key in self._rules.secret)
        tick.setAccessibleName(f"{kind.short}: {words.SECRET}")
        own.setText(_shown(self._rules.own[kind.key]) if kind.key in self._rules.own else "")
        own.setPlaceholderText(words.AS_USUAL)
        own.setAccessibleName(f"{kind.short}: {words.OWN_SHARE}")
        self.secret[kind.key], self.own[kind.key] = tick, own
        for column, widget in enumerate((QLabel(kind.short), tick, own)):
            grid.addWidget(widget, line, column)


def _read(written: str) -> tuple[Fraction, bool] | None:
    try:
        return council_words.share_of(written)
    except UserError:
        return None


def _shown(threshold: Threshold) -> str:
    return council_words.share_text(threshold.share, is_strict=threshold.is_strict)


def _day(context: Context) -> date:
    return context.campaign.last_day if context.campaign is not None else context.clock().date()


def _used_kinds() -> tuple[KindLine, ...]:
    return tuple(KindLine(kind.key, kind.short) for kind in kinds().values() if kind.is_used)
