"""Evidence: files behind a criterion of somebody's sheet or behind an initiative. Opens nothing; knows no window."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import peewee as pw

from db.models.attachments import Attachment
from db.models.evidence import Evidence
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.organisation import Person, Unit
from db.models.scoring import Criterion
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import (
    AttachmentId,
    CampaignId,
    CriterionId,
    EvidenceId,
    InitiativeId,
    PersonId,
    SubjectId,
    UnitId,
)
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import attachments
from thidua_gui.services.attachments import LIMIT, MEGABYTE
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.subjects import column, name_of, owner
from thidua_gui.services.transaction import read, write
from thidua_gui.text import evidence as wording

MEDIA_TYPES: Mapping[str, str] = {
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".txt": "text/plain",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".webp": "image/webp",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".heic": "image/heic",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".wav": "audio/wav",
    ".mp4": "video/mp4",
    ".mov": "video/quicktime",
    ".zip": "application/zip",
    ".rar": "application/vnd.rar",
    ".7z": "application/x-7z-compressed",
}
"""What is taken, by the ending of its name: nothing that the system would run when it is opened."""


@dataclass(frozen=True, slots=True)
class OnSheet:
    """A place on a person's or unit's sheet: one criterion, or the whole sheet (None)."""

    campaign_id: CampaignId
    subject_id: SubjectId
    criterion_id: CriterionId | None = None
    subject: SheetSubject = SheetSubject.PERSON


@dataclass(frozen=True, slots=True)
class OnInitiative:
    """Behind an initiative of the year."""

    campaign_id: CampaignId
    initiative_id: InitiativeId


Place = OnSheet | OnInitiative


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """Minh chứng without its bytes; `number` and `initiative` say what it stands behind, both empty = the sheet."""

    id: EvidenceId
    attachment_id: AttachmentId
    criterion_id: CriterionId | None
    initiative_id: InitiativeId | None
    title: str
    size: int
    added_at: datetime
    added_by: str | None
    number: str = ""
    initiative: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """A file as it was read from the disk."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the files; `refusals` speak of those left out, `changes` is None when nothing was written."""

    changes: Changes | None
    count: int
    refusals: tuple[UserError, ...]


def of_sheet(
    campaign_id: CampaignId, subject_id: SubjectId, of: SheetSubject = SheetSubject.PERSON
) -> tuple[EvidenceRow, ...]:
    """Everything on a person's or unit's sheet of the year, the earliest first."""
    with read():
        mine = (Evidence.campaign == campaign_id) & (owner(Evidence, of) == subject_id)
        return tuple(_row(row) for row in _query(mine))


def of_initiative(initiative_id: InitiativeId) -> tuple[EvidenceRow, ...]:
    """Everything behind an initiative, the earliest first."""
    with read():
        return tuple(_row(row) for row in _query(Evidence.initiative == initiative_id))


def of_people(campaign_id: CampaignId, people: Collection[PersonId]) -> dict[PersonId, tuple[EvidenceRow, ...]]:
    """For each person the evidence on the sheet by the criteria's order, then that of the person's initiatives."""
    found: dict[PersonId, list[EvidenceRow]] = defaultdict(list)
    with read():
        own = (Evidence.campaign == campaign_id) & Evidence.person.in_(list(people))
        for row in sorted(_query(own), key=_printed_place):
            found[PersonId(row.person_id or 0)].append(_row(row))
        authors = _initiatives_of(campaign_id, people)
        for row in _query(Evidence.initiative.in_(list(authors))):
            for person in authors[InitiativeId(row.initiative_id or 0)]:
                found[person].append(_row(row))
    return {person: tuple(rows) for person, rows in found.items()}


def of_units(campaign_id: CampaignId, units: Collection[UnitId]) -> dict[UnitId, tuple[EvidenceRow, ...]]:
    """For each unit the evidence on the sheet by the criteria's order."""
    found: dict[UnitId, list[EvidenceRow]] = defaultdict(list)
    with read():
        own = (Evidence.campaign == campaign_id) & Evidence.unit.in_(list(units))
        for row in sorted(_query(own), key=_printed_place):
            found[UnitId(row.unit_id or 0)].append(_row(row))
    return {unit: tuple(rows) for unit, rows in found.items()}


def add(place: Place, files: Sequence[Path], *, at: datetime, user: str) -> Added:
    """Add files at a place, one undo step. Unfit ones are left out and told; if none is fit, the first refusal is
    raised and nothing is written. Bytes that the data file holds already are not stored again."""
    offered, refusals = _read_all(files)
    if not offered:
        raise refusals[0]
    count = 0
    with write(_title(place, len(offered))) as operation:
        refuse_if_closed(place.campaign_id)
        _refuse_if_gone(place)
        known = {row.attachment.sha256 for row in _query(_at(place))}
        for position, file in enumerate(offered, start=len(known)):
            digest = hashlib.sha256(file.content).hexdigest()
            if digest in known:
                refusals.append(UserError("evidence_repeated", name=file.name))
                continue
            known.add(digest)
            _insert(place, file, position, at=at, user=user)
            count += 1
        if not count:
            raise refusals[0]
    return Added(operation.changes, count, tuple(refusals))


