"""A year as its workbook: what the file holds of it, whole or not at all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.models.awards import Award
from db.models.campaigns import Campaign, Launch, PersonnelChange, Registration
from db.models.organisation import Membership, Person, Unit
from db.models.plan import Target
from db.models.scoring import Rating, Score, Stage
from tests.services.year_books import sample
from thidua_gui.core.errors import Cancelled, SystemProblem, UserError
from thidua_gui.core.progress import Progress
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.workbook.rows import CampaignItems
from thidua_gui.services import exports, history, imports, school
from thidua_gui.services.transaction import write


@pytest.fixture
def year(data_file):
    return imports.import_year(sample()).campaign_id


def person(code: str) -> Person:
    return Person.get(Person.code == code)


def test_the_sample_comes_out_as_it_went_in(year):
    assert exports.year_workbook(year) == sample()


def test_an_export_that_fails_leaves_the_old_file_whole(year, tmp_path):
    path = tmp_path / "so.xlsx"
    path.write_text("cũ", encoding="utf-8")

    class Stop(Progress):
        def step(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        exports.export_year(year, path, Stop())
    assert path.read_text(encoding="utf-8") == "cũ"
    assert list(tmp_path.glob("*.tmp")) == []


def test_a_place_that_cannot_be_written_is_told(year, tmp_path):
    (tmp_path / "so.xlsx").mkdir()
    with pytest.raises(SystemProblem):
        exports.export_year(year, tmp_path / "so.xlsx")


def test_an_unknown_year_is_refused(year):
    with pytest.raises(UserError) as refused:
        exports.year_workbook(99)
    assert refused.value.code == "campaign_unknown"


def test_a_year_just_founded_is_a_form_to_fill_in(data_file):
    school.found("Trường Chính trị tỉnh Sơn La", 2026)
    book = exports.year_workbook(1)
    assert (book.office, book.campaign) == ("TRƯỜNG CHÍNH TRỊ TỈNH SƠN LA", CampaignItems(2026))
    assert (book.people, book.units, book.score_sheets) == ((), (), ())
    assert len(book.present) == 15


def test_somebody_without_a_post_belongs_to_the_school_itself(year):
    with write("added"):
        Person.create(code="CB99", full_name="Lò Văn Lẻ", name_fold="lo van le", name_sort="L", position=99)
    assert [(row.code, row.unit) for row in exports.year_workbook(year).people][-1] == ("CB99", "@")


def test_somebody_whose_last_post_ended_in_the_year_is_told_as_gone(year):
    with write("ended"):
        Membership.update(until_on=date(2022, 6, 30)).where(Membership.person == person("CB10")).execute()
    row = next(row for row in exports.year_workbook(year).people if row.code == "CB10")
    assert (row.unit, row.left_on) == ("LLCS", date(2022, 6, 30))


def test_somebody_gone_before_the_year_is_listed_only_if_its_rows_name_them(year):
    with write("gone"):
        for code in ("CB09", "CB44"):
            Membership.update(until_on=date(2021, 6, 30)).where(Membership.person == person(code)).execute()
        for table in (Registration, Rating, Score):
            table.delete().where(table.person == person("CB44")).execute()
    listed = {row.code: row for row in exports.year_workbook(year).people}
    assert "CB44" not in listed
    assert (listed["CB09"].unit, listed["CB09"].left_on) == ("LLCS", date(2021, 6, 30))


def test_somebody_who_joins_after_the_year_is_not_listed(year):
    with write("joined"):
        Person.update(joined_on=date(2023, 2, 1)).where(Person.code == "CB11").execute()
        for table in (Registration, Rating, Score):
            table.delete().where(table.person == person("CB11")).execute()
    assert "CB11" not in {row.code for row in exports.year_workbook(year).people}


def test_whom_the_year_names_although_no_post_is_known_belongs_to_the_school(year):
    with write("removed"):
        Membership.delete().where(Membership.person == person("CB16")).execute()
        Person.update(left_on=date(2021, 1, 1)).where(Person.code == "CB16").execute()
    row = next(row for row in exports.year_workbook(year).people if row.code == "CB16")
    assert (row.unit, row.left_on) == ("@", date(2021, 1, 1))


def test_a_unit_closed_before_the_year_is_listed_only_if_named(year):
    with write("closed"):
        Unit.create(code="CU", name="Khoa Cũ", kind="Khoa", name_fold="khoa cu", closed_on=date(2021, 12, 31))
        named = Unit.create(code="CN", name="Khoa Cũ hơn", kind="Khoa", name_fold="x", closed_on=date(2021, 12, 31))
        PersonnelChange.update(former_unit=named).where(PersonnelChange.kind == "Chuyển đơn vị").execute()
    codes = [row.code for row in exports.year_workbook(year).units]
    assert "CN" in codes
    assert "CU" not in codes


def test_the_school_itself_has_a_line_when_it_was_rated(year):
    root = Unit.get(Unit.code == "@")
    with write("rated"):
        Rating.create(campaign=year, unit=root, rating="excellent")
        Launch.create(campaign=year, unit=root, launched_on=date(2022, 3, 4))
        Registration.create(campaign=year, unit=root, title="Cờ thi đua", position=99)
    book = exports.year_workbook(year)
    assert (book.units[0].code, book.units[0].launched_on) == ("@", date(2022, 3, 4))
    assert book.registrations[-1].subject == "@"
    assert imports.import_year(book).changed == 0


def test_awards_entered_by_hand_are_told_and_later_ones_are_not(year):
    mine = {"person": person("CB01"), "title": "Giấy khen"}
    with write("awards"):
        Award.create(**mine, year=2018)
        Award.create(**mine, year=2022, position=500)
        Award.create(**mine, year=2023)
        Award.create(year=2018, title="Giấy khen", name_then="Người đã nghỉ")
    told = [row.year for row in exports.year_workbook(year).awards if row.title == "Giấy khen"]
    assert sorted(told) == [2018, 2022]


def test_gaps_in_a_stage_are_lines_to_fill_in(year):
    stages = {StageKey(row.key): row.id for row in Stage.select()}
    with write("gaps"):
        Score.delete().where(Score.stage == stages[StageKey.UNIT], Score.person == person("CB27")).execute()
    rows = {(row.person, row.stage): row.scores for row in exports.year_workbook(year).scores}
    assert rows["CB27", StageKey.UNIT] == ()
    assert ("CB27", StageKey.COUNCIL) not in rows


def test_scores_from_before_another_staff_group_are_not_told_and_stay(year, tmp_path):
    with write("moved"):
        Person.update(staff_group="Chuyên viên").where(Person.code == "CB04").execute()
    mine = Score.select().where(Score.person == person("CB04")).count()
    path = tmp_path / "so.xlsx"
    exports.export_year(year, path)
    book = imports.read_year_workbook(path)
    assert [row.sheet for row in book.scores if row.person == "CB04" and row.scores] == []
    assert imports.import_year(book).changed == 0
    assert Score.select().where(Score.person == person("CB04")).count() == mine > 0


def test_a_word_that_the_format_does_not_have_is_told_instead_of_written(year, tmp_path):
    with write("odd"):
        Target.update(measure="chỉ tiêu lạ").where(Target.code == "1").execute()
    with pytest.raises(UserError) as refused:
        exports.export_year(year, tmp_path / "so.xlsx")
    assert (refused.value.code, refused.value.details) == ("workbook_word_unknown", {"value": "chỉ tiêu lạ"})
    assert not (tmp_path / "so.xlsx").exists()


def test_equal_data_makes_equal_bytes(year, tmp_path):
    first = exports.export_year(year, tmp_path / "1.xlsx").read_bytes()
    with write("closed"):
        Campaign.update(state="closed").execute()
    history.undo_last()
    assert exports.export_year(year, tmp_path / "2.xlsx").read_bytes() == first


def test_a_book_without_what_is_optional_comes_out_without_it(data_file):
    book = replace(sample(), personnel_changes=(), council=(), ballots=(), awards=(), initiatives=())
    assert exports.year_workbook(imports.import_year(book).campaign_id) == book


def test_the_file_is_named_as_asked(year, tmp_path):
    assert exports.export_year(year, tmp_path / "mới" / "sổ.xlsx") == Path(tmp_path / "mới" / "sổ.xlsx")
