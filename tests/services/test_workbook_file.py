"""Files that are workbooks, and files that only look like one."""

import re
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from thidua_gui import resources
from thidua_gui.core.errors import Cancelled, UserError
from thidua_gui.core.progress import Progress
from thidua_gui.core.workbook.cells import BrokenCell
from thidua_gui.services.workbook_file import load, xlsx_bytes

SAMPLE = resources.path("sample", "nam-2022.xlsx")
CONTAINER = bytes.fromhex("d0cf11e0a1b11ae1")
GRID = [["TRƯỜNG X"], ["DANH SÁCH"], [None], ["Mã", "Ngày"], ["01", date(2022, 3, 2)]]


def changed(part: str, pattern: bytes, replacement: bytes) -> bytes:
    """The sample with one part of its package changed; "" leaves it out."""
    target = BytesIO()
    with ZipFile(SAMPLE) as package, ZipFile(target, "w", ZIP_DEFLATED) as written:
        for name in package.namelist():
            content = package.read(name)
            if name == part:
                if not pattern:
                    continue
                content = re.sub(pattern, replacement, content, flags=re.DOTALL)
            written.writestr(name, content)
    return target.getvalue()


def other_package() -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as package:
        package.writestr("word/document.xml", "<document/>")
    return target.getvalue()


FIRST = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "workbook_empty"),
        (CONTAINER + b"W\0o\0r\0k\0b\0o\0o\0k\0", "workbook_old_format"),
        (CONTAINER + "EncryptedPackage".encode("utf-16-le"), "workbook_encrypted"),
        (b"Ma,Ho va ten\n", "workbook_not_xlsx"),
        (other_package(), "workbook_not_xlsx"),
        (b"PK\x03\x04", "workbook_damaged"),
        (SAMPLE.read_bytes()[:20000], "workbook_damaged"),
        (changed("xl/_rels/workbook.xml.rels", b"", b""), "workbook_damaged"),
        (changed("xl/workbook.xml", b"<sheets>", b"<sheets"), "workbook_damaged"),
        (changed(FIRST, b"", b""), "workbook_damaged"),
        (changed(FIRST, rb'row r="13"(.*?)r="B13"', rb'row r="1048576"\1r="XFD1048576"'), "workbook_too_large"),
        (changed(FIRST, rb'row r="13"(.*?)r="B13"', rb'row r="1048576"\1r="ZZ1048576"'), "workbook_too_large"),
    ],
)
def test_a_file_that_is_no_workbook_is_told_what_it_is(tmp_path, content, code):
    path = tmp_path / "so.xlsx"
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        load(path)
    assert (refused.value.code, refused.value.details) == (code, {"name": "so.xlsx"})


@pytest.mark.parametrize("rows", [5000, 60000])
def test_a_very_long_sheet_that_is_not_wide_is_read(tmp_path, rows):
    path = tmp_path / "dai.xlsx"
    place = rf'row r="{rows}"\1"A{rows}"\2"B{rows}"'.encode()
    path.write_bytes(changed(FIRST, rb'row r="13"(.*?)"A13"(.*?)"B13"', place))
    assert load(path)["Phong trào"][rows - 1] == ["Ngày quyết định", date(2022, 12, 8)]


def test_an_unpacked_giant_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr("thidua_gui.services.workbook_package._MOST_BYTES", 1000)
    with pytest.raises(UserError) as refused:
        load(SAMPLE)
    assert refused.value.code == "workbook_too_large"


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    for path, code in ((tmp_path / "khong-co.xlsx", "workbook_missing"), (tmp_path, "workbook_unreadable")):
        with pytest.raises(UserError) as refused:
            load(path)
        assert refused.value.code == code


def test_a_failed_formula_is_no_empty_cell(tmp_path):
    path = tmp_path / "loi.xlsx"
    path.write_bytes(changed(FIRST, rb'r="B8"[^>]*>.*?</c>', b'r="B8" t="e"><v>#N/A</v></c>'))
    assert load(path)["Phong trào"][7] == ["Nơi ban hành", BrokenCell("#N/A")]


