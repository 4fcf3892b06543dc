"""How quick the grid is under the hands, beside a bare QAbstractTableModel in a QTableView in the same run.

Prints JSON lines. A keystroke is measured from the key to the repainted row with its totals; a frame is one page of
scrolling. Run: python benchmarks/grid.py [--rounds N]
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTableView

from thidua_gui.core.vietnamese import fold, name_key
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.grid.columns import CellEdit, CellState, Column, FilterKind, Kind, Look, ScoreCell
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.row_order import Summary
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

FAMILY = ("Lò", "Nguyễn", "Lường", "Mai", "Đỗ", "Hoàng", "Phàn", "Chẻo", "Vũ", "Bùi")
MIDDLE = ("Thị", "Văn", "A", "Hữu", "Thị Bích", "Thị Hồng", "Công", "Thế")
GIVEN = ("Hạnh", "Thắng", "Nhung", "Thủy", "Pao", "Dũng", "Thịnh", "Như", "Anh", "Vinh", "Hoa", "Ước")
CRITERIA = 36
SIZE = (1440, 860)


@dataclass(frozen=True, slots=True)
class Scored:
    """A person with 36 scores in tenths and what is made of them."""

    id: int
    name: str
    unit: str
    scores: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the long list."""

    id: int
    code: str
    name: str
    folded: str
    key: str
    unit: str
    post: str
    born: str
    year: int
    score: int


class Bare(QAbstractTableModel):
    """The yardstick: the same words in a bare model."""

    def __init__(self, cells: list[tuple[str, ...]]) -> None:
        super().__init__()
        self.cells = cells

    def rowCount(self, parent: Any = None) -> int:  # noqa: N802
        return len(self.cells)

    def columnCount(self, parent: Any = None) -> int:  # noqa: N802
        return len(self.cells[0])

    def data(self, index: Any, role: int = 0) -> Any:
        return self.cells[index.row()][index.column()] if role == 0 else None


