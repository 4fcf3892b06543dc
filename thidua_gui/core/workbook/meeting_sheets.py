"""The sheets of the council's decision and its meetings, as data. Knows no wording and reads no cell."""

from thidua_gui.core.workbook import meeting_rows as rows
from thidua_gui.core.workbook.columns import ROW_NUMBER, SUBJECT, Column, Kind, Refers, SheetSpec, Vocabulary
from thidua_gui.core.workbook.columns import person_column as person
from thidua_gui.core.workbook.sheet_keys import SheetKey


def _number(key: str, *, required: bool = True, extra: bool = False) -> Column:
    return Column(key, Kind.COUNT, required=required, extra=extra)


def _word(key: str, words: Vocabulary, *, required: bool = True, extra: bool = False) -> Column:
    return Column(key, Kind.WORD, required=required, words=words, extra=extra)


_MEETING, _ITEM, _CANDIDATE = _number("meeting"), _number("item"), _number("candidate")
_ROUND, _VERSION = _number("round"), _number("version")

MEETINGS = (
    SheetSpec(
        SheetKey.COUNCIL_DECISION,
        (
            Column("name"),
            Column("decision_number"),
            Column("decided_on", Kind.DATE),
            Column("authority"),
            Column("standing_unit", Kind.CODE, refers=Refers.UNIT),
            Column("note", extra=True),
        ),
        rows.CouncilDecisionRow,
    ),
    SheetSpec(
        SheetKey.MEETINGS,
        (
            _MEETING,
            Column("name"),
            Column("held_on", Kind.DATE),
            Column("starts_at"),
            Column("place"),
            _word("state", Vocabulary.MEETING_STATE),
            Column("opened_at", Kind.MOMENT, extra=True),
            Column("closed_at", Kind.MOMENT, extra=True),
            Column("chair", Kind.CODE, refers=Refers.PERSON, extra=True),
            Column("secretary", Kind.CODE, refers=Refers.PERSON, extra=True),
            Column("invited", extra=True),
            Column("conclusion", extra=True),
            Column("rules", extra=True),
            _number("at_item", required=False, extra=True),
            _number("at_candidate", required=False, extra=True),
        ),
        rows.MeetingRow,
        identity=("meeting",),
    ),
    SheetSpec(
        SheetKey.MEETING_MEMBERS,
        (
            ROW_NUMBER,
            _MEETING,
            person(),
            Column("name", required=True),
            Column("role", required=True),
            Column("post"),
            Column("is_voting", Kind.MARK),
            _word("attendance", Vocabulary.ATTENDANCE, required=False),
            Column("absence_reason", extra=True),
        ),
        rows.MeetingMemberRow,
        identity=("meeting", "person"),
    ),
    SheetSpec(
        SheetKey.PASSAGES,
        (_MEETING, person(), _word("kind", Vocabulary.PASSAGE), Column("at", Kind.MOMENT, required=True)),
        rows.PassageRow,
    ),
    SheetSpec(
        SheetKey.AGENDA_ITEMS,
        (
            _MEETING,
            _ITEM,
            _word("kind", Vocabulary.ITEM_KIND),
            Column("title", required=True),
            _word("state", Vocabulary.ITEM_STATE),
            Column("award_kind", extra=True),
            _number("planned_minutes", required=False, extra=True),
            Column("private_note", extra=True),
            Column("discussion", extra=True),
            Column("conclusion", extra=True),
            Column("started_at", Kind.MOMENT, extra=True),
            _number("spent_seconds", required=False, extra=True),
        ),
        rows.AgendaItemRow,
        identity=("meeting", "item"),
    ),
    SheetSpec(
        SheetKey.CANDIDATES,
        (
            _MEETING,
            _ITEM,
            _CANDIDATE,
            SUBJECT,
            Column("name", required=True),
            Column("title", required=True),
            _number("proposal", required=False, extra=True),
            Column("note", extra=True),
            _word("outcome", Vocabulary.COUNCIL_OUTCOME, required=False),
            Column("lowered_to", extra=True),
            Column("by_chair", Kind.MARK),
            Column("reason", extra=True),
            _number("round", required=False, extra=True),
            _number("version", required=False, extra=True),
        ),
        rows.CandidateRow,
        identity=("meeting", "item", "candidate"),
    ),
    SheetSpec(
        SheetKey.RECUSALS,
        (_MEETING, _ITEM, _CANDIDATE, person(), Column("reason", required=True)),
        rows.RecusalRow,
        identity=("meeting", "item", "candidate", "person"),
    ),
    SheetSpec(
        SheetKey.VOTES,
        (
            _MEETING,
            _ITEM,
            _ROUND,
            _VERSION,
            _word("method", Vocabulary.VOTE_METHOD),
            *(_number(key, required=False) for key in ("members", "present", "written", "issued", "returned")),
            Column("published_at", Kind.MOMENT),
            Column("override_reason", extra=True),
            Column("reason", extra=True),
        ),
        rows.VoteRow,
        identity=("meeting", "item", "round", "version"),
    ),
    SheetSpec(
        SheetKey.VOTE_COUNTS,
        (
            _MEETING,
            _ITEM,
            _ROUND,
            _VERSION,
            _CANDIDATE,
            _number("counter"),
            *(_number(key, required=False) for key in ("valid", "invalid", "agree", "disagree", "blank")),
        ),
        rows.VoteCountRow,
        identity=("meeting", "item", "round", "version", "candidate", "counter"),
    ),
    SheetSpec(
        SheetKey.MEETING_EVENTS,
        (
            _MEETING,
            Column("at", Kind.MOMENT, required=True),
            _word("kind", Vocabulary.MEETING_EVENT),
            _number("item", required=False),
            Column("words"),
        ),
        rows.MeetingEventRow,
    ),
)
