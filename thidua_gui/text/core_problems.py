"""The sentences of the codes that core itself raises or returns. Knows no window: the place is told by the caller."""

from collections.abc import Mapping

ERRORS: Mapping[str, str] = {
    "points_not_a_number": "“{value}” không phải là số điểm. Gõ số có dấu phẩy thập phân, ví dụ 13,5.",
    "over_maximum": (
        "{value} điểm vượt mức tối đa {maximum} của mục {number}. "
        "Nội dung đã gõ được giữ lại nhưng chưa tính vào tổng; hãy sửa lại."
    ),
    "negative": "Điểm của mục {number} không được âm. Điểm trừ cũng ghi bằng số dương, chương trình tự trừ.",
    "off_step": "Điểm của mục {number} phải là bội số của {step}. Hãy sửa {value} cho đúng bước điểm.",
    "group_not_scored": "Mục {number} là nhóm tiêu chí: điểm là tổng các mục con. Hãy chấm vào từng mục con.",
    "threshold_repeated": "Một mức xếp loại có hai ngưỡng điểm. Mỗi mức xếp loại chỉ ghi một ngưỡng.",
    "threshold_order": "Ngưỡng xếp loại chưa đúng thứ tự: mức cao hơn phải cần nhiều điểm hơn mức thấp hơn.",
    "word_unknown": "“{value}” không có trong danh mục {catalogue}. Chọn một trong các giá trị: {known}.",
}
