"""Slices on pages, paragraphs, tables, headings and signatures."""

from collections.abc import Sequence
from datetime import date

import pytest

from tests.documents.samples import OFFICE
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.marks import RuleMark, TextMark
from thidua_gui.documents.office import form, heading
from thidua_gui.documents.pages.columns import (
    Cell,
    Column,
    Row,
    TableColumn,
    fitted_widths,
    natural_widths,
    plain_row,
    wrap,
)
from thidua_gui.documents.pages.heading_block import heading_block
from thidua_gui.documents.pages.page_form import page_form
from thidua_gui.documents.pages.paragraphs import Measure, Side, Span, Style, paragraph, rich, text_width
from thidua_gui.documents.pages.signatures import Signatory, signature_block
from thidua_gui.documents.pages.slices import Slice, gap, paginate
from thidua_gui.documents.pages.table import table

ON = date(2022, 12, 8)
COLUMNS = (
    TableColumn("TT", Column.CENTER, 10),
    TableColumn("Họ và tên", Column.LEFT, 30, flexible=True),
    TableColumn("Tự chấm", Column.DECIMAL, 20, group="Điểm"),
    TableColumn("Đơn vị", Column.DECIMAL, 20, group="Điểm"),
)


def strip(height: float, **changes: bool) -> Slice:
    return Slice(height, **changes)  # type: ignore[arg-type]


def tops(slices: Sequence[Slice], bottom: float = 100) -> list[list[float]]:
    return [[placed.top for placed in page] for page in paginate(slices, 20, bottom)]


def words(found: Slice) -> list[str]:
    return [mark.text for mark in found.marks if isinstance(mark, TextMark)]


def lines_of(text: str, **changes: object) -> list[str]:
    setting = {"x": 30, "width": 100, "size": 14, "leading": 18, "side": Side.FILLED, "indent": 10} | changes
    return [" ".join(words(line)) for line in paragraph(rich(text), Measure(**setting))]  # type: ignore[arg-type]


def test_slices_follow_one_another_until_the_page_is_full() -> None:
    assert tops([strip(30)] * 5) == [[20, 50], [20, 50], [20]]


def test_slices_kept_together_move_to_the_next_page_as_one() -> None:
    assert tops([strip(30), strip(30, keep=True), strip(30)]) == [[20], [20, 50]]


def test_a_block_taller_than_a_page_is_cut_where_it_must() -> None:
    assert tops([strip(30, keep=True)] * 4) == [[20, 50], [20, 50]]


def test_a_gap_at_the_top_of_a_page_is_swallowed() -> None:
    assert tops([strip(80), gap(5), strip(30)]) == [[20], [20]]


def test_a_table_header_is_repeated_on_the_next_page() -> None:
    header = strip(10)
    row = Slice(30, repeat=header)
    pages = paginate([Slice(10, keep=True), row, row, row], 20, 100)
    assert [placed.slice for placed in pages[1]] == [header, row]
    assert [placed.top for placed in pages[1]] == [20, 30]


def test_filled_lines_reach_both_edges_and_the_last_does_not() -> None:
    text = "Thực hiện Kế hoạch số 100-KH/TCT về triển khai phong trào thi đua năm 2022 của trường"
    first, *_, last = paragraph(rich(text), Measure(30, 100, 14, 18))
    (mark,) = first.marks
    assert isinstance(mark, TextMark)
    blanks = mark.text.count(" ")
    width = text_width((Span(mark.text),), 14) + blanks * mark.word_spacing * 25.4 / 72
    assert width == pytest.approx(100, abs=0.01)
    assert last.marks[0].word_spacing == 0  # type: ignore[union-attr]


def test_the_first_line_is_indented_and_the_others_are_not() -> None:
    first, second, *_ = paragraph(rich("chữ " * 30), Measure(30, 100, 14, 18, indent=10))
    assert (first.marks[0].x, second.marks[0].x) == (40, 30)  # type: ignore[union-attr]


def test_no_paragraph_ends_with_a_single_short_word() -> None:
    assert lines_of("một hai ba bốn năm sáu bảy tám chín mười", width=80, indent=0)[-1].count(" ") >= 1


