"""A year comes in as one step, or not at all."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from db.models.awards import Award, AwardRevocation
from db.models.campaigns import Campaign
from db.models.history import Operation
from db.models.organisation import Membership, Person, Unit
from db.models.plan import Milestone
from db.models.scoring import Criterion, DraftInput, Rating, Score, ScoreComment, Stage
from tests.services.year_books import rows, sample, with_person
from thidua_gui.core.errors import Cancelled, UserError
from thidua_gui.core.points import Points
from thidua_gui.core.progress import Progress
from thidua_gui.core.ratings import Rating as Grade
from thidua_gui.core.workbook.problems import Reason, WorkbookErrors
from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.services import history, imports
from thidua_gui.services.imports import ImportResult
from thidua_gui.services.transaction import write
from thidua_gui.services.workbook_file import load, xlsx_bytes
from thidua_gui.text.imports import WRITING


@pytest.fixture
def imported(data_file) -> ImportResult:
    return imports.import_year(sample())


def changed(result) -> dict[str, tuple[int, int, int]]:
    return {line.sheet: (line.new, line.updated, line.removed) for line in result.lines if line.changed}


def test_every_line_of_the_sample_is_new(imported):
    told = {line.sheet: line.new for line in imported.lines}
    assert sum(told.values()) == imported.changed == 446
    assert (told["Phong trào"], told["Cá nhân"], told["Chấm điểm GV"], told["Khen thưởng đã có"]) == (1, 45, 52, 129)
    assert not any(line.updated or line.removed or line.unchanged for line in imported.lines)


def test_the_school_is_the_root_under_its_name_as_it_is_said(imported):
    root = Unit.get(Unit.code == "@")
    assert (root.code, root.name) == ("@", "Trường Chính trị tỉnh Lai Châu")
    assert {unit.parent_id for unit in Unit.select().where(~Unit.is_root)} == {root.id}
    assert Campaign.get().office_heading == "TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU"


def test_a_transfer_becomes_two_dated_memberships(imported):
    rows_ = Membership.select().join(Person).where(Person.code == "CB45").order_by(Membership.from_on)
    assert [(row.unit.code, row.from_on, row.until_on, row.post) for row in rows_] == [
        ("QLDT", date(2014, 3, 1), date(2022, 7, 31), None),
        ("TCHC", date(2022, 8, 1), None, "Chuyên viên"),
    ]


def test_the_stages_and_the_milestones_of_the_year_are_made(imported):
    assert [row.name for row in Stage.select().order_by(Stage.position)] == ["Tự chấm", "Đơn vị", "Hội đồng"]
    due = {row.kind: row.due_on for row in Milestone.select()}
    assert (due["plan"], due["registration"], due["council"]) == (
        date(2022, 3, 2),
        date(2022, 3, 31),
        date(2022, 11, 24),
    )
    assert (due["results"], due["awarding"]) == (date(2022, 11, 19), date(2022, 12, 8))


def test_a_criterion_belongs_to_the_group_before_it(imported):
    criterion = Criterion.get((Criterion.sheet == 1) & (Criterion.number == "2.3"))
    assert criterion.parent.number == "II"


def test_a_revoked_award_is_kept_with_its_revocation(imported):
    revocation = AwardRevocation.get()
    assert (revocation.award.person.code, revocation.award.year) == ("CB05", 2020)
    assert revocation.award.name_then == "Nguyễn Thị Thu Hiền"


def test_an_import_is_one_step_to_undo(data_file):
    before = rows()
    imports.import_year(sample())
    step = history.operations()[0]
    assert (step.kind, step.title) == ("import", "Nhập sổ dữ liệu năm 2022")
    history.undo_last()
    assert rows() == before
    assert history.next_undo() is None


def test_the_same_again_changes_nothing_and_leaves_no_step(imported):
    steps, before = Operation.select().count(), rows()
    again = imports.import_year(sample())
    assert (again.changed, again.changes.rows) == (0, frozenset())
    assert sum(line.unchanged for line in again.lines) == imported.changed
    assert (Operation.select().count(), rows()) == (steps, before)


def test_the_preview_tells_what_the_import_then_does_and_writes_nothing(imported):
    book = with_person(replace(sample(), registrations=sample().registrations[1:]), "CB07", full_name="Vàng A Sinh")
    before = rows()
    foreseen = imports.preview(book)
    assert rows() == before
    done = imports.import_year(book)
    assert (foreseen.lines, foreseen.changed, foreseen.year) == (done.lines, 2, 2022)
    assert changed(done) == {"Cá nhân": (0, 1, 0), "Đăng ký thi đua": (0, 0, 1)}


def test_a_bad_workbook_leaves_everything_as_it_was(imported, tmp_path):
    sheets = {title: [list(row) for row in grid] for title, grid in load(imports_sample()).items()}
    sheets["Cá nhân"][5][6] = "KHÔNG CÓ"
    path, before = tmp_path / "sai.xlsx", rows()
    path.write_bytes(xlsx_bytes(sheets))
    with pytest.raises(WorkbookErrors) as refused:
        imports.import_workbook(path)
    assert [problem.cell for problem in refused.value.problems] == ["G6"]
    assert rows() == before


def test_scores_on_the_sheet_of_another_staff_group_are_refused_with_their_place(imported, tmp_path):
    sheets = {title: [list(row) for row in grid] for title, grid in load(imports_sample()).items()}
    code = sheets["Chấm điểm GV"][4][0]
    person = next(row for row in sheets["Cá nhân"] if code in row)
    person[person.index("Giảng viên", 7)] = "Chuyên viên"
    path, before = tmp_path / "nham.xlsx", rows()
    path.write_bytes(xlsx_bytes(sheets))
    with pytest.raises(WorkbookErrors) as refused:
        imports.import_workbook(path)
    told = [(one.sheet, one.row, one.column, one.value, one.reason) for one in refused.value.problems]
    assert told[0] == ("Chấm điểm GV", 5, "Mã", code, Reason.OTHER_STAFF_GROUP)
    assert rows() == before


def imports_sample():
    from thidua_gui.services.sample import workbook

    return workbook()


class StopAt(Progress):
    """Cancels at a step of that name once so much is done."""

    def __init__(self, what: str, done: int) -> None:
        self.what, self.done = what, done

    def step(self, done: int, total: int, what: str = "") -> None:
        assert done < total
        if what == self.what and done >= self.done:
            raise Cancelled


@pytest.mark.parametrize(("what", "done"), [("Tiêu chí", 0), (WRITING, 0), (WRITING, 1500)])
def test_a_cancelled_import_leaves_everything_as_it_was(data_file, what, done, monkeypatch):
    monkeypatch.setattr("thidua_gui.services.import_plan._BATCH", 500)
    before = rows()
    with pytest.raises(Cancelled):
        imports.import_workbook(imports_sample(), StopAt(what, done))
    assert rows() == before
    assert history.next_undo() is None


def test_a_path_may_be_given_for_a_book(data_file):
    assert imports.import_year(imports_sample()).year == 2022


def test_empty_cells_erase_nothing_of_a_person(imported):
    emptied = with_person(sample(), "CB04", born_on=None, post=None, ethnicity=None, joined_on=None)
    assert imports.import_year(emptied).changed == 0
    assert Person.get(Person.code == "CB04").born_on == date(1979, 7, 7)


def test_rows_of_the_year_follow_the_workbook(imported):
    results = tuple(replace(row, rating=Grade.COMPLETED) if row.person == "CB03" else row for row in sample().results)
    scores = tuple(row for row in sample().scores if row.person != "CB03")
    result = imports.import_year(replace(sample(), results=results, scores=scores, disciplines=()))
    assert changed(result) == {"Kỷ luật": (0, 0, 1), "Chấm điểm GV": (0, 0, 2), "Kết quả": (0, 1, 0)}
    assert Rating.get(Rating.person == Person.get(Person.code == "CB03")).rating == "completed"


def test_one_score_more_updates_its_line(imported):
    first, *others = sample().scores
    shorter = replace(first, scores=first.scores[1:])
    assert changed(imports.import_year(replace(sample(), scores=(shorter, *others)))) == {"Chấm điểm GV": (0, 1, 0)}
    assert changed(imports.import_year(sample())) == {"Chấm điểm GV": (0, 1, 0)}


def test_a_sheet_that_is_absent_is_left_as_it_is(imported):
    present = frozenset({SheetKey.CAMPAIGN, SheetKey.UNITS, SheetKey.PEOPLE})
    bare = replace(sample(), present=present, score_sheets=(), scores=(), registrations=(), awards=(), results=())
    assert imports.import_year(bare).changed == 0


def test_a_number_only_changed_in_order_is_no_change(imported):
    turned = replace(sample(), registrations=sample().registrations[::-1])
    assert imports.import_year(turned).changed == 0


def test_a_score_takes_the_place_of_what_was_typed_and_refused(imported):
    stage, person = Stage.get(Stage.key == "self"), Person.get(Person.code == "CB01")
    criterion = Criterion.get((Criterion.sheet == 1) & (Criterion.number == "1.1"))
    with write("typed"):
        Score.delete().where(Score.stage == stage, Score.person == person, Score.criterion == criterion).execute()
        DraftInput.create(stage=stage, person=person, criterion=criterion, text="42", problem="over_maximum")
    imports.import_year(sample())
    assert DraftInput.select().count() == 0
    assert Score.get(Score.stage == stage, Score.person == person, Score.criterion == criterion).points == 800


def test_a_criterion_that_is_no_more_takes_its_scores_along(imported):
    criterion = Criterion.get((Criterion.sheet == 1) & (Criterion.number == "5.2"))
    with write("said"):
        stage, person = Stage.get(Stage.key == "unit"), Person.get(Person.code == "CB01")
        ScoreComment.create(stage=stage, person=person, criterion=criterion, text="!", written_at=datetime(2022, 11, 1))
    group = {"V": Points(500)}
    criteria = tuple(
        replace(row, maximum=group.get(row.number, row.maximum)) if row.sheet == "GV" else row
        for row in sample().criteria
        if (row.sheet, row.number) != ("GV", "5.2")
    )
    result = imports.import_year(replace(sample(), criteria=criteria, score_sheets=(), scores=()))
    assert changed(result) == {"Tiêu chí": (0, 1, 1), "Chấm điểm GV": (0, 0, 53)}
    assert Score.select().where(Score.criterion == criterion.id).count() == 0
    assert ScoreComment.select().count() == 0


def test_a_closed_year_is_refused(imported):
    with write("closed"):
        Campaign.update(state="closed").execute()
    with pytest.raises(UserError) as refused:
        imports.import_year(sample())
    assert refused.value.code == "campaign_closed"


def test_a_closed_stage_keeps_its_scores(imported):
    with write("closed"):
        Stage.update(closed_at=datetime(2022, 11, 20)).where(Stage.key == "unit").execute()
    assert imports.import_year(sample()).changed == 0
    with pytest.raises(UserError) as refused:
        imports.import_year(replace(sample(), scores=sample().scores[2:]))
    assert (refused.value.code, refused.value.details) == ("stage_closed", {"stage": "Đơn vị"})


def test_an_award_is_completed_and_never_deleted(imported):
    first, *others = sample().awards
    completed = replace(first, authority="Giám đốc Học viện")
    result = imports.import_year(replace(sample(), awards=(completed, *others[:10])))
    assert changed(result) == {"Khen thưởng đã có": (0, 1, 0)}
    assert Award.select().count() == 129


def test_a_revocation_is_added_and_corrected_but_never_taken_back(imported):
    revoked = {row.subject: row for row in sample().awards if row.revoked_on}["CB05"]
    without = tuple(replace(row, revoked_on=None, revocation_reason=None) for row in sample().awards)
    assert imports.import_year(replace(sample(), awards=without)).changed == 0
    corrected = tuple(replace(row, revocation_reason="Sai") if row is revoked else row for row in sample().awards)
    assert changed(imports.import_year(replace(sample(), awards=corrected))) == {"Khen thưởng đã có": (0, 1, 0)}
    more = (replace(corrected[0], revoked_on=date(2021, 1, 1)), *corrected[1:])
    assert changed(imports.import_year(replace(sample(), awards=more))) == {"Khen thưởng đã có": (0, 1, 0)}
    assert AwardRevocation.select().count() == 2


def test_two_awards_alike_are_told_apart_by_their_day(imported):
    first = sample().awards[0]
    twin = replace(first, decided_on=date(2019, 6, 1))
    assert changed(imports.import_year(replace(sample(), awards=(twin, first)))) == {"Khen thưởng đã có": (1, 0, 0)}
    assert imports.import_year(replace(sample(), awards=(first, twin))).changed == 0


def test_milestones_follow_the_plan_unless_somebody_changed_them(imported):
    with write("later"):
        Milestone.update(due_on=date(2022, 11, 25)).where(Milestone.kind == "council").execute()
        Milestone.delete().where(Milestone.kind == "launch").execute()
    items = replace(sample().campaign, council_on=date(2022, 11, 30), decision_on=date(2022, 12, 9))
    imports.import_year(replace(sample(), campaign=items))
    due = {row.kind: row.due_on for row in Milestone.select()}
    assert (due["council"], due["awarding"]) == (date(2022, 11, 25), date(2022, 12, 9))
    assert "launch" not in due


def test_attendance_is_unknown_until_somebody_is_marked(imported):
    from db.models.council import CouncilMember

    unmarked = tuple(replace(row, present=False) for row in sample().council)
    imports.import_year(replace(sample(), council=unmarked))
    told = {row.person.code: row.present for row in CouncilMember.select()}
    assert (told["CB01"], told["CB37"]) == (None, False)
    imports.import_year(sample())
    told = {row.person.code: row.present for row in CouncilMember.select()}
    assert (told["CB01"], told["CB37"]) == (True, False)
