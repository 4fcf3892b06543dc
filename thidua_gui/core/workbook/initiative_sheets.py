"""What must hold between the sheets of initiatives, their uses, results and teaching awards. Knows no cells."""

from thidua_gui.core.initiatives import WHOLE
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.tables import Table

_MARKS = {TeachingLevel.FACULTY: "teaching_faculty", TeachingLevel.SCHOOL: "teaching_school"}


def check_shares(table: Table) -> None:
    """As many shares as authors, each more than nothing, together no more than the whole."""
    for line in table.lines:
        shares, authors = line.values.get("shares"), line.values.get("authors")
        if shares is None or authors is None:
            continue
        stated = [share.hundredths for share in shares if share is not None]
        if len(shares) != len(authors):
            table.refuse_cell(line, "shares", Reason.SHARES_COUNT, str(len(authors)))
        elif min(stated) <= 0 or sum(stated) > WHOLE:
            table.refuse_cell(line, "shares", Reason.SHARES_OVER)


def check_uses(table: Table, initiatives: Table | None) -> None:
    """Each is of an initiative of the year; without a sheet of initiatives their codes are not checked here."""
    if initiatives is None or not all("code" in line.values for line in initiatives.lines):
        return
    known = {line.values["code"] for line in initiatives.lines}
    for line in table.lines:
        code = line.values.get("initiative")
        if code is not None and code not in known:
            table.refuse_cell(line, "initiative", Reason.INITIATIVE_UNKNOWN, code)


def check_teaching(table: Table, results: Table | None) -> None:
    """Where the results have a mark for a level, nobody holds it without."""
    if results is None:
        return
    marks = {
        (line.values.get("person"), level)
        for line in results.lines
        for level, mark in _MARKS.items()
        if line.values.get(mark)
    }
    for line in table.lines:
        person, level = line.values.get("person"), line.values.get("level")
        mark = _MARKS.get(level) if isinstance(level, TeachingLevel) else None
        if mark is not None and person is not None and (person, level) not in marks and mark in results.places:
            table.refuse_cell(line, "level", Reason.TEACHING_NOT_MARKED, results.headers[mark])
