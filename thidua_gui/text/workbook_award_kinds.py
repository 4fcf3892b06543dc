"""Words of the year workbook's sheet of kinds of awards. Decides nothing."""

from collections.abc import Mapping

from thidua_gui.core.workbook.columns import Vocabulary
from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.core.workbook.wording import SheetWording
from thidua_gui.text.award_kinds import BEARERS, GROUPS, LEVELS

SHEETS: Mapping[SheetKey, SheetWording] = {
    SheetKey.AWARD_KINDS: SheetWording(
        "Danh hiệu, hình thức",
        "DANH HIỆU, HÌNH THỨC KHEN THƯỞNG CỦA TRƯỜNG",
        {
            "row_number": "TT",
            "name": "Tên đầy đủ",
            "short": "Tên gọn",
            "group": "Loại",
            "bearer": "Đối tượng",
            "level": "Cấp",
            "replaces": "Thay cho",
            "authority": "Thẩm quyền quyết định",
            "wordings": "Cách viết khác",
            "note": "Ghi chú",
            "is_hidden": "Ẩn",
        },
    ),
}
VOCABULARIES: Mapping[Vocabulary, Mapping[str, object]] = {
    Vocabulary.AWARD_GROUP: {word: group for group, word in GROUPS.items()},
    Vocabulary.AWARD_BEARER: {word: bearer for bearer, word in BEARERS.items()},
    Vocabulary.AWARD_LEVEL: {word: level for level, word in LEVELS.items()},
}
