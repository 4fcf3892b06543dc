"""Collects what the registration papers tell, in one read: units with their people, the school, who signs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from db.models.organisation import Person, Unit
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.registering import Side
from thidua_gui.core.titles import TitleKey, rank
from thidua_gui.core.vietnamese import fold
from thidua_gui.documents.registration_content import RegistrationPaper
from thidua_gui.documents.registration_forms import (
    Registered,
    RegisteredPerson,
    RegisteredUnit,
    RegistrationFacts,
    collective_form,
    person_form,
    unit_form,
)
from thidua_gui.documents.registration_summary import registration_summary
from thidua_gui.services import registrations, titles
from thidua_gui.services.campaigns import campaign
from thidua_gui.services.letterhead import letterhead
from thidua_gui.services.memberships import main_posts
from thidua_gui.services.registrations import Board, Line, Row
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read


def unit_papers(campaign_id: CampaignId, on: date, unit_id: UnitId | None = None) -> tuple[RegistrationPaper, ...]:
    """Phiếu đăng ký of one unit, or of every unit with people, in the office's order."""
    with read():
        desk = _Desk(campaign_id, on)
        wanted = [unit for unit in desk.units if unit is not None and unit_id in (None, unit)]
        found = tuple(unit_form(desk.facts, desk.unit(unit), on) for unit in wanted if desk.units[unit])
    if not found:
        raise UserError("registration_nobody")
    return found


def person_paper(campaign_id: CampaignId, on: date, person_id: PersonId) -> RegistrationPaper:
    """Phiếu đăng ký of one person."""
    with read():
        desk = _Desk(campaign_id, on)
        for unit, rows in desk.units.items():
            for row in rows:
                if row.id == person_id:
                    return person_form(desk.facts, desk.unit(unit), desk.person(row), on)
    raise UserError("registration_subject_gone")


def collective_paper(campaign_id: CampaignId, on: date, unit_id: UnitId | None = None) -> RegistrationPaper:
    """Bản đăng ký of a unit as a collective, or (None) of the school itself."""
    with read():
        desk = _Desk(campaign_id, on)
        school = desk.school
        is_school = unit_id is None or school.id == unit_id
        unit = desk.unit(UnitId(school.id) if unit_id is None else unit_id)
        return collective_form(desk.facts, unit, on, is_school=is_school)


def summary_paper(campaign_id: CampaignId, on: date) -> RegistrationPaper:
    """Bảng tổng hợp đăng ký of the whole school."""
    with read():
        desk = _Desk(campaign_id, on)
        units = [desk.unit(unit) for unit, rows in desk.units.items() if rows]
        school = desk.unit(UnitId(desk.school.id))
        return registration_summary(desk.facts, units, school, on)


class _Desk:
    """What is read once for all papers."""

    def __init__(self, campaign_id: CampaignId, on: date) -> None:
        head, year = letterhead(campaign_id), campaign(campaign_id)
        people = registrations.board(campaign_id, Side.PEOPLE)
        collectives = registrations.board(campaign_id, Side.UNITS)
        self._lines: Mapping[int, tuple[Line, ...]] = {row.id: row.lines for row in collectives.rows}
        self.school = next(row for row in collectives.rows if row.is_school)
        self._names = {row.id: row.name for row in collectives.rows}
        self._named = _labels((*people.rows, *collectives.rows))
        self.units = _by_unit(people)
        self._heads = _heads(year.last_day)
        self.facts = RegistrationFacts(
            office=head.office, year=year.year, titles=self._titles(), data_on=on, due_on=people.due_on,
            signer_post=head.signer_post, signer_name=head.signer_name, heading=head.style,
        )  # fmt: skip

    def unit(self, unit_id: UnitId | None) -> RegisteredUnit:
        """A unit with its people; nobody stands under the school itself."""
        rows = self.units.get(unit_id, ())
        name = "" if unit_id is None else self._names.get(unit_id, "")
        own = () if unit_id is None else self._lines.get(unit_id, ())
        head_name, head_post = self._heads.get(unit_id, ("", ""))
        return RegisteredUnit(
            name, tuple(map(self.person, rows)), self._registered(own), head_name, head_post
        )

    def person(self, row: Row) -> RegisteredPerson:
        unit = "" if row.unit_id is None else self._names.get(row.unit_id, row.unit)
        return RegisteredPerson(row.code, row.label, row.post, unit, self._registered(row.lines), row.is_late)

    def _titles(self) -> tuple[str, ...]:
        """What people registered for, titles before forms, the lowest first; unknown wordings last."""
        found: dict[str, tuple[bool, int, str]] = {}
        for rows in self.units.values():
            for row in rows:
                for line in row.lines:
                    label = self._label(line)
                    found[label] = (line.key is None, rank(line.key), fold(label))
        return tuple(sorted(found, key=found.__getitem__))

    def _registered(self, lines: Iterable[Line]) -> tuple[Registered, ...]:
        return tuple(Registered(line.title, self._label(line), line.registered_on, line.content) for line in lines)

    def _label(self, line: Line) -> str:
        return line.title if line.key is None else self._named[line.key]


def _labels(rows: Iterable[Row]) -> Mapping[TitleKey, str]:
    """What each kind is counted under: its name, or the one wording that everybody used for it."""
    used: dict[TitleKey, set[str]] = defaultdict(set)
    for row in rows:
        for line in row.lines:
            if line.key is not None:
                used[line.key].add(line.title)
    return {key: _common(key, wordings) for key, wordings in used.items()}


def _common(key: TitleKey, wordings: set[str]) -> str:
    kind = titles.kinds()[key]
    (one, *more) = sorted(wordings)
    return kind.name if more or fold(one) == fold(kind.short) else one


def _by_unit(board: Board) -> Mapping[UnitId | None, Sequence[Row]]:
    """Who is to register and whoever has, under their units in the office's order."""
    found: dict[UnitId | None, list[Row]] = {unit: [] for unit, _ in board.groups}
    for row in board.rows:
        found[row.unit_id].append(row)
    return found


def _heads(on: date) -> Mapping[UnitId | None, tuple[str, str]]:
    """Name and post of each unit's head."""
    query = Unit.select(Unit.id, Person.id, Person.full_name).join(Person, on=Unit.head == Person.id)
    rows = fetch(query)
    posts = main_posts(on, people=[PersonId(person) for _, person, _ in rows])
    return {
        UnitId(unit): (name, (posts[PersonId(person)].post or "") if PersonId(person) in posts else "")
        for unit, person, name in rows
    }
