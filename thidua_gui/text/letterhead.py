"""Wording of the letterhead: the usual signer and the name of the undo step."""

PRINCIPAL = "Hiệu trưởng"
IN_CHARGE = (PRINCIPAL, "Quyền Hiệu trưởng", "Q. Hiệu trưởng", "Phó Hiệu trưởng phụ trách", "Giám đốc")
"""Who signs for the school, the first of these posts that somebody holds."""

STEP = "Sửa thể thức và người ký văn bản"
