"""Wording of the welcome page. Decides nothing."""

HEADING = "Chọn cách bắt đầu"
INTRODUCTION = "Phần mềm chạy hoàn toàn trên máy này, không cần mạng. Dữ liệu nằm trong một tệp do bạn giữ."

NEW_TITLE = "Tạo dữ liệu mới"
NEW_TEXT = "Bắt đầu cho trường của bạn với năm thi đua đầu tiên."
NEW_POINTS = ("Đặt tên trường, năm thi đua", "Nhập từ Excel hoặc gõ tay", "Chọn nơi lưu tệp")
NEW_VERB = "Tạo mới"

OPEN_TITLE = "Mở tệp đã có"
OPEN_TEXT = "Tiếp tục với tệp .tdkt trên máy này, trên USB hoặc ổ dùng chung."
OPEN_POINTS = ("Tự nâng cấp tệp của bản cũ", "Sao lưu trước khi nâng cấp", "Báo nếu máy khác đang mở")
OPEN_VERB = "Chọn tệp"

SAMPLE_TITLE = "Mở dữ liệu mẫu năm 2022"
SAMPLE_TEXT = "Xem phần mềm chạy với một năm thi đua đầy đủ của 45 cá nhân giả định."
SAMPLE_POINTS = (
    "Đủ chỉ tiêu, điểm, thành tích",
    "Tên người là giả định",
    "Tách riêng dữ liệu thật",
)
SAMPLE_VERB = "Mở dữ liệu mẫu"

RESTORE_TITLE = "Khôi phục từ bản sao lưu"
RESTORE_TEXT = "Dùng khi đổi máy, cài lại Windows hoặc khi tệp bị hỏng."
RESTORE_POINTS = ("Kiểm tra toàn vẹn trước khi ghi", "Không ghi đè dữ liệu đang có", "Đọc được từ USB")
RESTORE_VERB = "Chọn bản sao lưu"
RESTORE_TO = "Lưu bản khôi phục thành"
RESTORED_NAME = "{name}-khoi-phuc"

RECENT = "Mở gần đây"
GONE = "không thấy tệp"
SUBTITLE = "Theo dõi thi đua năm của nhà trường: từ kế hoạch, chấm điểm đến giấy khen và báo cáo"
