"""Writes the cells that are taken from a unit's book, part by part, by the rules of each. Judges no versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import peewee as pw

from db.models.campaigns import Registration
from db.models.initiatives import Initiative
from db.models.organisation import Person, Unit
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CriterionId, PersonId, SubjectId, UnitId
from thidua_gui.core.initiatives import Author, InitiativeKind
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.unit_book import authors
from thidua_gui.core.unit_book.cells import day_of
from thidua_gui.core.unit_book.comparing import Difference
from thidua_gui.core.unit_book.content import NEW, Part
from thidua_gui.services import score_entry, unit_votes
from thidua_gui.services.campaigns import refuse_if_stage_closed
from thidua_gui.services.initiatives_edit import InitiativeDraft, store_authors, store_initiative
from thidua_gui.services.rows import save_changed
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.scoring import board_of, effective_of
from thidua_gui.services.unit_book_season import Season
from thidua_gui.services.unit_votes import Proposed
from thidua_gui.text import names
from thidua_gui.text.initiatives import KINDS

Words = Mapping[str, str]
Lines = Mapping[str, Words]
"""The taken words of each line, by its key and by field."""


_OPTIONAL = ("scope", "summary", "effect")
_COUNTS = frozenset({"members", "present", "agree", "disagree"})


class Desk:
    """Writes into one unit's part of the year, inside the write of the command."""

    def __init__(self, year: Season, unit_id: UnitId, on: date) -> None:
        self._year = year
        self._unit = Unit.get_by_id(unit_id)
        self._on = on
        self._people: dict[str, PersonId] = {}

    def write(self, taken: Sequence[Difference]) -> None:
        """Scores before ratings, so that a rating is kept beside what the new scores propose."""
        by_part: dict[Part, list[Difference]] = defaultdict(list)
        for difference in taken:
            by_part[difference.part].append(difference)
        self._look_up(taken)
        steps: Mapping[Part, Callable[[Sequence[Difference]], None]] = {
            Part.REGISTRATIONS: self._registrations,
            Part.SCORES: self._scores,
            Part.UNIT_SCORES: self._scores,
            Part.RATINGS: self._ratings,
            Part.INITIATIVES: self._initiatives,
            Part.VOTES: self._votes,
        }
        for part, step in steps.items():
            if by_part[part]:
                step(by_part[part])

    def _look_up(self, taken: Sequence[Difference]) -> None:
        codes = {each.code for each in taken}
        for each in taken:
            if each.part is Part.INITIATIVES and each.key[2] == "authors":
                codes |= {code for code, _ in authors.split(each.returned)}
            if each.part is Part.VOTES and each.key[2] == "code":
                codes.add(each.returned)
        found = Person.select(Person.id, Person.code).where(Person.code.in_(sorted(codes)))
        self._people = {row.code: PersonId(row.id) for row in found}

    def _owner(self, code: str) -> dict[str, int | None]:
        """Exactly one of person and unit."""
        if code == self._unit.code:
            return {"person": None, "unit": self._unit.id}
        if code not in self._people:
            raise UserError("unit_book_moved", unit=self._unit.name)
        return {"person": self._people[code], "unit": None}

    def _registrations(self, taken: Sequence[Difference]) -> None:
        held: dict[str, list[Registration]] = {}
        for key, words in _lines(taken).items():
            code, _, place = key.rpartition("#")
            owner = self._owner(code)
            if code not in held:
                held[code] = self._registered(owner)
            rows = held[code]
            row = rows[int(place) - 1] if int(place) <= len(rows) else None
            self._registration(row, owner, words)

    def _registered(self, owner: Mapping[str, int | None]) -> list[Registration]:
        mine = (Registration.campaign == self._year.id) & _whose(Registration, owner)
        return list(Registration.select().where(mine).order_by(Registration.position, Registration.id))

    def _registration(self, row: Registration | None, owner: Mapping[str, int | None], words: Words) -> None:
        values: dict[str, object] = {}
        if "title" in words:
            values["title"] = words["title"]
        if "registered_on" in words:
            values["registered_on"] = day_of(words["registered_on"])
        if "content" in words:
            values["content"] = words["content"] or None
        if row is not None and values.get("title") == "":
            row.delete_instance()
        elif row is not None:
            save_changed(row, values)
        elif values.get("title"):
            last = Registration.select(pw.fn.MAX(Registration.position)).where(Registration.campaign == self._year.id)
            Registration.create(campaign=self._year.id, position=int(last.scalar() or 0) + 1, **owner, **values)

    def _scores(self, taken: Sequence[Difference]) -> None:
        of = SheetSubject.UNIT if taken[0].part is Part.UNIT_SCORES else SheetSubject.PERSON
        stages = {stage.key.value: stage.id for stage in self._year.stages}
        entries: dict[str, list[CellEntry]] = defaultdict(list)
        for each in taken:
            stage, _, criterion = each.key[2].partition(":")
            subject: SubjectId = UnitId(self._unit.id) if of is SheetSubject.UNIT else self._people[each.code]
            entries[stage].append(CellEntry(subject, CriterionId(int(criterion)), each.returned))
        for stage, cells in entries.items():
            refuse_if_stage_closed(stages[stage])
            score_entry.store(stages[stage], cells, of=of)

    def _ratings(self, taken: Sequence[Difference]) -> None:
        lines = _lines(taken)
        people = [self._people[code] for code in lines if code in self._people]
        year = board_of(self._year.id, people)
        proposed = {row.code: effective_of(row, year).proposed for row in year.rows}
        for code, words in lines.items():
            self._rating(self._owner(code), words, proposed.get(code))

    def _rating(self, owner: Mapping[str, int | None], words: Words, proposed: Rating | None) -> None:
        row = RatingRow.get_or_none((RatingRow.campaign == self._year.id) & _whose(RatingRow, owner))
        if words.get("rating") == "":
            if row is not None:
                row.delete_instance()
            return
        values: dict[str, object] = {"reason": words["reason"] or None} if "reason" in words else {}
        if "rating" in words:
            values |= {
                "rating": names.RATINGS.value(words["rating"]).value, "decided_on": self._on, "stale_since": None,
                "proposed": None if proposed is None else proposed.value,
            }  # fmt: skip
        if row is None:
            RatingRow.create(campaign=self._year.id, **owner, **values)
        else:
            save_changed(row, values)

    def _initiatives(self, taken: Sequence[Difference]) -> None:
        for key, words in _lines(taken).items():
            code = key.removeprefix(NEW)
            row = Initiative.get_or_none((Initiative.campaign == self._year.id) & (Initiative.code == code))
            draft = InitiativeDraft(code, "") if row is None else _drafted(row)
            given: dict[str, Any] = {name: words[name] or None for name in _OPTIONAL if name in words}
            if "name" in words:
                given["name"] = words["name"]
            if "kind" in words:
                given["kind"] = KINDS.value(words["kind"]) if words["kind"] else None
            stored = store_initiative(self._year.id, replace(draft, **given), row)
            if "authors" in words:
                found = authors.split(words["authors"])
                store_authors(stored, [Author(self._people[code], share) for code, share in found])

    def _votes(self, taken: Sequence[Difference]) -> None:
        for key, words in _lines(taken).items():
            code, _, title = key.partition("|")
            if key.startswith(NEW):
                code, title = words.get("code", ""), words.get("title", "")
            owner = self._owner(code)
            person, unit = owner["person"], owner["unit"]
            proposed = Proposed(
                UnitId(self._unit.id), None if person is None else PersonId(person),
                None if unit is None else UnitId(unit), title,
            )  # fmt: skip
            facts = {name: _fact(name, words[name]) for name in words if name in unit_votes.FACTS}
            unit_votes.put(self._year.id, proposed, facts)


def _lines(taken: Sequence[Difference]) -> Lines:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for each in taken:
        _, line, field = each.key
        found[line][field] = each.returned
    return found


def _whose(model: type[Registration] | type[RatingRow], owner: Mapping[str, int | None]) -> pw.Expression:
    return model.person == owner["person"] if owner["unit"] is None else model.unit == owner["unit"]


def _drafted(row: Initiative) -> InitiativeDraft:
    return InitiativeDraft(
        row.code, row.name, None if row.kind is None else InitiativeKind(row.kind), row.scope, row.result,
        row.decision_number, row.recognised_on, row.recognised_by, row.summary, row.effect, row.applied_at,
    )  # fmt: skip


def _fact(name: str, words: str) -> object:
    """A vote's date, count or text; "" = not known."""
    if not words:
        return None
    if name == "held_on":
        return day_of(words)
    return int(words) if name in _COUNTS else words
