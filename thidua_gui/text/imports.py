"""Wording of imports and exports of the year workbook: step titles, results. Decides nothing."""

WRITING = "Đang ghi vào dữ liệu"


def step_import(year: int) -> str:
    """Title of the undo step."""
    return f"Nhập sổ dữ liệu năm {year}"


def not_in(year: int) -> str:
    """Why somebody counts as having left."""
    return f"Không có trong danh sách năm {year}"


def outcome(new: int, updated: int, removed: int) -> str:
    """What an import changed in one line: "12 mới, 3 cập nhật, 1 bỏ", or that nothing changed."""
    told = [f"{count} {word}" for count, word in ((new, "mới"), (updated, "cập nhật"), (removed, "bỏ")) if count]
    return ", ".join(told) or "0 thay đổi"


def sheet_outcome(sheet: str, new: int, updated: int, unchanged: int, removed: int) -> str:
    """One line of the result list."""
    same = f", {unchanged} giữ nguyên" if unchanged else ""
    return f"{sheet}: {outcome(new, updated, removed)}{same}"
