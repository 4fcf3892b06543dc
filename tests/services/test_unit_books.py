"""Books of units: written, sent back, compared, taken in as one step; nothing but what was shown."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from db.models.campaigns import Campaign, Registration
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.organisation import Membership, Person, Unit
from db.models.scoring import DraftInput, Rating, Score, Stage
from db.models.submissions import Submission, UnitBook, UnitBookReceipt, UnitVote
from tests.services import scored_school
from tests.services.returned_books import AT, Cells, filled, judged, preview, read, saved, told, written
from tests.services.scored_school import School
from thidua_gui.core.errors import Cancelled, UserError
from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.progress import Progress
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.unit_book.cells import shown
from thidua_gui.core.unit_book.comparing import Choice
from thidua_gui.services import history, score_entry, unit_book_applying, unit_books
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.transaction import write
from thidua_gui.services.workbook_file import load

LDTT, CSTD = "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"
RESULTS = SubmissionKind.RESULTS


@pytest.fixture
def school(data_file: OpenFile) -> School:
    assert data_file
    return scored_school.build()


@pytest.fixture
def book(school: School, tmp_path: Path) -> Path:
    """LLCS's book as it was written."""
    return written(school.campaign, school.units["LLCS"], tmp_path / "so")


def unit_cell(school: School, number: str, stage: str = "unit") -> str:
    return f"{stage}:{school.criteria['GV', number]}"


def apply(school: School, path: Path, choice: Choice | None = None) -> unit_book_applying.Applied:
    found = preview(school.campaign, path)
    (one,) = found.books
    choices = {} if choice is None else {one.token: dict.fromkeys((d.key for d in one.comparison.differences), choice)}
    return unit_book_applying.apply(found, choices, RESULTS, at=AT, user="Thư ký")


def everything(school: School) -> Cells:
    """A change in every part of the book."""
    return {
        ("registrations", "GV01#1", "title"): "cstđcs",
        ("registrations", "GV01#1", "registered_on"): date(2022, 3, 25),
        ("registrations", "LLCS#1", "title"): "Tập thể lao động xuất sắc",
        ("scores", "GV01", unit_cell(school, "1.1")): 7.5,
        ("ratings", "GV02", "rating"): "HTT",
        ("initiatives", "+LLCS-SK01", "name"): "Số hóa bài giảng",
        ("initiatives", "+LLCS-SK01", "kind"): "Sáng kiến",
        ("initiatives", "+LLCS-SK01", "authors"): "gv01: 60%; GV02 (40 %)",
        ("votes", "+1", "code"): "GV01",
        ("votes", "+1", "title"): CSTD,
        ("votes", "+1", "members"): 4,
        ("votes", "+1", "present"): 4,
        ("votes", "+1", "agree"): 3,
    }


def test_a_book_that_nobody_touched_changes_nothing(school: School, book: Path) -> None:
    assert told(judged(school.campaign, book)) == []
    assert told(judged(school.campaign, filled(book, {}))) == []


def test_every_part_of_a_filled_book_is_taken_in(school: School, book: Path) -> None:
    done = apply(school, filled(book, everything(school)))
    registered = {row.title for row in Registration.select()}
    assert registered == {CSTD, "Tập thể lao động xuất sắc"}
    assert [row.points for row in Score.select()] == [750]
    assert [(row.rating, row.decided_on) for row in Rating.select()] == [("good", AT.date())]
    assert [(row.name, row.kind) for row in Initiative.select()] == [("Số hóa bài giảng", "initiative")]
    assert [row.share for row in InitiativeAuthor.select()] == [6000, 4000]
    (vote,) = UnitVote.select()
    assert (vote.title, vote.members, vote.agree, vote.disagree) == (CSTD, 4, 3, None)
    assert (done.changed, done.left_out) == (13, 0)


def test_a_receipt_and_ticks_are_kept(school: School, book: Path) -> None:
    apply(school, filled(book, everything(school)))
    (receipt,) = UnitBookReceipt.select()
    assert (receipt.received_by, receipt.file_name, receipt.changed) == ("Thư ký", "gui-lai.xlsx", 13)
    ticks = {(row.kind, row.receipt_id, row.attachment_id is not None) for row in Submission.select()}
    assert ticks == {(kind, receipt.id, True) for kind in ("registration", "scores", "results")}


