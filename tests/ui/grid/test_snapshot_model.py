"""Rows, order, filters and groups of the model, and that it is a sound Qt model."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from tests.ui.grid import scenes
from thidua_gui.ui.widgets.grid.columns import CellEdit, CellState, Column
from thidua_gui.ui.widgets.grid.row_order import CutLine, Group, Heading
from thidua_gui.ui.widgets.grid.snapshot_model import ROW_ID_ROLE, SORT_ROLE, SnapshotModel

People = SnapshotModel[scenes.Person]
Sheets = SnapshotModel[scenes.Sheet]


@pytest.fixture
def people(qapp: object) -> People:
    model = SnapshotModel(scenes.people_columns())
    model.set_rows(scenes.people())
    return model


@pytest.fixture
def sheets(qapp: object) -> Sheets:
    return scenes.score_model()


def ids(model: SnapshotModel) -> list[int]:
    return [row.id for row in model.shown_rows]


def test_the_models_keep_qts_rules(people: People, sheets: Sheets, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(people, force_py=True)
    qtmodeltester.check(sheets, force_py=True)


def test_qts_own_tester_finds_nothing_while_everything_changes(sheets: Sheets) -> None:
    tester = QAbstractItemModelTester(sheets, QAbstractItemModelTester.FailureReportingMode.Warning)
    sheets.sort(1, Qt.SortOrder.DescendingOrder)
    sheets.set_search("thị")
    sheets.clear_filters()
    sheets.toggle_group("open")
    sheets.patch_rows(sheets.rows[:3])
    sheets.set_rows(scenes.sheets(50))
    sheets.set_cut(None)
    sheets.set_columns(scenes.score_columns()[:4])
    assert tester.model() is sheets


def test_names_sort_the_vietnamese_way(people: People) -> None:
    people.sort(people.column_place("name"))
    names = [row.name.split()[-1] for row in people.shown_rows]
    assert names[:4] == ["Dũng", "Hạnh", "Hiền", "Hoa"]


def test_missing_values_come_last_both_ways(qapp: object) -> None:
    column: Column[scenes.Person] = Column(
        key="years",
        title="",
        text=lambda row: str(row.years),
        sort_key=lambda row: row.years if row.years > 3 else None,
    )
    model = SnapshotModel([column])
    model.set_rows(scenes.people(6))
    model.sort(0)
    assert ids(model) == [4, 5, 6, 1, 2, 3]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert ids(model) == [6, 5, 4, 1, 2, 3]


def test_the_natural_order_comes_back(people: People) -> None:
    people.sort(2)
    people.sort(-1)
    assert ids(people) == list(range(1, 15))


def test_filters_find_word_starts_without_marks(people: People) -> None:
    people.set_filter("name", "thi h")
    assert [row.name for row in people.shown_rows] == [
        "Phạm Thị Hồng Nhung",
        "Lò Thị Hạnh",
        "Nguyễn Thị Thu Hiền",
        "Lường Thị Mai Hoa",
        "Hoàng Thị Bích Thủy",
    ]


def test_filters_by_choice_and_by_least_number(people: People) -> None:
    people.set_filter("unit", "Lý luận cơ sở")
    people.set_filter("years", "≥ 8")
    assert ids(people) == [8]
    assert people.counts == (1, 14)
    people.clear_filters()
    assert people.counts == (14, 14)


def test_choices_offer_each_value_once(people: People) -> None:
    assert people.choices_of("award") == ["CSTĐCS", "LĐTT"]


def test_a_search_looks_into_every_column_word_by_word(people: People) -> None:
    people.set_search("hanh xay")
    assert ids(people) == [6]


def test_patching_keeps_order_and_filter(people: People) -> None:
    people.set_filter("unit", "Lý luận cơ sở")
    before = ids(people)
    people.patch_rows([replace(people.rows[4], unit="Ban Giám hiệu")])
    assert ids(people) == before
    people.reorder()
    assert ids(people) == before[1:]


def test_patched_rows_sort_by_their_new_value(people: People) -> None:
    people.sort(5)
    people.patch_rows([replace(people.rows[0], years=99)])
    people.reorder()
    assert ids(people)[-1] == 1


def test_persistent_places_follow_their_row(people: People) -> None:
    place = QPersistentModelIndex(people.index(0, 2))
    people.sort(2, Qt.SortOrder.DescendingOrder)
    assert people.data(place, ROW_ID_ROLE) == 1


def test_groups_count_their_rows_and_fold(sheets: Sheets) -> None:
    headings = [line for line in range(sheets.rowCount()) if sheets.heading(line)]
    counts = [found.count for line in headings if isinstance(found := sheets.heading(line), Heading)]
    assert counts == [4, 10, 0]
    sheets.toggle_group("open")
    assert ids(sheets) == list(range(5, 15))


def test_the_cut_line_stands_under_the_last_row_above_it(sheets: Sheets) -> None:
    line = sheets.line_of("cut")
    assert line is not None
    assert (sheets.key_of(line - 1), sheets.key_of(line + 1)) == (10, 11)


def test_another_order_that_mixes_the_rows_shows_no_cut_line(sheets: Sheets) -> None:
    sheets.sort(sheets.column_place("name"))
    assert sheets.line_of("cut") is None
    assert sheets.cut is not None


def test_the_cut_line_stays_when_nobody_is_near_it(sheets: Sheets) -> None:
    sheets.set_cut(CutLine("15 %", frozenset(), group="done"))
    line = sheets.line_of("cut")
    assert line is not None
    assert sheets.key_of(line + 1) == 5


def test_typed_words_show_until_the_row_comes_back(sheets: Sheets) -> None:
    sheets.show_typed([CellEdit(5, "II", "38")])
    line, place = sheets.line_of(5), sheets.column_place("II")
    assert line is not None
    assert sheets.words(line, place) == "38"
    sheets.patch_rows([replace(sheets.rows[4], scores=("20,0", "38,0", "15,0", "15,0", "9,5"))])
    assert sheets.words(line, place) == "38,0"


def test_a_later_typed_word_of_the_row_outlives_the_answer_to_the_first(sheets: Sheets) -> None:
    sheets.show_typed([CellEdit(5, "II", "38")])
    sheets.show_typed([CellEdit(5, "III", "12")])
    sheets.patch_rows([replace(sheets.rows[4], scores=("20,0", "38,0", "15,0", "15,0", "9,5"))])
    line = sheets.line_of(5)
    assert line is not None
    assert sheets.words(line, sheets.column_place("III")) == "12"


def test_a_refused_edit_shows_the_rows_own_value_again(sheets: Sheets) -> None:
    edit = CellEdit(5, "II", "38")
    sheets.show_typed([edit])
    sheets.settle([edit])
    line = sheets.line_of(5)
    assert line is not None
    assert sheets.words(line, sheets.column_place("II")) == "39,0"


def test_problems_are_listed_top_to_bottom(sheets: Sheets) -> None:
    assert [(sheets.key_of(line), sheets.columns[place].key) for line, place in sheets.problems()] == [(1, "II")]
    assert len(sheets.problems(CellState.MISSING)) == 8


def test_a_screen_reader_hears_limits_and_problems(sheets: Sheets) -> None:
    line = sheets.line_of(1)
    assert line is not None
    index = sheets.index(line, sheets.column_place("II"))
    spoken = sheets.data(index, int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "II. Nhiệm vụ chuyên môn, tối đa 40, đang nhập 42,0, vòng trước 36,0, vượt tối đa"


def test_the_sort_role_is_native(people: People) -> None:
    assert people.data(people.index(0, people.column_place("years")), SORT_ROLE) == 1


def test_check_marks_survive_a_reload_but_not_the_row(people: People) -> None:
    people.pick([2, 3])
    people.set_rows(scenes.people()[:2])
    assert people.picked == (2,)


def test_the_headers_check_box_concerns_the_rows_shown(people: People) -> None:
    people.set_filter("unit", "Lý luận cơ sở")
    people.pick_shown(True)
    assert people.pick_state() == Qt.CheckState.Checked
    people.clear_filters()
    assert people.pick_state() == Qt.CheckState.PartiallyChecked
    assert people.picked == (5, 8, 13)


def test_reading_a_cell_twice_makes_its_face_once(qapp: object) -> None:
    made: list[int] = []

    def text(row: scenes.Person) -> str:
        made.append(row.id)
        return row.name

    model = SnapshotModel([Column(key="name", title="", text=text)])
    model.set_rows(scenes.people(1))
    for _ in range(3):
        model.data(model.index(0, 0))
    assert made == [1]


def test_headings_get_other_words_without_a_line_moving(people: People) -> None:
    people.set_groups((Group("a", "A", "1/2"), Group("b", "B")), lambda row: "a" if row.id % 2 else "b")
    before, moved = ids(people), []
    people.layoutChanged.connect(lambda: moved.append(1))
    people.modelReset.connect(lambda: moved.append(1))
    people.reword_groups((Group("a", "A", "2/2"), Group("b", "B")))
    heading = people.heading(0)
    assert heading is not None
    assert heading.group is not None
    assert (heading.group.right, ids(people), moved) == ("2/2", before, [])
