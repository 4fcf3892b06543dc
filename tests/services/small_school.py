"""A small school for tests of units and people: two khoa, a phòng, four people; made through the services."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.campaigns import Registration
from db.models.organisation import Person, Unit
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.services import campaigns, history, organisation_edit, people_edit, school
from thidua_gui.services.organisation_edit import UnitDraft
from thidua_gui.services.people_edit import PersonDraft, Placement
from thidua_gui.services.transaction import write

YEAR = 2022
DAY = date(2022, 11, 16)


def found() -> CampaignId:
    """The school itself and its year 2022."""
    school.found("Trường Chính trị tỉnh Lai Châu", YEAR)
    return campaigns.campaigns()[0].id


def add_unit(code: str, name: str, kind: str = "Khoa", **more: object) -> UnitId:
    changes = organisation_edit.add_unit(UnitDraft(code, name, kind, **more))  # type: ignore[arg-type]  # test values
    return UnitId(only(changes, "units"))


def add_person(code: str, name: str, unit: UnitId | None = None, post: str | None = None, **facts: object) -> PersonId:
    placement = None if unit is None else Placement(unit, post)
    draft = PersonDraft(code, name, **facts)  # type: ignore[arg-type]  # test values
    return PersonId(only(people_edit.add_person(draft, placement), "people"))


def only(changes: Changes, table: str) -> int:
    (row,) = changes.ids(table)
    return row


def unit(code: str) -> UnitId:
    return UnitId(Unit.get(Unit.code == code).id)


def person(code: str) -> PersonId:
    return PersonId(Person.get(Person.code == code).id)


def populate() -> CampaignId:
    """LLCS with two people, XDD with one, TCHC with one who has no known birthday."""
    campaign = found()
    llcs = add_unit("LLCS", "Khoa Lý luận cơ sở")
    xdd = add_unit("XDD", "Khoa Xây dựng Đảng")
    tchc = add_unit("TCHC", "Phòng Tổ chức, hành chính, thông tin, tư liệu", "Phòng")
    add_person("CB01", "Phạm Thị Hồng Nhung", llcs, "Trưởng khoa", born_on=date(1979, 7, 7))
    add_person("CB02", "Nguyễn Văn An", llcs, "Giảng viên", born_on=date(1991, 9, 9))
    add_person("CB03", "Lò Thị Hạnh", xdd, "Phó Trưởng khoa", born_on=date(1982, 4, 4))
    add_person("CB04", "Sùng A Vừ", tchc, "Chuyên viên")
    return campaign


def register(campaign: CampaignId, code: str, title: str, registered_on: date | None = None) -> None:
    with write("Đăng ký"):
        Registration.create(campaign=campaign, person=person(code), title=title, registered_on=registered_on)


def refusal(work: object, *arguments: object, **named: object) -> UserError:
    """The refusal of a command, which must leave no step behind."""
    before = len(history.operations(1000))
    assert callable(work)
    with pytest.raises(UserError) as refused:
        work(*arguments, **named)
    assert len(history.operations(1000)) == before
    return refused.value
