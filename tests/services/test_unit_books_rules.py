"""Taking books of units in by the rules of each part: collective scores, erased cells, authors, old books, choices."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db.models.campaigns import Registration
from db.models.initiatives import Initiative, InitiativeAuthor, InitiativeUse
from db.models.organisation import Person
from db.models.scoring import CriteriaSheet, Criterion, Rating, Score
from db.models.submissions import Submission, UnitVote
from tests.services import scored_school
from tests.services.returned_books import AT, filled, judged, preview, read, told, written
from tests.services.scored_school import School
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.unit_book.comparing import Choice
from thidua_gui.core.unit_book.content import Part
from thidua_gui.services import history, submissions, unit_book_applying, unit_votes
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.transaction import write
from thidua_gui.services.unit_votes import Proposed

LDTT, CSTD = "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"


@pytest.fixture
def school(data_file: OpenFile) -> School:
    """With a criteria sheet for units, a registration and an initiative of two people of LLCS."""
    assert data_file
    made = scored_school.build()
    with write("Thêm"):
        sheet = CriteriaSheet.create(campaign=made.campaign, code="TT", subject="unit", position=9)
        Criterion.create(sheet=sheet, number="1", content="Đoàn kết", kind="points", maximum=1000, step=50)
        Registration.create(
            campaign=made.campaign, person=made.people["GV02"], title=LDTT, registered_on=date(2022, 3, 1), position=1
        )
        invention = Initiative.create(campaign=made.campaign, code="SK01", name="Sơ đồ hóa bài giảng", position=1)
        for place, code in enumerate(("GV01", "GV02"), 1):
            InitiativeAuthor.create(initiative=invention, person=made.people[code], position=place)
    return made


@pytest.fixture
def book(school: School, tmp_path: Path) -> Path:
    return written(school.campaign, school.units["LLCS"], tmp_path)


def apply(school: School, path: Path, choice: Choice | None = None) -> unit_book_applying.Applied:
    found = preview(school.campaign, path)
    (one,) = found.books
    choices = {} if choice is None else {one.token: dict.fromkeys((d.key for d in one.comparison.differences), choice)}
    return unit_book_applying.apply(found, choices, SubmissionKind.RESULTS, at=AT, user="Thư ký")


def test_points_and_rating_of_the_unit_itself_come_in(school: School, book: Path) -> None:
    criterion = Criterion.get(Criterion.content == "Đoàn kết").id
    cells = {("unit_scores", "LLCS", f"unit:{criterion}"): 9.5, ("ratings", "LLCS", "rating"): "HTXS"}
    apply(school, filled(book, cells))
    (score,) = Score.select()
    assert (score.person_id, score.unit_id, score.points) == (None, school.units["LLCS"], 950)
    assert [(row.unit_id, row.rating) for row in Rating.select()] == [(school.units["LLCS"], "excellent")]


def test_an_erased_title_takes_the_registration_away(school: School, book: Path) -> None:
    erased = {("registrations", "GV02#1", field): None for field in ("title", "registered_on")}
    apply(school, filled(book, erased))
    assert Registration.select().count() == 0
    history.undo_last()
    assert [row.title for row in Registration.select()] == [LDTT]


def test_an_erased_score_is_not_scored_again_and_never_zero(school: School, tmp_path: Path) -> None:
    scored_school.score(school, StageKey.SELF, "GV01", [8, 12])
    book = written(school.campaign, school.units["LLCS"], tmp_path)
    apply(school, filled(book, {("scores", "GV01", f"self:{school.criteria['GV', '1.1']}"): ""}))
    assert [row.points for row in Score.select()] == [1200]


def test_a_vote_of_which_nothing_is_left_goes(school: School, tmp_path: Path) -> None:
    unit = school.units["LLCS"]
    with write("Bình xét"):
        unit_votes.put(school.campaign, Proposed(unit, school.people["GV02"], None, CSTD), {"members": 4, "agree": 4})
    book = written(school.campaign, unit, tmp_path)
    apply(school, filled(book, {("votes", f"GV02|{CSTD}", field): None for field in ("members", "agree")}))
    assert UnitVote.select().count() == 0


def test_everything_registered_waits_for_its_vote(school: School, book: Path) -> None:
    apply(school, filled(book, {("votes", f"GV02|{LDTT}", "members"): 4, ("votes", f"GV02|{LDTT}", "agree"): 4}))
    assert [(row.title, row.members, row.agree) for row in UnitVote.select()] == [(LDTT, 4, 4)]


def test_authors_change_and_who_stays_keeps_the_row(school: School, book: Path) -> None:
    kept = InitiativeAuthor.get(InitiativeAuthor.person == school.people["GV02"]).id
    apply(school, filled(book, {("initiatives", "SK01", "authors"): "GV02: 70%; GV03: 30%"}))
    rows = InitiativeAuthor.select().order_by(InitiativeAuthor.position)
    assert [(row.person_id, row.share) for row in rows] == [
        (school.people["GV02"], 7000), (school.people["GV03"], 3000),
    ]  # fmt: skip
    assert rows[0].id == kept


def test_an_author_who_rested_something_on_it_stays(school: School, book: Path) -> None:
    with write("Dùng"):
        InitiativeUse.create(initiative=Initiative.get().id, person=school.people["GV01"], year=2022, title=CSTD)
    back = filled(book, {("initiatives", "SK01", "authors"): "GV02"})
    (difference,) = judged(school.campaign, back).comparison.differences
    assert (difference.problem, difference.expected) == ("author_in_use", "Phạm Thị Hồng Nhung")
    assert apply(school, back).changed == 0


def test_a_plain_change_can_be_kept_out(school: School, book: Path) -> None:
    back = filled(book, {("registrations", "GV02#1", "content"): "Thi đua dạy tốt"})
    assert apply(school, back, Choice.KEEP).left_out == 1
    assert [row.content for row in Registration.select()] == [None]


def test_somebody_of_another_staff_group_is_scored_elsewhere(school: School, book: Path) -> None:
    with write("Đổi nhóm"):
        Person.update(staff_group="Nhân viên").where(Person.code == "GV01").execute()
    back = filled(book, {("scores", "GV01", f"unit:{school.criteria['GV', '1.1']}"): 5})
    assert [each[-1] for each in told(judged(school.campaign, back))] == ["line_gone"]


def test_scores_on_a_sheet_that_was_superseded_are_told(school: School, book: Path) -> None:
    with write("Phiên bản mới"):
        new = CriteriaSheet.create(campaign=school.campaign, code="GV", version=2)
        CriteriaSheet.update(superseded_by=new).where(CriteriaSheet.code == "GV", CriteriaSheet.version == 1).execute()
    back = filled(book, {("scores", "GV01", f"unit:{school.criteria['GV', '1.1']}"): 5})
    assert [each[-1] for each in told(judged(school.campaign, back))] == ["sheet_gone"]


def test_an_older_book_is_taken_in_and_said_to_be_old(school: School, book: Path, tmp_path: Path) -> None:
    assert not judged(school.campaign, book).is_old
    written(school.campaign, school.units["LLCS"], tmp_path / "moi")
    assert judged(school.campaign, book).is_old


def test_the_names_of_people_are_no_changes_of_the_unit(school: School, book: Path) -> None:
    with write("Sửa tên"):
        Person.update(full_name="Phạm Thị  Hồng Nhung B").where(Person.code == "GV01").execute()
    assert told(judged(school.campaign, filled(book, {}))) == []


def test_a_book_asks_for_every_part(book: Path) -> None:
    assert {sheet.part for sheet in read(book).sheets} == set(Part)


def test_a_tick_by_hand_of_the_same_day_becomes_that_of_the_book(school: School, book: Path) -> None:
    with write("Nộp giấy"):
        submissions.store(school.campaign, school.units["LLCS"], SubmissionKind.RESULTS, AT.date(), note="Bản giấy")
    apply(school, book)
    (row,) = Submission.select()
    assert (row.note, row.receipt_id is not None) == ("Bản giấy", True)


def test_a_criteria_sheet_may_be_called_like_another_part(school: School, tmp_path: Path) -> None:
    with write("Đổi mã"):
        CriteriaSheet.update(code="Tập thể").where(CriteriaSheet.code == "GV").execute()
    book = written(school.campaign, school.units["LLCS"], tmp_path)
    titles = [sheet.title for sheet in read(book).sheets]
    assert titles[1:3] == ["Chấm điểm Tập thể", "Chấm điểm tập thể-2"]
    assert told(judged(school.campaign, filled(book, {}))) == []


AGAIN = {
    ("initiatives", "+LLCS-SK01", "name"): "sơ đồ hóa  bài giảng",
    ("initiatives", "+LLCS-SK01", "kind"): "Sáng kiến",
    ("initiatives", "+LLCS-SK01", "authors"): "GV02",
}


def test_an_initiative_that_is_perhaps_known_stays_out_until_it_is_taken(school: School, book: Path) -> None:
    path = filled(book, AGAIN)
    told_here = {(each.problem, each.expected) for each in judged(school.campaign, path).comparison.differences}
    assert told_here == {("initiative_maybe_same", "SK01")}
    assert apply(school, path).changed == 0
    assert Initiative.select().count() == 1


def test_an_initiative_that_is_perhaps_known_can_be_taken(school: School, book: Path) -> None:
    apply(school, filled(book, AGAIN), Choice.TAKE)
    assert {row.code for row in Initiative.select()} == {"SK01", "LLCS-SK01"}


def test_a_doubted_line_is_never_taken_in_part(school: School, book: Path) -> None:
    comparison = judged(school.campaign, filled(book, AGAIN)).comparison
    assert comparison.taken({comparison.differences[0].key: Choice.TAKE}) == ()


def test_the_same_name_by_somebody_else_is_another_initiative(school: School, book: Path) -> None:
    found = judged(school.campaign, filled(book, {**AGAIN, ("initiatives", "+LLCS-SK01", "authors"): "NV01"}))
    assert {each.problem for each in found.comparison.differences} == {""}


@pytest.mark.parametrize(
    ("more", "warning"),
    [
        ({}, "vote_day_and_present_missing"),
        ({"present": 10}, "vote_day_missing"),
        ({"held_on": date(2022, 11, 14)}, "vote_present_missing"),
        ({"held_on": date(2022, 11, 14), "present": 10}, ""),
    ],
)
def test_a_vote_without_its_day_or_those_present_is_warned_of_and_taken(
    school: School, book: Path, more: dict[str, object], warning: str
) -> None:
    path = filled(book, {("votes", f"GV02|{LDTT}", field): value for field, value in {"agree": 10, **more}.items()})
    problems = {each.key[2]: each.problem for each in judged(school.campaign, path).comparison.differences}
    assert problems["agree"] == warning
    apply(school, path)
    assert UnitVote.get().agree == 10


def test_votes_of_one_day_with_different_numbers_of_members_are_warned_of(school: School, book: Path) -> None:
    votes = {"+1": ("GV01", 12), "+2": ("GV02", 13)}
    cells: dict[tuple[str, str, str], object] = {}
    for line, (code, members) in votes.items():
        facts = {"code": code, "title": CSTD, "held_on": date(2022, 11, 14), "members": members}
        cells |= {("votes", line, field): value for field, value in facts.items()}
    found = judged(school.campaign, filled(book, cells)).comparison.differences
    assert {each.expected for each in found if each.problem == "vote_members_differ"} == {"12, 13"}
    assert {each.key[2] for each in found if each.problem} == {"members", "held_on"}
