"""What a list of past awards means here: whom each line names, what is known already; taken in as one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import peewee as pw

from db.models.awards import Award, AwardRevocation
from db.models.organisation import Person
from thidua_gui.core.award_list import Line
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services import titles
from thidua_gui.services.award_cards import Bearer
from thidua_gui.services.bulk import chunks
from thidua_gui.services.memberships import main_posts
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.services.unit_tree import ordered_rows, unit_names
from thidua_gui.text import award_list as wording

STEP = 500
_MARKS = ",/+&-"
_APART = (wording.AND, *_MARKS)


class Fate(StrEnum):
    """What becomes of a line; only the first two are written."""

    READY = "ready"
    AS_TEXT = "as_text"
    CHOOSE = "choose"
    NOT_FOUND = "not_found"
    DOUBLE = "double"
    PROBLEM = "problem"
    SKIPPED = "skipped"


WRITTEN = (Fate.READY, Fate.AS_TEXT)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the clerk decided for everyone written alike: this bearer, or (None) as text, or to be left out."""

    bearer: Bearer | None = None
    is_skipped: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a line may mean."""

    bearer: Bearer
    label: str


@dataclass(frozen=True, slots=True)
class Examined:
    """A line, whom it means, and what is to be known of it, each with its column."""

    id: int
    line: Line
    fate: Fate
    bearer: Bearer | None = None
    name: str = ""
    candidates: tuple[Candidate, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_written(self) -> bool:
        return self.fate in WRITTEN

    @property
    def is_to_look_at(self) -> bool:
        """It will be written, but without something that the list tells."""
        return self.is_written and self.line.has_lost


def examined(
    lines: Sequence[Line],
    choices: Mapping[tuple[str, ...], Choice],
    *,
    others_as_text: bool,
    progress: Progress = SILENT,
) -> tuple[Examined, ...]:
    """Every line in its order, in a number of queries that grows with the list by the five hundred. A choice holds for
    one line, or for all that name somebody in the same words."""
    with read():
        index = _Index(lines)
        known = _Known()
        found = []
        for place, line in enumerate(lines):
            if place % STEP == 0:
                progress.step(place, len(lines))
            choice = choices.get(one_line(line)) or choices.get(line.who)
            found.append(index.meant(line, choice, others_as_text=others_as_text))
        known.read(found)
        return tuple(known.judged(one) for one in found)


def one_line(line: Line) -> tuple[str, ...]:
    """The key of a choice for this line alone."""
    return (str(line.row),)


def import_lines(lines: Sequence[Examined], source: str, progress: Progress = SILENT) -> Changes:
    """Write what is ready as one step; refused when nothing is, or when it came into the data file meanwhile."""
    taken = [one for one in lines if one.is_written]
    if not taken:
        raise UserError("award_list_no_rows")
    with write(wording.step(len(taken), source)) as operation:
        _refuse_changed(taken)
        then = _then(taken)
        position = int(Award.select(pw.fn.MAX(Award.position)).scalar() or 0)
        done = 0
        for some in chunks(taken):
            progress.step(done, len(taken))
            rows = [_columns(one, then, position + done + place) for place, one in enumerate(some, 1)]
            Award.insert_many(rows).execute()
            done += len(some)
    return operation.changes


class _Index:
    """Everybody whom the lines can mean, read at once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        units = ordered_rows()
        short = unit_names(units)
        self._unit_names = {int(row.id): row.name for row in units}
        self._units: dict[str, set[int]] = defaultdict(set)
        for row in units:
            for words in (row.code, row.name, short[UnitId(row.id)]):
                self._units[fold(words)].add(int(row.id))
        self._people: dict[int, tuple[str, str, date | None]] = {}
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_code: dict[str, int] = {}
        self._read({fold(line.name) for line in lines}, {tidy(line.code).upper() for line in lines})
        today = open_session().clock().date()
        self._this_year = today.year
        self._posts = {
            int(person): int(post.unit_id)
            for some in chunks([PersonId(person) for person in self._people])
            for person, post in main_posts(today, people=some).items()
        }

    def meant(self, line: Line, choice: Choice | None, *, others_as_text: bool) -> Examined:
        notes = tuple(wording.trouble(one.field, one.doubt, one.value) for one in line.troubles)
        found = Examined(line.row, line, Fate.READY, name=line.name, notes=notes)
        if choice is not None and choice.is_skipped:
            return replace(found, fate=Fate.SKIPPED)
        odd = self._odd(line)
        if odd or not line.is_readable:
            return replace(found, fate=Fate.PROBLEM, notes=(*notes, *odd))
        if choice is not None:
            return self._chosen(found, choice.bearer)
        means = self._candidates(line)
        if means is None:
            return replace(found, fate=Fate.CHOOSE, candidates=self._named(line), notes=(*notes, _code_and_name()))
        if len(means) == 1:
            return self._chosen(found, means[0])
        if means:
            told = (*notes, f"{wording.WRITTEN}: {wording.several(len(means))}")
            return replace(found, fate=Fate.CHOOSE, candidates=self._labelled(means), notes=told)
        if others_as_text and line.name:
            return replace(found, fate=Fate.AS_TEXT)
        return replace(found, fate=Fate.NOT_FOUND, notes=(*notes, f"{wording.WRITTEN}: {wording.UNKNOWN}"))

    def _odd(self, line: Line) -> tuple[str, ...]:
        """What only the clock or the list of titles can tell to be wrong."""
        told = []
        if line.year is not None and line.year > self._this_year:
            told.append(wording.at_year(wording.FUTURE_YEAR.format(year=line.year)))
        if line.is_readable and _are_several(line.title.split(" ")):
            told.append(wording.at_title(wording.SEVERAL_TITLES.format(title=line.title)))
        return tuple(told)

    def _chosen(self, found: Examined, bearer: Bearer | None) -> Examined:
        if bearer is None:
            return replace(found, fate=Fate.AS_TEXT)
        kind = titles.kind_of(found.line.title)
        wrong = ""
        if kind is not None and not kind.takes(is_unit=bearer.is_unit):
            wrong = wording.FOR_PERSON if bearer.is_unit else wording.FOR_COLLECTIVE
        name = self._unit_names[bearer.id] if bearer.is_unit else self._people[bearer.id][1]
        chosen = replace(found, bearer=bearer, name=name)
        if wrong:
            told = f"{found.line.title} {wrong}"
            return replace(chosen, fate=Fate.PROBLEM, notes=(*found.notes, wording.at_title(told)))
        return chosen

    def _candidates(self, line: Line) -> tuple[Bearer, ...] | None:
        """By the code alone, else by the name with whatever unit and birth tell; None if code and name disagree."""
        named = self._by_birth(line, self._by_name.get(fold(line.name), []))
        coded = self._by_code.get(tidy(line.code).upper()) if line.code else None
        if coded is not None:
            is_other = line.name and fold(line.name) != fold(self._people[coded][1])
            return None if is_other else (Bearer(False, coded),)
        if named:
            return tuple(Bearer(False, person) for person in self._by_unit(line, named))
        units = self._units.get(fold(line.name), set()) or self._units.get(fold(line.code), set())
        return tuple(Bearer(True, unit) for unit in sorted(units))

    def _by_birth(self, line: Line, people: Sequence[int]) -> list[int]:
        """Whoever is known to be born at another time is not meant."""
        return [person for person in people if _may_be_born(self._people[person][2], line.born)]

    def _by_unit(self, line: Line, people: Sequence[int]) -> Sequence[int]:
        """Only where several bear the name: people change their units."""
        units = self._units.get(fold(line.unit), set())
        here = [person for person in people if self._posts.get(person) in units]
        return here if len(people) > 1 and here else people

    def _named(self, line: Line) -> tuple[Candidate, ...]:
        coded = self._by_code.get(tidy(line.code).upper())
        people = [*self._by_name.get(fold(line.name), []), *([] if coded is None else [coded])]
        return self._labelled([Bearer(False, person) for person in dict.fromkeys(people)])

    def _labelled(self, bearers: Sequence[Bearer]) -> tuple[Candidate, ...]:
        return tuple(Candidate(bearer, self._label(bearer)) for bearer in bearers)

    def _label(self, bearer: Bearer) -> str:
        if bearer.is_unit:
            return self._unit_names[bearer.id]
        code, name, born_on = self._people[bearer.id]
        unit = self._posts.get(bearer.id)
        born = "" if born_on is None else str(born_on.year)
        return " · ".join(part for part in (name, born, "" if unit is None else self._unit_names[unit], code) if part)

    def _read(self, names: set[str], codes: set[str]) -> None:
        fields = Person.id, Person.code, Person.full_name, Person.born_on, Person.name_fold
        for some in chunks(sorted(names - {""})):
            for person, code, name, born_on, folded in fetch(Person.select(*fields).where(Person.name_fold.in_(some))):
                self._add(person, code, name, day(born_on), folded)
        for some in chunks(sorted(codes - {""})):
            coded = Person.select(*fields).where(pw.fn.UPPER(Person.code).in_(some))
            for person, code, name, born_on, folded in fetch(coded):
                self._by_code[code.upper()] = person
                self._add(person, code, name, day(born_on), folded)

    def _add(self, person: int, code: str, name: str, born_on: date | None, folded: str) -> None:
        if person not in self._people:
            self._people[person] = (code, name, born_on)
            self._by_name[folded].append(person)


