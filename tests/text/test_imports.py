"""What an import did, in words."""

from thidua_gui.text.imports import outcome, sheet_outcome


def test_an_import_that_says_nothing_new_changes_nothing():
    assert outcome(0, 0, 0) == "0 thay đổi"
    assert sheet_outcome("Cá nhân", 0, 0, 45, 0) == "Cá nhân: 0 thay đổi, 45 giữ nguyên"


def test_what_changed_is_counted():
    assert outcome(12, 3, 1) == "12 mới, 3 cập nhật, 1 bỏ"
    assert sheet_outcome("Kỷ luật", 1, 0, 0, 0) == "Kỷ luật: 1 mới"
