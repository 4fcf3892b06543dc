"""By which rules a council votes on a day, in a year, in a meeting: shipped, the school's own, the year's. Counts no
vote."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any

from db.models.council import MeetingRule
from db.models.meetings import Meeting
from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.conditions import CHECKED
from thidua_gui.core.council import Threshold, VoteBase
from thidua_gui.core.days import refuse_odd as refuse_odd_day
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.meeting_rules import CouncilLevel, LegalRule, Rules, refuse_odd, written
from thidua_gui.core.meeting_rules import read as rules_read
from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.services import settings
from thidua_gui.services.campaigns import campaign, refuse_if_closed
from thidua_gui.services.proposal_kinds import kinds
from thidua_gui.services.transaction import read, write
from thidua_gui.text import council as wording
from thidua_gui.text import council_steps as steps
from thidua_gui.text.workbook import WORDING

_KEY = "council.rules"


class Origin(StrEnum):
    """Whence the rules are: shipped with the program, a dated decision of the school, the year's own, frozen with the
    meeting."""

    SHIPPED = "shipped"
    SCHOOL = "school"
    YEAR = "year"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class RulesInForce:
    """Quy chế họp with where it is from; `since`: from which day the school's decision holds."""

    rules: Rules
    origin: Origin
    since: date | None = None


def in_force(on: date) -> RulesInForce:
    """The school's rules on a day."""
    with read():
        return _on(on)


def of_year(campaign_id: CampaignId) -> RulesInForce:
    """What holds for the year's meetings: its own Quy chế họp, item by item, before the school's decision."""
    with read():
        year = campaign(campaign_id)
        found = _on(year.council_on or year.last_day)
        rules = _stated(campaign_id, found.rules)
    return found if rules == found.rules else replace(found, rules=rules, origin=Origin.YEAR)


def of_meeting(row: Meeting) -> RulesInForce:
    """As they were when it was opened, else those of the year; for use inside a read."""
    told = None if row.rules is None else json.loads(row.rules)
    if told is not None:
        return RulesInForce(rules_read(told), Origin.MEETING)
    return of_year(CampaignId(row.campaign_id))


def frozen(rules: Rules) -> str:
    """As a meeting keeps them."""
    return json.dumps(written(rules), ensure_ascii=False)


def steps_of_school() -> tuple[RulesInForce, ...]:
    """Every decision of the school in the order of its days."""
    with read():
        found = settings.decided(_KEY)
    return tuple(_as_decided(one.value, one.valid_from) for one in found)


def decide(rules: Rules, valid_from: date | None = None) -> Changes:
    """The school's own rules from that day on (None = since ever)."""
    with write(steps.STEP_RULES) as operation:
        refuse_odd_day("valid_from", valid_from)
        refuse_odd(rules)
        settings.store(_KEY, written(replace(rules, law={})), valid_from)
    return operation.changes


def forget(valid_from: date | None) -> Changes:
    """Take back what was decided from that very day."""
    with write(steps.STEP_FORGET_RULES) as operation:
        settings.forget(_KEY, valid_from)
    return operation.changes


def set_year(campaign_id: CampaignId, rules: Rules | None) -> Changes:
    """The year's own Quy chế họp; None = as the school decided. Which awards need a secret ballot or have a threshold
    of their own is no part of it: that is decided by the school from this year on, in the same step."""
    with read():
        year = campaign(campaign_id).year
        before = of_year(campaign_id)
    with write(steps.STEP_YEAR_RULES.format(year=year)) as operation:
        refuse_if_closed(campaign_id)
        MeetingRule.delete().where(MeetingRule.campaign == campaign_id).execute()
        if rules is not None:
            refuse_odd(rules)
            for position, (name, value) in enumerate(stated_items(rules).items(), 1):
                MeetingRule.create(campaign=campaign_id, name=_NAMES[name], value=value, position=position)
            _decide_awards(year, before, rules)
    return operation.changes


def legal_rules(on: date) -> tuple[LegalRule, ...]:
    """What the law sets on that day for a council of a ministry or province, to be shown with its source."""
    return tuple(rule for rule in _law() if rule.since <= on and (rule.until is None or on <= rule.until))


def legal_sentences(on: date) -> tuple[str, ...]:
    """The same in words, each award with its source."""
    with read():
        names = {key: kind.name for key, kind in kinds().items()}
    return tuple(wording.legal_text(names.get(rule.kind, rule.kind), rule) for rule in legal_rules(on))


