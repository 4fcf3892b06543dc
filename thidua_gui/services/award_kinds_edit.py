"""Changes what the school says of a shipped kind, and adds, hides and removes kinds of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

import peewee as pw

from db.models.awards import Award
from db.models.campaigns import Registration
from db.models.proposals import AwardKind, Proposal
from db.models.submissions import UnitVote
from thidua_gui.core.award_kinds import OWN, KindList, ListedKind, merged, wordings_of
from thidua_gui.core.awards import Bearer, Level, award_key, spellings
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.titles import TitleGroup
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services import titles
from thidua_gui.services.award_kinds import kind_of, listed_kind, used_keys, used_wordings
from thidua_gui.services.dossiers import forget_lists
from thidua_gui.services.rows import fetch, save_changed
from thidua_gui.services.transaction import write
from thidua_gui.text import award_kinds as wording

LONGEST, LONGEST_SHORT = 200, 24
_SIDES = (
    (Award.title, Award.person, Award.unit),
    (Registration.title, Registration.person, Registration.unit),
    (UnitVote.title, UnitVote.person, UnitVote.unit),
    (Proposal.title, Proposal.person, Proposal.unit),
)
"""Where a wording stands for a person or a unit."""


@dataclass(frozen=True, slots=True)
class KindDraft:
    """What the clerk filled in. Group, bearer and level are the law's in a shipped kind. An empty `short` = the
    name; an empty `authority` of a shipped kind = as shipped."""

    name: str
    short: str
    group: TitleGroup
    bearer: Bearer
    level: Level
    authority: str = ""
    wordings: tuple[str, ...] = ()
    note: str = ""


def draft_of(key: str) -> KindDraft:
    """The kind as it stands, to change something of it."""
    kind = listed_kind(key)
    return KindDraft(
        kind.name, kind.short, kind.group, kind.bearer, kind.level, kind.authority, kind.wordings, kind.note
    )  # fmt: skip


def add_kind(draft: KindDraft) -> Changes:
    """A kind of the school's own."""
    with write(wording.step_add(tidy(draft.name))) as operation:
        store_own(draft)
    return operation.changes


def edit_kind(key: str, draft: KindDraft) -> Changes:
    """Other particulars. The name that an own kind had before stays known as a further wording of it."""
    with write(wording.step_edit(listed_kind(key).name)) as operation:
        store_changed(key, draft)
    return operation.changes


def use_kind(key: str, *, is_used: bool) -> Changes:
    """Hide a kind, so that it is offered nowhere, or show it again. What it was given for stays."""
    kind = listed_kind(key)
    with write(wording.step_show(kind.name) if is_used else wording.step_hide(kind.name)) as operation:
        _store(kind, draft_of(key), is_used=is_used)
    return operation.changes


def reset_kind(key: str) -> Changes:
    """A shipped kind as it is shipped, shown again."""
    kind = listed_kind(key)
    with write(wording.step_reset(kind.name)) as operation:
        if kind.award is None:
            raise UserError("award_kind_not_shipped", name=kind.name)
        AwardKind.delete().where(AwardKind.key == key).execute()
        _refuse_lost_wordings(kind)
    return operation.changes


def remove_kind(key: str) -> Changes:
    """An own kind that nothing in the data file names."""
    kind = listed_kind(key)
    with write(wording.step_remove(kind.name)) as operation:
        if kind.award is not None:
            raise UserError("award_kind_shipped", name=kind.name)
        if key in used_keys() or any(_means(word, kind) for word in used_wordings()):
            raise UserError("award_kind_in_use", name=kind.name)
        AwardKind.delete().where(AwardKind.key == key).execute()
        forget_lists(key)
    return operation.changes


def refuse_lost_keys() -> None:
    """For an undo: what a proposal or the council names must still be there."""
    there = {key for (key,) in fetch(AwardKind.select(AwardKind.key))}
    if used_keys() - there:
        raise UserError("award_kind_undo_in_use")


def store_own(draft: KindDraft, *, is_used: bool = True) -> str:
    """As `add_kind`, inside the write of a larger command; the key of the new kind."""
    judged = _judged(draft, None)
    numbers = [key.removeprefix(OWN) for (key,) in fetch(AwardKind.select(AwardKind.key)) if key.startswith(OWN)]
    number = 1 + max((int(one) for one in numbers if one.isdecimal()), default=0)
    key = f"{OWN}{number}"
    last = AwardKind.select(pw.fn.MAX(AwardKind.position)).scalar() or 0
    AwardKind.create(key=key, position=last + 1, is_used=is_used, **_columns(judged))
    return key


def store_changed(key: str, draft: KindDraft, *, is_used: bool | None = None) -> None:
    """As `edit_kind`, inside the write of a larger command; `is_used` None = as it is."""
    kind = _present(key)
    judged = _judged(draft, kind)
    if kind.award is None and fold(kind.name) not in {fold(word) for word in (judged.name, *judged.wordings)}:
        judged = replace(judged, wordings=(*judged.wordings, kind.name))
    _store(kind, judged, is_used=kind.is_used if is_used is None else is_used)
    _refuse_lost_wordings(kind)


