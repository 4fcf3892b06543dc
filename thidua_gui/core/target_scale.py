"""On which scale the bar of a target is drawn, and how long it is. Knows no pixels and no rows."""

from fractions import Fraction

from thidua_gui.core.targets import Bound, BoundUnit, Count

_PERCENT_ENDS = (10, 20, 30, 50, 75, 100)


def reached(bound: Bound, counted: Count | None) -> Fraction | None:
    """How long the bar is, in percent or pieces; None without a count."""
    if counted is None:
        return None
    share = counted.share if bound.unit is BoundUnit.PERCENT else Fraction(counted.met)
    return share or Fraction(0)


def scale_end(bound: Bound, counted: Count | None) -> Fraction:
    """Right end of the bar: percent up to the next round figure above what is required and reached; of counts a
    whole number above both. 10-15 % is read on 0-20 %, not on 0-100 %."""
    ends = [end for end in (bound.lower, bound.upper, reached(bound, counted)) if end is not None]
    most = max(ends, default=Fraction(0))
    if bound.unit is BoundUnit.PERCENT:
        return next(Fraction(end) for end in _PERCENT_ENDS if most <= end * Fraction(9, 10) or end == 100)
    return Fraction(int(most) + max(1, int(most) // 4))
