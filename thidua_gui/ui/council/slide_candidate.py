"""The slide of one person or collective under review: picture, achievements, years, the verdict on the conditions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from thidua_gui.core.projection import CandidateSlide, Conditions, Score, Tone, YearTitle
from thidua_gui.ui.council.slide_pen import BOLD, CENTRE, MEDIUM, REGULAR, SEMIBOLD, SMALLEST, SlidePen, Style, fit

_ACHIEVEMENT = Style(44, REGULAR, "text", lines=3)
_GROUNDS = {
    Tone.PASSED: ("successTint", "success", "circle-check"),
    Tone.FAILED: ("failTint", "fail", "circle-x"),
    Tone.OPEN: ("goldTint", "gold", "alert-triangle"),
    Tone.PLAIN: ("surface", "text2", "info-circle"),
}


def paint_candidate(pen: SlidePen, view: CandidateSlide, area: QRectF) -> None:
    """Everything between band and foot; on a narrow screen years and verdict take the whole width."""
    left = 330.0 if pen.is_narrow else 396.0
    words = QRectF(area.left() + left + 56, area.top(), area.width() - left - 56, area.height())
    foot = area if pen.is_narrow else words
    bottom = _conditions(pen, view.conditions, foot) if view.conditions else foot.bottom()
    bottom = _years(pen, view, QRectF(foot.left(), foot.top(), foot.width(), bottom - foot.top()))
    column = QRectF(area.left(), area.top(), left, (bottom if pen.is_narrow else area.bottom()) - area.top())
    _left(pen, view, column)
    _told(pen, view, QRectF(words.left(), words.top() - 8, words.width(), bottom - words.top() - 4))


def _left(pen: SlidePen, view: CandidateSlide, column: QRectF) -> None:
    below = 0.0 if view.score is None else 190.0 if pen.is_narrow else 250.0
    frame = QRectF(column.left(), column.top(), column.width(), column.height() - below - (24 if below else 0))
    if view.portrait is None or not pen.picture(frame, view.portrait):
        pen.box(frame, "track")
        mark, is_low = "users" if view.is_collective else "user", frame.height() < 320
        side = min(160.0, frame.height() * 0.7)
        up = side / 2 if is_low else side / 2 + 30
        pen.mark(mark, QPointF(frame.center().x() - side / 2, frame.center().y() - up), side, "text2")
        if not is_low:
            caption = QRectF(frame.left() + 16, frame.center().y() + 76, frame.width() - 32, 60)
            pen.text(caption, view.portrait_words, Style(SMALLEST, REGULAR, "text2", CENTRE))
    pen.box(frame, None, "border", 4)
    if view.score:
        _score(pen, view.score, QRectF(column.left(), column.bottom() - below, column.width(), below))


def _score(pen: SlidePen, score: Score, box: QRectF) -> None:
    pen.box(box, "band")
    inner = box.adjusted(6, 6, -6, -6)
    label = QRectF(inner.left(), inner.top(), inner.width(), 52)
    pen.text(label, score.label, Style(40, MEDIUM, "onBand", CENTRE))
    figure = QRectF(inner.left(), label.bottom() - 6, inner.width(), inner.height() - 92)
    pen.text(figure, score.total, Style(112, BOLD, "onBand", CENTRE))
    place = QRectF(inner.left(), inner.bottom() - 52, inner.width(), 52)
    pen.text(place, score.place, Style(40, REGULAR, "onBand", CENTRE))


def _told(pen: SlidePen, view: CandidateSlide, area: QRectF) -> None:
    """Name, post, and as many achievements as stand there whole."""
    name_style, below_style = Style(104, BOLD, "text", lines=2, floor=48), Style(48, MEDIUM, "text2", lines=2)
    name = fit(view.name, area.width(), area.height() * 0.3, name_style)
    below = fit(view.below, area.width(), area.height() * 0.24, below_style)
    pen.text(QRectF(area.left(), area.top(), area.width(), name.height), view.name, name_style)
    top = area.top() + name.height
    pen.text(QRectF(area.left(), top, area.width(), below.height), view.below, below_style)
    top += below.height + 10
    width, shown = area.width() - 44, list(view.achievements)
    while len(shown) > 1 and _needed(shown, width) > area.bottom() - top:
        pen.cut.append(shown.pop())
    step = min((area.bottom() - top) / max(len(shown), 1), 130.0)
    for place, words in enumerate(shown):
        row = QRectF(area.left() + 44, top + place * step, width, step)
        pen.dot(QPointF(area.left(), row.center().y() - 9), 18, "accent")
        pen.text(row, words, _ACHIEVEMENT)


def _needed(achievements: Sequence[str], width: float) -> float:
    return max(fit(words, width, 0, _ACHIEVEMENT).height for words in achievements) * len(achievements)


def _years(pen: SlidePen, view: CandidateSlide, area: QRectF) -> float:
    """The boxes of the last years at the foot of the area; returns where they begin."""
    if not view.years:
        return area.bottom()
    top = area.bottom() - 24 - 124
    pen.text(QRectF(area.left(), top - 62, area.width(), 54), view.years_label, Style(40, SEMIBOLD, "text2"))
    width = (area.width() - 16 * (len(view.years) - 1)) / len(view.years)
    for place, year in enumerate(view.years):
        _year(pen, year, QRectF(area.left() + place * (width + 16), top, width, 124))
    return top - 66


def _year(pen: SlidePen, year: YearTitle, box: QRectF) -> None:
    fill, edge, role = ("goldTint", "gold", "gold") if year.is_high else ("surface", "border", "text")
    pen.box(box, fill, edge, 3)
    half = box.height() / 2
    pen.text(QRectF(box.left() + 8, box.top() + 6, box.width() - 16, half), year.year, Style(40, REGULAR, role, CENTRE))
    title = QRectF(box.left() + 8, box.top() + half - 4, box.width() - 16, half)
    pen.text(title, year.title, Style(46, BOLD, role, CENTRE, 1))


def _conditions(pen: SlidePen, found: Conditions, area: QRectF) -> float:
    fill, role, mark = _GROUNDS[found.tone]
    words_style, detail_style = Style(48, BOLD, role, lines=3), Style(42, MEDIUM, "text", lines=3)
    room = area.width() - 112 - 24
    told = fit(found.words, room * 0.4, 160, words_style)
    detail_width = room - told.width - 30
    detail = fit(found.detail, detail_width, 160, detail_style)
    height = max(told.height, detail.height, 84) + 24
    box = QRectF(area.left(), area.bottom() - height, area.width(), height)
    pen.box(box, fill, role, 4)
    pen.mark(mark, QPointF(box.left() + 28, box.center().y() - 30), 60, role)
    pen.text(QRectF(box.left() + 112, box.top(), room * 0.4, height), found.words, words_style)
    rest = QRectF(box.left() + 112 + told.width + 30, box.top(), detail_width, height)
    pen.text(rest, found.detail, detail_style)
    return box.top()

