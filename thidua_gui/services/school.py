"""The school as a whole: its name, and the first rows of a new data file. Knows no document."""

from __future__ import annotations

from db.models.organisation import Unit
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services import new_year
from thidua_gui.services.transaction import read, write
from thidua_gui.text import school

ROOT_CODE = "@"


def name() -> str:
    """The school's name as it is in the data file; empty before anything was filled in."""
    with read():
        row = Unit.select().where(Unit.is_root == True).first()
        return "" if row is None else row.name


def found(school_name: str, year: int) -> Changes:
    """Fill a new data file with the school itself and its first year."""
    tidied = tidy(school_name)
    if not tidied:
        raise UserError("school_name_missing")
    with write(school.op_found(tidied, year)) as operation:
        Unit.create(code=ROOT_CODE, name=tidied, kind=school.ROOT_KIND, is_root=True, name_fold=fold(tidied))
        new_year.begin(year)
    return operation.changes
