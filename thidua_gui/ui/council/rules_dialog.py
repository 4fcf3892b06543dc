"""The rules of the vote of one year: shares, base, who is asked. What the law sets for higher councils is shown."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from thidua_gui.core.council import Threshold, VoteBase
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.meeting_rules import Rules
from thidua_gui.services import meeting_rules
from thidua_gui.services.meeting_rules import RulesInForce
from thidua_gui.services.proposal_kinds import kinds
from thidua_gui.text import council as council_words
from thidua_gui.text import council_prepare as words
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog


class RulesDialog(FormDialog):
    """Decided for the year; a meeting that was opened keeps the rules of its opening."""

    def __init__(self, context: Context, parent: QWidget, campaign_id: CampaignId, found: RulesInForce) -> None:
        super().__init__(context, parent, words.RULES_CARD, words.SAVE, text=words.RULES_TEXT)
        self._campaign_id, self._rules = campaign_id, found.rules
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
        self.secret: dict[str, QCheckBox] = {}
        context.jobs.run(lambda _: _used_kinds(), self._offer)

    def command(self) -> Command:
        return partial(meeting_rules.set_year, self._campaign_id, self._typed())

    def _is_complete(self) -> bool:
        if not super()._is_complete():
            return False
        for name, editor in (("quorum", self.quorum), ("share", self.share)):
            if _read(editor.text()) is None:
                self.refuse(name, words.SHARE_UNREAD)
                return False
        return True

    def _typed(self) -> Rules:
        quorum, share = _read(self.quorum.text()), _read(self.share.text())
        assert quorum is not None
        assert share is not None
        ticked = frozenset(key for key, box in self.secret.items() if box.isChecked())
        secret = ticked if self.secret else self._rules.secret
        return replace(
            self._rules, quorum=quorum[0], quorum_is_strict=quorum[1],
            usual=Threshold(share[0], self.base.currentData(), share[1]), asks_absent=self.asks_absent.isChecked(),
            votes_for_self=self.votes_for_self.isChecked(), secret=secret,
        )  # fmt: skip

    def _offer(self, found: tuple[tuple[str, str], ...]) -> None:
        """Which awards need a secret ballot."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (key, short) in enumerate(found):
            tick = QCheckBox(short)
            tick.setChecked(key in self._rules.secret)
            self.secret[key] = tick
            grid.addWidget(tick, place // 3, place % 3)
        self.add_field("secret", words.SECRET, box)


def _read(written: str) -> tuple[Fraction, bool] | None:
    try:
        return council_words.share_of(written)
    except UserError:
        return None


def _used_kinds() -> tuple[tuple[str, str], ...]:
    return tuple((kind.key, kind.short) for kind in kinds().values() if kind.is_used)
