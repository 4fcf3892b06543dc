"""Wording of the certificates page and its services."""

KINDS = {"giay-khen": "Giấy khen", "giay-chung-nhan-ldtt": "Giấy chứng nhận Lao động tiên tiến"}

ERRORS: dict[str, str] = {
    "certificate_person_gone": "Cá nhân này không còn trong danh sách được cấp giấy. Hãy tải lại trang Giấy khen.",
}


def step_issued(kind: str, count: int) -> str:
    """Title of the step that records printed certificates."""
    return f"Ghi nhận in {count} {KINDS[kind].lower()}"


def draft_note(rating: str) -> str:
    """Why a person stands among the drafts."""
    return f"{rating} - dự thảo"


def decision_note(number: str | None, year: int) -> str:
    """On which decision a certificate rests."""
    return f"QĐ {number}, năm {year}" if number else f"Năm {year}, thiếu số quyết định"
