"""Words of the year workbook's sheet of milestones. Decides nothing."""

from collections.abc import Mapping

from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.core.workbook.wording import SheetWording
from thidua_gui.text.names import MILESTONES

SHEETS: Mapping[SheetKey, SheetWording] = {
    SheetKey.MILESTONES: SheetWording(
        "Mốc thời gian",
        "MỐC THỜI GIAN CỦA PHONG TRÀO THI ĐUA",
        {
            "row_number": "TT",
            "kind": "Loại",
            "name": "Tên mốc",
            "from_on": "Từ ngày",
            "due_on": "Đến hết ngày",
            "done_on": "Đã xong ngày",
            "plan_wording": "Ghi trong kế hoạch",
            "note": "Ghi chú",
        },
    ),
}
KINDS_READ: Mapping[str, MilestoneKind] = {MILESTONES[kind]: kind for kind in MilestoneKind}