def test_what_was_shown_is_what_happens(school: School, book: Path) -> None:
    back = filled(book, everything(school))
    promised = {each.key: each.returned for each in judged(school.campaign, back).comparison.differences}
    apply(school, back)
    now = {line.key: line.cells for sheet in read(written(school.campaign, school.units["LLCS"], book.parent)).sheets
           for line in sheet.lines if sheet.key == "registrations"}  # fmt: skip
    kept = {("registrations", line, field): shown(cells[field]) for line, cells in now.items() for field in cells}
    assert {key: words for key, words in kept.items() if key in promised} == {
        key: words for key, words in promised.items() if key[0] == "registrations"
    }


def test_the_same_file_again_brings_nothing(school: School, book: Path) -> None:
    back = filled(book, everything(school))
    apply(school, back)
    again = judged(school.campaign, back)
    assert (told(again), again.received_at) == ([], AT)
    with pytest.raises(UserError, match="unit_books_nothing_new"):
        apply(school, back)


def test_taking_in_is_one_step_and_undo_restores_every_row(school: School, book: Path) -> None:
    before = history.next_undo()
    apply(school, filled(book, everything(school)))
    assert history.next_undo() == "Nhận sổ của Khoa Lý luận cơ sở"
    history.undo_last()
    tables = (Registration, Score, Rating, Initiative, InitiativeAuthor, UnitVote, UnitBookReceipt, Submission)
    assert [table.select().count() for table in tables] == [0] * len(tables)
    assert (history.next_undo(), UnitBook.select().count()) == (before, 1)


def test_a_cell_changed_here_too_is_a_conflict_that_stays_here(school: School, book: Path) -> None:
    cell = unit_cell(school, "1.1")
    score_entry.enter(school.stages[StageKey.UNIT], [school.cell("GV01", "1.1", "6")])
    back = filled(book, {("scores", "GV01", cell): 8})
    assert told(judged(school.campaign, back)) == [("GV01", cell, "6", "8", "conflict")]
    assert apply(school, back).left_out == 1
    assert [row.points for row in Score.select()] == [600]


def test_a_conflict_decided_for_the_book_is_written(school: School, book: Path) -> None:
    score_entry.enter(school.stages[StageKey.UNIT], [school.cell("GV01", "1.1", "6")])
    apply(school, filled(book, {("scores", "GV01", unit_cell(school, "1.1")): 8}), Choice.TAKE)
    assert [row.points for row in Score.select()] == [800]


def test_a_unit_that_corrects_what_it_sent_is_no_conflict(school: School, book: Path) -> None:
    cell = unit_cell(school, "1.1")
    apply(school, filled(book, {("scores", "GV01", cell): 8}))
    back = filled(book, {("scores", "GV01", cell): 7}, "lan-hai.xlsx")
    assert told(judged(school.campaign, back)) == [("GV01", cell, "8", "7", "change")]


def test_data_that_moved_after_the_preview_stops_everything(school: School, book: Path) -> None:
    found = preview(school.campaign, filled(book, {("scores", "GV01", unit_cell(school, "1.1")): 8}))
    score_entry.enter(school.stages[StageKey.UNIT], [school.cell("GV01", "1.1", "6")])
    with pytest.raises(UserError, match="unit_book_moved"):
        unit_book_applying.apply(found, {}, RESULTS, at=AT, user="")
    assert (UnitBookReceipt.select().count(), [row.points for row in Score.select()]) == (0, [600])


