"""Wording of targets: the workbook's catalogue of measures, bases and units, and what is required and reached."""

from fractions import Fraction

from thidua_gui.core.targets import Base, Bound, BoundUnit, Count, Measure
from thidua_gui.core.vietnamese import decimal_comma, shortest_comma
from thidua_gui.text.words import Words

MEASURES = Words(
    "thước đo",
    {
        Measure.UNITS_LAUNCHED: "đơn vị phát động",
        Measure.PEOPLE_REGISTERED: "cá nhân đăng ký",
        Measure.TEACHING_FACULTY: "dạy giỏi cấp khoa",
        Measure.TEACHING_SCHOOL: "dạy giỏi cấp trường",
        Measure.RATED_GOOD_OR_BETTER: "xếp loại từ HTT",
        Measure.RATED_EXCELLENT: "xếp loại HTXS",
        Measure.ADVANCED_LABOURER: "danh hiệu LĐTT",
        Measure.GRASSROOTS_FIGHTER: "danh hiệu CSTĐCS",
        Measure.EXCELLENT_COLLECTIVE: "danh hiệu TTLĐXS",
        Measure.COLLECTIVES_COMMENDED: "khen thưởng tập thể",
        Measure.INDIVIDUALS_COMMENDED: "khen thưởng cá nhân",
    },
)

TARGET_BASES = Words(
    "cơ sở tính",
    {
        Base.FACULTIES_AND_OFFICES: "khoa, phòng",
        Base.EVERYONE: "toàn trường",
        Base.LECTURERS: "giảng viên",
        Base.ADVANCED_LABOURERS: "cá nhân đạt LĐTT",
        Base.COLLECTIVES: "tập thể",
        Base.INDIVIDUALS: "cá nhân",
    },
)

BOUND_UNITS = Words(
    "đơn vị tính",
    {BoundUnit.PERCENT: "%", BoundUnit.COLLECTIVES: "tập thể", BoundUnit.INDIVIDUALS: "cá nhân"},
)


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
    return "" if upper is None else f"≤ {shortest_comma(upper)}{sign}"


def reached_text(bound: Bound, counted: Count) -> str:
    """What is reached, beside the count: "97,8%" of a percentage, else the unit ("tập thể")."""
    if bound.unit is not BoundUnit.PERCENT:
        return BOUND_UNITS[bound.unit]
    return "" if counted.share is None else share_text(counted.share, bound)


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
