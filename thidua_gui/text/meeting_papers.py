"""Sentences of a meeting's papers that no other part of the program says. Knows no rows."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.council import Method, Papers, Room
from thidua_gui.core.meeting_rules import Rules
from thidua_gui.text.council import ATTENDANCE, NOT_RECORDED, PASSAGES, share_text, threshold_text

__all__ = ["ATTENDANCE", "NOT_RECORDED", "PASSAGES"]

YES_SELF = "Người được xét tham gia biểu quyết về mình."
NO_SELF = "Người được xét không tham gia biểu quyết về mình và không tính vào cơ sở tính tỷ lệ của dòng đó."
ASKED = "Thành viên vắng mặt được lấy ý kiến bằng văn bản; ý kiến đó được tính cùng phiếu của người có mặt."


def quorum(rules: Rules) -> str:
    """With how many members a meeting is valid."""
    share = share_text(rules.quorum, is_strict=rules.quorum_is_strict)
    told = f"{share} tổng số thành viên Hội đồng"
    return f"Phiên họp hợp lệ khi có mặt {told if rules.quorum_is_strict else f'từ {told} trở lên'}."


def usual(rules: Rules, source: str) -> str:
    threshold = rules.of(None).threshold
    least = "" if threshold.is_strict else "ít nhất "
    return f"Được Hội đồng thông qua khi có {least}{threshold_text(threshold)} đồng ý ({source})."


def of_kind(names: Sequence[str], threshold: str, source: str) -> str:
    return f"{', '.join(names)}: {threshold} ({source})."


def secret(names: Sequence[str]) -> str:
    return f"Bỏ phiếu kín: {', '.join(names)}."


def papers(method: Method, counted: Papers, room: Room, number: int) -> str:
    """How a ballot was taken: "Bỏ phiếu kín: phát ra 8 phiếu, thu về 8 phiếu.\""""
    again = "" if number == 1 else f" lần {number}"
    present = f"có mặt {room.present}/{room.members} thành viên"
    written = f", lấy ý kiến bằng văn bản {room.written}" if room.written else ""
    if method is Method.HANDS:
        return f"Biểu quyết{again} bằng hình thức giơ tay, {present}{written}."
    issued = "…" if counted.issued is None else str(counted.issued)
    returned = "…" if counted.returned is None else str(counted.returned)
    return f"Bỏ phiếu kín{again}: {present}{written}; phát ra {issued} phiếu, thu về {returned} phiếu."


def recused(candidate: str, member: str, reason: str) -> str:
    return f"{member} không tham gia biểu quyết dòng “{candidate}”: {reason}."


def overridden(reason: str) -> str:
    return f"Chủ trì cho công bố khi số liệu chưa khớp: {reason}."


def corrected(version: int, reason: str) -> str:
    return f"Kết quả đã được sửa (lần ghi {version}): {reason}."


def again(number: int, reason: str) -> str:
    return f"Bỏ phiếu lại lần {number}: {reason}."


def attendance_note(reason: str, passages: Sequence[str]) -> str:
    return "; ".join(part for part in (reason, *passages) if part)


def file_name(kind: str, year: int, held_on: date | None) -> str:
    """Of the file to write, without its ending."""
    day = "" if held_on is None else f"-{held_on.isoformat()}"
    return f"{kind}-{year}{day}"