class _Known:
    """Awards that the data file holds, and those of the list before a line, so that nothing is given twice."""

    def __init__(self) -> None:
        self._held: dict[tuple[object, ...], int] = {}

    def read(self, lines: Sequence[Examined]) -> None:
        people = [one.bearer.id for one in lines if one.bearer is not None and not one.bearer.is_unit]
        units = [one.bearer.id for one in lines if one.bearer is not None and one.bearer.is_unit]
        names = [one.line.name for one in lines if one.fate is Fate.AS_TEXT]
        for column, wanted in ((Award.person, people), (Award.unit, units)):
            for some in chunks(list(dict.fromkeys(wanted))):
                self._take(column.in_(some))
        for texts in chunks(list(dict.fromkeys(names))):
            self._take(Award.person.is_null() & Award.unit.is_null() & Award.name_then.in_(texts))

    def judged(self, one: Examined) -> Examined:
        """A line that repeats an award of the file, or a line before it."""
        if not one.is_written:
            return one
        line = one.line
        keys = list(_keys(_who(one), line.year or 0, line.title, line.number or None))
        before = next((self._held[key] for key in keys if key in self._held), None)
        if before is not None:
            why = wording.DOUBLE_IN_LIST.format(row=before) if before else wording.DOUBLE_IN_FILE
            return replace(one, fate=Fate.DOUBLE, notes=(*one.notes, wording.at_title(why)))
        self._held |= dict.fromkeys(keys, line.row)
        if titles.kind_of(line.title) is None:
            return replace(one, notes=(*one.notes, wording.at_title(wording.UNKNOWN_TITLE)))
        return one

    def _take(self, condition: pw.Expression) -> None:
        fields = Award.person, Award.unit, Award.name_then, Award.year, Award.title, Award.decision_number
        query = Award.select(*fields, AwardRevocation.id).join(
            AwardRevocation, pw.JOIN.LEFT_OUTER, on=(AwardRevocation.award == Award.id)
        )
        for person, unit, name, year, title, number, revoked in fetch(query.where(condition)):
            who = (person, unit, "" if person or unit else fold(name or ""))
            stands = list(_keys(who, year, title, number))
            self._held |= dict.fromkeys(stands[-1:] if revoked is not None else stands, 0)


