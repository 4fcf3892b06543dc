"""Who registered and who has not: both sides, whatever the number of people in the same number of queries."""

from __future__ import annotations

from datetime import date

import pytest

from db.connection import database
from db.models.campaigns import Registration
from db.models.organisation import Person
from db.models.plan import Milestone
from tests.services.small_school import add_person, add_unit, person, populate, register, unit
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.registering import Side
from thidua_gui.services import people_moves, registrations
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.registrations import Board
from thidua_gui.services.transaction import write

DUE = date(2022, 3, 31)


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    campaign = populate()
    with write("Mốc"):
        Milestone.create(campaign=campaign, kind="registration", name="Đăng ký thi đua", due_on=DUE)
    return campaign


def people(year: CampaignId) -> Board:
    return registrations.board(year, Side.PEOPLE)


def row(board: Board, code: str) -> registrations.Row:
    (found,) = [one for one in board.rows if one.code == code]
    return found


def test_everybody_stands_under_the_own_unit_in_the_office_order(year: CampaignId) -> None:
    board = people(year)
    assert (board.rows[0].code, board.rows[0].unit) == ("CB01", "Lý luận cơ sở")
    assert [name for _, name in board.groups] == [
        "Khoa Lý luận cơ sở", "Khoa Xây dựng Đảng", "Phòng Tổ chức, hành chính, thông tin, tư liệu",
    ]  # fmt: skip
    assert not any(one.has_registered for one in board.rows)


def test_several_registrations_of_one_person_keep_their_order(year: CampaignId) -> None:
    register(year, "CB01", "LĐTT", date(2022, 3, 15))
    register(year, "CB01", "Giấy khen của Hiệu trưởng")
    lines = row(people(year), "CB01").lines
    assert [(line.title, line.registered_on) for line in lines] == [
        ("LĐTT", date(2022, 3, 15)), ("Giấy khen của Hiệu trưởng", None),
    ]  # fmt: skip


def test_after_the_deadline_is_late_and_without_a_day_is_not(year: CampaignId) -> None:
    register(year, "CB01", "LĐTT", date(2022, 3, 31))
    register(year, "CB02", "LĐTT", date(2022, 4, 1))
    register(year, "CB03", "LĐTT")
    board = people(year)
    assert [row(board, code).is_late for code in ("CB01", "CB02", "CB03", "CB04")] == [False, True, False, False]


def test_who_left_is_shown_only_with_a_registration_and_never_owes_one(year: CampaignId) -> None:
    register(year, "CB01", "LĐTT")
    for code in ("CB01", "CB02"):
        people_moves.leave(person(code), date(2022, 6, 30), "Nghỉ hưu")
    board = people(year)
    assert [one.code for one in board.rows] == ["CB01", "CB03", "CB04"]
    assert [one.code for one in board.counted] == ["CB03", "CB04"]
    assert row(board, "CB01").unit == "Lý luận cơ sở"


def test_who_has_not_registered_is_named_under_the_unit(year: CampaignId) -> None:
    register(year, "CB01", "LĐTT")
    found = registrations.missing(year)
    assert [(one.unit, one.of, [named.name for named in one.people]) for one in found] == [
        ("Khoa Lý luận cơ sở", 2, ["Nguyễn Văn An"]),
        ("Khoa Xây dựng Đảng", 1, ["Lò Thị Hạnh"]),
        ("Phòng Tổ chức, hành chính, thông tin, tư liệu", 1, ["Sùng A Vừ"]),
    ]
    assert sum(one.missing for one in found) == 3


def test_the_school_comes_first_and_owes_nothing_among_the_units(year: CampaignId) -> None:
    board = registrations.board(year, Side.UNITS)
    assert [one.is_school for one in board.rows] == [True, False, False, False]
    assert len(board.counted) == 3
    add_unit("BGH", "Ban Giám hiệu", "Lãnh đạo")
    with write("Đăng ký"):
        Registration.create(campaign=year, unit=unit("XDD"), title="Tập thể lao động tiên tiến")
    assert [name for _, name in registrations.units_missing(year)] == [
        "Khoa Lý luận cơ sở", "Phòng Tổ chức, hành chính, thông tin, tư liệu",
    ]  # fmt: skip


def queries(monkeypatch: pytest.MonkeyPatch, year: CampaignId) -> int:
    asked: list[object] = []
    run = database.execute_sql
    with monkeypatch.context() as patched:
        patched.setattr(database, "execute_sql", lambda *args, **more: (asked.append(args), run(*args, **more))[1])
        registrations.board(year, Side.PEOPLE)
        registrations.board(year, Side.UNITS)
        registrations.missing(year)
    return len(asked)


def test_more_people_ask_no_more_queries(year: CampaignId, monkeypatch: pytest.MonkeyPatch) -> None:
    register(year, "CB01", "LĐTT")
    before = queries(monkeypatch, year)
    for number in range(10, 30):
        add_person(f"CB{number}", f"Người {'ABCDEFGHIJKLMNOPQRST'[number - 10]}", unit("XDD"))
        register(year, f"CB{number}", "LĐTT")
    assert Person.select().count() == 24
    assert queries(monkeypatch, year) == before
