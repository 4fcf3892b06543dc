"""Exact points in hundredths, as the clerk writes them. Knows no criterion and no float arithmetic."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from thidua_gui.core.errors import UserError

_WRITTEN = re.compile(r"([-\u2212]?)(?:([0-9]{1,9})(?:[.,]([0-9]{1,2}))?|[.,]([0-9]{1,2}))")


@dataclass(frozen=True, order=True, slots=True)
class Points:
    """Điểm: an exact number of points, held as whole hundredths."""

    hundredths: int

    @classmethod
    def parse(cls, written: str) -> "Points":
        """Read "13,5", "13.5", "13" or ",5": comma or point, at most two decimals, no thousands separator."""
        match = _WRITTEN.fullmatch(written.strip())
        if match is None:
            raise UserError("points_not_a_number", value=written)
        sign, whole, decimals, only_decimals = match.groups()
        hundredths = int(whole or "0") * 100 + int((decimals or only_decimals or "").ljust(2, "0"))
        return cls(-hundredths if sign else hundredths)

    @classmethod
    def from_number(cls, number: int | float) -> "Points":
        """Take a spreadsheet's number by the 15 digits it shows; refuse what is finer than a hundredth."""
        exact = Decimal("nan") if isinstance(number, bool) else Decimal(f"{number:.15g}") * 100
        if not exact.is_finite() or exact != exact.to_integral_value() or abs(exact) >= 10**11:
            raise UserError("points_not_a_number", value=number)
        return cls(int(exact))

    @property
    def as_number(self) -> float:
        """The nearest binary number, only for a spreadsheet cell or a coordinate, never for a sum."""
        return self.hundredths / 100

    @property
    def shortest(self) -> str:
        """Without needless decimals: "20", "13,5", "13,25"."""
        return str(self).removesuffix(",0")

    def __str__(self) -> str:
        whole, rest = divmod(abs(self.hundredths), 100)
        decimals = f"{rest:02}"
        if decimals.endswith("0"):
            decimals = decimals[0]
        return f"{'-' if self.hundredths < 0 else ''}{whole},{decimals}"

    def __add__(self, other: "Points") -> "Points":
        return Points(self.hundredths + other.hundredths)

    def __sub__(self, other: "Points") -> "Points":
        return Points(self.hundredths - other.hundredths)

    def __neg__(self) -> "Points":
        return Points(-self.hundredths)


ZERO = Points(0)


def sum_points(items: Iterable[Points]) -> Points:
    """The exact sum; of nothing it is 0, so the caller must have checked that nothing is missing."""
    return Points(sum(item.hundredths for item in items))
