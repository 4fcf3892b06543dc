"""What must hold between the sheets of proposals. Knows no cells."""

from collections.abc import Mapping

from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.sheet_keys import SheetKey
from thidua_gui.core.workbook.tables import Table

HANGING = (
    SheetKey.PROPOSAL_EVENTS, SheetKey.PROPOSAL_FINDINGS, SheetKey.PROPOSAL_PAPERS, SheetKey.CONDITION_OVERRIDES,
)  # fmt: skip
"""Each line of these is about a line of the proposals."""


def check_proposals(tables: Mapping[SheetKey, Table]) -> None:
    """Whatever hangs on a proposal names one of the workbook; without their sheet there is none to name."""
    proposals = tables.get(SheetKey.PROPOSALS)
    if proposals is not None and not all("code" in line.values for line in proposals.lines):
        return
    known = set() if proposals is None else {line.values["code"] for line in proposals.lines}
    for key in HANGING:
        table = tables.get(key)
        for line in () if table is None else table.lines:
            code = line.values.get("proposal")
            if table is not None and code is not None and code not in known:
                table.refuse_cell(line, "proposal", Reason.PROPOSAL_UNKNOWN, code)