@pytest.mark.parametrize(("typed", "kept"), [(42, "42"), ("tám", "tám"), (7.3, "7,3"), (-1, "-1")])
def test_points_that_the_rules_refuse_are_kept_as_typed(school: School, book: Path, typed: object, kept: str) -> None:
    back = filled(book, {("scores", "GV01", unit_cell(school, "1.1")): typed})
    apply(school, back)
    assert [row.text for row in DraftInput.select()] == [kept]
    assert (Score.select().count(), told(judged(school.campaign, back))) == (0, [])


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        (("registrations", "GV01#1", "title"), "Anh hùng xóm", "registration_title_unknown"),
        (("registrations", "GV01#1", "content"), "Thi đua", "title_missing"),
        (("registrations", "GV01#1", "registered_on"), "31/02/2022", "not_a_date"),
        (("registrations", "GV01#1", "name"), "Người khác", "locked"),
        (("ratings", "GV01", "rating"), "Giỏi", "word_not_offered"),
        (("ratings", "GV01", "reason"), "Vì tốt", "rating_missing"),
        (("initiatives", "+LLCS-SK01", "name"), "Không tác giả", "authors_missing"),
        (("initiatives", "+LLCS-SK01", "authors"), "XX99", "author_unknown"),
        (("initiatives", "+LLCS-SK01", "authors"), "GV01: 60%; GV02: 50%", "shares_over_whole"),
        (("votes", "+1", "agree"), 3, "vote_for_nobody"),
        (("votes", "+1", "members"), "bốn", "not_a_count"),
    ],
)
def test_what_cannot_be_taken_says_why_and_is_not_written(
    school: School, book: Path, key: tuple[str, str, str], value: object, problem: str
) -> None:
    back = filled(book, {key: value})
    (difference,) = judged(school.campaign, back).comparison.differences
    assert (difference.problem, difference.fate.value) == (problem, "refused")
    assert (difference.row > 5, difference.column != "") == (True, True)
    assert apply(school, back).changed == 0


def test_more_votes_than_people_refuse_the_whole_line(school: School, book: Path) -> None:
    key = {"code": "GV01", "title": CSTD, "members": 4, "present": 3, "agree": 3, "disagree": 1}
    back = filled(book, {("votes", "+1", field): value for field, value in key.items()})
    assert {problem for *_, problem in told(judged(school.campaign, back))} == {"more_votes_than_present"}


def test_a_rating_other_than_the_points_wants_a_reason(school: School, tmp_path: Path) -> None:
    scored_school.score(school, StageKey.UNIT, "GV01", [8, 12, 50, 30])
    book = written(school.campaign, school.units["LLCS"], tmp_path)
    low = {("ratings", "GV01", "rating"): "Hoàn thành nhiệm vụ"}
    assert [each[-1] for each in told(judged(school.campaign, filled(book, low)))] == ["rating_reason_missing"]
    apply(school, filled(book, {**low, ("ratings", "GV01", "reason"): "Nghỉ 5 tháng"}))
    (rating,) = Rating.select()
    assert (rating.rating, rating.proposed, rating.reason) == ("completed", "excellent", "Nghỉ 5 tháng")


def test_somebody_who_moved_is_told_and_left_out(school: School, book: Path) -> None:
    with write("Chuyển"):
        Membership.update(unit=school.units["TCHC"]).where(Membership.person == school.people["GV01"]).execute()
    back = filled(book, {("scores", who, unit_cell(school, "1.1")): 8 for who in ("GV01", "GV02")})
    first, second = judged(school.campaign, back).comparison.differences
    assert (first.problem, first.expected) == ("subject_gone", "đã chuyển sang TC-HC")
    assert (second.code, second.fate.value) == ("GV02", "change")


def test_a_closed_stage_is_locked(school: School, book: Path) -> None:
    with write("Chốt"):
        Stage.update(closed_at=AT).where(Stage.key == "unit").execute()
    back = filled(book, {("scores", "GV01", unit_cell(school, "1.1")): 8})
    assert [each[-1] for each in told(judged(school.campaign, back))] == ["locked"]
    assert apply(school, back).changed == 0


def test_a_closed_year_takes_nothing(school: School, book: Path) -> None:
    with write("Chốt năm"):
        Campaign.update(state="closed").execute()
    for work in (lambda: preview(school.campaign, book), lambda: unit_books.plan(school.campaign, None)):
        with pytest.raises(UserError, match="campaign_closed"):
            work()


def test_a_file_of_another_year_is_refused(school: School, book: Path) -> None:
    with write("Năm sau"):
        Campaign.create(year=2023)
    (refused,) = preview(campaigns_of(2023), book).refused
    assert refused.problem.code == "unit_book_other_year"


