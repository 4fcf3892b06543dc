"""Wording of the letterhead: the usual signer and the name of the undo step."""

PRINCIPAL = "Hiệu trưởng"
STEP = "Sửa thể thức và người ký văn bản"
