"""Criteria sheets as a whole and their lines: added, edited, moved, copied, deleted, refused; undo restores all."""

from collections.abc import Callable

import pytest

from db.models.campaigns import Campaign
from db.models.scoring import CriteriaSheet, CriteriaSheetGroup, CriteriaSheetUnit
from db.models.scoring import Criterion as CriterionRow
from tests.services.scored_school import School, build, score
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, CriterionId, SheetId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import CriterionKind, SheetSubject, StageKey
from thidua_gui.services import criteria, criteria_edit, criteria_lines, history, scoring
from thidua_gui.services.criteria import SheetView
from thidua_gui.services.criteria_edit import SheetDraft
from thidua_gui.services.criteria_lines import LineEdit
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.transaction import read, write

MODELS = (CriteriaSheet, CriteriaSheetGroup, CriteriaSheetUnit, CriterionRow)


@pytest.fixture
def school(data_file: OpenFile) -> School:
    assert data_file
    return build()


def view(school: School, code: str) -> SheetView:
    return next(found for found in criteria.sheets(school.campaign) if found.code == code)


def numbers(school: School, code: str = "GV") -> list[str]:
    return [line.number for line in view(school, code).sheet.criteria]


def cell(school: School, number: str, field: str, text: str) -> LineEdit:
    return LineEdit(school.criteria["GV", number], field, text)


def edit(school: School, number: str, field: str, text: str) -> None:
    criteria_lines.edit_lines(view(school, "GV").id, [cell(school, number, field, text)])


def rows() -> list[list[dict[str, object]]]:
    with read():
        return [[dict(row) for row in model.select().order_by(model.id).dicts()] for model in MODELS]


def refused(work: Callable[..., object], *arguments: object) -> UserError:
    """The refusal of a command that must leave every row as it was."""
    before = rows()
    with pytest.raises(UserError) as problem:
        work(*arguments)
    assert rows() == before
    return problem.value


def test_a_year_lists_its_sheets_with_whom_they_serve(school: School) -> None:
    found = view(school, "GV")
    assert (found.version, found.staff_groups, found.units, found.total) == (1, ("Giảng viên",), (), Points(100_00))
    assert (found.in_use, found.scored, found.is_open, found.superseded) == (False, 0, True, False)


def test_a_score_puts_its_sheet_to_use(school: School) -> None:
    score(school, StageKey.SELF, "GV01", [8])
    score(school, StageKey.UNIT, "GV01", [8])
    found = view(school, "GV")
    assert (found.in_use, found.scored, found.is_open) == (True, 1, False)
    assert view(school, "VC").is_open


def test_a_new_sheet_may_start_from_another(school: School) -> None:
    draft = SheetDraft(" HĐ ", "Hợp đồng", staff_groups=("Hợp đồng",))
    criteria_edit.add_sheet(school.campaign, draft, view(school, "GV").id)
    made = view(school, "HĐ")
    assert numbers(school, "HĐ") == numbers(school)
    assert made.sheet.criteria[1].parent_id == made.sheet.criteria[0].id
    assert (made.name, made.staff_groups) == ("Hợp đồng", ("Hợp đồng",))


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (SheetDraft(" ", staff_groups=("A",)), "sheet_code_missing"),
        (SheetDraft("A/B", staff_groups=("A",)), "sheet_code_unusable"),
        (SheetDraft("A;B", staff_groups=("A",)), "sheet_code_unusable"),
        (SheetDraft("gv", staff_groups=("A",)), "sheet_code_taken"),
        (SheetDraft("X", staff_groups=(" ",)), "sheet_serves_nobody"),
        (SheetDraft("X", staff_groups=("Giảng viên",)), "sheets_serve_the_same_group"),
        (SheetDraft("X", staff_groups=("A",), units=(UnitId(999),)), "unit_gone"),
    ],
)
def test_a_sheet_that_cannot_stand_is_refused(school: School, draft: SheetDraft, code: str) -> None:
    assert refused(criteria_edit.add_sheet, school.campaign, draft).code == code


def test_units_get_a_sheet_of_their_own_but_not_two(school: School) -> None:
    criteria_edit.add_sheet(school.campaign, SheetDraft("TT", subject=SheetSubject.UNIT, staff_groups=("Giảng viên",)))
    assert (view(school, "TT").subject, view(school, "TT").staff_groups) == (SheetSubject.UNIT, ())
    second = SheetDraft("T2", subject=SheetSubject.UNIT, units=(school.units["LLCS"],))
    assert refused(criteria_edit.add_sheet, school.campaign, second).code == "sheets_serve_the_same_units"


