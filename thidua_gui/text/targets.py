"""Wording of targets: what is required, what is reached, what is missing or too much. Decides nothing."""

from fractions import Fraction

from thidua_gui.core.targets import Basis, Bound, BoundUnit, Count, Verdict
from thidua_gui.core.vietnamese import decimal_comma, shortest_comma
from thidua_gui.text.names import VERDICTS
from thidua_gui.text.target_words import BOUND_UNITS

NO_FIGURE = "–"
TABLE = "Chỉ tiêu của năm"
BY_CONDITIONS = "theo điều kiện"
NOT_GRANTED = "Tính theo số đủ điều kiện, chưa phải số được công nhận; kết quả chính thức theo quyết định công nhận."
MARK = "(*)"
MARK_NOTE = f"{MARK} {BY_CONDITIONS}, kết quả chính thức theo quyết định công nhận."


def by_conditions(verdict: Verdict, basis: Basis) -> str:
    """What stands beside a verdict that rests on conditions met and not on titles granted, "" of others."""
    return BY_CONDITIONS if basis is Basis.ELIGIBLE and verdict is not Verdict.OPEN else ""


def verdict_text(verdict: Verdict, basis: Basis) -> str:
    """The verdict in words: "Đạt (theo điều kiện)"."""
    mark = by_conditions(verdict, basis)
    return f"{VERDICTS[verdict]} ({mark})" if mark else VERDICTS[verdict]


def marked_verdict(verdict: Verdict, basis: Basis) -> str:
    """The same where there is little room: "Đạt (*)", with MARK_NOTE below."""
    return f"{VERDICTS[verdict]} {MARK}" if by_conditions(verdict, basis) else VERDICTS[verdict]


def bound_text(bound: Bound) -> str:
    """What is required, short: "100%", "80 - 90%", "≥ 90%", "≤ 5%", "1 - 2"; "" without any bound."""
    sign = "%" if bound.unit is BoundUnit.PERCENT else ""
    lower, upper = bound.lower, bound.upper
    if lower is not None and upper is not None:
        return (
            f"{shortest_comma(lower)}{sign}"
            if lower == upper
            else f"{shortest_comma(lower)} - {shortest_comma(upper)}{sign}"
        )
    if lower is not None:
        return f"100{sign}" if sign and lower == 100 else f"≥ {shortest_comma(lower)}{sign}"
    if upper == 0:
        return f"0{sign}"
    return "" if upper is None else f"≤ {shortest_comma(upper)}{sign}"


def reached_text(bound: Bound, counted: Count) -> str:
    """What is reached, beside the count: "97,8%" of a percentage, else the unit ("tập thể")."""
    if bound.unit is not BoundUnit.PERCENT:
        return BOUND_UNITS[bound.unit]
    return "" if counted.share is None else share_text(counted.share, bound)


def actual_text(bound: Bound, counted: Count | None) -> str:
    """What was counted with its share or unit: "44/45 97,8%", "2 tập thể"; a dash without a count."""
    if counted is None:
        return NO_FIGURE
    figure = f"{counted.met}/{counted.of}" if bound.unit is BoundUnit.PERCENT else str(counted.met)
    return f"{figure} {reached_text(bound, counted)}".strip()


def share_text(share: Fraction, bound: Bound) -> str:
    """A share with one decimal, all and nothing without; more decimals where rounding would seem to cross a bound."""
    if share in (0, 100):
        return f"{share}%"
    ends = [end for end in (bound.lower, bound.upper) if end is not None and bound.unit is BoundUnit.PERCENT]
    for places in range(1, 6):
        rounded = Fraction(decimal_comma(share, places).replace(",", "."))
        if all((share < end) == (rounded < end) and (share > end) == (rounded > end) for end in ends):
            break
    return f"{decimal_comma(share, places)}%"
