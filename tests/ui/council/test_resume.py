"""After a crash the desk stands where it stood, with every number that was told as saved."""

from __future__ import annotations

from soak import kills, victim
from thidua_gui.core.ids import AgendaItemId, MeetingId
from thidua_gui.services import ballots, data_file
from thidua_gui.ui.council.page import CouncilPage


def test_the_desk_opens_at_the_item_that_was_being_counted(tmp_path, show_page):
    kills.kill_once("ballot", tmp_path, 7)
    data_file.open_file(tmp_path / "truong.tdkt")
    page = show_page(CouncilPage)
    desk, stored = page.desk, ballots.current(AgendaItemId(1))
    assert (desk.meeting_id, desk.item.id) == (MeetingId(1), AgendaItemId(1))
    assert desk.ballot.is_counting
    fields = [(row, field) for row in range(victim.CANDIDATES) for field in ("valid", "invalid", "agree", "disagree")]
    shown = [desk.ballot.model.number(row, field) for row, field in fields]
    assert shown == [getattr(stored.lines[row].counted, field) for row, field in fields]
    assert any(number is not None for number in shown)
    data_file.close()
