"""Wording of the blind second entry."""

ERRORS: dict[str, str] = {
    "second_entry_names_missing": "Hãy ghi tên cả hai người nhập. Một người không xác nhận được.",
    "second_entry_one_person": "Hai lần nhập phải do hai người khác nhau; cả hai ô đều ghi {name}.",
    "second_entry_differs": "Chưa xác nhận được: còn {differences} mục khác nhau và {left} mục chưa nhập lần hai.",
    "second_entry_no_sheet": "Cá nhân này chưa có bộ tiêu chí áp dụng nên không nhập lần hai được.",
}


def step_enter(name: str, people: int) -> str:
    """Title of the step."""
    return f"Nhập lần hai phiếu của {name}" if name else f"Nhập lần hai phiếu của {people} người"


def step_settle(name: str, number: str) -> str:
    """Title of the step."""
    return f"Thống nhất hai lần nhập của {name}, mục {number}"


def step_confirm(name: str) -> str:
    """Title of the step."""
    return f"Xác nhận hai lần nhập phiếu của {name}"


def step_discard(name: str) -> str:
    """Title of the step."""
    return f"Bỏ lần nhập hai phiếu của {name}"
