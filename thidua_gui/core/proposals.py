"""The way of proposals from the unit to the certificate, and their order. Knows no rows and no wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from thidua_gui.core.commendations import AT_ONCE, CommendationKind
from thidua_gui.core.points import Points
from thidua_gui.core.standings import ranks

T = TypeVar("T")


class State(StrEnum):
    """Trạng thái đề nghị: Nháp, Đã nộp, Trả lại, Hợp lệ, Trình Hội đồng, Đạt, Không đạt, Hạ danh hiệu, Hoãn, Có quyết
    định, Đã in, Đã phát, Thu hồi, Đã rút."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    VALID = "valid"
    PRESENTED = "presented"
    PASSED = "passed"
    FAILED = "failed"
    LOWERED = "lowered"
    DEFERRED = "deferred"
    DECIDED = "decided"
    PRINTED = "printed"
    DELIVERED = "delivered"
    REVOKED = "revoked"
    WITHDRAWN = "withdrawn"


class PaperState(StrEnum):
    """Thành phần hồ sơ: there, or not needed here for a reason."""

    PRESENT = "present"
    WAIVED = "waived"


MOVES: Mapping[State, tuple[State, ...]] = {
    State.DRAFT: (State.SUBMITTED, State.WITHDRAWN),
    State.SUBMITTED: (State.VALID, State.RETURNED, State.WITHDRAWN),
    State.RETURNED: (State.SUBMITTED, State.WITHDRAWN),
    State.VALID: (State.PRESENTED, State.RETURNED, State.WITHDRAWN),
    State.PRESENTED: (State.PASSED, State.FAILED, State.LOWERED, State.DEFERRED, State.VALID, State.WITHDRAWN),
    State.DEFERRED: (State.PRESENTED, State.RETURNED, State.WITHDRAWN),
    State.PASSED: (State.DECIDED, State.PRESENTED),
    State.FAILED: (State.PRESENTED,),
    State.LOWERED: (State.DECIDED, State.PRESENTED),
    State.DECIDED: (State.PRINTED, State.DELIVERED, State.REVOKED),
    State.PRINTED: (State.DELIVERED, State.REVOKED),
    State.DELIVERED: (State.REVOKED,),
    State.REVOKED: (),
    State.WITHDRAWN: (State.DRAFT,),
}
"""Where a proposal may go, the usual step first. A result is put right by going back before the council."""

OPEN = frozenset({
    State.DRAFT, State.SUBMITTED, State.RETURNED, State.VALID, State.PRESENTED, State.DEFERRED,
})  # fmt: skip
"""Still on the way: neither a result nor a decision."""

GONE = frozenset({State.FAILED, State.WITHDRAWN, State.REVOKED})
"""Nothing came of it, or it is taken back: it takes no place and holds no initiative."""

STANDING = frozenset(State) - GONE
"""Takes a place of its title, unless the council lowered it to another one."""

EDITABLE = frozenset({State.DRAFT, State.SUBMITTED, State.RETURNED, State.VALID, State.DEFERRED})
"""Its content may still change; what lies before the council stays as the council was given it."""

FROZEN = frozenset(State) - EDITABLE - {State.WITHDRAWN}
"""The verdict stands as it was when the council was given it."""

DECIDED = frozenset({State.DECIDED, State.PRINTED, State.DELIVERED})
_ASKS_REASON = frozenset({State.RETURNED, State.LOWERED, State.DEFERRED, State.REVOKED})
_BACKWARDS = frozenset({
    (State.PRESENTED, State.VALID), (State.PASSED, State.PRESENTED), (State.FAILED, State.PRESENTED),
    (State.LOWERED, State.PRESENTED), (State.WITHDRAWN, State.DRAFT),
})  # fmt: skip


def allowed(state: State) -> tuple[State, ...]:
    """Where a proposal in that state may go."""
    return MOVES[state]


def may_move(state: State, to: State) -> bool:
    return to in MOVES[state]


def needs_reason(state: State, to: State) -> bool:
    """Whether the step must say why: what sends back, takes back or gives less. A draft may be dropped in silence."""
    if to is State.WITHDRAWN:
        return state is not State.DRAFT
    return to in _ASKS_REASON or (state, to) in _BACKWARDS


def is_short(basis: CommendationKind) -> bool:
    """Thủ tục đơn giản: irregular and thematic commendation ask no conditions of merit."""
    return basis in AT_ONCE


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in the ranking; `is_tied`: somebody else has the same total."""

    rank: int | None
    is_tied: bool


def ranked(
    rows: Sequence[T], total: Callable[[T], Points | None], order: Callable[[T], tuple[object, ...]]
) -> list[tuple[T, Placed]]:
    """By total, the highest first, ties in the order that people gave them; without a total at the end."""
    totals = [total(row) for row in rows]
    places = ranks(totals)
    shared = Counter(places)
    placed = [
        (row, Placed(place, place is not None and shared[place] > 1)) for row, place in zip(rows, places, strict=True)
    ]
    return sorted(placed, key=lambda one: (one[1].rank is None, one[1].rank or 0, *order(one[0])))