def test_a_file_of_another_school_is_refused(school: School, book: Path) -> None:
    sheets = {title: [list(row) for row in grid] for title, grid in load(book).items()}
    sheets["_tdkt"][1][1:3] = ["Trường khác", "0123456789abcdef"]
    (refused,) = preview(school.campaign, saved(sheets, book.with_name("khac.xlsx"))).refused
    assert (refused.problem.code, refused.problem.details["school"]) == ("unit_book_other_school", "Trường khác")


def test_a_book_whose_writing_was_undone_is_not_known(school: School, book: Path) -> None:
    history.undo_last()
    (refused,) = preview(school.campaign, book).refused
    assert refused.problem.code == "unit_book_unknown"


def test_a_unit_that_was_closed_hands_in_nothing(school: School, book: Path) -> None:
    with write("Đóng"):
        Unit.update(closed_on=date(2022, 6, 30)).where(Unit.code == "LLCS").execute()
    (refused,) = preview(school.campaign, book).refused
    assert refused.problem.code == "unit_book_unit_closed"


def test_two_books_of_one_unit_are_not_taken_in_together(school: School, book: Path) -> None:
    shown_ = preview(school.campaign, book, filled(book, {}))
    assert (len(shown_.books), [each.problem.code for each in shown_.refused]) == (1, ["unit_book_twice"])


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda sheets: sheets.pop("_tdkt"), "unit_book_not_one"),
        (lambda sheets: sheets["_tdkt"][0].__setitem__(1, "99"), "unit_book_other_format"),
        (lambda sheets: sheets["_tdkt"].pop(), "unit_book_spoilt"),
        (lambda sheets: sheets["_tdkt"].pop(4), "unit_book_spoilt"),
        (lambda sheets: sheets["_tdkt"].insert(9, ["?"]), "unit_book_spoilt"),
    ],
)
def test_a_file_that_is_no_whole_book_is_refused(school: School, book: Path, spoil: object, code: str) -> None:
    sheets = {title: [list(row) for row in grid] for title, grid in load(book).items()}
    assert callable(spoil)
    spoil(sheets)
    (refused,) = preview(school.campaign, saved(sheets, book.with_name("hong.xlsx"))).refused
    assert refused.problem.code == code


def test_rows_may_be_moved_and_worksheets_renamed(school: School, book: Path) -> None:
    sheets = {title: [list(row) for row in grid] for title, grid in load(book).items()}
    grid = sheets.pop("Đăng ký thi đua")
    grid[5], grid[6] = grid[6], grid[5]
    sheets["DK"] = [["Chép vào"], [], *grid]
    assert told(judged(school.campaign, saved(sheets, book.with_name("doi.xlsx")))) == []


def test_a_row_with_another_code_is_mixed_up(school: School, book: Path) -> None:
    back = filled(book, {("scores", "GV01", "code"): "GV02", ("scores", "GV01", unit_cell(school, "1.1")): 5})
    assert {each[-1] for each in told(judged(school.campaign, back))} == {"line_mixed_up"}


def test_rows_and_worksheets_that_are_gone_are_counted_and_erase_nothing(school: School, book: Path) -> None:
    sheets = {title: [list(row) for row in grid] for title, grid in load(book).items()}
    del sheets["Đăng ký thi đua"][5], sheets["Xếp loại"]
    comparison = judged(school.campaign, saved(sheets, book.with_name("thieu.xlsx"))).comparison
    assert (comparison.differences, comparison.lines_deleted) == ((), 1)
    assert comparison.sheets_deleted == ("Xếp loại",)


def test_words_below_the_table_are_told(school: School, book: Path) -> None:
    sheets = {title: [list(row) for row in grid] for title, grid in load(book).items()}
    sheets["Đăng ký thi đua"].append([None, None, "GV99", "Người mới"])
    (difference,) = judged(school.campaign, saved(sheets, book.with_name("them.xlsx"))).comparison.differences
    assert (difference.problem, difference.returned) == ("outside_the_table", "GV99 · Người mới")


