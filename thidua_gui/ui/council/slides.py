"""Paints a slide of the wall from its frozen view, at any size. Asks nobody for anything more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from thidua_gui.core.projection import (
    AgendaSlide,
    BallotSlide,
    CandidateSlide,
    Frame,
    ListLine,
    ListSlide,
    ProjectionView,
    QuotaSlide,
    ResultSlide,
    Step,
    Tone,
    WaitingSlide,
)
from thidua_gui.ui.council.slide_candidate import paint_candidate
from thidua_gui.ui.council.slide_pen import (
    BOLD,
    CENTRE,
    HEIGHT,
    MEDIUM,
    REGULAR,
    RIGHT,
    SEMIBOLD,
    SMALLEST,
    SlidePen,
    Style,
    fit,
    palette,
)
from thidua_gui.ui.council.slide_results import paint_quota, paint_result

MARGIN = 64.0
BAND = 120.0
FOOT = 1008.0
TOP, BOTTOM = BAND + 28, FOOT - 20
TONES = {Tone.PASSED: "success", Tone.FAILED: "fail", Tone.OPEN: "gold", Tone.PLAIN: "text2"}
MARKS = {Tone.PASSED: "circle-check", Tone.FAILED: "circle-x", Tone.OPEN: "alert-triangle"}


def paint_slide(view: ProjectionView, painter: QPainter, width: float, height: float) -> tuple[str, ...]:
    """The whole slide on an area of that many units of the painter; returns the texts that did not stand whole."""
    pen = SlidePen(painter, width, height)
    _PAINTERS[type(view)](pen, view)
    return tuple(pen.cut)


def picture_of(view: ProjectionView, size: QSize) -> QImage:
    """A slide as a picture of its own, for previews and files."""
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_slide(view, painter, size.width(), size.height())
    painter.end()
    return image


def paint_frame(pen: SlidePen, frame: Frame) -> None:
    """Ground, band with the heading, foot."""
    painter, right = pen.painter, pen.width - MARGIN
    painter.fillRect(QRectF(0, 0, pen.width, HEIGHT), palette()["window"])
    painter.fillRect(QRectF(0, 0, pen.width, BAND), palette()["band"])
    aside = pen.text(QRectF(right - 420, 0, 420, BAND), frame.aside, Style(40, MEDIUM, "onBand", RIGHT, 2))
    room = 460 if frame.aside and aside.lines else 0
    pen.text(QRectF(MARGIN, 0, right - MARGIN - room, BAND), frame.heading, Style(50, BOLD, "onBand", lines=2))
    pen.line(QPointF(0, FOOT), QPointF(pen.width, FOOT), "accent", 3)
    half = (right - MARGIN) / 2
    foot = QRectF(MARGIN, FOOT, half - 20, HEIGHT - FOOT)
    pen.text(foot, frame.foot_left, Style(SMALLEST, REGULAR, "text2"))
    pen.text(foot.translated(half + 20, 0), frame.foot_right, Style(SMALLEST, REGULAR, "text2", RIGHT))


def _waiting(pen: SlidePen, view: WaitingSlide) -> None:
    pen.painter.fillRect(QRectF(0, 0, pen.width, HEIGHT), palette()["band"])
    inner = QRectF(40, 40, pen.width - 80, HEIGHT - 80)
    pen.box(inner, None, "goldFill", 4)
    middle = QRectF(MARGIN * 2, 0, pen.width - 4 * MARGIN, 0)
    pen.mark("star-filled", QPointF(pen.width / 2 - 60, 210), 120, "goldFill")
    pen.text(_band_of(middle, 370, 250), view.title, Style(84, BOLD, "onBand", CENTRE, 3, 56))
    pen.text(_band_of(middle, 640, 150), view.subtitle, Style(52, MEDIUM, "invertedText", CENTRE, 2))
    pen.text(_band_of(middle, 830, 120), view.note, Style(44, REGULAR, "invertedText", CENTRE, 2))


def _band_of(area: QRectF, top: float, height: float) -> QRectF:
    return QRectF(area.left(), top, area.width(), height)


def _agenda(pen: SlidePen, view: AgendaSlide) -> None:
    paint_frame(pen, view.frame)
    step = (BOTTOM - TOP) / max(len(view.lines), 6)
    for place, line in enumerate(view.lines):
        row = QRectF(MARGIN, TOP + place * step, pen.width - 2 * MARGIN, step)
        is_now = line.step is Step.CURRENT
        if is_now:
            pen.box(row.adjusted(-16, 4, 16, -4), "goldTint", "gold", 3)
        if line.step is Step.DONE:
            pen.mark("circle-check", QPointF(row.left(), row.center().y() - 26), 52, "success")
        else:
            number = QRectF(row.left(), row.top(), 60, step)
            pen.text(number, line.number, Style(46, BOLD, "accent" if is_now else "text2", CENTRE))
        words = QRectF(row.left() + 90, row.top(), row.width() - 90 - 260, step)
        pen.text(words, line.words, Style(46, BOLD if is_now else MEDIUM, "text", lines=2))
        pen.text(QRectF(row.right() - 240, row.top(), 240, step), line.aside, Style(42, MEDIUM, "text2", RIGHT))


def _list(pen: SlidePen, view: ListSlide) -> None:
    paint_frame(pen, view.frame)
    top = TOP
    if view.summary:
        pen.text(QRectF(MARGIN, TOP - 12, pen.width - 2 * MARGIN, 64), view.summary, Style(42, SEMIBOLD, "text2"))
        top += 60
    step = min((BOTTOM - top) / max(len(view.lines), 1), 140 if pen.is_narrow else 124)
    aside_width = 330 if any(line.aside for line in view.lines) else 0
    for place, line in enumerate(view.lines):
        row = QRectF(MARGIN, top + place * step, pen.width - 2 * MARGIN, step)
        if place:
            pen.line(row.topLeft(), row.topRight(), "track", 2)
        pen.text(QRectF(row.left(), row.top(), 80, step), line.number, Style(42, MEDIUM, "text2", RIGHT))
        _named(pen, QRectF(row.left() + 110, row.top(), row.width() - 110 - aside_width - 20, step), line)
        if line.aside:
            _tone(pen, QRectF(row.right() - aside_width, row.top(), aside_width, step), line.aside, line.tone)


def _named(pen: SlidePen, area: QRectF, line: ListLine) -> None:
    """The name with what stands below it: beside it where the screen is wide, else under it."""
    name, below = Style(48, BOLD, "text", lines=2), Style(42, REGULAR, "text2", lines=2)
    if not line.below:
        pen.text(area, line.name, name)
    elif pen.is_narrow:
        told = fit(line.name, area.width(), area.height() / 3, replace(name, lines=1))
        rest = fit(line.below, area.width(), area.height() * 2 / 3, below)
        top = area.top() + (area.height() - told.height - rest.height) / 2
        pen.text(QRectF(area.left(), top, area.width(), told.height), line.name, replace(name, lines=1))
        pen.text(QRectF(area.left(), top + told.height, area.width(), rest.height), line.below, below)
    else:
        half = QRectF(area.left(), area.top(), area.width() / 2 - 20, area.height())
        pen.text(half, line.name, name)
        pen.text(half.translated(area.width() / 2, 0), line.below, below)


def _tone(pen: SlidePen, area: QRectF, words: str, tone: Tone) -> None:
    mark = MARKS.get(tone)
    if mark is not None:
        pen.mark(mark, QPointF(area.left(), area.center().y() - 24), 48, TONES[tone])
    pen.text(area.adjusted(62, 0, 0, 0), words, Style(44, BOLD, TONES[tone], lines=2))


def _ballot(pen: SlidePen, view: BallotSlide) -> None:
    paint_frame(pen, view.frame)
    column = (pen.width - 2 * MARGIN - 60) / 2
    title = QRectF(MARGIN, TOP, pen.width - 2 * MARGIN, 90)
    pen.text(title, view.title, Style(60, BOLD, "accent", lines=2))
    top = TOP + 110
    step = min((BOTTOM - top) / max(len(view.names), 1), 92)
    for place, name in enumerate(view.names):
        row = QRectF(MARGIN, top + place * step, column, step)
        pen.dot(QPointF(row.left(), row.center().y() - 8), 16, "accent")
        pen.text(row.adjusted(40, 0, 0, 0), name, Style(46, SEMIBOLD, "text", lines=2))
    steps = QRectF(MARGIN + column + 60, top, column, BOTTOM - top)
    pen.box(steps, "surface", "border", 3)
    share = steps.height() / max(len(view.steps), 1)
    for place, words in enumerate(view.steps):
        pen.text(
            QRectF(steps.left() + 36, steps.top() + place * share, steps.width() - 72, share), words,
            Style(44, MEDIUM, "text", lines=3),
        )  # fmt: skip


def _candidate(pen: SlidePen, view: CandidateSlide) -> None:
    paint_frame(pen, view.frame)
    paint_candidate(pen, view, QRectF(MARGIN, TOP + 18, pen.width - 2 * MARGIN, BOTTOM - TOP - 22))


def _result(pen: SlidePen, view: ResultSlide) -> None:
    paint_frame(pen, view.frame)
    paint_result(pen, view, QRectF(MARGIN, TOP - 14, pen.width - 2 * MARGIN, BOTTOM - TOP + 20))


def _quota(pen: SlidePen, view: QuotaSlide) -> None:
    paint_frame(pen, view.frame)
    paint_quota(pen, view, QRectF(MARGIN, TOP + 20, pen.width - 2 * MARGIN, BOTTOM - TOP - 20))


_PAINTERS: dict[type[ProjectionView], Callable[[SlidePen, Any], None]] = {
    WaitingSlide: _waiting,
    AgendaSlide: _agenda,
    ListSlide: _list,
    CandidateSlide: _candidate,
    QuotaSlide: _quota,
    BallotSlide: _ballot,
    ResultSlide: _result,
}
