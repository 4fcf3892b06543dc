"""The slides that show numbers: bars of a published count with the threshold line, and the quota."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from thidua_gui.core.projection import QuotaSlide, ResultLine, ResultSlide, Tone
from thidua_gui.ui.council.slide_pen import BOLD, CENTRE, MEDIUM, REGULAR, RIGHT, SEMIBOLD, SlidePen, Style

_MOST_CELLS = 40


def paint_result(pen: SlidePen, view: ResultSlide, area: QRectF) -> None:
    """Each bar is the share of its own base; one line through all where they need the same, else a tick in each."""
    pen.text(QRectF(area.left(), area.top(), area.width(), 60), view.summary, Style(42, REGULAR, "text2"))
    names = area.width() * (0.38 if pen.is_narrow else 0.33)
    word = 290.0
    bars = QRectF(area.left() + names + 24, area.top() + 126, area.width() - names - word - 64, area.height() - 200)
    step = min(bars.height() / max(len(view.lines), 1), 108)
    rows = [QRectF(area.left(), bars.top() + place * step, area.width(), step) for place in range(len(view.lines))]
    boxes = [QRectF(bars.left(), row.top() + 12, bars.width(), step - 24) for row in rows]
    ticks = [box.left() + box.width() * _share(line.needed, line) for line, box in zip(view.lines, boxes, strict=True)]
    centre = max(ticks, default=bars.center().x())
    label = QRectF(min(max(centre - 340, area.left()), area.right() - 680), area.top() + 62, 680, 58)
    pen.text(label, view.threshold, Style(44, BOLD, "text", CENTRE))
    for line, row, box in zip(view.lines, rows, boxes, strict=True):
        pen.text(QRectF(row.left(), row.top(), names, step), line.name, Style(48, BOLD, "text", lines=2))
        _bar(pen, line, box)
        _word(pen, line, QRectF(bars.right() + 40, row.top(), word, step))
    if ticks and max(ticks) - min(ticks) < 1:
        _tick(pen, centre, bars.top() - 4, rows[-1].bottom())
    else:
        for tick, box in zip(ticks, boxes, strict=True):
            _tick(pen, tick, box.top() - 4, box.bottom() + 4)
    for line, box, tick in zip(view.lines, boxes, ticks, strict=True):
        _number(pen, line, box, tick)
    foot = QRectF(area.left(), area.bottom() - 62, area.width(), 60)
    passed = pen.text(foot, view.passed_words, Style(46, BOLD, "success"))
    pen.text(foot.adjusted(passed.width + 60, 0, 0, 0), view.failed_words, Style(46, BOLD, "fail"))


def _share(votes: int, line: ResultLine) -> float:
    return min(1.0, max(0, votes) / line.base) if line.base > 0 else 0.0


def _tick(pen: SlidePen, x: float, top: float, bottom: float) -> None:
    pen.line(QPointF(x, top), QPointF(x, bottom), "window", 16)
    pen.line(QPointF(x, top), QPointF(x, bottom), "threshold", 6, dashed=True)


def _bar(pen: SlidePen, line: ResultLine, box: QRectF) -> None:
    pen.box(box, "track")
    if line.agree <= 0:
        return
    filled = QRectF(box.left(), box.top(), box.width() * _share(line.agree, line), box.height())
    if line.tone is Tone.PASSED:
        pen.box(filled, "success")
    else:
        pen.box(filled, "surface", "fail", 6)


def _number(pen: SlidePen, line: ResultLine, box: QRectF, threshold: float) -> None:
    """At the end of its bar, but never on the threshold line; with its base where that is the line's own."""
    style = Style(50, BOLD, "onBand" if line.tone is Tone.PASSED and line.agree > 0 else "fail", RIGHT)
    end = box.left() + box.width() * _share(line.agree, line)
    width = 30.0 * len(str(line.agree)) + 10
    right = end - 20
    if right - width < threshold + 12 and right > threshold - 12:
        right = threshold - 20
    right = max(right, box.left() + width + 12)
    pen.text(QRectF(right - width, box.top(), width, box.height()), str(line.agree), style)


def _word(pen: SlidePen, line: ResultLine, area: QRectF) -> None:
    role = {Tone.PASSED: "success", Tone.FAILED: "fail"}.get(line.tone, "gold")
    mark = {Tone.PASSED: "circle-check", Tone.FAILED: "circle-x"}.get(line.tone, "alert-triangle")
    pen.mark(mark, QPointF(area.left(), area.center().y() - 25), 50, role)
    pen.text(area.adjusted(66, 0, 0, 0), line.word, Style(46, BOLD, role, lines=2))


def paint_quota(pen: SlidePen, view: QuotaSlide, area: QRectF) -> None:
    """Places as numbered cells while there are few; the numbers themselves always."""
    pen.text(QRectF(area.left(), area.top(), area.width(), 70), view.label, Style(52, SEMIBOLD, "text2", lines=2))
    figures = QRectF(area.left(), area.top() + 90, area.width(), 190)
    pen.text(figures, f"{view.proposed} / {view.places}", Style(170, BOLD, "accent" if view.over_words else "text"))
    _cells(pen, view, QRectF(area.left(), area.top() + 320, area.width(), 130))
    pen.text(
        QRectF(area.left(), area.top() + 480, area.width(), 130), view.sentence, Style(48, MEDIUM, "text", lines=2)
    )
    if view.over_words:
        box = QRectF(area.left(), area.bottom() - 130, area.width(), 120)
        pen.box(box, "goldTint", "gold", 4)
        pen.mark("alert-triangle", QPointF(box.left() + 28, box.center().y() - 30), 60, "gold")
        pen.text(box.adjusted(112, 0, -24, 0), view.over_words, Style(48, BOLD, "gold", lines=2))


def _cells(pen: SlidePen, view: QuotaSlide, area: QRectF) -> None:
    count = max(view.places, view.proposed)
    if not 0 < count <= _MOST_CELLS:
        return
    width = min(area.width() / count, 150.0)
    for place in range(count):
        cell = QRectF(area.left() + place * width + 4, area.top(), width - 8, area.height())
        is_over = place >= view.places
        if place < view.passed:
            fill, edge, role = "success", None, "onBand"
        elif is_over:
            fill, edge, role = "goldTint", "gold", "gold"
        else:
            fill, edge, role = ("track" if place < view.proposed else "surface"), "border", "text"
        pen.box(cell, fill, edge, 3)
        if width >= 56:
            pen.text(cell, str(place + 1), Style(46, BOLD, role, CENTRE))
    line = area.left() + view.places * width
    if view.places < count:
        pen.line(QPointF(line, area.top() - 16), QPointF(line, area.bottom() + 16), "accent", 8)
