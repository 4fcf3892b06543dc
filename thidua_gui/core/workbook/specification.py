"""The sheets of a year workbook as data: columns, kinds, what refers to what. Knows no wording and reads no cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum, auto

from thidua_gui.core.workbook import rows
from thidua_gui.core.workbook.rows import SheetKey


class Kind(StrEnum):
    """What a column's cells hold. IGNORED is there for the reader's eye and carries nothing."""

    IGNORED = auto()
    TEXT = auto()
    CODE = auto()
    CODES = auto()
    SHEET_CODE = auto()
    WORD = auto()
    TEXTS = auto()
    DATE = auto()
    YEAR = auto()
    COUNT = auto()
    NUMBER = auto()
    SIGNED = auto()
    MARK = auto()
    FRACTION = auto()
    SHARES = auto()


class Vocabulary(StrEnum):
    """The closed lists of words."""

    RATING = auto()
    STAGE = auto()
    CRITERION_KIND = auto()
    SHEET_SUBJECT = auto()
    MEASURE = auto()
    BASE = auto()
    BOUND_UNIT = auto()
    CHANGE_KIND = auto()
    TASK_RELATED = auto()
    YES_NO = auto()
    SCOPE = auto()
    INITIATIVE_RESULT = auto()
    BALLOT_METHOD = auto()
    VOTE_BASE = auto()
    PLAN_SECTION = auto()
    INITIATIVE_KIND = auto()
    TEACHING_LEVEL = auto()
    SUBMISSION_KIND = auto()


class Refers(StrEnum):
    """Whose code a cell must be."""

    PERSON = auto()
    UNIT = auto()
    SUBJECT = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column, or in a sheet of items one item. An `extra` column is what the program adds to the format: it may be
    absent and is written only when it holds something. `names_school`: the school itself is written by its word, not
    by its code; both are read wherever a unit's code may stand."""

    key: str
    kind: Kind = Kind.TEXT
    required: bool = False
    words: Vocabulary | None = None
    refers: Refers | None = None
    extra: bool = False
    names_school: bool = False


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """One sheet. `identity` names the columns that together must not repeat; `ordered` pairs of (earlier, later)."""

    key: SheetKey
    columns: tuple[Column, ...]
    row: Callable[..., object]
    identity: tuple[str, ...] = ()
    ordered: tuple[tuple[str, str], ...] = ()
    items: tuple[Column, ...] = ()
    required: bool = False


ROW_NUMBER = Column("row_number", Kind.IGNORED)
NAME_TO_READ = Column("full_name", Kind.IGNORED)
ITEM_COLUMNS = (Column("item", Kind.IGNORED), Column("value", Kind.IGNORED))
TOTAL = Column("total", Kind.SIGNED)


def _person(key: str = "person") -> Column:
    return Column(key, Kind.CODE, required=True, refers=Refers.PERSON)


_SUBJECT = Column("subject", Kind.CODE, required=True, refers=Refers.SUBJECT)

