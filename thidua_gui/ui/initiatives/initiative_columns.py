"""The columns of the year's initiatives; asks no service."""

from __future__ import annotations

from thidua_gui.services.initiatives import InitiativeRow
from thidua_gui.text import initiatives as service_wording
from thidua_gui.text import initiatives_page as wording
from thidua_gui.text.initiatives import KINDS, NOT_RECOGNISED
from thidua_gui.text.target_words import RECOGNISED
from thidua_gui.ui.widgets.grid.columns import Chip, Column, FilterKind, Kind, Look, Tone

CONTAINS, CHOICE = FilterKind.CONTAINS, FilterKind.CHOICE
_RESULTS = {
    RECOGNISED: Chip(RECOGNISED, Tone.OK, "circle-check"),
    NOT_RECOGNISED: Chip(NOT_RECOGNISED, Tone.NEUTRAL, "circle-x"),
    None: Chip(wording.PENDING, Tone.WARNING, "clock"),
}


def columns() -> tuple[Column[InitiativeRow], ...]:
    """What tells one from another stands first."""
    return (
        Column(key="code", title=wording.CODE, text=lambda row: row.code, width=64, look=Look.MUTED, filter=CONTAINS),
        Column(
            key="name", title=wording.NAME, text=lambda row: row.name, width=150, stretch=True, look=Look.STRONG,
            hideable=False, filter=CONTAINS, tooltip=lambda row: row.name,
        ),
        Column(key="kind", title=wording.KIND, text=kind_of, width=104, filter=CHOICE),
        Column(
            key="authors", title=wording.AUTHORS, text=authors_of, width=124, filter=CONTAINS, tooltip=authors_told,
        ),
        Column(key="scope", title=wording.SCOPE_HEADER, text=lambda row: row.scope or "", width=84, filter=CHOICE),
        Column(
            key="number", title=wording.DECISION, text=lambda row: row.decision_number or "", width=112,
            filter=CONTAINS, hidden=True,
        ),
        Column(
            key="recognised_on", title=wording.RECOGNISED_ON, kind=Kind.DATE, width=112, hidden=True,
            text=lambda row: wording.decision(None, row.recognised_on), sort_key=lambda row: row.recognised_on,
        ),
        Column(
            key="recognised_by", title=wording.RECOGNISED_BY, text=lambda row: row.recognised_by or "", width=150,
            filter=CHOICE, hidden=True,
        ),
        Column(key="result", title=wording.RESULT, kind=Kind.CHIP, chip=chip_of, width=146, filter=CHOICE),
        Column(
            key="uses", title=wording.USED, title_tip=wording.USED_TIP, kind=Kind.NUMBER, width=70,
            text=lambda row: str(row.uses) if row.uses else "",
        ),
    )  # fmt: skip


def chip_of(row: InitiativeRow) -> Chip:
    """The result in one word; words of an old workbook stand as they are."""
    return _RESULTS.get(row.result) or Chip(row.result or "")


def kind_of(row: InitiativeRow) -> str:
    return "" if row.kind is None else KINDS[row.kind]


def authors_of(row: InitiativeRow) -> str:
    return ", ".join(author.name for author in row.authors)


def authors_told(row: InitiativeRow) -> str:
    """Each with the unit and the share."""
    lines = []
    for author in row.authors:
        share = "" if author.share is None else service_wording.percent(author.share)
        lines.append(", ".join(part for part in (author.name, author.unit, share) if part))
    return "\n".join(lines)
