"""Reads a rule pack from its TOML text; anything unknown, missing or odd in it is refused with its place."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from typing import TypeVar

from thidua_gui.core.conditions import ATTESTED, SHAPES, Condition, Kind, Parameters, fits
from thidua_gui.core.disciplines import DisciplineLevel
from thidua_gui.core.errors import UserError
from thidua_gui.core.ratings import Rating
from thidua_gui.core.rulepack import DatedValue, Pack, digest, refuse_seams
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.core.titles import TitleKey

Member = TypeVar("Member", bound=StrEnum)
Entry = TypeVar("Entry")
Table = Mapping[str, object]
KEEPS_EARLIER = "received_before_start"
_MOST: Mapping[str, int] = {"at_least": 100, "years": 50, "months": 24, "percent": 100}
"""The largest numbers that can be meant; more is a slip of the pen that would leave nobody eligible."""
_NUMBERS = frozenset(_MOST)
_HEAD = frozenset({"id", "title", "texts", "valid_from", "enabled"})
_HEAD_MORE = frozenset({"valid_to", "checked_by", "note", "transition"})
_VALUE = frozenset({"key", "from", "number", "source", "grade"})
_PLAIN = frozenset({"award", "id", "kind", "any", "source", "grade", "attested"})


def parse(text: str) -> Pack:
    """The pack that a TOML text holds, validated by itself. A refusal has the `line` among its details, if it is that
    of one value or condition, or of the writing itself."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, line = _written_wrong(text, str(error))
        raise UserError("rule_pack_syntax", reason=reason, line=line) from error
    if "pack" not in document:
        raise UserError("rule_pack_headless")
    _refuse_keys("", document, {"pack"}, {"value", "condition"})
    head = _table("[pack]", document["pack"])
    _refuse_keys("[pack]", head, _HEAD, _HEAD_MORE)
    from_on, until_on = _day("valid_from", head["valid_from"]), _optional_day("valid_to", head.get("valid_to"))
    values = _each("value", text, document, _value)
    refuse_seams(values, from_on, until_on)
    conditions = _each("condition", text, document, lambda table: _condition(table, None))
    _refuse_repeated(conditions)
    _refuse_dangling(conditions, {value.key for value in values})
    _refuse_absurd(text, values, conditions)
    return Pack(
        _text("id", head["id"]), _text("title", head["title"]), _texts("texts", head["texts"]), from_on, until_on,
        _blank("checked_by", head), _flag("enabled", head["enabled"]), _blank("note", head),
        _one_of("transition", head.get("transition"), {None: False, KEEPS_EARLIER: True}), values, conditions,
        digest(text),
    )  # fmt: skip


def _each(key: str, text: str, document: Table, read: Callable[[Table], Entry]) -> tuple[Entry, ...]:
    """The tables of a key in their order; a refusal gets the line of its table's heading."""
    found = []
    for place, table in enumerate(_tables(key, document)):
        try:
            found.append(read(table))
        except UserError as problem:
            problem.details.update(_line_of(text, key, place))
            raise
    return tuple(found)


def _line_of(text: str, key: str, place: int) -> dict[str, int]:
    """The line of the heading of a key's table, as a detail of a refusal."""
    headings = list(re.finditer(rf"^[ \t]*\[\[[ \t]*{key}[ \t]*\]\]", text, re.MULTILINE))
    return {"line": text.count("\n", 0, headings[place].start()) + 1} if place < len(headings) else {}


def _written_wrong(text: str, reason: str) -> tuple[str, int]:
    """What the reader of TOML says, without the place, and the line: the last one where it says the end."""
    found = re.search(r" \(at line (\d+), column \d+\)$", reason)
    if found is None:
        return reason.removesuffix(" (at end of document)"), text.rstrip("\n").count("\n") + 1
    return reason[: found.start()], int(found[1])


def _value(table: Table) -> DatedValue:
    where = f"[[value]] {table.get('key', '')}"
    _refuse_keys(where, table, _VALUE, {"to"})
    from_on, until_on = _day(f"{where} from", table["from"]), _optional_day(f"{where} to", table.get("to"))
    key, number = _text(f"{where} key", table["key"]), _number(f"{where} number", table["number"])
    return DatedValue(key, from_on, until_on, number, *_read_in(where, table))


def _read_in(where: str, table: Table) -> tuple[str, str]:
    """Where it was read, and how surely."""
    return _text(f"{where} source", table["source"]), _text(f"{where} grade", table["grade"])


def _condition(table: Table, whole: TitleKey | None) -> Condition:
    """One condition; a part of an `any` takes the award of the whole and has no parts of its own."""
    where = f"[[condition]] {whole or table.get('award', '')} {table.get('kind', Kind.ANY.value)}"
    kind = Kind.ANY if whole is None and "any" in table else _enum(where, Kind, table.get("kind"))
    shape = SHAPES[kind]
    head = {"award", "source", "grade"} - ({"award"} if whole else set())
    own = {"any", "id"} if kind is Kind.ANY else {"kind"}
    own |= {"attested"} if kind in ATTESTED else set()
    _refuse_keys(where, table, head | own | shape.required, shape.optional | {"id"})
    award = whole or _enum(where, TitleKey, table["award"])
    if not fits(kind, award) or table.get("attested", True) is not True:
        raise UserError("rule_pack_odd", where=where, value=kind.value)
    asked = {name: value for name, value in table.items() if name not in _PLAIN}
    keys = {name: value for name, value in asked.items() if name in _NUMBERS and isinstance(value, str)}
    filled = {name: _PARAMETERS[name](f"{where} {name}", value) for name, value in asked.items() if name not in keys}
    return Condition(
        _text(where, table.get("id", kind.value)), award, kind, Parameters(**filled),  # type: ignore[arg-type]  # read
        *_read_in(where, table), tuple(_condition(part, award) for part in _tables("any", table)), keys,
    )  # fmt: skip