def _keys(who: tuple[object, ...], year: int, title: str, number: str | None) -> Iterator[tuple[object, ...]]:
    """A title is held once a year; of a form there may be several by different decisions. The last key is that of the
    very same row, which a revoked award is told by as well."""
    if not titles.is_form(title):
        yield (*who, year, titles.token(title))
    yield (*who, year, fold(title), fold(number or ""))


def _who(one: Examined) -> tuple[object, ...]:
    bearer = one.bearer
    if bearer is None:
        return (None, None, fold(one.line.name))
    return (None, bearer.id, "") if bearer.is_unit else (bearer.id, None, "")


def _refuse_changed(taken: Sequence[Examined]) -> None:
    known = _Known()
    known.read(taken)
    if any(not known.judged(one).is_written for one in taken):
        raise UserError("award_list_changed")


_Then = Mapping[tuple[int, int], tuple[str | None, str]]


def _then(taken: Sequence[Examined]) -> _Then:
    """Post and unit of each person at the end of each year, for what the list does not say."""
    names = {UnitId(row.id): row.name for row in ordered_rows()}
    wanted: dict[int, list[PersonId]] = defaultdict(list)
    for one in taken:
        if one.bearer is not None and not one.bearer.is_unit and not (one.line.post and one.line.unit):
            wanted[one.line.year or 0].append(PersonId(one.bearer.id))
    return {
        (int(person), year): (post.post, names[post.unit_id])
        for year, people in wanted.items()
        for some in chunks(people)
        for person, post in main_posts(date(year, 12, 31), people=some).items()
    }


def _columns(one: Examined, then: _Then, position: int) -> dict[str, object]:
    line, bearer = one.line, one.bearer
    is_person = bearer is not None and not bearer.is_unit
    post, unit = then.get((bearer.id, line.year or 0), (None, "")) if bearer is not None and is_person else (None, "")
    return {
        "person": bearer.id if bearer is not None and is_person else None,
        "unit": bearer.id if bearer is not None and bearer.is_unit else None,
        "name_then": line.name or one.name, "post_then": line.post or post or None,
        "unit_then": line.unit or unit or None, "year": line.year, "title": line.title,
        "decision_number": line.number or None, "decided_on": line.decided_on, "authority": line.authority or None,
        "achievement": line.achievement or None, "position": position,
    }  # fmt: skip


def _are_several(words: Sequence[str]) -> bool:
    """Whether known titles stand one after another. With nothing between them a form does not count: "Giấy khen Lao
    động tiên tiến" is one."""
    for place in range(1, len(words)):
        first, rest = titles.kind_of(" ".join(words[:place]).strip(_MARKS)), words[place:]
        is_apart = words[place - 1][-1:] in _MARKS or rest[0] in _APART
        rest = rest[1:] if rest[0] in _APART else rest
        second = titles.kind_of(" ".join(rest).strip(_MARKS))
        if first is None or not rest or not (is_apart or first.is_title):
            continue
        if (second is not None and (is_apart or second.is_title)) or _are_several(rest):
            return True
    glued = [(word, mark) for word in words for mark in "/+" if mark in word]
    return any(_are_several([f"{part}," for part in word.split(mark)]) for word, mark in glued)


def _may_be_born(known: date | None, told: date | int | None) -> bool:
    if known is None or told is None:
        return True
    return known.year == told if isinstance(told, int) else known == told


def _code_and_name() -> str:
    return f"{wording.WRITTEN}: {wording.CONTRADICTING}"