def name_of(place: int) -> str:
    """One of 960 names."""
    family, middle = FAMILY[place % 10], MIDDLE[place // 10 % 8]
    return f"{family} {middle} {GIVEN[place // 80 % 12]}"


def tenths(value: int) -> str:
    """With the decimal comma."""
    return f"{value // 10},{value % 10}"


def scored_columns() -> list[Column[Scored]]:
    """Rank-less score sheet: 2 + 36 + 2 columns."""

    def criterion(place: int) -> Column[Scored]:
        return Column(
            key=f"c{place}",
            title=f"{place + 1}. Tiêu chí",
            note="tối đa 10",
            group=f"Mục {place // 6 + 1}",
            width=88,
            kind=Kind.SCORE,
            score=lambda row: ScoreCell(
                tenths(row.scores[place]), "9,0", CellState.NORMAL if place % 9 else CellState.MISSING
            ),
            editable=lambda _: True,
        )

    return [
        Column(key="name", title="Họ và tên", text=lambda row: row.name, width=170, look=Look.STRONG),
        Column(key="unit", title="Đơn vị", text=lambda row: row.unit, width=130, look=Look.SMALL),
        *(criterion(place) for place in range(CRITERIA)),
        Column(key="total", title="Tổng", text=lambda row: tenths(row.total), width=70, kind=Kind.NUMBER),
        Column(key="gap", title="Chênh", text=lambda row: tenths(row.total % 30), width=70, kind=Kind.NUMBER),
    ]


def people_columns() -> list[Column[Listed]]:
    """Eight columns with every kind of filter."""
    contains = FilterKind.CONTAINS
    return [
        Column(key="code", title="Mã", text=lambda row: row.code, filter=contains),
        Column(
            key="name",
            title="Họ và tên",
            text=lambda row: row.name,
            sort_key=lambda row: row.key,
            folded=lambda row: row.folded,
            filter=contains,
        ),
        Column(key="unit", title="Đơn vị", text=lambda row: row.unit, filter=FilterKind.CHOICE),
        Column(key="post", title="Chức vụ", text=lambda row: row.post, filter=contains),
        Column(key="born", title="Ngày sinh", text=lambda row: row.born, filter=contains),
        Column(key="year", title="Năm vào", text=lambda row: str(row.year), sort_key=lambda row: row.year),
        Column(
            key="score",
            title="Điểm",
            text=lambda row: tenths(row.score),
            sort_key=lambda row: row.score,
            kind=Kind.NUMBER,
            filter=FilterKind.AT_LEAST,
        ),
        Column(key="id", title="Số", text=lambda row: str(row.id), sort_key=lambda row: row.id, kind=Kind.NUMBER),
    ]


def scored(count: int) -> list[Scored]:
    """Score sheets."""
    made = []
    for place in range(count):
        scores = tuple(70 + (place * 7 + at * 3) % 30 for at in range(CRITERIA))
        made.append(Scored(place, name_of(place), f"Khoa {place % 30}", scores, sum(scores)))
    return made


def listed(count: int) -> list[Listed]:
    """A province's people."""
    made = []
    for place in range(count):
        name = name_of(place * 7)
        born = f"{place % 28 + 1:02}/{place % 12 + 1:02}/{1965 + place % 35}"
        unit = f"Khoa {place % 120}"
        made.append(
            Listed(
                place, f"CB{place:06}", name, fold(name), name_key(name), unit, "Giảng viên", born,
                1990 + place % 32, 700 + place * 37 % 300,
            )
        )  # fmt: skip
    return made


def settle(app: QApplication, view: QTableView) -> None:
    """Everything that is to be painted is painted."""
    app.processEvents()
    view.viewport().repaint()


def timed(work: Callable[[], object], rounds: int) -> Iterator[float]:
    """Milliseconds of each run."""
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        yield (time.perf_counter() - start) * 1000


def report(what: str, milliseconds: list[float], **more: object) -> float:
    """One JSON line; the median is what counts, the worst is told."""
    median = statistics.median(milliseconds)
    line = {"what": what, "median_ms": round(median, 2), "worst_ms": round(max(milliseconds), 2), **more}
    print(json.dumps(line, ensure_ascii=False), flush=True)
    return median


def scroll(app: QApplication, view: QTableView, rounds: int, *, sideways: bool = False, step: int = 0) -> list[float]:
    """Frames of scrolling by whole pages (the dearest kind) or by `step` px (a wheel)."""
    settle(app, view)
    bar = view.horizontalScrollBar() if sideways else view.verticalScrollBar()
    by = step or bar.pageStep()

    def turn() -> None:
        bar.setValue((bar.value() + by) % max(1, bar.maximum()))
        app.processEvents()

    return list(timed(turn, rounds))


def keystrokes(app: QApplication, grid: GridView, rounds: int) -> list[float]:
    """Type a score and Enter: the page's answer with new totals is painted."""
    rows = {row.id: row for row in grid.snapshot.rows}

    def write(edits: tuple[CellEdit, ...]) -> None:
        changed = []
        for edit in edits:
            row = rows[edit.row_id]
            place = int(edit.column_key[1:])
            value = int(edit.text) * 10
            scores = (*row.scores[:place], value, *row.scores[place + 1 :])
            rows[edit.row_id] = replace(row, scores=scores, total=sum(scores))
            changed.append(rows[edit.row_id])
        grid.snapshot.patch_rows(changed)
        average = sum(row.total for row in rows.values()) // len(rows)
        grid.snapshot.set_summary(Summary("Trung bình", {"total": tenths(average)}))

    grid.edits_requested.connect(write)
    grid.select_row(grid.snapshot.rows[3].id, "c2")
    none = Qt.KeyboardModifier.NoModifier
    times = []
    for turn in range(rounds):
        digit = str(turn % 8 + 1)
        for key, text in ((Qt.Key(ord(digit)), digit), (Qt.Key.Key_Return, "\r")):
            target = grid.editing.editor or grid
            start = time.perf_counter()
            QApplication.sendEvent(target, QKeyEvent(QKeyEvent.Type.KeyPress, key, none, text))
            app.processEvents()
            if key == Qt.Key.Key_Return:
                times.append((time.perf_counter() - start) * 1000)
    return times


def shown(view: QTableView) -> QTableView:
    """On a screen of usual size."""
    view.resize(*SIZE)
    view.show()
    QApplication.processEvents()
    return view


def bare_of(model: SnapshotModel[Any]) -> Bare:
    """The same words for the yardstick."""
    lines, columns = model.rowCount(), model.columnCount()
    return Bare([tuple(model.words(line, column) for column in range(columns)) for line in range(lines)])


def scoring(app: QApplication, rounds: int) -> None:
    """3,000 people and 40 columns."""
    model = SnapshotModel(scored_columns())
    rows = scored(3000)
    report("3000x40: set_rows", list(timed(lambda: model.set_rows(rows), 5)))
    grid = GridView(model, frozen=2, cells=True)
    panel = GridPanel(grid)
    panel.resize(*SIZE)
    panel.show()
    bare = QTableView()
    bare.setModel(bare_of(model))
    shown(bare)
    for what, sideways, step in (("page down", False, 0), ("wheel", False, 96), ("sideways", True, 120)):
        yardstick = report(f"3000x40: {what}, bare view", scroll(app, bare, rounds, sideways=sideways, step=step))
        ours = scroll(app, grid, rounds, sideways=sideways, step=step)
        report(f"3000x40: {what}, grid", ours, limit_ms=50, ratio=round(statistics.median(ours) / yardstick, 2))
    bare.hide()
    report("3000x40: keystroke to repainted totals", keystrokes(app, grid, rounds), limit_ms=50)
    once = scored_filter(model)
    report("3000x40: filter, first and later letters", list(timed(once, rounds)), limit_ms=200)
    model.clear_filters()


def scored_filter(model: SnapshotModel[Scored]) -> Callable[[], None]:
    """Searches in all columns, another word each time."""
    words = iter(("l", "lò", "lò th", "hạnh", "khoa 1", "dũng") * 100)
    return lambda: model.set_search(next(words))


def long_list(app: QApplication, rounds: int) -> None:
    """100,000 people and 8 columns."""
    model = SnapshotModel(people_columns())
    rows = listed(100_000)
    report("100000x8: set_rows", list(timed(lambda: model.set_rows(rows), 3)))
    grid = GridView(model, frozen=1)
    shown(grid)
    plain = [row.key for row in rows]
    by_key = list(timed(lambda: sorted(range(len(plain)), key=plain.__getitem__), 5))
    yardstick = report("100000: sorted() by a ready key", by_key)
    orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    model.sort(1)
    turn = iter(orders * rounds)
    ours = report("100000x8: sort by name", list(timed(lambda: model.sort(1, next(turn)), 5)))
    print(json.dumps({"what": "sort / sorted()", "ratio": round(ours / yardstick, 2)}))
    model.sort(-1)
    folded = [row.folded for row in rows]
    yardstick = report("100000: substring in a folded list", list(timed(lambda: [f for f in folded if "hanh" in f], 5)))
    words = iter(("h", "ha", "han", "hạnh", "hạnh lò") * 20)
    first = list(timed(lambda: model.set_filter("name", "x"), 1))
    report("100000x8: name filter, first letter (folds once)", first)
    ours = report("100000x8: name filter, next letters", list(timed(lambda: model.set_filter("name", next(words)), 10)))
    print(json.dumps({"what": "filter / substring", "ratio": round(ours / yardstick, 2)}))
    model.clear_filters()
    report("100000x8: scroll a page", scroll(app, grid, rounds), limit_ms=50)


def main() -> None:
    """Both sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    app = QApplication([])
    theme.theme_switch().apply()
    scoring(app, rounds)
    long_list(app, rounds)


if __name__ == "__main__":
    main()
