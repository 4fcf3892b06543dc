"""Initiatives, their authors' shares and what one may serve for. Knows no rows and no wording."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import PersonId, UnitId

WHOLE = 10_000
"""All of an initiative, in hundredths of a percent."""


class InitiativeKind(StrEnum):
    """Sáng kiến, đề tài, đề án, công trình khoa học."""

    INITIATIVE = "initiative"
    RESEARCH_TOPIC = "research_topic"
    RESEARCH_PROJECT = "research_project"
    RESEARCH_WORK = "research_work"


@dataclass(frozen=True, slots=True)
class Author:
    """Tác giả; `share` in hundredths of a percent, None = not stated."""

    person_id: PersonId
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """What an initiative supported for exactly one person or unit."""

    person_id: PersonId | None
    unit_id: UnitId | None
    year: int
    title: str
    decided_on: date | None = None

    @property
    def day(self) -> date:
        """The day it counts from; without a known decision the last one it can have been decided on in its year."""
        return self.decided_on or date(self.year, 12, 31)


def refuse_odd_authors(authors: Sequence[Author]) -> None:
    """At least one, each once, with shares that make no more than the whole."""
    if not authors:
        raise UserError("initiative_author_missing", field="authors")
    people = [author.person_id for author in authors]
    if len(set(people)) < len(people):
        raise UserError("initiative_author_repeated", field="authors")
    stated = [author.share for author in authors if author.share is not None]
    if any(not 0 < share <= WHOLE for share in stated):
        raise UserError("initiative_share_odd", field="authors")
    if sum(stated) > WHOLE:
        raise UserError("initiative_shares_over", field="authors", total=sum(stated) / 100)


def clash(use: Use, others: Iterable[Use]) -> Use | None:
    """The earliest other use for the same person or unit: one initiative supports one title or commendation."""
    same = [other for other in others if (other.person_id, other.unit_id) == (use.person_id, use.unit_id)]
    return min(same, key=lambda other: other.day, default=None)


def is_refused(use: Use, other: Use, since: date) -> bool:
    """Whether the rule held when the later of the two was decided; before that day two uses are only told."""
    return max(use.day, other.day) >= since
