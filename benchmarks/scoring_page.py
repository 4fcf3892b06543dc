"""The real scoring page with 3,000 people and 40 criteria, all groups open, beside a bare QTableView of the same words.

A keystroke is the Enter after a digit: from the key to the painted row, its total, the ranks and the averages; its
write goes on in the database thread meanwhile. A frame is one step of scrolling, painted. Statements that reach the
database while the grid scrolls are counted: there may be none. Targets: keystroke < 50 ms, frame at most 50 ms. The
clock on the wall is told; where other programs slow it, the processor time of all threads of this one is judged.
Prints JSON lines. Run: python benchmarks/scoring_page.py [--people N] [--rounds N]
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
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import _scored_year
from PySide6.QtCore import QAbstractTableModel, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTableView

from db.connection import database
from thidua_gui.app import gui
from thidua_gui.services import campaigns, data_file
from thidua_gui.ui.context import Context
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.settings import Settings

LIMIT_MS = 50
CRITERIA = 40
SIZE = (1440, 860)
PATIENCE = 5.0
MOVES = (("page down", False, 0), ("wheel", False, 96), ("sideways", True, 120))


class Bare(QAbstractTableModel):
    """The yardstick: the page's words in a bare model."""

    def __init__(self, words: list[tuple[str, ...]]) -> None:
        super().__init__()
        self.words = words

    def rowCount(self, parent: Any = None) -> int:  # noqa: N802
        return len(self.words)

    def columnCount(self, parent: Any = None) -> int:  # noqa: N802
        return len(self.words[0])

    def data(self, index: Any, role: int = 0) -> Any:
        return self.words[index.row()][index.column()] if role == 0 else None


