"""The table of targets as a list for paper and Excel. Asks no service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.targets import Verdict
from thidua_gui.documents.list_sheet import ListColumn
from thidua_gui.services.list_documents import ShownList
from thidua_gui.services.target_facts import TargetLine
from thidua_gui.text import target_page as wording
from thidua_gui.text.names import BASES, VERDICTS
from thidua_gui.text.target_sentences import actual
from thidua_gui.text.targets import bound_text
from thidua_gui.ui.plan.targets_panel import told

_WORDS = (1, 6)
"""Columns whose words run over several lines."""


def shown_targets(lines: Sequence[TargetLine], year: int, on: date) -> ShownList:
    """Every target with its figure, its verdict and what it lacks."""
    columns = tuple(
        ListColumn(title, place not in _WORDS, place in _WORDS) for place, title in enumerate(wording.OUTPUT_COLUMNS)
    )
    words = tuple(_words(line) for line in lines)
    values = tuple(tuple(word or None for word in row) for row in words)
    return ShownList(wording.list_title(year), (), on, columns, words, values)


def _words(line: TargetLine) -> tuple[str, ...]:
    return (
        line.code,
        line.content,
        bound_text(line.bound),
        actual(line.bound, line.counted),
        VERDICTS[line.verdict],
        BASES[line.basis],
        "" if line.verdict is Verdict.MET else told(line),
    )
