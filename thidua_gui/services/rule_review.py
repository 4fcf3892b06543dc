"""The rule packs as an officer reads them: every condition and value in words, compared or not. Judges nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.conditions import Condition
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.pack_comparison import Change, Pair, compare
from thidua_gui.core.rulepack import DatedValue, Pack
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import rule_confirmations, rules
from thidua_gui.services.campaigns import campaign
from thidua_gui.services.initiative_uses import SingleUse, single_use
from thidua_gui.services.rule_confirmations import (
    Confirmation,
    Noted,
    Passage,
    compared,
    confirmation_of,
    lapsed,
    of_condition,
    of_value,
    to_compare,
    value_keys,
)
from thidua_gui.services.rules import Law, RefusedPack
from thidua_gui.services.titles import kinds
from thidua_gui.services.transaction import open_session, read
from thidua_gui.text import rules as wording
from thidua_gui.text.conditions import needed

TABLES = ("settings", "campaigns")


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A dated number of the law; `used_in` are the short names of the awards that ask for it. `lapsed`: somebody
    compared it in another text of the pack."""

    id: int
    passage: Passage
    key: str
    name: str
    number: int
    from_on: date
    until_on: date | None
    source: str
    grade: str
    is_checked: bool
    confirmation: Confirmation | None
    lapsed: Confirmation | None
    used_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartLine:
    """One of the ways to meet a condition that offers several."""

    needed: str
    source: str
    grade: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """A condition in words, with the values of the pack's day. `open_passages`: what a comparison would confirm;
    `taken_back`: what is taken back with it."""

    id: int
    passage: Passage
    award: TitleKey
    award_name: str
    needed: str
    source: str
    grade: str
    is_attested: bool
    is_checked: bool
    confirmation: Confirmation | None
    lapsed: Confirmation | None
    parts: tuple[PartLine, ...]
    values: tuple[ValueLine, ...]
    open_passages: tuple[Passage, ...]
    taken_back: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PackView:
    """A pack with its lines; `file` is its name in the data folder, "" of a shipped one."""

    pack: Pack
    file: str
    conditions: tuple[ConditionLine, ...]
    values: tuple[ValueLine, ...]

    @property
    def unchecked(self) -> int:
        """How many conditions and values nobody compared with the text."""
        return sum(not one.is_checked for one in self.conditions) + sum(not one.is_checked for one in self.values)


@dataclass(frozen=True, slots=True)
class YearLaw:
    """The law of the year on screen; `decided_on` is its last day while no day is set (`is_set` False)."""

    year: int
    decided_on: date
    is_set: bool
    law: Law


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Everything the view shows."""

    packs: tuple[PackView, ...]
    refused: tuple[RefusedPack, ...]
    year: YearLaw | None
    newcomer_months: int
    single_use: SingleUse


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """What two packs ask, side by side; "" where one does not ask it."""

    id: int
    award: TitleKey
    award_name: str
    earlier: str
    later: str
    earlier_source: str
    later_source: str
    change: Change


def rule_book(campaign_id: CampaignId | None) -> RuleBook:
    """All packs, and which one judges the year."""
    found, today = rules.shelf(), open_session().clock().date()
    with read():
        known = rule_confirmations.noted()
    views = tuple(_view(pack, found.files.get(pack.id, ""), known, today) for pack in found.packs)
    year = None if campaign_id is None else _year_law(campaign_id)
    on = today if year is None else year.decided_on
    return RuleBook(views, found.refused, year, rules.newcomer_months(on), single_use())


def compare_packs(earlier_id: str, later_id: str) -> tuple[ComparedLine, ...]:
    """Award by award; each pack with the values of its last day, or of today."""
    today = open_session().clock().date()
    by_id = {pack.id: pack.rules(_day_in(pack, today)) for pack in rules.shelf().packs}
    pairs = compare(by_id.get(earlier_id, {}), by_id.get(later_id, {}))
    names = award_names()
    return tuple(_compared(place, pair, names) for place, pair in enumerate(pairs, start=1))


def award_names() -> Mapping[TitleKey, str]:
    """The full name of each award."""
    return {key: kind.name for key, kind in kinds().items()}


def _view(pack: Pack, file: str, known: Noted, today: date) -> PackView:
    values = tuple(_value(place, value, pack, known) for place, value in enumerate(pack.values, start=1))
    filled = [one for found in pack.rules(_day_in(pack, today)).values() for one in found]
    whole = {of_condition(one): one for one in filled}
    names = award_names()
    lines = tuple(
        _condition(place, raw, whole[of_condition(raw)], pack, known, values, names)
        for place, raw in enumerate(pack.conditions, start=1)
    )
    return PackView(pack, file, lines, values)


def _condition(
    place: int, raw: Condition, filled: Condition, pack: Pack, known: Noted, values: Iterable[ValueLine],
    names: Mapping[TitleKey, str],
) -> ConditionLine:  # fmt: skip
    keys = value_keys(raw)
    parts = tuple(PartLine(needed(one, names), one.source, one.grade, one.is_checked) for one in filled.parts)
    is_checked = filled.is_checked and all(part.is_checked for part in parts)
    passage = of_condition(raw)
    return ConditionLine(
        place, passage, raw.award, names[raw.award], needed(filled, names), raw.source, raw.grade, raw.is_attested,
        is_checked, confirmation_of(pack, passage, known), lapsed(pack, passage, known), parts,
        tuple(one for one in values if one.key in keys),
        to_compare(pack, raw), compared(pack, raw, known),
    )  # fmt: skip


def _value(place: int, value: DatedValue, pack: Pack, known: Noted) -> ValueLine:
    using = [one.award for one in pack.conditions if value.key in value_keys(one)]
    passage = of_value(value)
    return ValueLine(
        place, passage, value.key, wording.value_name(value.key), value.number, value.from_on, value.until_on,
        value.source, value.grade, value.is_checked, confirmation_of(pack, passage, known),
        lapsed(pack, passage, known), tuple(kinds()[award].short for award in dict.fromkeys(using)),
    )  # fmt: skip


def _compared(place: int, pair: Pair, names: Mapping[TitleKey, str]) -> ComparedLine:
    told = [("", "") if one is None else (needed(one, names), one.source) for one in (pair.earlier, pair.later)]
    (earlier, earlier_source), (later, later_source) = told
    return ComparedLine(
        place, pair.award, names[pair.award], earlier, later, earlier_source, later_source, pair.change
    )  # fmt: skip


def _year_law(campaign_id: CampaignId) -> YearLaw:
    with read():
        season = campaign(campaign_id)
    day = season.decision_on or season.last_day
    return YearLaw(season.year, day, season.decision_on is not None, rules.law(season.year, day, is_provisional=True))


def _day_in(pack: Pack, today: date) -> date:
    """Today, or the nearest day of the pack's time."""
    day = max(today, pack.from_on)
    return day if pack.until_on is None else min(day, pack.until_on)