def test_sheets_share_a_staff_group_when_they_share_no_unit(school: School) -> None:
    mine = SheetDraft("GV", staff_groups=("Giảng viên",), units=(school.units["TCHC"],))
    criteria_edit.edit_sheet(view(school, "GV").id, mine)
    theirs = SheetDraft("GL", staff_groups=("Giảng viên",), units=(school.units["LLCS"],))
    criteria_edit.add_sheet(school.campaign, theirs)
    (row,) = scoring.rows(school.campaign, [school.people["GV01"]])
    assert row.sheet_id == view(school, "GL").id
    assert view(school, "GL").unit_names == ("Lý luận cơ sở",)


def test_a_sheet_of_the_whole_school_serves_all_units(school: School) -> None:
    with write("Gốc"):
        from db.models.organisation import Unit

        root = UnitId(Unit.create(code="@", name="Trường", kind="", name_fold="t", is_root=True).id)
    criteria_edit.edit_sheet(view(school, "GV").id, SheetDraft("GV", staff_groups=("Giảng viên",), units=(root,)))
    assert view(school, "GV").units == ()


def test_of_a_sheet_in_use_only_the_name_changes(school: School) -> None:
    score(school, StageKey.SELF, "GV01", [8])
    sheet_id = view(school, "GV").id
    criteria_edit.edit_sheet(sheet_id, SheetDraft("GV", "Giảng viên", staff_groups=("Giảng viên",)))
    assert view(school, "GV").name == "Giảng viên"
    for draft in (SheetDraft("G2", staff_groups=("Giảng viên",)), SheetDraft("GV", staff_groups=("A",))):
        assert refused(criteria_edit.edit_sheet, sheet_id, draft).code == "sheet_in_use"
    assert refused(criteria_edit.delete_sheet, sheet_id).code == "sheet_in_use"


def test_an_unused_sheet_goes_with_its_lines_and_undo_brings_it_back(school: School) -> None:
    before = rows()
    criteria_edit.delete_sheet(view(school, "GV").id)
    assert [found.code for found in criteria.sheets(school.campaign)] == ["VC"]
    history.undo_last()
    assert rows() == before


def test_sheets_of_another_year_come_with_whom_they_serve(school: School) -> None:
    with write("Năm sau"):
        next_year = CampaignId(Campaign.create(year=2023).id)
    sources = criteria.sources(next_year)
    assert [(found.year, found.code) for found in sources] == [(2022, "GV"), (2022, "VC")]
    criteria_edit.copy_sheets(next_year, [found.id for found in sources])
    copied = criteria.sheets(next_year)
    assert [(found.code, found.staff_groups, len(found.sheet.criteria)) for found in copied] == [
        ("GV", ("Giảng viên",), 7), ("VC", ("Nhân viên",), 5),
    ]  # fmt: skip
    assert refused(criteria_edit.copy_sheets, next_year, [sources[0].id]).code == "sheet_code_taken"
    assert refused(criteria_edit.copy_sheets, next_year, []).code == "sheets_not_chosen"


def test_a_line_is_edited_in_place_and_its_group_adds_up(school: School) -> None:
    edit(school, "1.1", "maximum", "10,5")
    group, line, *_ = view(school, "GV").sheet.criteria
    assert (group.maximum, line.maximum) == (Points(22_50), Points(10_50))


def test_a_block_of_cells_is_one_step(school: School) -> None:
    before = rows()
    typed = (("1.1", "content", " Chấp  hành "), ("1.2", "step", ""), ("I", "cap", "15"))
    criteria_lines.edit_lines(view(school, "GV").id, [cell(school, *one) for one in typed])
    group, first, second, *_ = view(school, "GV").sheet.criteria
    assert (group.cap, first.content, second.step) == (Points(15_00), "Chấp hành", None)
    history.undo_last()
    assert rows() == before


