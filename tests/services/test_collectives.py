"""Each khoa, phòng and the school with what it registered, scored and was rated."""

from __future__ import annotations

from db.models.campaigns import Campaign
from db.models.organisation import Person, Unit
from tests.services import small_school
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import collectives
from thidua_gui.services.transaction import write


def test_the_sample_years_units_are_there_without_the_leadership(sample_year):
    found = collectives.collectives(sample_year.id)
    assert [row.short for row in found.rows][:2] == ["Lý luận cơ sở", "Xây dựng Đảng"]
    assert len(found.rows) == 5
    llcs = found.rows[0]
    assert (llcs.rating, llcs.is_stale) == (Rating.EXCELLENT, False)
    assert StageKey.SELF in llcs.totals


def test_the_school_itself_is_a_row_of_its_own_with_what_it_registered(sample_year):
    school = collectives.collectives(sample_year.id).school
    assert school is not None
    assert school.is_school
    assert any("Cờ thi đua" in title for title in school.registered)
    assert school.whole is not None
    assert school.whole.before is None


def test_the_parts_of_the_schools_own_sheet_are_told(sample_year):
    groups = collectives.collectives(sample_year.id).school_groups
    assert [group.number for group in groups] == ["I", "II", "III", "IV", "V"]
    first = groups[0].compared
    assert (str(first.now), first.maximum.shortest, first.before) == ("47,0", "50", None)


def test_a_unit_is_told_with_who_heads_it(sample_year):
    assert collectives.collectives(sample_year.id).rows[0].head == "Phạm Thị Hồng Nhung"
    with write("Chuẩn bị"):
        person = Person.get(Person.code == "CB05")
        Unit.update(head=person).where(Unit.code == "LLCS").execute()
    assert collectives.collectives(sample_year.id).rows[0].head == person.full_name


def test_the_number_of_queries_does_not_grow_with_the_units(sample_year, monkeypatch):
    asked: list[object] = []
    database = Campaign._meta.database
    plain = database.execute_sql
    monkeypatch.setattr(database, "execute_sql", lambda *args, **more: asked.append(args) or plain(*args, **more))
    collectives.collectives(sample_year.id)
    few = len(asked)
    for place in range(12):
        small_school.add_unit(f"K{place}", f"Khoa thứ {place}")
    asked.clear()
    assert len(collectives.collectives(sample_year.id).rows) == 17
    assert len(asked) == few
