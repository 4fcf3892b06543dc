"""What is said about the data file: opening, saving, backups, history. Decides nothing."""

NEWER_VERSION = (
    "Tệp {name} do phiên bản mới hơn của chương trình ghi, nên bản này không mở để khỏi làm hỏng. "
    "Tệp vẫn nguyên vẹn; hãy cài phiên bản mới nhất rồi mở lại."
)

CHANGE_SETTING = "Đổi thiết lập của trường"

ERRORS: dict[str, str] = {
    "busy": "Tệp dữ liệu đang bị một chương trình khác giữ (sao chép, diệt vi-rút…). "
    "Chưa ghi gì; chờ vài giây rồi làm lại.",
    "damaged": "Tệp dữ liệu bị hỏng nên không đọc tiếp được. Không ghi thêm gì vào tệp; "
    "hãy khôi phục từ bản sao lưu tốt gần nhất trong thư mục sao-luu.",
    "disk_full": "Ổ đĩa đã đầy nên chưa lưu được thao tác vừa rồi; dữ liệu đã lưu trước đó vẫn nguyên vẹn. "
    "Hãy giải phóng chỗ trống rồi làm lại.",
    "read_only": "Không được phép ghi vào tệp dữ liệu hoặc thư mục chứa nó. Chưa ghi gì; "
    "hãy chuyển tệp đến thư mục ghi được hoặc bỏ thuộc tính chỉ đọc.",
    "cannot_open": "Không mở được tệp dữ liệu. Hãy kiểm tra ổ đĩa, thẻ nhớ hoặc mạng còn kết nối không.",
    "disk_error": "Ổ đĩa báo lỗi khi đọc hoặc ghi tệp dữ liệu. Thao tác vừa rồi chưa lưu; dữ liệu đã lưu trước đó "
    "vẫn còn. Hãy kiểm tra ổ đĩa và sao lưu ngay.",
    "not_a_data_file": "Tệp {name} không phải tệp dữ liệu của chương trình này. Tệp không bị thay đổi.",
    "newer_version": NEWER_VERSION,
    "other_line": "Tệp {name} do một bản khác của chương trình tạo ra nên bản này không nâng cấp được. "
    "Tệp không bị thay đổi.",
    "file_exists": "Đã có tệp {name} ở đó. Hãy chọn tên khác hoặc mở tệp ấy.",
    "file_missing": "Không tìm thấy tệp {name}. Tệp có thể đã được chuyển đi hoặc đổi tên.",
    "locked_by": "Tệp {name} đang được {who} mở trên máy {host} từ {clock} ngày {since}. "
    "Mỗi lúc chỉ một nơi được mở; hãy đóng ở đó trước.",
    "locked_elsewhere": "Tệp {name} được ghi là {who} mở trên máy {host} từ {clock} ngày {since} và chưa đóng. "
    "Nếu chắc chắn máy ấy không còn mở tệp, có thể mở tiếp ở đây.",
    "locked": "Tệp {name} đang được mở ở nơi khác. Mỗi lúc chỉ một nơi được mở; hãy đóng ở đó trước.",
    "backup_failed": "Bản sao lưu của {name} không đạt khi kiểm tra nên đã bị bỏ. "
    "Dữ liệu gốc không đổi; các bản sao lưu trước vẫn còn.",
    "nothing_to_undo": "Không có thao tác nào để hoàn tác.",
    "nothing_to_redo": "Không có thao tác nào để làm lại.",
    "already_undone": "Thao tác “{title}” đã được hoàn tác rồi.",
    "undo_barrier": "Không hoàn tác được: “{title}” đã cấp số văn bản. Số đã cấp chỉ được thu hồi hoặc thay thế.",
    "undo_conflicts": "Những thao tác sau cũng sửa đúng các dòng ấy: {later}. "
    "Hãy hoàn tác chúng trước, hoặc chấp nhận ghi đè.",
    "undo_in_use": "Không hoàn tác được “{title}”: dữ liệu nhập sau đang dùng hoặc trùng với những dòng ấy.",
    "undo_row_gone": "Không hoàn tác được “{title}”: dòng đã sửa không còn nữa.",
    "attachment_empty": "Tệp {name} rỗng nên không đính kèm được.",
    "attachment_too_large": "Tệp {name} nặng {size} MB, quá mức {limit} MB cho một tệp đính kèm.",
}
