"""What happens around a stage of scoring: closing, reasons, the blind second entry. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import DateTimeField, TextField
from db.models.base import BaseModel
from db.models.organisation import Person, Unit
from db.models.scoring import Criterion, Stage


class StageEvent(BaseModel):
    """Chốt, mở lại vòng chấm: who, when, and for a reopening why."""

    stage = pw.ForeignKeyField(Stage, backref="+")
    at = DateTimeField()
    user = TextField()
    action = TextField()
    reason = TextField(null=True)

    if TYPE_CHECKING:
        stage_id: pw.Field[int]

    class Meta:
        table_name = "stage_events"


class ScoreReason(BaseModel):
    """Lý do điều chỉnh of one cell of exactly one person or unit."""

    stage = pw.ForeignKeyField(Stage, backref="+", index=False)
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    criterion = pw.ForeignKeyField(Criterion, backref="+")
    reason = TextField()
    at = DateTimeField()
    author = TextField(null=True)

    if TYPE_CHECKING:
        stage_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]
        criterion_id: pw.Field[int]

    class Meta:
        table_name = "score_reasons"
        indexes = ((("stage", "person", "criterion"), True), (("stage", "unit", "criterion"), True))


class SecondEntry(BaseModel):
    """Nhập lần hai: what the second person typed without seeing the first entry."""

    stage = pw.ForeignKeyField(Stage, backref="+", index=False)
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    criterion = pw.ForeignKeyField(Criterion, backref="+")
    text = TextField()
    entered_by = TextField(null=True)
    entered_at = DateTimeField()

    if TYPE_CHECKING:
        stage_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]
        criterion_id: pw.Field[int]

    class Meta:
        table_name = "second_entries"
        indexes = ((("stage", "person", "criterion"), True), (("stage", "unit", "criterion"), True))


class SecondEntryCheck(BaseModel):
    """Đối chiếu hai lần nhập of one person or unit: who entered first and who second."""

    stage = pw.ForeignKeyField(Stage, backref="+", index=False)
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    first_by = TextField(null=True)
    first_at = DateTimeField(null=True)
    second_by = TextField(null=True)
    second_at = DateTimeField(null=True)

    if TYPE_CHECKING:
        stage_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]

    class Meta:
        table_name = "second_entry_checks"
        indexes = ((("stage", "person"), True), (("stage", "unit"), True))