_SHEETS = (
    SheetSpec(
        SheetKey.CAMPAIGN,
        ITEM_COLUMNS,
        rows.CampaignItems,
        items=(
            Column("year", Kind.YEAR, required=True),
            Column("plan_number"),
            Column("plan_issued_on", Kind.DATE),
            Column("plan_issued_at"),
            Column("theme"),
            Column("school_theme"),
            Column("results_due_on", Kind.DATE),
            Column("council_on", Kind.DATE),
            Column("decision_on", Kind.DATE),
            Column("plan_title", extra=True),
            Column("plan_signer_name", extra=True),
            Column("plan_signer_post", extra=True),
            Column("plan_signer_authority", extra=True),
        ),
        required=True,
    ),
    SheetSpec(
        SheetKey.TARGETS,
        (
            Column("code", Kind.CODE, required=True),
            Column("content", required=True),
            Column("measure", Kind.WORD, required=True, words=Vocabulary.MEASURE),
            Column("base", Kind.WORD, required=True, words=Vocabulary.BASE),
            Column("lower", Kind.NUMBER),
            Column("upper", Kind.NUMBER),
            Column("unit", Kind.WORD, required=True, words=Vocabulary.BOUND_UNIT),
            Column("within_unit", Kind.CODE, refers=Refers.UNIT, extra=True),
            Column("within_group", extra=True),
        ),
        rows.TargetRow,
        identity=("code",),
    ),
    SheetSpec(
        SheetKey.UNITS,
        (
            ROW_NUMBER,
            Column("code", Kind.CODE, required=True),
            Column("name", required=True),
            Column("kind", required=True),
            Column("launched_on", Kind.DATE),
            Column("rating", Kind.WORD, words=Vocabulary.RATING),
            Column("participants", Kind.COUNT, extra=True),
            Column("launch_note", extra=True),
            Column("rating_reason", extra=True),
            Column("rated_on", Kind.DATE, extra=True),
        ),
        rows.UnitRow,
        identity=("code",),
        required=True,
    ),
    SheetSpec(
        SheetKey.PEOPLE,
        (
            ROW_NUMBER,
            Column("code", Kind.CODE, required=True),
            Column("full_name", required=True),
            Column("gender"),
            Column("born_on", Kind.DATE),
            Column("ethnicity"),
            Column("unit", Kind.CODE, required=True, refers=Refers.UNIT),
            Column("post"),
            Column("staff_group"),
            Column("joined_on", Kind.DATE),
            Column("left_on", Kind.DATE, extra=True),
            Column("left_reason", extra=True),
        ),
        rows.PersonRow,
        identity=("code",),
        ordered=(("born_on", "joined_on"), ("joined_on", "left_on")),
        required=True,
    ),
    SheetSpec(
        SheetKey.PERSONNEL_CHANGES,
        (
            ROW_NUMBER,
            _person(),
            Column("kind", Kind.WORD, required=True, words=Vocabulary.CHANGE_KIND),
            Column("from_on", Kind.DATE),
            Column("until_on", Kind.DATE),
            Column("detail"),
        ),
        rows.PersonnelChangeRow,
        ordered=(("from_on", "until_on"),),
    ),
    SheetSpec(
        SheetKey.DISCIPLINES,
        (
            ROW_NUMBER,
            _person(),
            Column("form", required=True),
            Column("decided_on", Kind.DATE),
            Column("decision_number"),
            Column("task_related", Kind.WORD, words=Vocabulary.TASK_RELATED),
            Column("reason"),
            Column("ended_on", Kind.DATE, extra=True),
        ),
        rows.DisciplineRow,
        ordered=(("decided_on", "ended_on"),),
    ),
    SheetSpec(
        SheetKey.REGISTRATIONS,
        (
            ROW_NUMBER,
            replace(_SUBJECT, names_school=True),
            Column("title", required=True),
            Column("registered_on", Kind.DATE),
            Column("content", extra=True),
        ),
        rows.RegistrationRow,
        identity=("subject", "title"),
    ),
    SheetSpec(
        SheetKey.CRITERIA,
        (
            Column("sheet", Kind.SHEET_CODE, required=True),
            Column("staff_groups", Kind.TEXTS),
            Column("number", Kind.CODE, required=True),
            Column("content", required=True),
            Column("maximum", Kind.NUMBER, required=True),
            Column("kind", Kind.WORD, required=True, words=Vocabulary.CRITERION_KIND),
            Column("step", Kind.NUMBER),
            Column("cap", Kind.NUMBER, extra=True),
            Column("units", Kind.CODES, refers=Refers.UNIT, extra=True),
            Column("subject", Kind.WORD, words=Vocabulary.SHEET_SUBJECT, extra=True),
            Column("version", Kind.COUNT, extra=True),
        ),
        rows.CriterionRow,
        identity=("number", "sheet"),
    ),
    SheetSpec(
        SheetKey.THRESHOLDS,
        (
            Column("rating", Kind.WORD, required=True, words=Vocabulary.RATING),
            Column("from_points", Kind.NUMBER, required=True),
        ),
        rows.ThresholdRow,
        identity=("rating",),
    ),
    SheetSpec(
        SheetKey.SCORES,
        (_person(), NAME_TO_READ, Column("stage", Kind.WORD, required=True, words=Vocabulary.STAGE), TOTAL),
        rows.ScoreRow,
        identity=("person", "stage"),
    ),
    SheetSpec(
        SheetKey.RESULTS,
        (
            ROW_NUMBER,
            _person(),
            NAME_TO_READ,
            Column("rating", Kind.WORD, words=Vocabulary.RATING),
            Column("teaching_faculty", Kind.MARK),
            Column("teaching_school", Kind.MARK),
            Column("rating_reason", extra=True),
            Column("rated_on", Kind.DATE, extra=True),
            Column("party_rating", Kind.WORD, words=Vocabulary.RATING, extra=True),
            Column("party_rated_on", Kind.DATE, extra=True),
            Column("party_decision", extra=True),
        ),
        rows.ResultRow,
        identity=("person",),
    ),
    SheetSpec(
        SheetKey.INITIATIVES,
        (
            ROW_NUMBER,
            Column("code", Kind.CODE, required=True),
            Column("name", required=True),
            Column("authors", Kind.CODES, required=True, refers=Refers.PERSON),
            Column("scope", Kind.WORD, words=Vocabulary.SCOPE),
            Column("recognised_on", Kind.DATE),
            Column("decision_number"),
            Column("result", Kind.WORD, words=Vocabulary.INITIATIVE_RESULT),
            Column("kind", Kind.WORD, words=Vocabulary.INITIATIVE_KIND, extra=True),
            Column("summary", extra=True),
            Column("effect", extra=True),
            Column("applied_at", extra=True),
            Column("recognised_by", extra=True),
            Column("shares", Kind.SHARES, extra=True),
        ),
        rows.InitiativeRow,
        identity=("code",),
    ),
    SheetSpec(
        SheetKey.AWARDS,
        (
            ROW_NUMBER,
            _SUBJECT,
            Column("post_then"),
            Column("unit_then"),
            Column("year", Kind.YEAR, required=True),
            Column("title", required=True),
            Column("decision_number"),
            Column("decided_on", Kind.DATE),
            Column("authority"),
            Column("revoked_on", Kind.DATE),
            Column("revocation_reason"),
        ),
        rows.AwardRow,
        identity=("subject", "year", "title", "decision_number", "decided_on"),
        ordered=(("decided_on", "revoked_on"),),
    ),
    SheetSpec(
        SheetKey.COUNCIL,
        (ROW_NUMBER, _person(), Column("role", required=True), Column("present", Kind.MARK), Column("absence_reason")),
        rows.CouncilRow,
        identity=("person",),
    ),
    SheetSpec(
        SheetKey.MEETING_RULES,
        ITEM_COLUMNS,
        rows.MeetingRuleItems,
        items=(
            Column("quorum", Kind.FRACTION),
            Column("majority", Kind.FRACTION),
            Column("counted_on", Kind.WORD, words=Vocabulary.VOTE_BASE),
            Column("votes_for_self", Kind.WORD, words=Vocabulary.YES_NO),
            Column("absent_vote_in_writing", Kind.WORD, words=Vocabulary.YES_NO),
        ),
    ),
    SheetSpec(
        SheetKey.BALLOTS,
        (
            ROW_NUMBER,
            Column("title", required=True),
            Column("method", Kind.WORD, words=Vocabulary.BALLOT_METHOD),
            _SUBJECT,
            Column("issued", Kind.COUNT),
            Column("returned", Kind.COUNT),
            Column("valid", Kind.COUNT),
            Column("agree", Kind.COUNT),
            Column("disagree", Kind.COUNT),
        ),
        rows.BallotRow,
    ),
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
            _SUBJECT,
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
            _person(),
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
            _SUBJECT,
            Column("title", required=True),
            Column("held_on", Kind.DATE),
            Column("members", Kind.COUNT),
            Column("present", Kind.COUNT),
            Column("agree", Kind.COUNT),
            Column("disagree", Kind.COUNT),
            Column("achievement", extra=True),
            Column("note", extra=True),
        ),
        rows.UnitVoteRow,
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
        rows.SubmissionRow,
    ),
)

SCORES_OF_UNITS = replace(
    next(spec for spec in _SHEETS if spec.key is SheetKey.SCORES),
    columns=(
        Column("person", Kind.CODE, required=True, refers=Refers.UNIT),
        NAME_TO_READ,
        Column("stage", Kind.WORD, required=True, words=Vocabulary.STAGE),
        TOTAL,
    ),
)
"""A score sheet whose criteria sheet is one for units: codes of units stand where else people's do."""

SPECS: Mapping[SheetKey, SheetSpec] = {spec.key: spec for spec in _SHEETS}