def shipped() -> Rules:
    """Before anybody decided anything."""
    told = _resource()["usual"]
    usual = Threshold(Fraction(told["share"]), VoteBase(told["base"]), told["strict"])
    secret = frozenset(told["secret"])
    return Rules(
        Fraction(told["quorum"]), usual, secret, asks_absent=told["asks_absent"], votes_for_self=told["votes_for_self"]
    )


def stated_items(rules: Rules) -> dict[str, str]:
    """The items of the sheet Quy chế họp in its words."""
    usual = rules.usual
    return {
        "quorum": wording.share_cell(rules.quorum, is_strict=rules.quorum_is_strict),
        "majority": wording.share_cell(usual.share, is_strict=usual.is_strict),
        "counted_on": wording.BASES[usual.base],
        "votes_for_self": wording.YES if rules.votes_for_self else wording.NO,
        "absent_vote_in_writing": wording.YES if rules.asks_absent else wording.NO,
    }


def with_item(rules: Rules, item: str, value: str) -> Rules:
    """One item of the sheet read into the rules; refused with the words that nobody understands."""
    try:
        return _with_item(rules, item, value)
    except UserError:
        raise UserError("council_rule_unread", field=item, name=_NAMES[item], value=value) from None


def _with_item(rules: Rules, item: str, value: str) -> Rules:
    usual = rules.usual
    if item == "quorum":
        share, is_strict = wording.share_of(value)
        return replace(rules, quorum=share, quorum_is_strict=is_strict)
    if item == "majority":
        share, is_strict = wording.share_of(value)
        return replace(rules, usual=replace(usual, share=share, is_strict=is_strict))
    if item == "counted_on":
        return replace(rules, usual=replace(usual, base=wording.BASES.value(value)))
    if item == "votes_for_self":
        return replace(rules, votes_for_self=wording.yes_of(value))
    return replace(rules, asks_absent=wording.yes_of(value))


_NAMES = WORDING.sheets[SheetKey.MEETING_RULES].items


def _decide_awards(year: int, before: RulesInForce, rules: Rules) -> None:
    if (rules.secret, dict(rules.own)) == (before.rules.secret, dict(before.rules.own)):
        return
    first = date(year, 1, 1)
    since = first if before.since is None or before.since < first else before.since
    school = replace(_on(since).rules, secret=rules.secret, own=rules.own, law={})
    settings.store(_KEY, written(school), since)


def _stated(campaign_id: CampaignId, rules: Rules) -> Rules:
    items = {name: item for item, name in _NAMES.items()}
    for row in MeetingRule.select().where(MeetingRule.campaign == campaign_id).order_by(MeetingRule.position):
        if row.name in items:
            rules = with_item(rules, items[row.name], row.value)
    return rules


def _on(day: date) -> RulesInForce:
    decisions = [one for one in settings.decided(_KEY) if one.valid_from is None or one.valid_from <= day]
    if decisions:
        found = _as_decided(decisions[-1].value, decisions[-1].valid_from)
    else:
        found = RulesInForce(shipped(), Origin.SHIPPED)
    if found.rules.level is CouncilLevel.SCHOOL:
        return found
    return replace(found, rules=replace(found.rules, law={rule.kind: rule for rule in legal_rules(day)}))


def _as_decided(value: dict[str, str], valid_from: date | None) -> RulesInForce:
    return RulesInForce(rules_read(value), Origin.SCHOOL, valid_from)


@cache
def _resource() -> dict[str, Any]:
    return tomllib.loads(resources.text("council_rules.toml"))


@cache
def _law() -> tuple[LegalRule, ...]:
    return tuple(
        LegalRule(
            kind, Threshold(Fraction(entry["share"]), VoteBase(entry["base"])), entry["from"], entry.get("until"),
            entry["secret"], entry["asks_absent"], entry["source"], entry["grade"] == CHECKED,
        )
        for entry in _resource()["law"]
        for kind in entry["kinds"]
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class AgendaPlan:
    """In which order a council judges awards, and how many minutes are planned."""

    order: tuple[str, ...]
    minutes_report: int
    minutes_candidate: int
    minutes_conclusion: int


@cache
def agenda_plan() -> AgendaPlan:
    told = _resource()["agenda"]
    minutes = (told[f"minutes_{part}"] for part in ("report", "candidate", "conclusion"))
    return AgendaPlan(tuple(told["order"]), *minutes)
