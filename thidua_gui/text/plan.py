"""Wording of the plan page and of the plan's outline."""

TITLE = "Kế hoạch & chỉ tiêu"
SWITCH = "Kế hoạch hoặc chỉ tiêu"
VIEWS = {"plan": "Kế hoạch", "targets": "Chỉ tiêu"}
KEY_NEW = "Thêm (đoạn văn hoặc chỉ tiêu)"
KEY_FIND = "Tìm trong kế hoạch hoặc danh sách chỉ tiêu"
KEY_PRINT = "Xem bản in"
KEY_EXPORT = "Xuất tệp"
KEY_SWITCH = "Chuyển giữa Kế hoạch và Chỉ tiêu"
