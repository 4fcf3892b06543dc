"""Which units launched the year's movement: typed in, refused, with minutes, and who still owes it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db.models.campaigns import Campaign, Launch
from db.models.plan import Milestone
from tests.services.small_school import add_unit, populate, refusal, unit
from thidua_gui.core.ids import CampaignId
from thidua_gui.services import history, launches
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.launches import LaunchRow
from thidua_gui.services.registration_entry import Written
from thidua_gui.services.transaction import write
from thidua_gui.services.typed_drafts import TypedCell

DAY, PARTICIPANTS, NOTE = "launched_on", "participants", "note"


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    campaign = populate()
    with write("Mốc"):
        Milestone.create(campaign=campaign, kind="launch", name="Phát động", due_on=date(2022, 3, 31))
    add_unit("BGH", "Ban Giám hiệu", "Lãnh đạo")
    return campaign


def typed(year: CampaignId, *cells: tuple[str, str, str]) -> Written:
    return launches.write_cells(year, [TypedCell(unit(code), field, text) for code, field, text in cells])


def row(year: CampaignId, code: str) -> LaunchRow:
    (found,) = [one for one in launches.board(year).rows if one.code == code]
    return found


def test_day_people_and_note_are_one_step(year: CampaignId) -> None:
    typed(year, ("LLCS", DAY, "21/3"), ("LLCS", PARTICIPANTS, "2"), ("LLCS", NOTE, "Họp khoa"), ("XDD", DAY, "4/4"))
    found = row(year, "LLCS")
    assert (found.launched_on, found.participants, found.note, found.members) == (date(2022, 3, 21), 2, "Họp khoa", 2)
    assert (found.is_late, row(year, "XDD").is_late) == (False, True)
    history.undo_last()
    assert Launch.select().count() == 0


def test_more_people_than_the_unit_has_are_told_not_refused(year: CampaignId) -> None:
    typed(year, ("LLCS", DAY, "21/3"), ("LLCS", PARTICIPANTS, "3"))
    assert row(year, "LLCS").has_too_many


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        (DAY, "21/3/2021", "Ngày phát động phải trong năm 2022."),
        (DAY, "32/3", "“32/3” không phải là ngày. Gõ như 21/3 hoặc 21/3/2022."),
        (PARTICIPANTS, "vài", "“vài” không phải là số người. Gõ số nguyên, ví dụ 12."),
        (NOTE, "Họp", "Ghi ngày phát động trước; chữ trong ô này được giữ và sẽ ghi cùng ngày."),
    ],
)
def test_a_refused_cell_keeps_its_words_and_says_why(year: CampaignId, field: str, text: str, told: str) -> None:
    assert typed(year, ("LLCS", field, text)).refused == 1
    draft = row(year, "LLCS").drafts[field]
    assert (draft.text, draft.problem) == (text, told)
    assert Launch.select().count() == 0


def test_words_that_waited_are_written_with_the_day(year: CampaignId) -> None:
    typed(year, ("LLCS", NOTE, "Họp khoa"))
    typed(year, ("LLCS", DAY, "21/3"))
    assert (row(year, "LLCS").note, row(year, "LLCS").drafts) == ("Họp khoa", {})


def test_an_emptied_day_takes_the_launch_away_and_undo_brings_it_back(year: CampaignId) -> None:
    typed(year, ("LLCS", DAY, "21/3"), ("LLCS", PARTICIPANTS, "2"))
    assert typed(year, ("LLCS", DAY, "")).gone == 1
    assert row(year, "LLCS").launched_on is None
    history.undo_last()
    assert row(year, "LLCS").participants == 2


def test_the_leadership_need_not_launch_and_the_school_is_no_row(year: CampaignId) -> None:
    typed(year, ("LLCS", DAY, "21/3"))
    assert [name for _, name in launches.missing(year)] == [
        "Khoa Xây dựng Đảng", "Phòng Tổ chức, hành chính, thông tin, tư liệu",
    ]  # fmt: skip
    board = launches.board(year)
    assert (len(board.counted), row(year, "BGH").must) == (3, False)
    assert "@" not in {one.code for one in board.rows}


def test_minutes_are_attached_replaced_and_taken_away(year: CampaignId, tmp_path: Path) -> None:
    typed(year, ("LLCS", DAY, "21/3"))
    for name in ("bien-ban.pdf", "bien-ban-2.pdf"):
        (tmp_path / name).write_bytes(name.encode())
        launches.attach_minutes(year, unit("LLCS"), tmp_path / name)
    held = row(year, "LLCS").minutes
    assert held is not None
    assert launches.minutes_file(held.attachment_id).content == b"bien-ban-2.pdf"
    launches.detach_minutes(year, unit("LLCS"))
    assert row(year, "LLCS").minutes is None
    history.undo_last()
    assert row(year, "LLCS").minutes == held


def test_minutes_need_a_launch_and_a_file_that_may_be_opened(year: CampaignId, tmp_path: Path) -> None:
    (tmp_path / "bb.pdf").write_bytes(b"pdf")
    (tmp_path / "bb.exe").write_bytes(b"exe")
    assert refusal(launches.attach_minutes, year, unit("LLCS"), tmp_path / "bb.pdf").code == "launch_day_first"
    typed(year, ("LLCS", DAY, "21/3"))
    assert refusal(launches.attach_minutes, year, unit("LLCS"), tmp_path / "bb.exe").code == "evidence_wrong_kind"


def test_a_closed_year_takes_nothing(year: CampaignId, tmp_path: Path) -> None:
    typed(year, ("LLCS", DAY, "21/3"))
    (tmp_path / "bb.pdf").write_bytes(b"pdf")
    with write("Chốt"):
        Campaign.update(state="closed").execute()
    cells = [TypedCell(unit("XDD"), DAY, "21/3")]
    assert refusal(launches.write_cells, year, cells).code == "campaign_closed"
    assert refusal(launches.attach_minutes, year, unit("LLCS"), tmp_path / "bb.pdf").code == "campaign_closed"
    assert refusal(launches.detach_minutes, year, unit("LLCS")).code == "campaign_closed"


def test_nobody_has_launched_on_a_day_still_to_come(year: CampaignId) -> None:
    with write("Năm nay"):
        Campaign.update(year=2026).where(Campaign.id == year).execute()
    assert typed(year, ("LLCS", DAY, "22/11"), ("XDD", DAY, "23/11")).refused == 1
    assert row(year, "LLCS").launched_on == date(2026, 11, 22)
    draft = row(year, "XDD").drafts[DAY]
    assert draft.problem == "Ngày phát động 23/11/2026 còn chưa tới; chỉ ghi khi đã phát động."
