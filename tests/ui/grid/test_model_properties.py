"""Whatever is sorted, filtered, grouped and patched: lines, keys and places agree with a plain reckoning."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt

from thidua_gui.ui.widgets.grid.columns import Column, FilterKind, Kind
from thidua_gui.ui.widgets.grid.row_order import CutLine, Group
from thidua_gui.ui.widgets.grid.snapshot_model import ROW_ID_ROLE, SnapshotModel


@dataclass(frozen=True, slots=True)
class Item:
    id: int
    word: str
    number: int | None


WORDS = st.sampled_from(["Lò Thị Hạnh", "Thịnh", "Hoa", "đỗ", ""])
NUMBERS = st.one_of(st.none(), st.integers(0, 9))
ITEMS = st.lists(st.builds(Item, st.integers(1, 30), WORDS, NUMBERS), max_size=12, unique_by=lambda item: item.id)
STEPS = st.one_of(
    st.tuples(st.just("rows"), ITEMS),
    st.tuples(st.just("patch"), st.integers(1, 30), WORDS, NUMBERS),
    st.tuples(st.just("sort"), st.sampled_from([-1, 0, 1]), st.booleans()),
    st.tuples(st.just("filter"), st.sampled_from(["", "thi", "h", "do"])),
    st.tuples(st.just("least"), st.sampled_from(["", "3", "≥ 7"])),
    st.tuples(st.just("fold"), st.sampled_from(["a", "b"])),
    st.tuples(st.just("cut"), st.sets(st.integers(1, 30), max_size=5)),
)


def made() -> SnapshotModel[Item]:
    columns = [
        Column[Item](key="word", title="", text=lambda row: row.word, filter=FilterKind.CONTAINS),
        Column[Item](
            key="number",
            title="",
            kind=Kind.NUMBER,
            text=lambda row: "" if row.number is None else str(row.number),
            sort_key=lambda row: row.number,
            filter=FilterKind.AT_LEAST,
        ),
    ]
    model = SnapshotModel(columns)
    model.set_groups((Group("a", "A"), Group("b", "B")), lambda row: "a" if row.id % 2 else "b")
    return model


def take(model: SnapshotModel[Item], step: tuple) -> None:
    kind, *rest = step
    if kind == "rows":
        model.set_rows(rest[0])
    elif kind == "patch":
        row = model.row_of(rest[0])
        if row is not None:
            model.patch_rows([replace(row, word=rest[1], number=rest[2])])
    elif kind == "sort":
        model.sort(rest[0], Qt.SortOrder.DescendingOrder if rest[1] else Qt.SortOrder.AscendingOrder)
    elif kind in ("filter", "least"):
        model.set_filter("word" if kind == "filter" else "number", rest[0])
    elif kind == "fold":
        model.toggle_group(rest[0])
    else:
        model.set_cut(CutLine("15 %", frozenset(rest[0]), group="a"))


@given(st.lists(STEPS, max_size=12))
def test_lines_and_keys_agree_after_any_steps(steps: list[tuple]) -> None:
    model = made()
    for step in steps:
        take(model, step)
        assert [model.line_of(model.key_of(line)) for line in range(model.rowCount())] == list(range(model.rowCount()))
        assert all(model.row_of(row.id) is row for row in model.shown_rows)


@given(ITEMS, st.lists(STEPS.filter(lambda step: step[0] != "rows"), max_size=8))
def test_a_place_that_is_kept_stays_with_its_row(rows: list[Item], steps: list[tuple]) -> None:
    model = made()
    model.set_rows(rows)
    kept = {
        line_id: QPersistentModelIndex(model.index(line, 0))
        for line in range(model.rowCount())
        if isinstance(line_id := model.key_of(line), int)
    }
    for step in steps:
        take(model, step)
    assert all(not place.isValid() or model.data(place, ROW_ID_ROLE) == row_id for row_id, place in kept.items())


@given(ITEMS, st.lists(STEPS, max_size=8))
def test_after_reordering_exactly_the_passing_rows_are_shown(rows: list[Item], steps: list[tuple]) -> None:
    model = made()
    model.set_groups((), None)
    model.set_rows(rows)
    for step in steps:
        take(model, step)
    model.reorder()
    wanted, least = model.filters.get("word", ""), model.filters.get("number", "").strip("≥ ")
    passing = {
        row.id
        for row in model.rows
        if any(part.startswith(wanted) for part in _folded(row.word).split() or [""])
        and (not least or (row.number is not None and row.number >= int(least)))
    }
    assert {row.id for row in model.shown_rows} == passing


def _folded(word: str) -> str:
    return {"Lò Thị Hạnh": "lo thi hanh", "Thịnh": "thinh", "Hoa": "hoa", "đỗ": "do", "": ""}[word]
