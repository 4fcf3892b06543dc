"""The rule packs that the program holds, which one judges a decision, and who compared them with the texts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.conditions import CHECKED, Condition, Kind, Parameters
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.eligibility_facts import Frame
from thidua_gui.core.errors import UserError
from thidua_gui.core.rulepack import DAY, Pack, choose, in_order, not_shipped
from thidua_gui.core.rulepack_reading import parse
from thidua_gui.core.titles import TitleKey
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import rule_confirmations, settings
from thidua_gui.services.initiative_uses import single_use
from thidua_gui.services.rule_confirmations import (
    Confirmation,
    Passage,
    of_condition,
    passages,
    to_compare,
    with_confirmations,
)
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import rules as wording

FOLDER = "rules"
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
    files: Mapping[str, str] = field(default_factory=dict)
    """The file names of those of the data folder, by the id of the pack."""


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
    packs, refused, files = shipped(), list[RefusedPack](), dict[str, str]()
    for path in sorted(folder().glob("*.toml")):
        try:
            added = not_shipped(parse(text_of(path)))
            packs, files[added.id] = joined(packs, added), path.name
        except UserError as problem:
            refused.append(RefusedPack(path.name, problem))
    with read():
        noted = rule_confirmations.noted()
    return Shelf(tuple(with_confirmations(pack, noted) for pack in packs), tuple(refused), files)


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
    """Note that an officer compared a condition and its values with the text; it holds as long as the pack's text is
    the same."""
    passage = Passage(award, condition_id)
    pack = _one(pack_id, [passage])
    whole = next(one for one in pack.conditions if of_condition(one) == passage)
    return confirm_all(pack_id, dict.fromkeys((passage, *to_compare(pack, whole))), confirmation)


def confirm_all(pack_id: str, found: Collection[Passage], confirmation: Confirmation) -> Changes:
    """The same of several conditions and values that were compared with one document."""
    by, document = tidy(confirmation.by), tidy(confirmation.document)
    if not by:
        raise UserError("rule_confirmer_missing", field="by")
    if not document:
        raise UserError("rule_document_missing", field="document")
    refuse_odd("on", confirmation.on)
    if confirmation.on > open_session().clock().date():
        raise UserError("rule_confirmed_future", field="on", day=confirmation.on)
    pack = _one(pack_id, found)
    with write(wording.step_confirm(pack_id, document, len(found))) as operation:
        rule_confirmations.store(pack, found, Confirmation(by, confirmation.on, document))
    return operation.changes


def take_back(pack_id: str, found: Collection[Passage]) -> Changes:
    """They were not compared after all; undo brings the confirmation back."""
    pack = _one(pack_id, found)
    with write(wording.step_take_back(pack_id, len(found))) as operation:
        if not rule_confirmations.remove(pack, found):
            raise UserError("rule_not_confirmed")
    return operation.changes


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


def joined(packs: Sequence[Pack], added: Pack) -> tuple[Pack, ...]:
    """With one more, in the place of one of the same id that is not enabled."""
    kept = [pack for pack in packs if pack.id != added.id or pack.is_enabled]
    return in_order((*kept, added))


def _one(pack_id: str, found: Collection[Passage]) -> Pack:
    """The pack, which has each of the passages."""
    pack = next((pack for pack in shelf().packs if pack.id == pack_id), None)
    if pack is None:
        raise UserError("rule_pack_unknown", pack=pack_id)
    if not found or not passages(pack) >= set(found):
        raise UserError("rule_condition_unknown", pack=pack_id)
    return pack


def folder() -> Path:
    """Where packs lie that are not shipped; it may not be there yet."""
    return open_session().path.parent / FOLDER


def text_of(path: Path) -> str:
    """The text of a pack's file."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("rule_pack_encoding") from error
    except OSError as error:
        raise UserError("rule_pack_unreadable", reason=error.strerror or str(error)) from error


@cache
def shipped() -> tuple[Pack, ...]:
    """The packs of the program, by time."""
    paths = sorted(resources.path(FOLDER).glob("*.toml"))
    return in_order([parse(path.read_text(encoding="utf-8")) for path in paths])