def _refuse_keys(where: str, table: Table, required: Collection[str], optional: Collection[str]) -> None:
    unknown = sorted(table.keys() - set(required) - set(optional))
    if unknown:
        raise UserError("rule_pack_key_unknown", where=where or f"[{unknown[0]}]", name=unknown[0])
    missing = sorted(set(required) - table.keys())
    if missing:
        raise UserError("rule_pack_key_missing", where=where, name=missing[0])


def _refuse_repeated(conditions: Iterable[Condition]) -> None:
    seen = set[tuple[TitleKey, str]]()
    for condition in conditions:
        if (condition.award, condition.id) in seen:
            raise UserError("rule_condition_repeated", where=condition.award.value, name=condition.id)
        seen.add((condition.award, condition.id))


def _refuse_dangling(conditions: Sequence[Condition], values: Collection[str]) -> None:
    """Every value named is there. The conditions of an award stand together and behind those of the awards that they
    ask for, so that no award asks for itself."""
    judged = set[TitleKey]()
    for award, group in groupby(conditions, lambda condition: condition.award):
        if award in judged:
            raise UserError("rule_award_split", where=award.value)
        for one in (one for condition in group for one in (condition, *condition.parts)):
            missing = sorted(set(one.value_keys.values()) - set(values))
            if missing:
                raise UserError("rule_value_missing", where=award.value, name=missing[0])
            unjudged = sorted(_asked_titles(one) - judged)
            if unjudged:
                raise UserError("rule_award_missing", where=award.value, name=unjudged[0].value)
        judged.add(award)


def _refuse_absurd(text: str, values: Sequence[DatedValue], conditions: Iterable[Condition]) -> None:
    """A dated value is held to what is possible wherever it is used."""
    most = dict.fromkeys((value.key for value in values), max(_MOST.values()))
    for one in (one for condition in conditions for one in (condition, *condition.parts)):
        most |= {key: min(most[key], _MOST[name]) for name, key in one.value_keys.items()}
    for place, value in enumerate(values):
        if value.number > most[value.key]:
            where, line = f"[[value]] {value.key}", _line_of(text, "value", place)
            raise UserError("rule_number_absurd", where=where, value=value.number, most=most[value.key], **line)


def _asked_titles(condition: Condition) -> set[TitleKey]:
    """The titles whose conditions this one needs."""
    asked = condition.asked
    named = {asked.beside, asked.run_title} - {None}
    if condition.kind in _BY_CONDITIONS and not asked.granted_only:
        named.add(asked.title)
    return {title for title in named if title is not None}


_BY_CONDITIONS = frozenset({Kind.MEETS, Kind.TITLE_RUN, Kind.TITLE_COUNT, Kind.SHARE, Kind.MEMBERS_MEETING})


def _tables(key: str, table: Table) -> tuple[Table, ...]:
    listed = table.get(key, [])
    if not isinstance(listed, list):
        raise UserError("rule_pack_odd", where=key, value=listed)
    return tuple(_table(key, one) for one in listed)


def _table(where: str, value: object) -> Table:
    if not isinstance(value, dict):
        raise UserError("rule_pack_odd", where=where, value=value)
    return value


def _text(where: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UserError("rule_pack_odd", where=where, value=value)
    return value


def _texts(where: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise UserError("rule_pack_odd", where=where, value=value)
    return tuple(_text(where, one) for one in value)


def _blank(key: str, table: Table) -> str:
    value = table.get(key, "")
    return "" if value == "" else _text(key, value)


def _flag(where: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise UserError("rule_pack_odd", where=where, value=value)
    return value


def _number(where: str, value: object) -> int:
    """A whole number above zero."""
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        raise UserError("rule_pack_odd", where=where, value=value)
    return value


def _possible(most: int) -> Callable[[str, object], int]:
    """Reads a number up to the largest that can be meant."""

    def read(where: str, value: object) -> int:
        number = _number(where, value)
        if number > most:
            raise UserError("rule_number_absurd", where=where, value=number, most=most)
        return number

    return read


def _day(where: str, value: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise UserError("rule_pack_odd", where=where, value=value)
    return value


def _optional_day(where: str, value: object) -> date | None:
    return None if value is None else _day(where, value)


def _one_of(where: str, value: object, meanings: Mapping[str | None, bool]) -> bool:
    if (value is not None and not isinstance(value, str)) or value not in meanings:
        raise UserError("rule_pack_odd", where=where, value=value)
    return meanings[value]


def _enum(where: str, kinds: type[Member], value: object) -> Member:
    try:
        return kinds(value)  # type: ignore[arg-type]  # anything else is no member either
    except ValueError as error:
        raise UserError("rule_pack_odd", where=where, value=value) from error


_PARAMETERS: Mapping[str, Callable[[str, object], object]] = {
    **{name: _possible(most) for name, most in _MOST.items()},
    **dict.fromkeys(("inclusive", "granted_only"), _flag),
    **dict.fromkeys(("rating", "run_rating"), lambda where, value: _enum(where, Rating, value)),
    **dict.fromkeys(("title", "run_title", "after", "beside"), lambda where, value: _enum(where, TitleKey, value)),
    "level": lambda where, value: _enum(where, DisciplineLevel, value),
    "scope": lambda where, value: _enum(where, Scope, value),
}
