"""Lists of past awards: people found without guessing, repeats known, nothing lost, one step that undo takes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from db.connection import database
from db.models.awards import Award
from tests.services import small_school
from tests.services.small_school import add_person, person, refusal, unit
from thidua_gui.core.award_list import Field, Line, guess, header_row, line, lines
from thidua_gui.core.errors import UserError
from thidua_gui.services import award_list, awards, awards_edit, history
from thidua_gui.services.award_cards import Bearer
from thidua_gui.services.award_list import Choice, Examined, Fate, examined, import_lines
from thidua_gui.services.award_list_file import read_file
from thidua_gui.services.awards_edit import AwardDraft
from thidua_gui.services.data_file import OpenFile
from thidua_gui.text.award_list import HEADINGS

COLUMNS = {field: place for place, field in enumerate(Field)}


@pytest.fixture(autouse=True)
def school(data_file: OpenFile) -> None:
    small_school.populate()


def row(number: int = 5, **cells: object) -> Line:
    told = {"name": "Lò Thị Hạnh", "title": "Lao động tiên tiến", "year": 2018} | cells
    return line([told.get(field.value) for field in Field], number, COLUMNS)


def only(found: tuple[Examined, ...]) -> Examined:
    (one,) = found
    return one


def looked(*wanted: Line, as_text: bool = False, choices: dict[tuple[str, ...], Choice] | None = None) -> tuple[
    Examined, ...
]:  # fmt: skip
    return examined(wanted, choices or {}, others_as_text=as_text)


def test_somebody_is_found_by_name_without_marks_or_by_code() -> None:
    assert only(looked(row(name="lo thi hanh"))).bearer == Bearer(False, person("CB03"))
    assert only(looked(row(name=None, code="cb02"))).name == "Nguyễn Văn An"


def test_namesakes_are_told_apart_by_birth_or_unit_and_else_asked_for() -> None:
    add_person("CB09", "Lò Thị Hạnh", unit("TCHC"), born_on=date(1990, 1, 1))
    assert only(looked(row(born="1990"))).bearer == Bearer(False, person("CB09"))
    assert only(looked(row(unit="Khoa Xây dựng Đảng"))).bearer == Bearer(False, person("CB03"))
    found = only(looked(row()))
    assert (found.fate, len(found.candidates)) == (Fate.CHOOSE, 2)
    chosen = looked(row(), choices={row().who: Choice(Bearer(False, person("CB09")))})
    assert only(chosen).bearer == Bearer(False, person("CB09"))


def test_a_code_of_somebody_else_is_never_followed() -> None:
    found = only(looked(row(code="CB01")))
    assert (found.fate, found.bearer) == (Fate.CHOOSE, None)


def test_somebody_unknown_is_kept_as_text_only_if_the_clerk_says_so() -> None:
    assert only(looked(row(name="Trần Văn Lạ"))).fate is Fate.NOT_FOUND
    found = looked(row(name="Trần Văn Lạ", unit="Ban Tổ chức"), as_text=True)
    import_lines(found, "danh sách")
    kept = Award.get()
    assert (kept.person_id, kept.name_then, kept.unit_then) == (None, "Trần Văn Lạ", "Ban Tổ chức")


def test_what_is_held_already_or_stands_twice_in_the_list_is_not_written() -> None:
    awards_edit.add_award(AwardDraft(person("CB03"), None, 2018, "LĐTT"))
    fates = [one.fate for one in looked(row(5), row(6, year=2017), row(7, year=2017))]
    assert fates == [Fate.DOUBLE, Fate.READY, Fate.DOUBLE]


def test_a_title_for_a_collective_given_to_a_person_is_a_problem_with_its_column() -> None:
    found = only(looked(row(title="Tập thể lao động xuất sắc")))
    assert found.fate is Fate.PROBLEM
    assert found.notes[0].startswith("Danh hiệu, hình thức: ")


@pytest.mark.parametrize("title", [
    "LĐTT; CSTĐCS", "LĐTT, CSTĐCS", "LĐTT và CSTĐCS", "LĐTT/CSTĐCS", "LĐTT + Giấy khen",
    "Lao động tiên tiến\nChiến sĩ thi đua cơ sở",
])  # fmt: skip
def test_several_titles_in_a_cell_are_a_problem_that_says_what_to_do(title: str) -> None:
    found = only(looked(row(title=title)))
    assert found.fate is Fate.PROBLEM
    assert "ghi mỗi danh hiệu một dòng" in found.notes[-1]


@pytest.mark.parametrize("title", ["Giấy khen Lao động tiên tiến", "Giấy khen, tiền thưởng", "Người tốt, việc tốt"])
def test_a_wording_of_one_award_is_never_taken_for_several(title: str) -> None:
    assert only(looked(row(title=title))).fate is Fate.READY


def test_a_year_that_has_not_come_is_a_problem() -> None:
    found = only(looked(row(year=2095)))
    assert (found.fate, found.notes) == (Fate.PROBLEM, ("Năm: năm 2095 chưa đến; sửa năm trong tệp",))


def test_a_line_that_lost_its_date_is_to_be_looked_at() -> None:
    assert only(looked(row(decided="31/02/2019"))).is_to_look_at
    assert not only(looked(row(decided="14/12/2018"))).is_to_look_at


def test_an_unknown_wording_is_kept_as_written_and_the_records_tell_post_and_unit() -> None:
    import_lines(looked(row(title="Người tốt,  việc tốt")), "danh sách")
    (made,) = awards.of_person(person("CB03"))
    assert (made.title, made.key, made.post_then) == ("Người tốt, việc tốt", None, "Phó Trưởng khoa")


def test_a_list_is_one_step_that_undo_takes_back_whole() -> None:
    found = looked(row(5), row(6, year=2017), row(7, year=2016, title=None))
    changes = import_lines(found, "khen thưởng.xlsx")
    assert changes.title == "Nhập 2 thành tích từ khen thưởng.xlsx"
    assert Award.select().count() == 2
    history.undo_last()
    assert Award.select().count() == 0


def test_nothing_ready_or_meanwhile_written_is_refused_and_writes_nothing() -> None:
    assert refusal(import_lines, looked(row(title=None)), "x").code == "award_list_no_rows"
    found = looked(row(), row(6, year=2017))
    import_lines(found[:1], "x")
    assert refusal(import_lines, found, "x").code == "award_list_changed"


def test_one_line_may_be_left_out_and_the_others_of_the_same_person_stay() -> None:
    left = award_list.one_line(row(5))
    found = looked(row(5), row(6, year=2017), choices={left: Choice(is_skipped=True)})
    assert [one.fate for one in found] == [Fate.SKIPPED, Fate.READY]


def test_an_excel_file_with_titles_merged_cells_and_dates_as_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "danh sách.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Khen thưởng")
    sheet.merge_range("A1:E1", "DANH SÁCH KHEN THƯỞNG")
    sheet.write_row("A3", ["Họ và tên", "Danh hiệu", "Năm", "Số QĐ", "Ngày ký"])
    sheet.write_row("A4", ["Lò Thị Hạnh", "Lao động tiên tiến", 2018, None, "14/12/2018"])
    sheet.write_row("A5", ["Sùng A Vừ", "Lao động tiên tiến", "2018", None, "14/12/2018"])
    sheet.merge_range("D4:D5", "118-QĐ/TCT")
    book.close()
    grid = read_file(path).sheets[0].grid
    place = header_row(grid, HEADINGS)
    assert place == 2
    found = looked(*lines(grid, place, guess(grid[place], HEADINGS)))
    told = [(one.line.row, one.fate, one.line.number, one.line.decided_on) for one in found]
    assert told == [(number, Fate.READY, "118-QĐ/TCT", date(2018, 12, 14)) for number in (4, 5)]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"", "award_list_empty"), ("a.csv", "Họ tên".encode("cp1258", "replace") + b"\xc3", None),
        ("a.doc", b"x", "award_list_kind"), ("a.xlsx", b"not a workbook", "workbook_not_xlsx"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_says_so(tmp_path: Path, name: str, content: bytes, code: str | None) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        read_file(path)
    assert refused.value.code == (code or "award_list_encoding")


def test_a_csv_file_is_read_with_whatever_separates_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Họ tên;Danh hiệu;Năm\nLò Thị Hạnh;Giấy khen, tiền thưởng;2019\n", encoding="utf-8-sig")
    assert read_file(path).sheets[0].grid[1] == ["Lò Thị Hạnh", "Giấy khen, tiền thưởng", "2019"]


def test_a_long_list_needs_few_queries(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [row(number, year=1950 + number % 70, title=f"Giấy khen {number}") for number in range(900)]
    seen: list[object] = []
    real = database.execute_sql
    monkeypatch.setattr(database, "execute_sql", lambda *a, **k: (seen.append(a), real(*a, **k))[1])
    assert all(one.fate is Fate.READY for one in looked(*wanted))
    assert len(seen) < 20
