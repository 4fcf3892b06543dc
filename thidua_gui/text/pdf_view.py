"""Wording of the preview of pages."""

PAGES = "Xem trước trang in"
PREVIOUS = "Trang trước"
NEXT = "Trang sau"
SMALLER = "Thu nhỏ"
LARGER = "Phóng to"
FIT = "Vừa khổ"
FIT_SHORT = "Vừa"


def place(page: int, of: int) -> str:
    """Which page is on view."""
    return f"Trang {page} / {of}"


def place_short(page: int, of: int) -> str:
    """The same where room is scarce."""
    return f"{page}/{of}"


def percent(zoom: float) -> str:
    """The zoom in percent of the paper's size."""
    return f"{round(zoom * 100)}%"