def _store(kind: ListedKind, draft: KindDraft, *, is_used: bool) -> None:
    """Nothing is kept of a shipped kind that is as shipped."""
    wanted = {**_columns(draft), "is_used": is_used}
    row = AwardKind.get_or_none(AwardKind.key == kind.key)
    if kind.shipped is not None and is_used and _is_as_shipped(kind, draft):
        if row is not None:
            row.delete_instance()
    elif row is None:
        AwardKind.create(key=kind.key, **wanted)
    else:
        save_changed(row, wanted)


def _judged(draft: KindDraft, kind: ListedKind | None) -> KindDraft:
    """The draft with tidy words; refuses beside the field at fault. `kind` None = a new one of the school."""
    tidied = replace(
        draft, name=tidy(draft.name), short=tidy(draft.short) or tidy(draft.name), authority=tidy(draft.authority),
        note=tidy(draft.note), wordings=_distinct_wordings(draft),
    )  # fmt: skip
    if not tidied.name:
        raise UserError("award_kind_name_missing", field="name")
    if len(tidied.name) > LONGEST:
        raise UserError("award_kind_name_long", field="name", most=LONGEST)
    if len(tidied.short) > LONGEST_SHORT:
        raise UserError("award_kind_short_long", field="short", most=LONGEST_SHORT)
    _refuse_taken(tidied, kind)
    if kind is not None and kind.award is None:
        _refuse_other_bearer(kind, tidied.bearer)
    elif kind is not None and (draft.group, draft.bearer, draft.level) != (kind.group, kind.bearer, kind.level):
        raise UserError("award_kind_law", name=kind.name)
    return tidied


def _distinct_wordings(draft: KindDraft) -> tuple[str, ...]:
    """Without those that say the name or the short name again."""
    seen = {fold(tidy(draft.name)), fold(tidy(draft.short))}
    kept = []
    for word in map(tidy, wordings_of("\n".join(draft.wordings))):
        if word and fold(word) not in seen:
            kept.append(word)
            seen.add(fold(word))
    return tuple(kept)


def _refuse_taken(draft: KindDraft, kind: ListedKind | None) -> None:
    """A wording means one kind."""
    known = _stored_list()
    own = None if kind is None else kind.key
    fields = (("name", draft.name), ("short", draft.short), *(("wordings", word) for word in draft.wordings))
    for field, word in fields:
        taken = known.aliases.get(next(spellings((word,), ("",))))
        if taken is not None and taken != own and fold(known.by_key[taken].name) == fold(word):
            raise UserError("award_kind_exists", field=field, name=known.by_key[taken].name)
        if taken is not None and taken != own:
            raise UserError("award_kind_taken", field=field, words=word, name=known.by_key[taken].name)


def _refuse_other_bearer(kind: ListedKind, bearer: Bearer) -> None:
    """Who already has it, or is put down for it, must still be able to have it."""
    if bearer in (Bearer.BOTH, kind.bearer):
        return
    for title, person, unit in _SIDES:
        other = unit if bearer is Bearer.PERSON else person
        words = fetch(title.model.select(title).where(other.is_null(False)).distinct())
        if any(_means(word, kind) for (word,) in words):
            raise UserError("award_kind_bearer_used", field="bearer", name=kind.name)


def _refuse_lost_wordings(kind: ListedKind) -> None:
    """What the data file says must mean the same kind as before."""
    known = _stored_list()
    for word in sorted(used_wordings()):
        if _means(word, kind) and award_key(word, known.aliases) != kind.key:
            raise UserError("award_kind_wording_used", field="wordings", words=word, name=kind.name)


def _means(word: str, kind: ListedKind) -> bool:
    """Whether it meant the kind before this change."""
    return kind_of(word) == kind.key


def _is_as_shipped(kind: ListedKind, draft: KindDraft) -> bool:
    shipped = kind.shipped
    same = shipped is not None and (draft.name, draft.short) == (shipped.name, shipped.short)
    return same and not (draft.authority or draft.wordings or draft.note)


def _present(key: str) -> ListedKind:
    """As it stands in this transaction."""
    found = _stored_list().by_key.get(key)
    if found is None:
        raise UserError("award_kind_unknown", key=key)
    return found


def _stored_list() -> KindList:
    """As the rows of this transaction have it."""
    return merged(titles.catalogue(), titles.school_kinds())


def _columns(draft: KindDraft) -> dict[str, object]:
    return {
        "name": draft.name, "short": draft.short, "family": draft.group.value, "subject": draft.bearer.value,
        "level": draft.level.value, "authority": draft.authority or None,
        "wordings": "\n".join(draft.wordings) or None, "note": draft.note or None,
    }  # fmt: skip