@pytest.mark.parametrize(
    ("number", "field", "text", "code"),
    [
        ("1.1", "number", "1.2", "criterion_number_taken"),
        ("1.1", "number", "Mã", "criterion_number_unusable"),
        ("1.1", "number", "1;2", "criterion_number_unusable"),
        ("1.1", "number", "", "criterion_number_missing"),
        ("1.1", "content", " ", "criterion_content_missing"),
        ("1.1", "maximum", "0", "criterion_maximum_not_positive"),
        ("1.1", "maximum", "mười", "points_not_a_number"),
        ("1.1", "step", "0,3", "criterion_step_off"),
        ("1.1", "cap", "5", "criterion_cap_needs_group"),
        ("1.1", "kind", "Cộng", "word_unknown"),
        ("I", "maximum", "30", "criterion_group_is_sum"),
        ("I", "step", "1", "criterion_step_of_group"),
    ],
)
def test_a_value_that_cannot_stand_is_refused(school: School, number: str, field: str, text: str, code: str) -> None:
    sheet_id = view(school, "GV").id
    assert refused(criteria_lines.edit_lines, sheet_id, [cell(school, number, field, text)]).code == code


def test_a_number_says_to_which_group_a_line_belongs(school: School) -> None:
    edit(school, "1.2", "number", "V")
    lines = {line.number: line.parent_id for line in view(school, "GV").sheet.criteria}
    assert lines["V"] is None
    assert lines["1.1"] == school.criteria["GV", "I"]


def test_a_line_becomes_a_group_and_back(school: School) -> None:
    edit(school, "VI", "kind", "nhóm")
    assert view(school, "GV").sheet.criteria[-1].kind is CriterionKind.GROUP
    assert view(school, "GV").sheet.criteria[-1].maximum == Points(0)
    edit(school, "VI", "kind", "Trừ")
    assert view(school, "GV").sheet.criteria[-1].maximum == criteria_lines.NEW_MAXIMUM


def test_new_lines_come_where_they_belong(school: School) -> None:
    sheet_id = view(school, "GV").id
    criteria_lines.add_line(sheet_id, school.criteria["GV", "1.1"], group=False)
    criteria_lines.add_line(sheet_id, school.criteria["GV", "II"], group=False)
    criteria_lines.add_line(sheet_id, school.criteria["GV", "1.2"], group=True)
    criteria_lines.add_line(sheet_id, None, group=True)
    assert numbers(school) == ["I", "1.1", "1.3", "1.2", "III", "II", "2.1", "2.2", "2.3", "VI", "IV"]


def test_lines_move_and_are_numbered_anew(school: School) -> None:
    criteria_lines.move_line(school.criteria["GV", "II"], -1)
    criteria_lines.move_line(school.criteria["GV", "2.1"], -1)
    assert numbers(school) == ["II", "2.1", "2.2", "I", "1.1", "1.2", "VI"]
    before = rows()
    criteria_lines.renumber(view(school, "GV").id)
    found = view(school, "GV").sheet.criteria
    assert [line.number for line in found] == ["I", "1.1", "1.2", "II", "2.1", "2.2", "III"]
    assert found[0].id == school.criteria["GV", "II"]
    history.undo_last()
    assert rows() == before


def test_a_group_goes_with_what_is_under_it(school: School) -> None:
    before = rows()
    gone = [school.criteria["GV", "1.1"], school.criteria["GV", "II"]]
    criteria_lines.delete_lines(view(school, "GV").id, gone)
    assert numbers(school) == ["I", "1.2", "VI"]
    assert view(school, "GV").sheet.criteria[0].maximum == Points(12_00)
    history.undo_last()
    assert rows() == before


def test_lines_of_a_sheet_in_use_stay(school: School) -> None:
    score(school, StageKey.SELF, "GV01", [8])
    sheet_id, line = view(school, "GV").id, school.criteria["GV", "1.1"]
    assert refused(criteria_lines.edit_lines, sheet_id, [LineEdit(line, "content", "Khác")]).code == "sheet_in_use"
    assert refused(criteria_lines.delete_lines, sheet_id, [line]).code == "sheet_in_use"
    assert refused(criteria_lines.move_line, line, 1).code == "sheet_in_use"


def test_what_is_gone_is_told(school: School) -> None:
    sheet_id = view(school, "GV").id
    assert refused(criteria_edit.delete_sheet, SheetId(99)).code == "sheet_gone"
    assert refused(criteria_lines.move_line, CriterionId(99), 1).code == "criterion_gone"
    assert refused(criteria_lines.delete_lines, sheet_id, [CriterionId(99)]).code == "criterion_gone"


def test_choices_offer_staff_groups_and_units(school: School) -> None:
    found = criteria.choices()
    assert found.staff_groups == ("Giảng viên", "Chuyên viên", "Nhân viên")
    assert [name for _, name in found.units] == ["Lý luận cơ sở", "TC-HC"]
