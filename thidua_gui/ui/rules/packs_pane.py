"""Quy định pháp luật: the rule packs, their conditions, who compared them with the texts. Judges nothing itself."""

from __future__ import annotations

from typing import ClassVar

from thidua_gui.text import rules_page as wording
from thidua_gui.ui.rules.pane import RulesPane


class PacksPane(RulesPane):
    """`go_to` takes the id of a pack, an award and the id of a condition, each but the first may be left out."""

    key: ClassVar[str] = "packs"
    words: ClassVar[str] = wording.PACKS_VIEW
    tables: ClassVar[tuple[str, ...]] = ("settings", "campaigns")
