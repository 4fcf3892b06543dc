"""A unit has one head at a time; whoever comes second is refused beside the post."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.organisation import Membership, Unit
from tests.services import small_school
from thidua_gui.core.errors import UserError
from thidua_gui.services import people_moves
from thidua_gui.services.headship import unit_heads
from thidua_gui.services.people_edit import Placement
from thidua_gui.services.people_moves import Period
from thidua_gui.services.transaction import write


@pytest.fixture(autouse=True)
def school(data_file):
    small_school.populate()


def heads(unit):
    mine = (Membership.unit == small_school.unit(unit)) & (Membership.post == "Trưởng khoa")
    return Membership.select().where(mine).count()


def test_a_second_head_is_refused_with_the_first_ones_name():
    llcs = small_school.unit("LLCS")
    with pytest.raises(UserError, match="two_heads") as refused:
        small_school.add_person("CB90", "Lò Văn Hai", llcs, "Trưởng khoa")
    assert refused.value.details["field"] == "post"
    assert refused.value.details["name"] == "Phạm Thị Hồng Nhung"
    assert heads("LLCS") == 1


def test_one_head_may_follow_another():
    llcs, first = small_school.unit("LLCS"), small_school.person("CB01")
    (held,) = Membership.select().where(Membership.person == first)
    people_moves.edit_period(held.id, Period(llcs, "Trưởng khoa", None, date(2022, 6, 30)))
    follower = small_school.add_person("CB90", "Lò Văn Hai", small_school.unit("XDD"), "Giảng viên")
    people_moves.transfer([follower], Placement(llcs, "Trưởng khoa", date(2022, 7, 1)))
    assert heads("LLCS") == 2


def test_a_transfer_into_a_post_that_is_held_is_refused():
    mover, llcs = small_school.person("CB03"), small_school.unit("LLCS")
    with pytest.raises(UserError, match="two_heads"):
        people_moves.transfer([mover], Placement(llcs, "trưởng khoa", date(2022, 8, 1)))
    assert heads("LLCS") == 1


def test_deputies_may_be_several():
    llcs = small_school.unit("LLCS")
    for code, name in (("CB91", "Lò Văn Hai"), ("CB92", "Tẩn A Phủ")):
        small_school.add_person(code, name, llcs, "Phó Trưởng khoa")
    mine = (Membership.unit == llcs) & (Membership.post == "Phó Trưởng khoa")
    assert Membership.select().where(mine).count() == 2


def test_who_holds_the_post_heads_the_unit_unless_another_was_named():
    llcs, on = small_school.unit("LLCS"), date(2022, 12, 31)
    assert unit_heads(on)[llcs] == "Phạm Thị Hồng Nhung"
    with write("Người đứng đầu"):
        Unit.update(head=small_school.person("CB02")).where(Unit.id == llcs).execute()
    assert unit_heads(on)[llcs] == "Nguyễn Văn An"
