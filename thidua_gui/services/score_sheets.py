"""Collects what the printed criteria sheets tell: of people, or of units as collectives; blank or filled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from db.models.council import CouncilMember
from db.models.organisation import Person, Unit
from db.models.scoring import Criterion, ScoreComment, Stage
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId, SubjectId, UnitId
from thidua_gui.core.scoring import Sheet, SheetSubject, StageKey
from thidua_gui.core.vietnamese import fold
from thidua_gui.documents.score_sheet import Proof, Remark, ScoreSheetFacts, SheetPerson, score_sheet
from thidua_gui.documents.score_sheet_content import ScoreSheetContent
from thidua_gui.services import evidence
from thidua_gui.services.campaigns import campaign
from thidua_gui.services.evidence import EvidenceRow
from thidua_gui.services.letterhead import letterhead
from thidua_gui.services.scoring import Board, ScoreRow, board, board_of, effective_of
from thidua_gui.services.subjects import owner, owner_of
from thidua_gui.services.summaries import Issue
from thidua_gui.services.transaction import read
from thidua_gui.text import summaries as wording


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose sheets: these people if given, else those of the unit, else everybody's; or those of `units` themselves."""

    people: tuple[PersonId, ...] = ()
    unit_id: UnitId | None = None
    units: tuple[UnitId, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreSheets:
    """The sheets in the office's order; `skipped` names whom no criteria sheet serves."""

    contents: tuple[ScoreSheetContent, ...]
    skipped: tuple[str, ...]


def scope_of(subject_id: SubjectId, of: SheetSubject) -> Scope:
    """The one sheet of a person, or of a unit."""
    return Scope(units=(UnitId(subject_id),)) if of is SheetSubject.UNIT else Scope((PersonId(subject_id),))


def score_sheets(campaign_id: CampaignId, scope: Scope, issue: Issue, *, blank: bool) -> ScoreSheets:
    """Phiếu chấm điểm of everyone in the scope. Refused with `score_sheet_missing` when nobody there has a sheet."""
    with read():
        head = letterhead(campaign_id)
        year = _year(campaign_id, scope)
        rows = [row for row in year.rows if scope.unit_id is None or row.unit_id == scope.unit_id]
        facts = ScoreSheetFacts(
            office=head.office,
            year=campaign(campaign_id).year,
            data_on=issue.data_on,
            chair=_chair(campaign_id),
            issued_on=issue.issued_on,
            heading=head.style,
        )
        people = _Collector(campaign_id, year, rows)
        contents, skipped = [], []
        for row in sorted(rows, key=_place):
            sheet = year.sheet(row.sheet_id)
            if sheet is None:
                skipped.append(row.name)
            else:
                contents.append(score_sheet(facts, people.person(row, sheet), issue.form_on, blank=blank))
    if not contents:
        raise UserError("score_sheet_missing", people=skipped)
    return ScoreSheets(tuple(contents), tuple(skipped))


def _year(campaign_id: CampaignId, scope: Scope) -> Board:
    if scope.units:
        return board_of(campaign_id, scope.units, SheetSubject.UNIT)
    return board_of(campaign_id, scope.people) if scope.people else board(campaign_id)


class _Collector:
    """What is read once for all sheets."""

    def __init__(self, campaign_id: CampaignId, year: Board, rows: Collection[ScoreRow]) -> None:
        self._year = year
        self._proofs_of: Callable[[ScoreRow], tuple[EvidenceRow, ...]]
        self._groups: Mapping[SubjectId, str] = {}
        self._heads: Mapping[UnitId, str] = {}
        self._remarks = _remarks(campaign_id, [row.id for row in rows], year.subject)
        if year.subject is SheetSubject.UNIT:
            of_units = evidence.of_units(campaign_id, [UnitId(row.id) for row in rows])
            self._proofs_of = lambda row: of_units.get(UnitId(row.id), ())
            return
        people = [PersonId(row.id) for row in rows]
        self._groups = {
            PersonId(row.id): row.staff_group or "" for row in Person.select().where(Person.id.in_(people))
        }
        self._heads = {UnitId(unit.id): unit.head.full_name for unit in Unit.select() if unit.head is not None}
        of_people = evidence.of_people(campaign_id, people)
        self._proofs_of = lambda row: of_people.get(PersonId(row.id), ())

    def person(self, row: ScoreRow, sheet: Sheet) -> SheetPerson:
        return SheetPerson(
            code="" if row.is_school else row.code,
            name=row.name,
            post=row.post,
            unit=row.unit_name or wording.NO_UNIT,
            staff_group=self._groups.get(row.id, ""),
            registered=row.registered_title or "",
            sheet=sheet,
            scores={stage.key: row.scores[stage.id] for stage in self._year.stages},
            rating=effective_of(row, self._year),
            rating_reason=row.decided_reason or "",
            remarks=tuple(self._remarks.get(row.id, ())),
            proofs=tuple(_proof(proof) for proof in self._proofs_of(row)),
            unit_head="" if row.unit_id is None else self._heads.get(row.unit_id, ""),
        )


def _proof(row: EvidenceRow) -> Proof:
    return Proof(row.title, row.number, row.initiative)


def _remarks(
    campaign_id: CampaignId, ids: Collection[SubjectId], of: SheetSubject
) -> Mapping[SubjectId, list[Remark]]:
    found: dict[SubjectId, list[Remark]] = defaultdict(list)
    numbers = {row.id: row.number for row in Criterion.select(Criterion.id, Criterion.number)}
    query = (
        ScoreComment.select(ScoreComment, Stage)
        .join(Stage, on=(ScoreComment.stage == Stage.id))
        .where((Stage.campaign == campaign_id) & owner(ScoreComment, of).in_(list(ids)))
        .order_by(ScoreComment.written_at, ScoreComment.id)
    )
    for row in query:
        number = "" if row.criterion_id is None else numbers.get(row.criterion_id, "")
        remark = Remark(StageKey(row.stage.key), row.author or "", row.written_at.date(), number, row.text)
        subject = owner_of(row, of)
        if subject is not None:
            found[subject].append(remark)
    return found


def _chair(campaign_id: CampaignId) -> str:
    """The council's chair, empty while nobody is named."""
    members = CouncilMember.select().where(CouncilMember.campaign == campaign_id).order_by(CouncilMember.position)
    chair = next((row for row in members if fold(row.role) == fold(wording.CHAIR)), None)
    return "" if chair is None else chair.person.full_name


def _place(row: ScoreRow) -> tuple[int, str, int, str, str]:
    return row.unit_position, row.unit_name, row.position, row.name_sort, row.code
