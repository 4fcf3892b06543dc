"""Vì sao: the reasons of one total, to be read and copied. Draws an explanation; asks no service, writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextBrowser, QWidget

from thidua_gui.core.points import ZERO, Points
from thidua_gui.core.ratings import EffectiveRating, Threshold
from thidua_gui.core.score_explanation import ExplainedLine, Explanation
from thidua_gui.core.scoring import CriterionKind, StageKey
from thidua_gui.services.score_reasons import Reason
from thidua_gui.text import names
from thidua_gui.text import score_why as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.dialog import Dialog

SIZE = (720, 620)
_Row = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Explained:
    """One total with what follows from it; `reasons` are those the council gave."""

    label: str
    stage: StageKey
    explanation: Explanation
    thresholds: tuple[Threshold, ...]
    rating: EffectiveRating
    decided_reason: str | None
    reasons: tuple[Reason, ...] = ()


class WhyDialog(Dialog):
    """Everything can be selected and copied; the button copies it as a table."""

    def __init__(self, of: Explained, parent: QWidget | None = None) -> None:
        found = of.explanation
        subtitle = wording.stage_and_sheet(of.stage, found.code, found.version)
        super().__init__(parent, wording.why_title(of.label), wording.CLOSE, text=subtitle)
        self.secondary.hide()
        self.rows = [*map(_criterion, found.lines)]
        self.sums = _sums(found)
        self.rating = _rating(of)
        self.reader = QTextBrowser()
        self.reader.setAccessibleName(self.windowTitle())
        self.reader.document().setDefaultFont(theme.font("table"))
        self.reader.setHtml(_page(of, self.rows, self.sums, self.rating))
        self.body.addWidget(self.reader, 1)
        self.copy = push(wording.COPY, "copy")
        self.copy.clicked.connect(self._copy)
        self.add_button(self.copy)
        self.fill_with_body()
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self.reader.setFocus()

    def _copy(self) -> None:
        heading = (wording.NUMBER, wording.CONTENT, wording.MAXIMUM, wording.POINTS)
        lines = [self.heading.text(), self.text.text(), "\t".join(heading), *("\t".join(row) for row in self.rows)]
        lines += ["\t".join(pair) for pair in (*self.sums, *self.rating)]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _criterion(line: ExplainedLine) -> _Row:
    criterion = line.criterion
    content = criterion.content
    if line.cap is not None and line.before_cap is not None:
        noted = wording.capped(line.before_cap, line.cap) if line.is_cut else wording.cap(line.cap)
        content = f"{content} ({noted})"
    taken = criterion.kind is CriterionKind.DEDUCTION and line.points is not None
    given = wording.points(line.points)
    return criterion.number, content, criterion.maximum.shortest, f"-{given}" if taken else given


def _sums(found: Explanation) -> list[tuple[str, str]]:
    """Only what is there: no line of bonuses where none was given."""
    lines = [(wording.REQUIRED, str(found.required))]
    if found.bonus > ZERO:
        lines.append((wording.BONUS, f"+{found.bonus}"))
    if found.deduction > ZERO:
        lines.append((wording.DEDUCTION, f"-{found.deduction}"))
    if found.cut > ZERO:
        lines.append((wording.CUT, f"-{found.cut}"))
    lines.append((wording.ROUNDING, wording.NO_ROUNDING))
    total: Points | None = found.total.points
    lines.append((wording.TOTAL, wording.missing(len(found.missing)) if total is None else str(total)))
    return lines


def _rating(of: Explained) -> list[tuple[str, str]]:
    rating = of.rating
    levels = [wording.threshold(names.RATINGS[one.rating], one.from_points) for one in of.thresholds]
    proposed = wording.proposal(None if rating.proposed is None else names.RATINGS[rating.proposed])
    if rating.proposed is not None and rating.stage not in (None, of.stage):
        proposed = f"{proposed}, {wording.other_stage(rating.stage or of.stage)}"
    lines = [(wording.THRESHOLDS, wording.thresholds(levels)), (wording.PROPOSED, proposed)]
    if rating.is_decided and rating.rating is not None:
        lines.append((wording.DECIDED, names.RATINGS[rating.rating]))
        if of.decided_reason:
            lines.append((wording.REASON, of.decided_reason))
    numbers = {line.criterion.id: line.criterion.number for line in of.explanation.lines}
    lines += [
        (wording.COUNCIL_REASONS, wording.council_reason(number, one.reason, one.author, one.at))
        for one in of.reasons
        if (number := numbers.get(one.criterion_id)) is not None
    ]
    return lines


def _page(
    of: Explained, rows: Sequence[_Row], sums: Sequence[tuple[str, str]], rating: Sequence[tuple[str, str]]
) -> str:
    quiet, line = theme.colour("text2").name(), theme.colour("border").name()
    head = theme.colour("surfaceAlt").name()

    def cells(parts: Sequence[str], *, strong: bool, depth: int = 0) -> str:
        made = []
        for place, part in enumerate(parts):
            align = "right" if place >= 2 else "left"
            words = f"<b>{escape(part)}</b>" if strong else escape(part)
            indent = 5 + 14 * depth if place == 1 else 5
            style = f"border-bottom:1px solid {line};padding-left:{indent}px"
            made.append(f'<td align="{align}" style="{style}">{words}</td>')
        return "".join(made)

    titles = (wording.NUMBER, wording.CONTENT, wording.MAXIMUM, wording.POINTS)
    body = [f'<tr bgcolor="{head}">{cells(titles, strong=True)}</tr>']
    for row, explained in zip(rows, of.explanation.lines, strict=True):
        is_group = explained.criterion.kind is CriterionKind.GROUP
        body.append(f"<tr>{cells(row, strong=is_group, depth=explained.depth)}</tr>")
    for name, value in sums:
        strong = name == wording.TOTAL
        words = f"<b>{escape(value)}</b>" if strong else escape(value)
        named = f"<b>{escape(name)}</b>" if strong else escape(name)
        body.append(f'<tr><td></td><td>{named}</td><td colspan="2" align="right">{words}</td></tr>')
    facts = "".join(
        f'<tr><td style="color:{quiet}">{escape(name)}</td><td>{escape(value)}</td></tr>' for name, value in rating
    )
    return (
        f'<table width="100%" cellspacing="0" cellpadding="5">{"".join(body)}</table>'
        f'<br><table width="100%" cellspacing="0" cellpadding="5">{facts}</table>'
    )
