"""The next slide on the wall after a key, over a meeting of 8 awards and 60 candidates, beside bare painting.

A turn is PgDn on the operator's desk while the room looks on: from the key to the picture exchanged and the window of
the room painted, 1920x1080, each slide seen for the first time. The yardstick paints as many words as large on a
picture of the same size with a bare QPainter and shows it in a bare widget. Target: 100 ms. The clock on the wall is
told; where other programs slow it, the processor time of this one is judged. Prints JSON lines.
Run: python benchmarks/slide_change.py [--rounds N]
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.council.conftest import NUMBERS, opened, planned
from thidua_gui.app import gui
from thidua_gui.services import campaigns, data_file, sample
from thidua_gui.ui import theme
from thidua_gui.ui.council.page import CouncilPage
from thidua_gui.ui.council.wall_views import WallView
from thidua_gui.ui.settings import Settings

LIMIT_MS = 100
SIZE = QSize(1920, 1080)
WORDS = 24
"""About as many pieces of text as a candidate's card has."""


class Bare(QWidget):
    """The yardstick: a picture painted aside and shown."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(SIZE)
        self.image = QImage(SIZE, QImage.Format.Format_RGB32)

    def renew(self, turn: int) -> None:
        image = QImage(SIZE, QImage.Format.Format_RGB32)
        image.fill("#fffaf0")
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(WORDS):
            font = QFont(theme.FAMILY)
            font.setPixelSize(40 + place % 5 * 12)
            painter.setFont(font)
            painter.drawText(60 + place % 2 * 900, 80 + place // 2 * 82, f"Nguyễn Thị Hồng Nhung {turn} {place}")
        painter.end()
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        QPainter(self).drawImage(0, 0, self.image)


class Timed:
    """Milliseconds of each turn, on the wall and of the processor."""

    def __init__(self) -> None:
        self.taken: list[tuple[float, float]] = []

    def turn(self, act: Callable[[], object]) -> None:
        wall, processor = time.perf_counter(), time.process_time()
        act()
        QApplication.processEvents()
        self.taken.append(((time.perf_counter() - wall) * 1000, (time.process_time() - processor) * 1000))

    def told(self) -> dict[str, float]:
        walls, processors = (sorted(column) for column in zip(*self.taken, strict=True))
        return {
            "median_ms": round(statistics.median(walls), 2), "p95_ms": round(walls[int(len(walls) * 0.95)], 2),
            "longest_ms": round(walls[-1], 2), "processor_median_ms": round(statistics.median(processors), 2),
            "processor_p95_ms": round(processors[int(len(processors) * 0.95)], 2),
        }  # fmt: skip


def slides(page: CouncilPage, rounds: int) -> Timed:
    """Every slide of the meeting, one after the other."""
    desk, taken = page.desk, Timed()
    room = WallView(desk.wall)
    room.resize(SIZE)
    room.show()
    desk.wall.set_size(SIZE)
    desk.show_desk.rehearse()
    desk.put_up()
    QApplication.processEvents()
    for _ in range(rounds):
        while desk._at:
            desk.go(-1)
        desk.setFocus()
        for _ in range(len(desk.slides.cues) - 1):
            before = desk.wall.picture().cacheKey()
            taken.turn(lambda: QTest.keyClick(desk, Qt.Key.Key_PageDown))
            assert desk.wall.picture().cacheKey() != before, "the wall shows the slide before"
    desk.show_desk.stop()
    return taken


def bare(turns: int) -> Timed:
    widget, taken = Bare(), Timed()
    widget.show()
    QApplication.processEvents()
    for turn in range(turns):
        taken.turn(lambda turn=turn: widget.renew(turn))  # type: ignore[misc]  # bound at once
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2)
    rounds = parser.parse_args().rounds
    gui.application()
    with tempfile.TemporaryDirectory() as folder:
        data_file.create(Path(folder) / "truong.tdkt", user="T")
        sample.fill()
        context = gui.make_context(Settings(Path(folder) / "settings"), inline=True)
        context.campaign = year = campaigns.campaigns()[0]
        meeting = opened(planned(year, NUMBERS))
        page = CouncilPage(context)
        page.resize(1440, 840)
        page.show()
        page.show_loaded()
        page.show_desk(meeting)
        count = len(page.desk.slides.cues)
        taken = slides(page, rounds)
        yard = bare(len(taken.taken))
        told, yardstick = taken.told(), yard.told()
        ratio = round(told["processor_median_ms"] / max(yardstick["processor_median_ms"], 0.01), 2)
        print(json.dumps({"what": "slide change", "slides": count, "turns": len(taken.taken), **told}))
        print(json.dumps({"what": "bare painting", **yardstick}))
        is_met = min(told["p95_ms"], told["processor_p95_ms"]) <= LIMIT_MS
        print(json.dumps({"ratio_to_bare": ratio, "limit_ms": LIMIT_MS, "met": is_met}))
        data_file.close()
    if not is_met:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
