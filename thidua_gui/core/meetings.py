"""What a council, its meeting and its agenda are made of: closed sets and who is in the room when. Knows no rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from thidua_gui.core.council import Room


class CouncilRole(StrEnum):
    """Chủ tịch, Phó Chủ tịch, Ủy viên thường trực, Ủy viên, Thư ký (a member, or without a vote); the first leads."""

    CHAIR = "chair"
    VICE = "vice"
    STANDING = "standing"
    MEMBER = "member"
    SECRETARY = "secretary"
    SECRETARY_WITHOUT_VOTE = "secretary_without_vote"


class MeetingState(StrEnum):
    """Dự kiến, Đang họp, Đã bế mạc: a closed meeting is read-only."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class ItemKind(StrEnum):
    """Báo cáo, xét một danh hiệu, kết luận, việc khác."""

    REPORT = "report"
    AWARD = "award"
    CONCLUSION = "conclusion"
    OTHER = "other"


class ItemState(StrEnum):
    """Chưa đến, đang bàn, đã xong; at most one item is current."""

    WAITING = "waiting"
    CURRENT = "current"
    DONE = "done"


class Attendance(StrEnum):
    """Có mặt, vắng, vắng nhưng được lấy ý kiến bằng văn bản."""

    PRESENT = "present"
    ABSENT = "absent"
    WRITTEN = "written"


class Passage(StrEnum):
    """Đến, về."""

    ARRIVED = "arrived"
    LEFT = "left"


class MeetingEventKind(StrEnum):
    """Diễn biến phiên họp."""

    OPENED = "opened"
    CLOSED = "closed"
    REOPENED = "reopened"
    ITEM_STARTED = "item_started"
    ITEM_FINISHED = "item_finished"
    ARRIVED = "arrived"
    LEFT = "left"
    ATTENDANCE = "attendance"
    RECUSED = "recused"
    RECUSAL_DROPPED = "recusal_dropped"
    BALLOT_STARTED = "ballot_started"
    BALLOT_DROPPED = "ballot_dropped"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    DECIDED = "decided"
    RULES = "rules"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Seat:
    """Who has a seat in the meeting: with or without a vote; `attendance` None = not recorded yet."""

    is_voting: bool
    attendance: Attendance | None
    passages: tuple[tuple[Passage, datetime], ...] = ()

    def is_here(self, at: datetime | None = None) -> bool:
        """Whether the member is in the room then (None = as things stand). Before the first passage it is told by
        what that passage is: who left had been there, who arrived had not."""
        if self.attendance is not Attendance.PRESENT:
            return False
        passages = sorted(self.passages, key=lambda one: one[1])
        past = [kind for kind, when in passages if at is None or when <= at]
        if past:
            return past[-1] is Passage.ARRIVED
        return not passages or passages[0][0] is Passage.LEFT


def room(seats: Iterable[Seat], at: datetime | None = None) -> Room:
    """How many of those with a vote are in the room, and how many absent ones are asked in writing."""
    voting = [seat for seat in seats if seat.is_voting]
    here = sum(seat.is_here(at) for seat in voting)
    return Room(len(voting), here, sum(seat.attendance is Attendance.WRITTEN for seat in voting))


def moved(ids: Sequence[int], moving: int, place: int) -> list[int]:
    """The order after one of them was put at that place (0 = first); beyond the ends it stands at the end."""
    rest = [one for one in ids if one != moving]
    place = max(0, min(place, len(rest)))
    return [*rest[:place], moving, *rest[place:]]
