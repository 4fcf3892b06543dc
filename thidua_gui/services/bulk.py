"""What a command on many at once gives back, and how it is written as one step. Knows no people and no units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.services.transaction import write
from thidua_gui.text import bulk as wording

T = TypeVar("T")
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Done:
    """One undo step; `said` tells for how many it was done and who was passed over."""

    changes: Changes
    said: str


def sorted_out(rows: Iterable[T], why_not: Callable[[T], str | None]) -> tuple[list[T], Counter[str]]:
    """The rows to be worked on, and how many are passed over for which reason."""
    taken: list[T] = []
    skipped: Counter[str] = Counter()
    for row in rows:
        why = why_not(row)
        if why is None:
            taken.append(row)
        else:
            skipped[why] += 1
    return taken, skipped


def carry_out(
    title: str, taken: Sequence[T], skipped: Counter[str], noun: str, work: Callable[[T], None], *, reason: str = ""
) -> Done:
    """Work on all of them as one operation, or on none; refused with `bulk_nothing` when all are passed over."""
    if not taken:
        raise UserError("bulk_nothing", why=wording.why_nothing(skipped, noun))
    with write(title, reason=reason) as operation:
        for row in taken:
            work(row)
    return Done(operation.changes, wording.result(title, skipped, noun))


def chunks(ids: Sequence[T]) -> Iterator[list[T]]:
    """Few enough at a time for one query."""
    for start in range(0, len(ids), _CHUNK):
        yield list(ids[start : start + _CHUNK])