class Painted(QObject):
    """Notes that something was painted; `wait` lets the window live on until then."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.app, self.times = app, 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.times += event.type() is QEvent.Type.Paint
        return False

    def wait(self, before: int, is_ready: Callable[[], bool] = lambda: True) -> None:
        """Until something is painted after the `before`th time and the condition holds."""
        until = time.perf_counter() + PATIENCE
        while self.times == before or not is_ready():
            self.app.processEvents()
            if time.perf_counter() > until:
                raise SystemExit("nothing was painted")


class Timed(list[tuple[float, float]]):
    """Milliseconds of each turn, on the wall and of the processor."""

    def begin(self) -> None:
        self.start = time.perf_counter(), time.process_time()

    def end(self) -> None:
        wall, processor = self.start
        self.append(((time.perf_counter() - wall) * 1000, (time.process_time() - processor) * 1000))

    def medians(self) -> tuple[float, float]:
        return statistics.median(wall for wall, _ in self), statistics.median(processor for _, processor in self)


class Bench:
    """The page on a screen of usual size, and what is measured on it."""

    def __init__(self, page: ScoringPage, painted: Painted, rounds: int) -> None:
        self.page, self.painted, self.rounds = page, painted, rounds
        self.statements = self.counted = 0
        page.view.counted.connect(self._count)

    def _count(self) -> None:
        """Averages, cut line and tally are made anew: the painting after this one is what the clerk waits for."""
        self.counted = self.painted.times + 1

    def trace(self, statement: str) -> None:
        self.statements += 1

    def keystrokes(self, *, pauses: bool) -> Timed:
        """A digit and Enter, down one column; with pauses each waits until the one before is written."""
        grid, jobs = self.page.view.grid, self.page.context.jobs
        first, key = grid.model_.shown_rows[0].id, next(iter(grid.set.merged))
        grid.select_row(first, key)
        taken = Timed()
        for turn in range(self.rounds):
            self._press(Qt.Key.Key_1 if turn % 2 else Qt.Key.Key_2, "1" if turn % 2 else "2")
            self.painted.app.processEvents()
            self.counted = 0
            taken.begin()
            self._press(Qt.Key.Key_Return, "\r")
            self.painted.wait(0, lambda: 0 < self.counted <= self.painted.times)
            taken.end()
            if pauses:
                jobs.wait()
        jobs.wait()
        return taken

    def _press(self, key: Qt.Key, text: str) -> None:
        target = self.page.view.grid.editing.editor or self.page.view.grid
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, none, text))

    def scroll(self, view: QTableView, *, sideways: bool, step: int) -> Timed:
        """By whole pages (the dearest) or by `step` px (a wheel)."""
        bar = view.horizontalScrollBar() if sideways else view.verticalScrollBar()
        by, taken = step or bar.pageStep(), Timed()
        for _ in range(self.rounds):
            before = self.painted.times
            taken.begin()
            bar.setValue((bar.value() + by) % max(1, bar.maximum()))
            self.painted.wait(before)
            taken.end()
        return taken


def report(what: str, taken: Timed, **more: object) -> float:
    """One JSON line; the median counts, the worst is told. The milliseconds that are judged."""
    wall, processor = taken.medians()
    worst = max(turn for turn, _ in taken)
    line = {"what": what, "median_ms": round(wall, 2), "processor_ms": round(processor, 2), "worst_ms": round(worst, 2)}
    print(json.dumps(line | more, ensure_ascii=False), flush=True)
    return min(wall, processor)


def made_page(context: Context, path: Path, people: int) -> ScoringPage:
    """The page of the year, every group opened, when all of it is loaded."""

    def fill(progress: object) -> None:
        data_file.create(path)
        _scored_year.fill(people, CRITERIA)

    def take(found: tuple[campaigns.CampaignSummary, ...]) -> None:
        context.campaign = found[0]

    context.jobs.run(fill)
    context.jobs.run(lambda progress: campaigns.campaigns(), take)
    context.jobs.wait(600_000)
    page = ScoringPage(context)
    page.resize(*SIZE)
    page.show()
    taken = Timed()
    taken.begin()
    page.show_loaded()
    context.jobs.wait()
    taken.end()
    report("scoring page: read and shown", taken)
    grid = page.view.grid
    grid.set_expanded(grid.groups)
    grid.setFocus()
    QApplication.processEvents()
    return page


def measure(bench: Bench) -> bool:
    """Scrolling beside the bare view in turns, then typing; whether every limit was kept."""
    grid, jobs, kept = bench.page.view.grid, bench.page.context.jobs, []
    model = grid.model_
    size = f"{len(model.shown_rows)} people x {len(grid.set.merged)} criteria"
    bare = QTableView()
    words = Bare([tuple(model.words(r, c) for c in range(model.columnCount())) for r in range(model.rowCount())])
    bare.setModel(words)
    bare.resize(grid.size())
    bare.show()
    QApplication.processEvents()
    jobs.run(lambda progress: database.connection().set_trace_callback(bench.trace))
    jobs.wait()
    for what, sideways, step in MOVES:
        bench.statements = 0
        yardstick = bench.scroll(bare, sideways=sideways, step=step)
        ours = bench.scroll(grid, sideways=sideways, step=step)
        told = {"limit_ms": LIMIT_MS, "bare_ms": round(yardstick.medians()[0], 2), "statements": bench.statements}
        kept.append(report(f"{size}: {what}", ours, **told) <= LIMIT_MS and bench.statements == 0)
    typed = bench.keystrokes(pauses=True)
    kept.append(report(f"{size}: keystroke to repainted totals", typed, limit_ms=LIMIT_MS) < LIMIT_MS)
    report(f"{size}: the same, Enter upon Enter without a pause", bench.keystrokes(pauses=False))
    return all(kept)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=3000)
    options.add_argument("--rounds", type=int, default=40)
    chosen = options.parse_args()
    app = gui.application()
    with tempfile.TemporaryDirectory() as folder:
        context = gui.make_context(Settings(Path(folder)))
        page = made_page(context, Path(folder) / "scores.tdkt", chosen.people)
        painted = Painted(app)
        kept = measure(Bench(page, painted, chosen.rounds))
        app.removeEventFilter(painted)
        context.jobs.run(lambda progress: data_file.close())
        context.jobs.wait()
        context.jobs.stop()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
