"""The sheets of proposals and of what is said against somebody, as data. Knows no wording and reads no cell."""

from thidua_gui.core.workbook import proposal_rows as rows
from thidua_gui.core.workbook.columns import ROW_NUMBER, SUBJECT, Column, Kind, Refers, SheetSpec, Vocabulary
from thidua_gui.core.workbook.sheet_keys import SheetKey

_PROPOSAL = Column("proposal", Kind.CODE, required=True)
_STATE = Vocabulary.PROPOSAL_STATE

PROPOSALS = (
    SheetSpec(
        SheetKey.PROPOSALS,
        (
            ROW_NUMBER,
            Column("code", Kind.CODE, required=True),
            SUBJECT,
            Column("kind", required=True),
            Column("title", required=True),
            Column("basis", Kind.WORD, required=True, words=Vocabulary.COMMENDATION_KIND),
            Column("state", Kind.WORD, required=True, words=_STATE),
            Column("is_listed", Kind.MARK),
            Column("proposing_unit", Kind.CODE, refers=Refers.UNIT, extra=True),
            Column("received_on", Kind.DATE, extra=True),
            Column("achievement", extra=True),
            Column("note", extra=True),
            Column("movement", extra=True),
            Column("position", Kind.COUNT, extra=True),
            Column("initiatives", Kind.CODES, extra=True),
            Column("lowered_to", extra=True),
            Column("pack", extra=True),
            Column("pack_sha256", extra=True),
            Column("outcome", Kind.WORD, words=Vocabulary.OUTCOME, extra=True),
            Column("award_title", extra=True),
            Column("award_number", extra=True),
        ),
        rows.ProposalRow,
        identity=("code",),
    ),
    SheetSpec(
        SheetKey.PROPOSAL_EVENTS,
        (
            _PROPOSAL,
            Column("at", Kind.MOMENT, required=True),
            Column("user"),
            Column("from_state", Kind.WORD, words=_STATE),
            Column("to_state", Kind.WORD, required=True, words=_STATE),
            Column("reason"),
        ),
        rows.ProposalEventRow,
    ),
    SheetSpec(
        SheetKey.PROPOSAL_FINDINGS,
        (
            _PROPOSAL,
            Column("condition", Kind.CODE, required=True),
            Column("outcome", Kind.WORD, required=True, words=Vocabulary.OUTCOME),
            Column("needed", required=True),
            Column("had", required=True),
            Column("source", required=True),
            Column("is_checked", Kind.MARK),
            Column("is_attested", Kind.MARK),
        ),
        rows.ProposalFindingRow,
        identity=("proposal", "condition"),
    ),
    SheetSpec(
        SheetKey.PROPOSAL_PAPERS,
        (
            _PROPOSAL,
            Column("name", required=True),
            Column("state", Kind.WORD, required=True, words=Vocabulary.PAPER_STATE),
            Column("noted_on", Kind.DATE),
            Column("note", extra=True),
        ),
        rows.ProposalPaperRow,
        identity=("proposal", "name"),
    ),
    SheetSpec(
        SheetKey.CONDITION_OVERRIDES,
        (
            _PROPOSAL,
            Column("condition", Kind.CODE, required=True),
            Column("reason", required=True),
            Column("at", Kind.MOMENT, required=True),
            Column("user"),
        ),
        rows.ConditionOverrideRow,
        identity=("proposal", "condition"),
    ),
    SheetSpec(
        SheetKey.OBJECTIONS,
        (
            ROW_NUMBER,
            SUBJECT,
            Column("condition", Kind.CODE, required=True),
            Column("content", required=True),
            Column("raised_by", extra=True),
            Column("raised_on", Kind.DATE, extra=True),
            Column("settled_on", Kind.DATE, extra=True),
            Column("settlement", extra=True),
        ),
        rows.ObjectionRow,
        ordered=(("raised_on", "settled_on"),),
    ),
    SheetSpec(
        SheetKey.OPEN_CASES,
        (
            ROW_NUMBER,
            SUBJECT,
            Column("kind", Kind.WORD, required=True, words=Vocabulary.CASE_KIND),
            Column("opened_on", Kind.DATE, required=True),
            Column("closed_on", Kind.DATE),
            Column("content", extra=True),
            Column("source", extra=True),
            Column("conclusion", extra=True),
        ),
        rows.OpenCaseRow,
        ordered=(("opened_on", "closed_on"),),
    ),
)
