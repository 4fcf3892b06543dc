"""How severe a discipline is. Knows no rows and no wording."""

from enum import StrEnum


class DisciplineLevel(StrEnum):
    """Hình thức kỷ luật, the mildest first."""

    REPRIMAND = "reprimand"
    WARNING = "warning"
    SALARY_CUT = "salary_cut"
    DEMOTION = "demotion"
    REMOVAL = "removal"
    DISMISSAL = "dismissal"

    @property
    def order(self) -> int:
        """Higher is more severe."""
        return list(DisciplineLevel).index(self)