def test_words_that_look_like_formulas_stay_words(school: School, tmp_path: Path) -> None:
    evil = "=HYPERLINK(\"http://x\";\"bấm\")"
    with write("Tên lạ"):
        Person.update(full_name=evil).where(Person.code == "GV01").execute()
        Unit.update(name="+cmd|' /C calc'!A0").where(Unit.code == "LLCS").execute()
        Registration.create(campaign=school.campaign, person=school.people["GV02"], title=LDTT, content="-1+2")
    path = written(school.campaign, school.units["LLCS"], tmp_path)
    with ZipFile(path) as package:
        parts = [package.read(name).decode() for name in package.namelist() if "worksheets/sheet" in name]
    assert not [part for part in parts if "HYPERLINK" in part or "cmd|" in part]
    assert told(judged(school.campaign, filled(path, {}))) == []


def test_words_of_the_unit_that_look_like_formulas_come_in_as_words(school: School, book: Path) -> None:
    words = {("registrations", "GV01#1", "title"): LDTT, ("registrations", "GV01#1", "content"): "'=1+1"}
    apply(school, filled(book, words))
    assert [row.content for row in Registration.select()] == ["=1+1"]


def test_what_is_not_asked_is_locked(school: School, book: Path) -> None:
    with ZipFile(book) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    sheets = [part for name, part in parts.items() if "worksheets/sheet" in name]
    looks = parts["xl/styles.xml"].partition("<cellXfs")[2].split("<xf ")[1:]
    cells = re.findall(r'r="([C-G]6)" s="(\d+)"', sheets[1])
    is_open = {cell: 'locked="0"' in looks[int(look)] for cell, look in cells}
    assert is_open == {"C6": False, "D6": False, "E6": False, "F6": True, "G6": True}
    assert [part for part in sheets if "<sheetProtection " not in part] == []
    assert 'state="veryHidden"' in parts["xl/workbook.xml"]


def test_a_unit_without_people_gets_a_book_too(school: School, tmp_path: Path) -> None:
    with write("Đơn vị mới"):
        unit = Unit.create(code="MOI", name="Tổ mới", kind="Tổ", position=9, name_fold="to moi")
    path = written(school.campaign, UnitId(unit.id), tmp_path)
    apply(school, filled(path, {("registrations", "MOI#1", "title"): "TTLĐTT"}))
    assert [row.title for row in Registration.select()] == ["Tập thể lao động tiên tiến"]


def test_the_longest_names_keep_their_book_and_file(school: School, tmp_path: Path) -> None:
    with write("Tên dài"):
        Unit.update(name="Khoa " + "Nghiên cứu " * 30).where(Unit.code == "LLCS").execute()
        Person.update(full_name="Nguyễn Thị " + "Hoàng " * 40).where(Person.code == "GV01").execute()
    path = written(school.campaign, school.units["LLCS"], tmp_path)
    assert len(path.name) < 120
    assert told(judged(school.campaign, filled(path, {}))) == []


class _StopsAt(Progress):
    def __init__(self, place: int) -> None:
        self._place = place

    def step(self, done: int, total: int, what: str = "") -> None:
        if done >= self._place:
            raise Cancelled


def test_stopped_writing_keeps_and_records_what_is_done(school: School, tmp_path: Path) -> None:
    done = unit_books.write_books(school.campaign, None, tmp_path, AT, _StopsAt(1))
    assert (done.stopped, [one.path.name for one in done.books]) == (True, ["LLCS-khoa-ly-luan-co-so-2022.xlsx"])
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".xlsx"] == [done.books[0].path.name]
    assert [row.unit_id for row in UnitBook.select()] == [school.units["LLCS"]]


def test_the_list_says_who_has_handed_in(school: School, book: Path) -> None:
    apply(school, filled(book, everything(school)))
    rows = unit_books.book_list(school.campaign, RESULTS, AT.date()).rows
    assert [(row.code, row.state.value, row.written_at is not None) for row in rows] == [
        ("LLCS", "submitted", True), ("TCHC", "waiting", False),
    ]  # fmt: skip
    assert rows[0].receipt is not None
    assert rows[0].receipt.changed == 13


def campaigns_of(year: int) -> CampaignId:
    return CampaignId(Campaign.get(Campaign.year == year).id)