def test_a_failed_formula_beyond_what_the_reader_sees_is_put_where_it_stands(tmp_path):
    path = tmp_path / "loi.xlsx"
    cell = b'</c></row><row r="15"><c r="AB15" t="e"></c></row></sheetData>'
    path.write_bytes(changed(FIRST, b"</c></row></sheetData>", cell))
    assert load(path)["Phong trào"][14][27] == BrokenCell("")


def test_a_worksheet_that_is_a_chart_has_no_cells(tmp_path):
    from xlsxwriter import Workbook

    path = tmp_path / "bieu-do.xlsx"
    workbook = Workbook(path)
    workbook.add_worksheet("Số liệu").write(0, 0, 1)
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"values": "='Số liệu'!$A$1"})
    workbook.add_chartsheet("Hình").set_chart(chart)
    workbook.close()
    assert load(path) == {"Số liệu": [[1.0]], "Hình": []}


def test_the_crash_of_the_reader_is_a_damaged_file_and_a_stop_is_a_stop(monkeypatch):
    class PanicException(BaseException): ...

    for raised, expected in ((PanicException("index"), UserError), (KeyboardInterrupt(), KeyboardInterrupt)):

        def read(*_: object, error: BaseException = raised) -> None:
            raise error

        monkeypatch.setattr("thidua_gui.services.workbook_file._rows", read)
        with pytest.raises(expected):
            load(SAMPLE)


def test_a_password_the_reader_meets_is_told(monkeypatch):
    from python_calamine import PasswordError

    def read(*_: object) -> None:
        raise PasswordError

    monkeypatch.setattr("thidua_gui.services.workbook_file._rows", read)
    with pytest.raises(UserError) as refused:
        load(SAMPLE)
    assert refused.value.code == "workbook_encrypted"


def test_what_is_written_reads_back_as_it_was(tmp_path):
    path = tmp_path / "so.xlsx"
    cells = [
        "=1+1",
        "http://x.vn",
        "_x0041_",
        "a\nb",
        "đ" * 200,
        0.0,
        12.25,
        date(1900, 1, 1),
        date(2100, 12, 31),
        None,
    ]
    grid = [*GRID[:3], [f"Cột {n}" for n in range(len(cells))], cells]
    path.write_bytes(xlsx_bytes({"Trang": grid}))
    assert load(path)["Trang"][4] == ["" if cell is None else cell for cell in cells]


@pytest.mark.parametrize("day", [date(1900, 2, 28), date(1900, 3, 1), date(1999, 12, 31), date(2000, 2, 29)])
def test_days_survive(tmp_path, day):
    path = tmp_path / "so.xlsx"
    path.write_bytes(xlsx_bytes({"Trang": [*GRID[:4], ["1", day]]}))
    assert load(path)["Trang"][4][1] == day


def test_equal_cells_make_equal_bytes_whenever_they_are_written(monkeypatch):
    first = xlsx_bytes({"Trang": GRID})
    monkeypatch.setattr("time.time", lambda: 0.0)
    assert xlsx_bytes({"Trang": GRID}) == first


def test_the_look_is_that_of_the_sample():
    with ZipFile(BytesIO(xlsx_bytes({"Trang": GRID}))) as package:
        styles, sheet = (package.read(f"xl/{part}.xml").decode() for part in ("styles", "worksheets/sheet1"))
    assert 'formatCode="dd/mm/yyyy"' in styles
    assert 'val="Times New Roman"' in styles
    assert 'ySplit="4"' in sheet
    assert "<cols>" in sheet


class Stop(Progress):
    def step(self, done: int, total: int, what: str = "") -> None:
        if done:
            raise Cancelled


def test_reading_and_writing_can_be_stopped():
    with pytest.raises(Cancelled):
        load(SAMPLE, Stop())
    with pytest.raises(Cancelled):
        xlsx_bytes({"Một": GRID, "Hai": GRID}, Stop())


def test_times_and_moments_come_as_they_are(tmp_path):
    from xlsxwriter import Workbook

    path = tmp_path / "gio.xlsx"
    workbook = Workbook(path)
    form = workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    workbook.add_worksheet("Trang").write_datetime(0, 0, datetime(2022, 3, 2, 8, 30), form)
    workbook.worksheets()[0].write_number(1, 0, 0.5, form)
    workbook.close()
    assert load(path) == {"Trang": [[datetime(2022, 3, 2, 8, 30)], [time(12)]]}