def remove(evidence_id: EvidenceId) -> Changes:
    """Take a file off its place; undo brings it back, for its bytes stay in the data file."""
    with read():
        title = _one(evidence_id).title
    with write(wording.STEP_REMOVE.format(name=title)) as operation:
        row = _one(evidence_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        row.delete_instance()
    return operation.changes


def content(evidence_id: EvidenceId) -> Offered:
    """The file itself, to be looked at."""
    with read():
        row = _one(evidence_id)
        held = attachments.describe(AttachmentId(row.attachment_id))
        return Offered(row.title, attachments.content(held.id), held.media_type)


def _read_all(files: Sequence[Path]) -> tuple[list[Offered], list[UserError]]:
    offered, refusals = [], []
    for path in files:
        try:
            offered.append(read_file(path))
        except UserError as refusal:
            refusals.append(refusal)
    if not files:
        refusals.append(UserError("evidence_file_gone", name=""))
    return offered, refusals


def read_file(path: Path) -> Offered:
    """The bytes of a file, judged before they are read."""
    name = tidy(path.name)
    if path.is_dir():
        raise UserError("evidence_not_a_file", name=name)
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    if media_type is None:
        raise UserError("evidence_wrong_kind", name=name)
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise UserError("evidence_too_large", name=name, size=-(-size // MEGABYTE), limit=LIMIT // MEGABYTE)
        held = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("evidence_file_gone", name=name) from error
    except OSError as error:
        raise UserError("evidence_unreadable", name=name, reason=error.strerror or str(error)) from error
    if not held:
        raise UserError("evidence_empty", name=name)
    return Offered(name, held, media_type)


def _insert(place: Place, file: Offered, position: int, *, at: datetime, user: str) -> None:
    sheet, initiative = (place, None) if isinstance(place, OnSheet) else (None, place)
    Evidence.create(
        attachment=attachments.store(file.content, file.name, file.media_type),
        campaign=place.campaign_id,
        **({} if sheet is None else {column(sheet.subject): sheet.subject_id}),
        criterion=None if sheet is None else sheet.criterion_id,
        initiative=None if initiative is None else initiative.initiative_id,
        title=file.name,
        added_at=at,
        added_by=user or None,
        position=position,
    )


def _refuse_if_gone(place: Place) -> None:
    if isinstance(place, OnInitiative):
        there = Initiative.select().where(Initiative.id == place.initiative_id).exists()
    else:
        model: Any = Unit if place.subject is SheetSubject.UNIT else Person
        there = model.select().where(model.id == place.subject_id).exists()
        if there and place.criterion_id is not None:
            there = Criterion.select().where(Criterion.id == place.criterion_id).exists()
    if not there:
        raise UserError("evidence_place_gone")


def _title(place: Place, files: int) -> str:
    with read():
        if isinstance(place, OnInitiative):
            initiative = Initiative.get_or_none(Initiative.id == place.initiative_id)
            return wording.step_add(files, "" if initiative is None else initiative.name)
        model: Any = Unit if place.subject is SheetSubject.UNIT else Person
        gone = not model.select().where(model.id == place.subject_id).exists()
        return wording.step_add(files, "" if gone else name_of(place.subject_id, place.subject))


def _at(place: Place) -> pw.Expression:
    of_year = Evidence.campaign == place.campaign_id
    if isinstance(place, OnInitiative):
        return of_year & (Evidence.initiative == place.initiative_id)
    criterion = place.criterion_id
    there = Evidence.criterion.is_null() if criterion is None else Evidence.criterion == criterion
    mine: pw.Expression = owner(Evidence, place.subject) == place.subject_id
    return of_year & mine & there


def _query(condition: pw.Expression) -> Iterable[Evidence]:
    """Rows with what they stand behind, but without the bytes."""
    light = [field for field in Attachment._meta.sorted_fields if field.name != "content"]
    return (
        Evidence.select(Evidence, *light, Criterion, Initiative)
        .join(Attachment, on=(Evidence.attachment == Attachment.id))
        .switch(Evidence)
        .join(Criterion, pw.JOIN.LEFT_OUTER, on=(Evidence.criterion == Criterion.id))
        .switch(Evidence)
        .join(Initiative, pw.JOIN.LEFT_OUTER, on=(Evidence.initiative == Initiative.id))
        .where(condition)
        .order_by(Evidence.added_at, Evidence.position, Evidence.id)
    )


def _row(row: Evidence) -> EvidenceRow:
    return EvidenceRow(
        EvidenceId(row.id),
        AttachmentId(row.attachment_id),
        None if row.criterion_id is None else CriterionId(row.criterion_id),
        None if row.initiative_id is None else InitiativeId(row.initiative_id),
        row.title,
        row.attachment.size,
        row.added_at,
        row.added_by,
        "" if row.criterion is None else row.criterion.number,
        "" if row.initiative is None else row.initiative.name,
    )


def _printed_place(row: Evidence) -> tuple[int, int]:
    """The whole sheet's evidence first, then by the place of the criterion."""
    return (-1 if row.criterion is None else row.criterion.position), row.id


def _initiatives_of(campaign_id: CampaignId, people: Collection[PersonId]) -> dict[InitiativeId, list[PersonId]]:
    found: dict[InitiativeId, list[PersonId]] = defaultdict(list)
    query = (
        InitiativeAuthor.select()
        .join(Initiative, on=(InitiativeAuthor.initiative == Initiative.id))
        .where((Initiative.campaign == campaign_id) & InitiativeAuthor.person.in_(list(people)))
    )
    for author in _authors(query):
        found[InitiativeId(author.initiative_id)].append(PersonId(author.person_id))
    return found


def _authors(query: Iterable[InitiativeAuthor]) -> Iterator[InitiativeAuthor]:
    yield from query


def _one(evidence_id: EvidenceId) -> Evidence:
    row = Evidence.get_or_none(Evidence.id == evidence_id)
    if row is None:
        raise UserError("evidence_gone")
    return row