def test_a_last_line_of_one_wide_word_stays_as_it_is() -> None:
    lines = lines_of("một hai ba bốn năm sáu bảy tám chín mười\u00a0cá\u00a0nhân", width=87, indent=0)
    assert lines[-1] == "mười\u00a0cá\u00a0nhân"


def test_words_bound_by_a_no_break_space_stay_together() -> None:
    assert lines_of("còn thiếu 03\u00a0giảng\u00a0viên", width=45, indent=0)[-1] == "03\u00a0giảng\u00a0viên"


def test_marked_words_are_italic_and_punctuation_stays_with_its_word() -> None:
    assert rich("chủ đề <i>“Nêu gương”</i>, trường") == (
        Span("chủ đề "), Span("“Nêu gương”", Style.ITALIC), Span(", trường"),
    )  # fmt: skip
    (line,) = paragraph(rich("chủ đề <i>“Nêu gương”</i>, trường"), Measure(30, 150, 14, 18))
    pieces = [mark for mark in line.marks if isinstance(mark, TextMark)]
    ends = pieces[1].x + text_width((Span(pieces[1].text, Style.ITALIC),), 14)
    assert [piece.text for piece in pieces] == ["chủ đề", "“Nêu gương”", ", trường"]
    assert pieces[2].x == pytest.approx(ends, abs=0.01)


@pytest.mark.parametrize(("side", "x"), [(Side.LEFT, 30.0), (Side.RIGHT, 130.0), (Side.CENTER, 80.0)])
def test_short_lines_stand_on_their_side(side: Side, x: float) -> None:
    (line,) = paragraph(rich("chữ"), Measure(30, 100, 14, 18, side))
    (mark,) = line.marks
    assert isinstance(mark, TextMark)
    width = text_width((Span("chữ"),), 14)
    assert mark.x + width * {Side.LEFT: 0, Side.RIGHT: 1, Side.CENTER: 0.5}[side] == pytest.approx(x)


def test_two_lines_of_a_paragraph_stay_together_at_either_end() -> None:
    lines = paragraph(rich("chữ " * 60), Measure(30, 100, 14, 18))
    assert [line.keep for line in lines] == [True, *[False] * (len(lines) - 3), True, False]


def test_decimal_cells_have_their_commas_below_one_another() -> None:
    rows = [plain_row(("1", "A", value, "–")) for value in ("98,5", "100,0", "7,25")]
    slices = table(COLUMNS, rows, 30, 120, 12)
    cut = Style.REGULAR.font
    commas = [
        mark.x + cut.width(mark.text.partition(",")[0]) * 12 * 25.4 / 72
        for found in slices[1:]
        for mark in found.marks
        if isinstance(mark, TextMark) and "," in mark.text
    ]
    assert commas == pytest.approx([commas[0]] * 3)


def test_titles_of_one_group_share_a_cell_above_them() -> None:
    header, _ = table(COLUMNS, [plain_row(("1", "A", "9,0", "8,0"))], 30, 120, 12)
    placed = {mark.text: mark for mark in header.marks if isinstance(mark, TextMark)}
    assert words(header).count("Điểm") == 1
    assert placed["Điểm"].y < placed["Tự chấm"].y == placed["Đơn vị"].y
    assert placed["Tự chấm"].x < placed["Điểm"].x + 3 < placed["Đơn vị"].x + 10


def test_a_long_name_wraps_and_the_row_grows() -> None:
    short, long = table(
        COLUMNS, [plain_row(("1", "A", "", "")), plain_row(("2", "Nguyễn Thị " * 5, "", ""))], 30, 100, 12
    )[1:]
    assert long.height > short.height
    assert len(words(long)) > 2


def test_a_word_wider_than_its_column_is_cut_between_letters_not_clipped() -> None:
    lines = wrap("Kringkringkringkring", Style.REGULAR, 15, 12)
    assert "".join(lines) == "Kringkringkringkring"
    assert all(Style.REGULAR.font.width(line) * 12 * 25.4 / 72 <= 15.01 for line in lines)


def test_spare_width_goes_to_flexible_columns_only() -> None:
    rows = [plain_row(("1", "Lò Thị Hạnh", "9,0", "8,0"))]
    natural, widths = natural_widths(COLUMNS, rows, 12), fitted_widths(COLUMNS, rows, 12, 150)
    assert sum(widths) == pytest.approx(150)
    assert (widths[0], widths[2]) == (natural[0], natural[2])


