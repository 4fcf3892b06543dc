"""The page of the council over the sample year, with a meeting of eight items and sixty candidates."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.year_pages import Show
from tests.ui.year_pages import context as context
from tests.ui.year_pages import dressed as dressed
from tests.ui.year_pages import sample_file as sample_file
from tests.ui.year_pages import show as show_page
from tests.ui.year_pages import year as year
from thidua_gui.core.ids import MeetingId
from thidua_gui.core.meetings import Attendance
from thidua_gui.core.proposals import State
from thidua_gui.services import agenda_edit, attendance, meetings, organisation, people, proposals, proposals_edit
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.meetings import MeetingDraft
from thidua_gui.services.people import ListFor
from thidua_gui.services.proposal_store import Nominee
from thidua_gui.ui.council.page import CouncilPage

__all__ = ["show_page"]

NUMBERS = {
    "advanced_labourer": 30, "grassroots_fighter": 8, "provincial_fighter": 1, "advanced_collective": 4,
    "excellent_collective": 2, "certificate_of_merit": 12, "diploma_of_merit": 2, "prime_minister_diploma": 1,
}  # fmt: skip
UNITS = ("advanced_collective", "excellent_collective")


def planned(year: CampaignSummary, numbers: Mapping[str, int]) -> MeetingId:
    """A meeting with its agenda; of each award that many are proposed."""
    rows = people.people(ListFor(year.last_day, year.year, year.id))
    units = [unit for unit in organisation.units(year.last_day) if not unit.is_root]
    for kind, number in numbers.items():
        subjects = (
            [Nominee(None, unit.id) for unit in units[:number]] if kind in UNITS
            else [Nominee(row.id) for row in rows[:number]]
        )  # fmt: skip
        proposals_edit.propose(year.id, kind, subjects)
        ids = [row.id for row in proposals.proposal_list(year.id, kind).rows]
        proposals_edit.move(ids, State.SUBMITTED, "")
        proposals_edit.move(ids, State.VALID, "")
    meetings.create(year.id, MeetingDraft(held_on=year.last_day, starts_at="14:00", place="Phòng họp A"))
    made = meetings.meetings(year.id)[0].id
    agenda_edit.build(made)
    return made


@pytest.fixture
def meeting(year: CampaignSummary) -> MeetingId:
    """Open with ten items: eight awards, the report and the conclusion; everybody is there."""
    return opened(planned(year, NUMBERS))


@pytest.fixture
def plan(year: CampaignSummary) -> MeetingId:
    """Planned with one award of eight candidates."""
    return planned(year, {"grassroots_fighter": 8})


def opened(made: MeetingId) -> MeetingId:
    meetings.open_meeting(made)
    seats = attendance.attendance(made).seats
    attendance.mark(made, [seat.id for seat in seats], Attendance.PRESENT)
    return made


@pytest.fixture
def before(plan: MeetingId, show_page: Show) -> CouncilPage:
    """The desk of the planned meeting, at its award."""
    return desk_of(plan, show_page)


@pytest.fixture
def small(plan: MeetingId, show_page: Show) -> CouncilPage:
    """The desk of the same meeting, opened."""
    return desk_of(opened(plan), show_page)


def desk_of(meeting: MeetingId, show_page: Show) -> CouncilPage:
    shown = show_page(CouncilPage)
    assert isinstance(shown, CouncilPage)
    shown.show_desk(meeting)
    shown.desk.jump(2)
    return shown


@pytest.fixture
def page(meeting: MeetingId, show_page: Show) -> CouncilPage:
    """The desk of that meeting."""
    shown = show_page(CouncilPage)
    assert isinstance(shown, CouncilPage)
    shown.show_desk(meeting)
    shown.desk.setFocus()
    return shown


def press(page: CouncilPage, key: Qt.Key, times: int = 1) -> None:
    """A key where the keyboard is."""
    for _ in range(times):
        target = QApplication.focusWidget() or page.desk
        QTest.keyClick(target, key)


def type_number(page: CouncilPage, number: int) -> None:
    """Digits into the field under the cursor, then Enter."""
    target = QApplication.focusWidget()
    assert target is not None
    for digit in str(number):
        QTest.keyClick(QApplication.focusWidget() or target, digit)
    QTest.keyClick(QApplication.focusWidget() or target, Qt.Key.Key_Return)
