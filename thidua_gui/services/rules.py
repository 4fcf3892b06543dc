"""The rule packs that the program holds, which one judges a decision, and who compared them with the texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from db.models.settings import Setting
from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.conditions import CHECKED, Condition, Kind, Parameters
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.eligibility_facts import Frame
from thidua_gui.core.errors import UserError
from thidua_gui.core.rulepack import DAY, Pack, choose, in_order
from thidua_gui.core.rulepack_reading import parse
from thidua_gui.core.titles import TitleKey
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import settings
from thidua_gui.services.initiative_uses import single_use
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import rules as wording

FOLDER = "rules"
_CONFIRMED = "rules.confirmed."
_NEWCOMER = "rules.newcomer_months"


@dataclass(frozen=True, slots=True)
class RefusedPack:
    """A file of the data folder that cannot be used, and why."""

    file: str
    problem: UserError


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every pack by time; those of the data folder are not `is_shipped`."""

    packs: tuple[Pack, ...]
    refused: tuple[RefusedPack, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Đối chiếu: who compared a condition with the text itself, when, and which document they read."""

    by: str
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class Law:
    """What a year is judged by. Without a `frame` nothing can be judged and `reason` says why. `regime`: the pack of
    the day; `pack`: the one that judges, an earlier one when `is_provisional`."""

    regime: str | None
    pack: Pack | None
    frame: Frame | None
    reason: str = ""
    is_provisional: bool = False


def shelf() -> Shelf:
    """The shipped packs and those of the folder "rules" beside the data file; one there may stand in for a shipped
    pack of the same id that is not enabled."""
    packs, refused = _shipped(), list[RefusedPack]()
    for path in sorted(_folder().glob("*.toml")):
        try:
            packs = _with(packs, replace(parse(_text_of(path)), is_shipped=False))
        except UserError as problem:
            refused.append(RefusedPack(path.name, problem))
    with read():
        noted = confirmations()
    return Shelf(tuple(_confirmed(pack, noted) for pack in packs), tuple(refused))


def law(year: int, decided_on: date, received_on: date | None = None, *, is_provisional: bool = False) -> Law:
    """The pack of the decision's day as a frame to judge in. On demand, where that pack judges nothing, the last
    one before it that does, as provisional."""
    packs = shelf().packs
    chosen = choose(packs, decided_on, received_on)
    if chosen is None:
        return Law(None, None, None, wording.no_pack(decided_on))
    if chosen.is_enabled:
        return Law(chosen.id, chosen, _frame(chosen, year, decided_on))
    earlier = choose([pack for pack in packs if pack.is_enabled], _eve(packs, chosen))
    if not is_provisional or earlier is None:
        return Law(chosen.id, chosen, None, chosen.note)
    return Law(chosen.id, earlier, _frame(earlier, year, decided_on), wording.provisional(earlier.id), True)


def confirm(pack_id: str, award: TitleKey, condition_id: str, confirmation: Confirmation) -> Changes:
    """Note that an officer compared a condition with the text; it holds as long as the pack's text is the same."""
    by, document = tidy(confirmation.by), tidy(confirmation.document)
    if not by:
        raise UserError("rule_confirmer_missing", field="by")
    if not document:
        raise UserError("rule_document_missing", field="document")
    refuse_odd("on", confirmation.on)
    if confirmation.on > open_session().clock().date():
        raise UserError("rule_confirmed_future", field="on", day=confirmation.on)
    pack = _one(pack_id)
    if (award, condition_id) not in {(one.award, one.id) for one in pack.conditions}:
        raise UserError("rule_condition_unknown", pack=pack_id)
    noted = {"by": by, "on": confirmation.on.isoformat(), "document": document}
    return settings.put(
        _key(pack, award, condition_id), noted, title=wording.step_confirm(pack_id, document)
    )  # fmt: skip


def confirmations() -> Mapping[str, Confirmation]:
    """What was confirmed, by the key of pack, hash, award and condition; for use in a read."""
    rows = fetch(Setting.select(Setting.key, Setting.value).where(Setting.key.startswith(_CONFIRMED)))
    noted = {key.removeprefix(_CONFIRMED): json.loads(value) for key, value in rows}
    return {
        key: Confirmation(one["by"], date.fromisoformat(one["on"]), one["document"]) for key, one in noted.items()
    }


def newcomer_months(on: date) -> int:
    """The full months in the year that the school itself asks for where the law asks for none; 0 = none."""
    return settings.get(_NEWCOMER, 0, on)


def set_newcomer_months(months: int, valid_from: date | None = None) -> Changes:
    """Decide them."""
    with write(wording.STEP_NEWCOMER) as operation:
        if not 0 <= months <= 12:
            raise UserError("rule_months_odd", field="months")
        settings.store(_NEWCOMER, months, valid_from)
    return operation.changes


def _frame(pack: Pack, year: int, decided_on: date) -> Frame:
    rules = dict(pack.rules(decided_on))
    lowest = rules.get(TitleKey.ADVANCED_LABOURER, ())
    months = newcomer_months(decided_on)
    if months and lowest and all(condition.kind is not Kind.MONTHS_IN_YEAR for condition in lowest):
        rules[TitleKey.ADVANCED_LABOURER] = (*lowest, _own_months(months))
    return Frame(year, decided_on, rules, single_use().since)


def _own_months(months: int) -> Condition:
    kind = Kind.MONTHS_IN_YEAR
    asked = Parameters(at_least=months)
    return Condition(kind.value, TitleKey.ADVANCED_LABOURER, kind, asked, wording.SCHOOL_RULE, CHECKED)


def _eve(packs: Iterable[Pack], chosen: Pack) -> date:
    """The last day before the pack on which one that judges was in force."""
    ended = [pack.until_on for pack in packs if pack.is_enabled and pack.from_on < chosen.from_on and pack.until_on]
    return max(ended, default=chosen.from_on - DAY)


def _with(packs: Sequence[Pack], added: Pack) -> tuple[Pack, ...]:
    kept = [pack for pack in packs if pack.id != added.id or pack.is_enabled]
    return in_order((*kept, added))


def _confirmed(pack: Pack, noted: Mapping[str, Confirmation]) -> Pack:
    return replace(pack, conditions=tuple(_noted(pack, condition, noted) for condition in pack.conditions))


def _noted(pack: Pack, condition: Condition, noted: Mapping[str, Confirmation]) -> Condition:
    found = noted.get(_key(pack, condition.award, condition.id).removeprefix(_CONFIRMED))
    if found is None:
        return condition
    by = wording.confirmed(found.by, found.on, found.document)
    return replace(condition, confirmed_by=by, parts=tuple(replace(part, confirmed_by=by) for part in condition.parts))


def _key(pack: Pack, award: TitleKey, condition_id: str) -> str:
    return f"{_CONFIRMED}{pack.id}.{pack.sha256[:16]}.{award.value}.{condition_id}"


def _one(pack_id: str) -> Pack:
    found = next((pack for pack in shelf().packs if pack.id == pack_id), None)
    if found is None:
        raise UserError("rule_pack_unknown", pack=pack_id)
    return found


def _folder() -> Path:
    return open_session().path.parent / FOLDER


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("rule_pack_unreadable", reason=str(error)) from error


@cache
def _shipped() -> tuple[Pack, ...]:
    paths = sorted(resources.path(FOLDER).glob("*.toml"))
    return in_order([parse(path.read_text(encoding="utf-8")) for path in paths])
