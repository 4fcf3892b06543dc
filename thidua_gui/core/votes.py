"""Phiếu bình xét: what a unit's vote must add up to. Knows no rows and no wording."""

from dataclasses import dataclass
from fractions import Fraction

from thidua_gui.core.errors import UserError


@dataclass(frozen=True, slots=True)
class VoteCount:
    """Members of the unit, present, agreeing and not agreeing; None = not stated."""

    members: int | None = None
    present: int | None = None
    agree: int | None = None
    disagree: int | None = None

    @property
    def share(self) -> Fraction | None:
        """Percent of those present who agree; None while it can't be said."""
        if self.agree is None or not self.present:
            return None
        return Fraction(100 * self.agree, self.present)


def refuse_broken(count: VoteCount) -> None:
    """Refuse a count that cannot be, beside the field at fault; what is not stated is not judged."""
    if count.members is not None and count.present is not None and count.present > count.members:
        raise UserError("vote_present_over_members", field="present", present=count.present, members=count.members)
    cast = (count.agree or 0) + (count.disagree or 0)
    if count.present is not None and cast > count.present:
        field = "agree" if count.disagree is None else "disagree"
        raise UserError("vote_cast_over_present", field=field, cast=cast, present=count.present)