def test_too_little_width_is_taken_from_flexible_columns_first() -> None:
    rows = [plain_row(("1", "Nguyễn Thị Phương Thảo Nguyên", "9,0", "8,0"))]
    natural, widths = natural_widths(COLUMNS, rows, 12), fitted_widths(COLUMNS, rows, 12, 90)
    assert (widths[0], widths[1]) == (natural[0], pytest.approx(90 - natural[0] - natural[2] - natural[3]))
    assert sum(fitted_widths(COLUMNS, rows, 12, 40)) == pytest.approx(40)


def test_one_long_cell_wraps_in_its_own_row_only() -> None:
    usual = [plain_row((str(number), "Nguyễn Văn An", "9,0", "8,0")) for number in range(40)]
    long = plain_row(("41", "Nguyễn Thị Phương Thảo Nguyên Hoàng Anh " * 3, "9,0", "8,0"))
    _, first, *_, last = table(COLUMNS, [*usual, long], 30, 95, 12)
    assert len(words(first)) == 4
    assert last.height > 2 * first.height


def test_a_group_row_spans_the_table_and_stays_with_the_next() -> None:
    row = Row((Cell("I", Style.BOLD), Cell("Khoa", Style.BOLD, span=3, align=Column.LEFT)), shaded=True, keep=True)
    _, group = table(COLUMNS, [row], 30, 120, 12)
    uprights = [mark for mark in group.marks if isinstance(mark, RuleMark) and mark.x1 == mark.x2]
    assert (len(uprights), group.keep) == (3, True)


def test_the_party_heading_has_the_asterisk_and_a_line_as_long_as_the_text() -> None:
    sheet = page_form(form(HeadingStyle.PARTY, ON))
    block, _ = heading_block(heading(HeadingStyle.PARTY, OFFICE, ON), "Số 12-BC/TCT", "Lai Châu, ngày …", sheet)
    assert words(block) == [
        "TỈNH ỦY LAI CHÂU", "TRƯỜNG CHÍNH TRỊ", "*", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 12-BC/TCT", "Lai Châu, ngày …",
    ]  # fmt: skip
    (rule,) = [mark for mark in block.marks if isinstance(mark, RuleMark)]
    nation = next(mark for mark in block.marks if isinstance(mark, TextMark) and mark.text.startswith("ĐẢNG"))
    assert rule.x2 - rule.x1 == pytest.approx(text_width((Span(nation.text, Style.BOLD),), nation.size))


def test_the_state_heading_has_the_motto_and_two_lines() -> None:
    sheet = page_form(form(HeadingStyle.STATE, ON))
    block, _ = heading_block(heading(HeadingStyle.STATE, OFFICE, ON), "", "Lai Châu", sheet)
    assert "Độc lập - Tự do - Hạnh phúc" in words(block)
    assert "*" not in words(block)
    assert len([mark for mark in block.marks if isinstance(mark, RuleMark)]) == 2


def test_number_and_date_stand_on_one_line() -> None:
    sheet = page_form(form(HeadingStyle.PARTY, ON))
    block, _ = heading_block(heading(HeadingStyle.PARTY, OFFICE, ON), "Số 12-BC/TCT", "Lai Châu", sheet)
    number, place = (
        mark for mark in block.marks if isinstance(mark, TextMark) and mark.text in ("Số 12-BC/TCT", "Lai Châu")
    )
    assert number.y == pytest.approx(place.y, abs=0.01)


def test_room_for_signature_and_seal_is_kept_between_post_and_name() -> None:
    sheet = page_form(form(HeadingStyle.PARTY, ON))
    block = signature_block([Signatory("HIỆU TRƯỞNG", "Hoàng Đức Khải")], sheet)
    post, name = (mark for mark in block.marks if isinstance(mark, TextMark))
    assert name.y - post.y > 25
    assert post.x > sheet.left + sheet.text_width / 2


def test_a_name_left_open_keeps_its_room() -> None:
    sheet = page_form(form(HeadingStyle.PARTY, ON))
    named, open_name = (signature_block([Signatory("HIỆU TRƯỞNG", name)], sheet) for name in ("Hoàng Đức Khải", ""))
    assert named.height == open_name.height
