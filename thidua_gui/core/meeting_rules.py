"""By which rules a council votes: quorum, threshold and method of each award, who is asked. Knows no rows, no wording.

Nothing here is a national rule of a school's council; what the law sets for a council of a ministry or a province comes
in as `law` with its source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from thidua_gui.core.council import Threshold, VoteBase
from thidua_gui.core.errors import UserError


class CouncilLevel(StrEnum):
    """Hội đồng cơ sở, Hội đồng cấp bộ hoặc tỉnh: only for the latter the law sets thresholds."""

    SCHOOL = "school"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True)
class LegalRule:
    """What the law sets for one award in a council of a ministry or province; without `is_checked` it is shown as not
    yet compared with the text."""

    kind: str
    threshold: Threshold
    since: date
    until: date | None
    is_secret: bool
    asks_absent: bool
    source: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class KindRule:
    """How one award is voted on. `source` is empty where it is the school's own rule."""

    threshold: Threshold
    is_secret: bool
    asks_absent: bool
    source: str = ""
    is_checked: bool = True


@dataclass(frozen=True, slots=True)
class Rules:
    """Quy chế họp: `quorum` of the members; `usual` of every award that has none of its `own`; kinds that need a
    `secret` ballot; whether absent members are asked in writing and whether a candidate votes on his own line. `law`
    holds for kinds without an own rule."""

    quorum: Fraction
    usual: Threshold
    secret: frozenset[str] = frozenset()
    own: Mapping[str, Threshold] = field(default_factory=dict)
    asks_absent: bool = False
    votes_for_self: bool = True
    level: CouncilLevel = CouncilLevel.SCHOOL
    law: Mapping[str, LegalRule] = field(default_factory=dict)
    quorum_is_strict: bool = False

    def of(self, kind: str | None) -> KindRule:
        """How an award of that kind is voted on; None and kinds that nobody named follow the usual rule. Whoever is
        asked in writing counts beside those present."""
        legal = self.law.get(kind or "")
        is_secret = kind in self.secret or (legal is not None and legal.is_secret)
        asks_absent = self.asks_absent or (legal is not None and legal.asks_absent)
        if kind in self.own or legal is None:
            threshold = self.own.get(kind or "", self.usual)
            return KindRule(_of_all_asked(threshold) if asks_absent else threshold, is_secret, asks_absent)
        return KindRule(legal.threshold, is_secret, asks_absent, legal.source, legal.is_checked)


def refuse_odd(rules: Rules) -> None:
    """A share of nothing or of more than all, or a threshold that nobody can reach."""
    if not 0 < rules.quorum <= 1 or (rules.quorum_is_strict and rules.quorum == 1):
        raise UserError("council_share_odd", field="quorum", share=str(rules.quorum))
    for name, threshold in (("usual", rules.usual), *rules.own.items()):
        if not 0 < threshold.share <= 1 or (threshold.is_strict and threshold.share == 1):
            raise UserError("council_share_odd", field=name, share=str(threshold.share))


def written(rules: Rules) -> dict[str, str]:
    """As `read` takes it; shares are written exactly."""
    told = {
        "quorum": f"{rules.quorum} {_MORE if rules.quorum_is_strict else _AT_LEAST}",
        "usual": _threshold_text(rules.usual),
        "secret": " ".join(sorted(rules.secret)),
        "asks_absent": _YES if rules.asks_absent else _NO,
        "votes_for_self": _YES if rules.votes_for_self else _NO,
        "level": rules.level.value,
    }
    told |= {f"own.{kind}": _threshold_text(threshold) for kind, threshold in rules.own.items()}
    for kind, legal in rules.law.items():
        days = f"{legal.since} {legal.until or '-'}"
        flags = " ".join(map(str, map(int, (legal.is_secret, legal.asks_absent, legal.is_checked))))
        told[f"law.{kind}"] = f"{_threshold_text(legal.threshold)} {days} {flags} {legal.source}"
    return told


def read(told: Mapping[str, str]) -> Rules:
    """What `written` wrote."""
    own = {key.removeprefix("own."): _threshold(text) for key, text in told.items() if key.startswith("own.")}
    law = {key.removeprefix("law."): text for key, text in told.items() if key.startswith("law.")}
    quorum, how = told["quorum"].split()
    return Rules(
        Fraction(quorum), _threshold(told["usual"]), frozenset(told["secret"].split()), own,
        told["asks_absent"] == _YES, told["votes_for_self"] == _YES, CouncilLevel(told["level"]),
        {kind: _legal(kind, text) for kind, text in law.items()}, how == _MORE,
    )  # fmt: skip


def _of_all_asked(threshold: Threshold) -> Threshold:
    return replace(threshold, base=VoteBase.ENTITLED) if threshold.base is VoteBase.PRESENT else threshold


_YES, _NO = "yes", "no"
_AT_LEAST, _MORE = "at_least", "more_than"


def _threshold_text(threshold: Threshold) -> str:
    return f"{threshold.share} {threshold.base.value} {_MORE if threshold.is_strict else _AT_LEAST}"


def _threshold(text: str) -> Threshold:
    share, base, how = text.split()
    return Threshold(Fraction(share), VoteBase(base), how == _MORE)


def _legal(kind: str, text: str) -> LegalRule:
    share, base, how, since, until, secret, absent, checked, source = text.split(" ", 8)
    last = None if until == "-" else date.fromisoformat(until)
    flags = (flag == "1" for flag in (secret, absent, checked))
    is_secret, asks_absent, is_checked = flags
    threshold = _threshold(f"{share} {base} {how}")
    return LegalRule(
        kind, threshold, date.fromisoformat(since), last, is_secret, asks_absent, source, is_checked
    )  # fmt: skip
