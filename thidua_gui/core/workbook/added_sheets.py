"""The sheets that the program adds to the year workbook: each may be absent and is written only when it holds
something. Knows no wording and reads no cell."""

from thidua_gui.core.workbook import rows
from thidua_gui.core.workbook.award_kind_row import AwardKindRow
from thidua_gui.core.workbook.columns import (
    NAME_TO_READ,
    ROW_NUMBER,
    SUBJECT,
    Column,
    Kind,
    Refers,
    SheetSpec,
    Vocabulary,
    person_column,
)
from thidua_gui.core.workbook.handed_in_rows import SubmissionRow, UnitVoteRow
from thidua_gui.core.workbook.milestone_row import MilestoneRow
from thidua_gui.core.workbook.movement_rows import MovementRow, OutsideAwardRow
from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.core.workbook.school_result_row import SchoolResultRow

COMMENDED_FOR = (
    Column("kind", Kind.WORD, words=Vocabulary.COMMENDATION_KIND, extra=True),
    Column("achievement", extra=True),
    Column("movement", extra=True),
    Column("revocation_number", extra=True),
)
"""For what an award was given and which decision took it back, at the end of each sheet of awards."""

ADDED = (
    SheetSpec(
        SheetKey.PLAN_ITEMS,
        (
            Column("section", Kind.WORD, required=True, words=Vocabulary.PLAN_SECTION),
            Column("level", Kind.COUNT, extra=True),
            Column("number", extra=True),
            Column("text", required=True),
            Column("carrier", extra=True),
            Column("units", Kind.CODES, refers=Refers.UNIT, extra=True),
            Column("targets", Kind.CODES, extra=True),
        ),
        rows.PlanRow,
    ),
    SheetSpec(
        SheetKey.INITIATIVE_USES,
        (
            ROW_NUMBER,
            Column("initiative", Kind.CODE, required=True),
            SUBJECT,
            Column("year", Kind.YEAR, required=True),
            Column("title", required=True),
            Column("decided_on", Kind.DATE),
            Column("note", extra=True),
        ),
        rows.InitiativeUseRow,
        identity=("initiative", "subject", "year", "title"),
    ),
    SheetSpec(
        SheetKey.TEACHING,
        (
            ROW_NUMBER,
            person_column(),
            NAME_TO_READ,
            Column("level", Kind.WORD, required=True, words=Vocabulary.TEACHING_LEVEL),
            Column("period"),
            Column("decided_on", Kind.DATE),
            Column("decision_number"),
            Column("note", extra=True),
        ),
        rows.TeachingRow,
        identity=("person", "level"),
    ),
    SheetSpec(
        SheetKey.UNIT_VOTES,
        (
            ROW_NUMBER,
            Column("voting_unit", Kind.CODE, required=True, refers=Refers.UNIT),
            SUBJECT,
            Column("title", required=True),
            Column("held_on", Kind.DATE),
            Column("members", Kind.COUNT),
            Column("present", Kind.COUNT),
            Column("agree", Kind.COUNT),
            Column("disagree", Kind.COUNT),
            Column("achievement", extra=True),
            Column("note", extra=True),
        ),
        UnitVoteRow,
        identity=("voting_unit", "subject", "title"),
    ),
    SheetSpec(
        SheetKey.SUBMISSIONS,
        (
            ROW_NUMBER,
            Column("unit", Kind.CODE, required=True, refers=Refers.UNIT),
            Column("kind", Kind.WORD, required=True, words=Vocabulary.SUBMISSION_KIND),
            Column("submitted_on", Kind.DATE, required=True),
            Column("note", extra=True),
        ),
        SubmissionRow,
    ),
    SheetSpec(
        SheetKey.MOVEMENTS,
        (
            ROW_NUMBER,
            Column("name", required=True),
            Column("kind", Kind.WORD, required=True, words=Vocabulary.MOVEMENT_KIND),
            Column("starts_on", Kind.DATE),
            Column("ends_on", Kind.DATE),
            Column("theme", extra=True),
            Column("plan_number", extra=True),
            Column("plan_issued_on", Kind.DATE, extra=True),
            Column("units", Kind.CODES, refers=Refers.UNIT, extra=True),
            Column("closed_on", Kind.DATE, extra=True),
            Column("summary", extra=True),
        ),
        MovementRow,
        identity=("name",),
        ordered=(("starts_on", "ends_on"), ("starts_on", "closed_on")),
    ),
    SheetSpec(
        SheetKey.OUTSIDE_AWARDS,
        (
            ROW_NUMBER,
            Column("name_then", required=True),
            Column("post_then"),
            Column("unit_then"),
            Column("year", Kind.YEAR, required=True),
            Column("title", required=True),
            Column("decision_number"),
            Column("decided_on", Kind.DATE),
            Column("authority"),
            Column("revoked_on", Kind.DATE, extra=True),
            Column("revocation_reason", extra=True),
            *COMMENDED_FOR,
        ),
        OutsideAwardRow,
        identity=("name_then", "post_then", "unit_then", "year", "title", "decision_number", "decided_on"),
        ordered=(("decided_on", "revoked_on"),),
    ),
    SheetSpec(
        SheetKey.SCHOOL_RESULTS,
        (ROW_NUMBER, Column("content", required=True), Column("planned"), Column("achieved"), Column("note")),
        SchoolResultRow,
    ),
    SheetSpec(
        SheetKey.MILESTONES,
        (
            ROW_NUMBER,
            Column("kind", Kind.WORD, required=True, words=Vocabulary.MILESTONE_KIND),
            Column("name", required=True),
            Column("from_on", Kind.DATE),
            Column("due_on", Kind.DATE),
            Column("done_on", Kind.DATE),
            Column("plan_wording", extra=True),
            Column("note", extra=True),
        ),
        MilestoneRow,
        ordered=(("from_on", "due_on"),),
    ),
    SheetSpec(
        SheetKey.AWARD_KINDS,
        (
            ROW_NUMBER,
            Column("name", required=True),
            Column("short", required=True),
            Column("group", Kind.WORD, required=True, words=Vocabulary.AWARD_GROUP),
            Column("bearer", Kind.WORD, required=True, words=Vocabulary.AWARD_BEARER),
            Column("level", Kind.WORD, required=True, words=Vocabulary.AWARD_LEVEL),
            Column("replaces", extra=True),
            Column("authority", extra=True),
            Column("wordings", Kind.TEXTS, extra=True),
            Column("note", extra=True),
            Column("is_hidden", Kind.MARK, extra=True),
        ),
        AwardKindRow,
        identity=("name",),
    ),
)
