"""Writes initiatives and their authors. Each is one undo step; `store_…` do the same inside a larger command."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.evidence import Evidence
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.organisation import Person
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, InitiativeId
from thidua_gui.core.initiatives import Author, InitiativeKind, refuse_odd_authors
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.core.workbook.cells import is_code
from thidua_gui.services import initiative_uses
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.initiatives import row_of
from thidua_gui.services.rows import fetch, save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import initiatives as wording
from thidua_gui.text.target_words import SCOPES

_PREFIX = "SK"


@dataclass(frozen=True, slots=True)
class InitiativeDraft:
    """Sáng kiến, đề tài as the clerk fills it in; `scope` and `result` in the workbook's words."""

    code: str
    name: str
    kind: InitiativeKind | None = None
    scope: str | None = None
    result: str | None = None
    decision_number: str | None = None
    recognised_on: date | None = None
    recognised_by: str | None = None
    summary: str | None = None
    effect: str | None = None
    applied_at: str | None = None


@dataclass(frozen=True, slots=True)
class UsedWords:
    """What dialogs offer: a free code, and who has recognised something before."""

    code: str
    recognised_by: tuple[str, ...]


def used_words(campaign_id: CampaignId) -> UsedWords:
    """The first free code of the year's own series, and the authorities in use."""
    with read():
        taken = {fold(code) for (code,) in fetch(Initiative.select(Initiative.code).where(_of(campaign_id)))}
        by = Initiative.select(Initiative.recognised_by).where(Initiative.recognised_by.is_null(False)).distinct()
        authorities = tuple(sorted(words for (words,) in fetch(by)))
    free = (f"{_PREFIX}{number:02d}" for number in range(1, len(taken) + 2))
    return UsedWords(next(code for code in free if fold(code) not in taken), authorities)


def add_initiative(campaign_id: CampaignId, draft: InitiativeDraft, authors: Sequence[Author]) -> Changes:
    """A new one, last in the year's order."""
    with write(wording.step_add(tidy(draft.code), tidy(draft.name))) as operation:
        store_authors(store_initiative(campaign_id, draft), authors)
    return operation.changes


def edit_initiative(initiative_id: InitiativeId, draft: InitiativeDraft, authors: Sequence[Author]) -> Changes:
    """Everything that its dialog holds."""
    with write(wording.step_edit(tidy(draft.code), tidy(draft.name))) as operation:
        row = row_of(initiative_id)
        store_initiative(CampaignId(row.campaign_id), draft, row)
        store_authors(initiative_id, authors)
    return operation.changes


def set_authors(initiative_id: InitiativeId, authors: Sequence[Author]) -> Changes:
    """The authors alone, in this order."""
    with read():
        code = row_of(initiative_id).code
    with write(wording.step_authors(code)) as operation:
        store_authors(initiative_id, authors)
    return operation.changes


def remove_initiative(initiative_id: InitiativeId) -> Changes:
    """Take one away with its authors and the places of its files; refused while it served something. Undo brings all
    of it back."""
    with read():
        row = row_of(initiative_id)
        step = wording.step_remove(row.code, row.name)
    with write(step) as operation:
        row = row_of(initiative_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        initiative_uses.refuse_used(initiative_id)
        for table in (Evidence, InitiativeAuthor):
            for held in table.select().where(table.initiative == initiative_id):
                held.delete_instance()
        row.delete_instance()
    return operation.changes


def store_initiative(
    campaign_id: CampaignId, draft: InitiativeDraft, row: Initiative | None = None
) -> InitiativeId:
    """Judge and write one without its authors, as a new one or over `row`; for use inside a write."""
    year = refuse_if_closed(campaign_id).year
    values = _judged(campaign_id, year, draft, row)
    if row is None:
        last = Initiative.select(pw.fn.MAX(Initiative.position)).where(_of(campaign_id)).scalar() or 0
        row = Initiative.create(campaign=campaign_id, position=last + 1, **values)
    else:
        save_changed(row, values)
    return InitiativeId(row.id)


def store_authors(initiative_id: InitiativeId, authors: Sequence[Author]) -> None:
    """Make these the authors in this order; who stays keeps the row. For use inside a write."""
    refuse_if_closed(CampaignId(row_of(initiative_id).campaign_id))
    refuse_odd_authors(authors)
    _refuse_unknown([author.person_id for author in authors])
    initiative_uses.refuse_author_gone(initiative_id, [author.person_id for author in authors])
    rows = InitiativeAuthor.select().where(InitiativeAuthor.initiative == initiative_id)
    held = {row.person_id: row for row in rows}
    for place, author in enumerate(authors, 1):
        row = held.pop(author.person_id, None)
        if row is None:
            InitiativeAuthor.create(
                initiative=initiative_id, person=author.person_id, position=place, share=author.share
            )
        else:
            save_changed(row, {"position": place, "share": author.share})
    for row in held.values():
        row.delete_instance()


def _judged(
    campaign_id: CampaignId, year: int, draft: InitiativeDraft, row: Initiative | None
) -> dict[str, object]:
    code, name = tidy(draft.code), tidy(draft.name)
    _refuse_code(campaign_id, code, row)
    if not name:
        raise UserError("initiative_name_missing", field="name")
    _refuse_word("scope", draft.scope, SCOPES.known, None if row is None else row.scope)
    _refuse_word("result", draft.result, wording.RESULTS, None if row is None else row.result)
    _refuse_day(year, draft)
    return {
        "code": code, "name": name, "kind": None if draft.kind is None else draft.kind.value, "scope": draft.scope,
        "result": draft.result, "recognised_on": draft.recognised_on, **_texts(draft),
    }  # fmt: skip


def _texts(draft: InitiativeDraft) -> dict[str, str | None]:
    return {
        "decision_number": tidy(draft.decision_number or "") or None,
        "recognised_by": tidy(draft.recognised_by or "") or None,
        "applied_at": tidy(draft.applied_at or "") or None,
        "summary": (draft.summary or "").strip() or None,
        "effect": (draft.effect or "").strip() or None,
    }


def _refuse_code(campaign_id: CampaignId, code: str, row: Initiative | None) -> None:
    if not code:
        raise UserError("initiative_code_missing", field="code")
    if not is_code(code):
        raise UserError("initiative_code_unusable", field="code")
    other = Initiative.get_or_none(_of(campaign_id) & (Initiative.code == code))
    if other is not None and (row is None or other.id != row.id):
        raise UserError("initiative_code_taken", field="code", code=code, name=other.name)


def _refuse_word(field: str, word: str | None, known: Sequence[str], before: str | None) -> None:
    if word is not None and word not in known and word != before:
        raise UserError("initiative_word_unknown", field=field, word=word, known=known)


def _refuse_day(year: int, draft: InitiativeDraft) -> None:
    day = draft.recognised_on
    refuse_odd("recognised_on", day)
    if day is None:
        return
    if day > open_session().clock().date():
        raise UserError("initiative_day_future", field="recognised_on", day=day)
    if day.year < year:
        raise UserError("initiative_day_early", field="recognised_on", day=day, year=year)


def _refuse_unknown(people: Collection[int]) -> None:
    found = Person.select().where(Person.id.in_(list(people))).count()
    if found < len(set(people)):
        raise UserError("initiative_author_unknown", field="authors")


def _of(campaign_id: CampaignId) -> pw.Expression:
    mine: pw.Expression = Initiative.campaign == campaign_id
    return mine
