"""The two summaries, from facts to pages."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from tests.documents import pdfs
from tests.documents.samples import ON, percent, person, report_facts, score_facts, target, unit
from thidua_gui.core.errors import UserError
from thidua_gui.core.ratings import Rating
from thidua_gui.core.target_catalogue import Among, Base
from thidua_gui.core.targets import Basis, Bound, BoundUnit, Count, Verdict
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.freeze import freeze
from thidua_gui.documents.score_summary import ScoredUnit, ScoreSummaryFacts, score_summary
from thidua_gui.documents.summaries import render_score_summary, render_target_report
from thidua_gui.documents.target_report import TargetReportFacts, target_report
from thidua_gui.documents.target_report import percent as percent_text
from thidua_gui.text.errors import sentence

GOLDEN = Path(__file__).parent / "golden"
SMALL = score_facts(
    ScoredUnit("Ban Giám hiệu", (person("Hoàng Đức Khải", post="Hiệu trưởng", rating=Rating.EXCELLENT),)),
    ScoredUnit(
        "Khoa Nhà nước và pháp luật",
        (
            person("Nguyễn Văn An", born_on=date(1991, 9, 9)),
            person("Nguyễn Văn An", born_on=date(1996, 9, 9), unit="", is_decided=False, note="Nghỉ ốm từ 01/7"),
            person("Ỷ Thị Xuân", own="100", unit="86,25", rating=None),
        ),
    ),
)
PIECES = Bound(Fraction(1), Fraction(2), BoundUnit.COLLECTIVES)
REPORT = report_facts(
    target("1", percent(100), Count(5, 5), Verdict.MET, base=Among(Base.FACULTIES_AND_OFFICES)),
    target("2", percent(100), Count(44, 45), Verdict.BELOW),
    target("3a", percent(80, 90), Count(25, 26), Verdict.ABOVE, base=Among(Base.LECTURERS)),
    target("4b", percent(20), Count(9, 45), Verdict.MET),
    target("5", percent(90), Count(41, 45), Verdict.MET, basis=Basis.ELIGIBLE),
    target("6", percent(10, 15), None, Verdict.OPEN, base=Among(Base.HOLDERS, "Lao động tiên tiến")),
    target("7", PIECES, Count(2, 5), Verdict.MET, base=Among(Base.FACULTIES_AND_OFFICES), basis=Basis.GRANTED),
    target("8b", percent(None), Count(3, 10, unknown=2), Verdict.OPEN, base=Among(Base.INDIVIDUALS)),
)


def scores(facts: ScoreSummaryFacts) -> bytes:
    return render_score_summary(score_summary(facts, ON))


def report(facts: TargetReportFacts) -> bytes:
    return render_target_report(target_report(facts, ON))


def large(units: int, people: int) -> bytes:
    return scores(score_facts(*(unit(f"Khoa số {number}", people) for number in range(1, units + 1))))


@pytest.mark.parametrize(
    ("case", "pdf"), [("bang-tong-hop", scores(SMALL)), ("bao-cao-chi-tieu", report(REPORT))], ids=["scores", "report"]
)
def test_every_word_of_each_page_is_as_agreed(case: str, pdf: bytes) -> None:
    golden = (GOLDEN / f"{case}.txt").read_text(encoding="utf-8").strip()
    assert "\n\f\n".join(pdfs.texts(pdf)) == golden


def test_missing_points_are_a_dash_and_never_a_zero() -> None:
    rows = [row for group in score_summary(SMALL, ON).groups for row in group.rows]
    assert [row.unit_points for row in rows] == ["97,5", "97,5", "–", "86,25"]
    assert {row.council_points for row in rows} == {"–"}


def test_the_notes_say_who_lacks_points_at_which_stage() -> None:
    assert "vòng Đơn vị: 1 người; vòng Hội đồng: 4 người" in " ".join(score_summary(SMALL, ON).notes)


def test_people_of_one_name_are_told_apart_by_birth_year() -> None:
    names = [row.name for group in score_summary(SMALL, ON).groups for row in group.rows]
    assert names[1:3] == ["Nguyễn Văn An (1991)", "Nguyễn Văn An (1996)"]


def test_a_proposed_rating_is_marked_and_explained() -> None:
    content = score_summary(SMALL, ON)
    assert content.groups[1].rows[1].rating == "Hoàn thành tốt nhiệm vụ (*)"
    assert any(note.startswith("(*)") for note in content.notes)


def test_ratings_are_counted_by_unit_and_for_the_school() -> None:
    totals = score_summary(SMALL, ON).totals
    assert totals.rows[1] == ("Khoa Nhà nước và pháp luật", "3", "0", "2", "0", "0", "1")
    assert totals.sums[0][1:] == ("4", "1", "2", "0", "0", "1")
    assert totals.sums[1][1:] == ("100%", "25,0%", "50,0%", "0%", "0%", "25,0%")


def test_the_sum_of_a_single_unit_does_not_claim_to_be_the_school() -> None:
    assert score_summary(score_facts(SMALL.units[0]), ON).totals.sums[0][0] == "Cộng"


def test_numbers_run_through_all_units() -> None:
    numbers = [row.number for group in score_summary(SMALL, ON).groups for row in group.rows]
    assert numbers == ["1", "2", "3", "4"]


def test_the_header_and_the_page_number_stand_on_every_further_page() -> None:
    first, *others = pdfs.texts(large(4, 20))
    assert "/" not in first.splitlines()[0]
    for number, page in enumerate(others, start=2):
        assert page.splitlines()[0] == f"{number}/{len(others) + 1}"
    assert all("Họ và tên" in page for page in [first, *others][:-1])


def test_the_page_number_is_centred_above_the_text_area() -> None:
    pdf = large(4, 20)
    width = float(pdfs.reader(pdf).pages[1].mediabox.width) * pdfs.MM
    number = next(piece for piece in pdfs.placed(pdf, 1) if "/" in piece.text)
    assert number.y < 20
    assert number.x == pytest.approx((30 + width - 15) / 2, abs=5)


@pytest.mark.parametrize("people", range(5, 17))
def test_no_unit_name_stands_alone_at_the_foot_of_a_page(people: int) -> None:
    for page in pdfs.texts(large(7, people)):
        table = [line for line in page.splitlines() if "Nguyễn Thị Hạnh" in line or line.endswith("người)")]
        assert not table or not table[-1].endswith("người)")


@pytest.mark.parametrize("people", [1, 8, 17, 23, 40])
def test_the_signatures_never_stand_alone_on_a_page(people: int) -> None:
    last = pdfs.texts(large(2, people))[-1]
    assert "HIỆU TRƯỞNG" in last
    assert "Toàn trường" in last


def test_margins_are_twenty_twenty_thirty_and_fifteen_millimetres() -> None:
    pdf = large(3, 20)
    sheet = pdfs.reader(pdf).pages[1].mediabox
    width, height = float(sheet.width) * pdfs.MM, float(sheet.height) * pdfs.MM
    pieces = [piece for piece in pdfs.placed(pdf, 1) if "/" not in piece.text]
    left, right = pdfs.edges(pdf, 1)
    assert min(piece.y for piece in pieces) > 20
    assert max(piece.y for piece in pieces) < height - 20
    assert 30 <= left < right <= width - 15 + 0.05


def test_short_rows_stand_upright_and_long_ones_lie() -> None:
    short = score_facts(ScoredUnit("Khoa", (person("Lý A Tủa", post="", rating=None),)))
    upright, lying = (pdfs.reader(scores(facts)).pages[0].mediabox for facts in (short, SMALL))
    assert upright.width < upright.height
    assert lying.width > lying.height


def test_summaries_embed_every_font_and_repeat_their_bytes() -> None:
    for make in (lambda: scores(SMALL), lambda: report(REPORT)):
        pdf = make()
        assert all(pdfs.fonts(pdf).values())
        assert make() == pdf


def test_a_character_that_cannot_be_drawn_is_refused_with_person_and_column() -> None:
    facts = score_facts(ScoredUnit("Khoa", (person("Lò Thị Hạnh", note="漢"),)))
    with pytest.raises(UserError) as refused:
        scores(facts)
    assert "Lò Thị Hạnh" in sentence(refused.value)
    assert "Ghi chú" in sentence(refused.value)


def test_the_state_form_has_its_motto_and_no_dashes() -> None:
    pages = pdfs.texts(scores(score_facts(*SMALL.units, heading=HeadingStyle.STATE)))
    assert "Độc lập - Tự do - Hạnh phúc" in pages[0]
    assert "-----" not in "".join(pages)


def test_a_date_not_yet_given_is_left_open() -> None:
    assert "ngày      tháng      năm" in score_summary(score_facts(*SMALL.units, issued_on=None), ON).place_and_date


def test_required_and_actual_stand_side_by_side_with_the_verdict() -> None:
    rows = {row.number: row for row in target_report(REPORT, ON).sections[0].rows}
    assert (rows["2"].required, rows["2"].actual, rows["2"].verdict) == ("100%", "44/45 (97,8%)", "Chưa đạt")
    assert (rows["3a"].required, rows["3a"].verdict) == ("80 - 90%", "Vượt mức")
    assert (rows["7"].required, rows["7"].actual) == ("1 - 2 tập thể", "02\u00a0khoa,\u00a0phòng")


def test_what_cannot_be_said_yet_says_so_and_why() -> None:
    content = target_report(REPORT, ON)
    row = next(row for row in content.sections[0].rows if row.number == "6")
    assert (row.actual, row.verdict) == ("–", "Chưa có căn cứ")
    judged = " ".join(span.text for text in content.sections[1].paragraphs for span in text)
    assert "Chỉ tiêu 6: chưa có quyết định công nhận danh hiệu, khen thưởng của năm 2022" in judged
    assert "Chỉ tiêu 8b: còn 2 trường hợp chưa đủ số liệu" in judged


def test_a_reason_of_its_own_is_used() -> None:
    facts = report_facts(target("6", percent(10), None, Verdict.OPEN, open_reason="Hội đồng chưa họp."))
    judged = target_report(facts, ON).sections[1].paragraphs[-1][0].text
    assert judged == "- Chỉ tiêu 6: Hội đồng chưa họp."


def test_eligible_is_marked_as_not_yet_granted() -> None:
    content = target_report(REPORT, ON)
    assert next(row for row in content.sections[0].rows if row.number == "5").verdict == "Đạt (*)"
    assert any("Dấu (*)" in text[0].text for text in content.sections[2].paragraphs)


def test_how_much_is_lacking_is_told_in_whole_people() -> None:
    facts = report_facts(target("3b", percent(40, 50), Count(8, 26), Verdict.BELOW, base=Among(Base.LECTURERS)))
    judged = " ".join(span.text for text in target_report(facts, ON).sections[1].paragraphs for span in text)
    assert "còn thiếu 03\u00a0giảng\u00a0viên" in judged


@pytest.mark.parametrize(
    ("met", "of", "bound", "shown"),
    [
        (44, 45, percent(100), "97,8%"),
        (5, 5, percent(100), "100%"),
        (0, 5, percent(100), "0%"),
        (1999, 2000, percent(100), "99,95%"),
        (8999, 10000, percent(90), "89,99%"),
        (9001, 10000, percent(80, 90), "90,01%"),
        (9, 45, percent(20), "20,0%"),
    ],
)
def test_rounding_never_seems_to_cross_a_bound(met: int, of: int, bound: Bound, shown: str) -> None:
    assert percent_text(Fraction(100 * met, of), bound) == shown


def test_without_a_plan_the_report_begins_with_the_movement() -> None:
    intro = "".join(span.text for span in target_report(report_facts(plan_number="", theme=""), ON).intro)
    assert intro.startswith("Trong phong trào thi đua năm 2022, Trường Chính trị tỉnh Lai Châu báo cáo")


def test_a_number_not_yet_given_keeps_its_place() -> None:
    assert target_report(REPORT, ON).number == "Số         -BC/TCT"
    assert target_report(report_facts(number="15-BC/TCT"), ON).number == "Số 15-BC/TCT"


def test_summaries_freeze_to_equal_texts() -> None:
    assert freeze(score_summary(SMALL, ON)) == freeze(score_summary(SMALL, ON))
    assert '"form_on": "2022-12-08"' in freeze(target_report(REPORT, ON))
