"""Wording of what is done to a council and its meetings, as the history names it, and of what is refused."""

STEP_DECISION = "Sửa quyết định thành lập Hội đồng"
STEP_ADD_MEMBERS = "Thêm {count} thành viên Hội đồng"
STEP_MEMBER = "Sửa thành viên Hội đồng: {name}"
STEP_REMOVE_MEMBERS = "Xóa {count} thành viên Hội đồng"
STEP_ORDER_MEMBERS = "Xếp thứ tự thành viên Hội đồng: {name}"
STEP_COPY_COUNCIL = "Lấy thành phần Hội đồng từ năm {year}"
STEP_RULES = "Đặt quy chế họp của Hội đồng"
STEP_FORGET_RULES = "Bỏ quy chế họp đã đặt"
STEP_YEAR_RULES = "Sửa quy chế họp của năm {year}"
STEP_MEETING_RULES = "Đổi quy chế biểu quyết của {title}"
STEP_CREATE = "Lập phiên họp"
STEP_EDIT = "Sửa {title}"
STEP_DELETE = "Xóa {title}"
STEP_OPEN = "Khai mạc {title}"
STEP_SEATS = "Lấy thành phần dự {title}"
STEP_CLOSE = "Bế mạc {title}"
STEP_REOPEN = "Mở lại {title}"
STEP_PLACE = "Chuyển vị trí trong {title}"
STEP_CONCLUDE = "Ghi kết luận {title}"
STEP_NOTE = "Ghi diễn biến {title}"
STEP_BUILD = "Lập chương trình họp từ các đề nghị"
STEP_ADD_ITEM = "Thêm mục “{title}”"
STEP_EDIT_ITEM = "Sửa mục “{title}”"
STEP_REMOVE_ITEM = "Bỏ mục “{title}”"
STEP_ORDER_ITEMS = "Xếp thứ tự mục “{title}”"
STEP_START_ITEM = "Bắt đầu mục “{title}”"
STEP_FINISH_ITEM = "Xong mục “{title}”"
STEP_TIME = "Ghi thời gian của mục “{title}”"
STEP_ADD_CANDIDATES = "Thêm {count} người, tập thể vào mục “{title}”"
STEP_REMOVE_CANDIDATES = "Bỏ {count} người, tập thể khỏi mục “{title}”"
STEP_ORDER_CANDIDATES = "Xếp thứ tự xét {name}"
STEP_ATTENDANCE = "Điểm danh {count} thành viên"
STEP_ARRIVED = "Ghi {name} đến"
STEP_LEFT = "Ghi {name} về"
STEP_RECUSE = "Ghi {name} không tham gia biểu quyết"
STEP_DROP_RECUSAL = "Bỏ ghi {name} không tham gia biểu quyết"
STEP_START_BALLOT = "Bắt đầu biểu quyết: {title}"
STEP_DROP_BALLOT = "Bỏ lần biểu quyết: {title}"
STEP_COUNT = "Ghi số kiểm phiếu: {title}"
STEP_ROOM = "Lấy lại số người dự: {title}"
STEP_PUBLISH = "Công bố kết quả: {title}"
STEP_CORRECT = "Sửa kết quả đã công bố: {title}"
STEP_REPEAT = "Biểu quyết lại: {title}"
STEP_DECIDE = "Chủ tọa kết luận về {name}"
STEP_FOLLOW_COUNT = "Theo kết quả kiểm phiếu: {name}"
STEP_HELD = "Ghi phiên họp theo sổ dữ liệu năm"
MOVED_BY = "Hội đồng: {words}"
"""The reason that stands in the history of a proposal which the council moved."""

ERRORS: dict[str, str] = {
    "council_share_odd": "Tỷ lệ {share} không dùng được: phải lớn hơn 0, không quá 1 và còn đạt được.",
    "council_share_unread": "Không hiểu tỷ lệ “{value}”; hãy ghi như 2/3, 80 % hoặc trên 1/2.",
    "council_rule_unread": "Quy chế họp của năm ghi “{value}” ở mục “{name}”, chương trình không hiểu; hãy sửa mục đó "
    "rồi làm lại.",
    "council_member_missing": "Hãy chọn ít nhất một người.",
    "council_member_gone": "Thành viên này không còn trong danh sách Hội đồng; hãy xem lại danh sách.",
    "council_member_twice": "{name} đã là thành viên Hội đồng trong thời gian đó.",
    "council_role_missing": "Hãy ghi vai trò trong Hội đồng.",
    "council_days_reversed": "Ngày thôi tham gia Hội đồng trước ngày bắt đầu.",
    "council_source_empty": "Năm {year} chưa ghi thành viên Hội đồng nào còn công tác để lấy sang.",
    "council_not_empty": "Hội đồng năm này đã có thành viên; hãy sửa danh sách thay vì lấy lại từ năm khác.",
    "meeting_gone": "Phiên họp này không còn; hãy xem lại danh sách.",
    "meeting_day_odd": "Ngày họp {day} phải thuộc năm {year} hoặc năm sau; hãy nhập lại.",
    "meeting_time_odd": "Giờ họp “{value}” không đúng; hãy ghi như 08:00.",
    "meeting_not_planned": "{title} đã khai mạc nên không xóa được.",
    "meeting_not_open": "{title} chưa khai mạc; hãy khai mạc phiên họp trước.",
    "meeting_already_open": "{title} đã khai mạc.",
    "meeting_closed": "{title} đã bế mạc nên chỉ xem được; muốn sửa hãy mở lại phiên họp và ghi lý do.",
    "meeting_no_member": "Hội đồng chưa có thành viên có quyền biểu quyết; hãy ghi thành phần Hội đồng trước khi khai "
    "mạc.",
    "meeting_no_chair": "Chưa ghi người chủ trì phiên họp; hãy chọn người chủ trì.",
    "meeting_items_open": "Còn mục chưa xong: {items}. Hãy kết thúc các mục đó hoặc bỏ khỏi chương trình.",
    "meeting_ballots_open": "Còn lần biểu quyết chưa công bố ở: {items}. Hãy công bố hoặc bỏ lần biểu quyết đó.",
    "meeting_candidates_open": "Chưa có kết luận về: {names}. Hãy biểu quyết hoặc để Chủ tọa kết luận.",
    "undo_under_published": "Kết quả “{title}” đã công bố dựa vào bước này nên không hoàn tác được; hãy dùng "
    "Sửa kết quả hoặc bỏ phiếu lại.",
    "undo_in_closed_meeting": "Bước này thuộc {title} đã bế mạc nên không hoàn tác được; hãy mở lại phiên họp rồi sửa.",
    "meeting_reason_missing": "Hãy ghi lý do.",
    "meeting_words_missing": "Hãy ghi nội dung.",
    "meeting_rules_late": "Đã công bố kết quả theo quy chế hiện tại nên không đổi quy chế của phiên họp này được nữa.",
    "agenda_item_gone": "Mục này không còn trong chương trình họp; hãy tải lại.",
    "agenda_title_missing": "Hãy ghi tên mục.",
    "agenda_minutes_odd": "Số phút dự kiến phải từ 1 đến 600.",
    "agenda_item_voted": "Mục “{title}” đã có biểu quyết nên không bỏ được.",
    "agenda_item_not_award": "Mục “{title}” không xét danh hiệu nên không có người, tập thể để biểu quyết.",
    "agenda_candidate_gone": "Người, tập thể này không còn trong mục; hãy tải lại.",
    "agenda_candidate_voted": "Đã biểu quyết về {name} nên không bỏ khỏi mục được.",
    "agenda_candidate_twice": "{name} đã có trong chương trình họp với danh hiệu này.",
    "agenda_proposal_not_ready": "Đề nghị của {name} đang ở trạng thái {state} nên chưa đưa ra Hội đồng được; hãy xác "
    "nhận hợp lệ trước.",
    "agenda_order_fixed": "Đã biểu quyết ở mục “{title}” nên thứ tự và cách viết tên giữ nguyên như trên phiếu.",
    "agenda_ballot_open": "Mục “{title}” còn lần biểu quyết chưa công bố; hãy công bố hoặc bỏ lần biểu quyết đó.",
    "seat_gone": "Thành viên này không có trong phiên họp; hãy tải lại.",
    "seat_written_not_asked": "Quy chế họp không lấy ý kiến người vắng bằng văn bản; hãy ghi vắng hoặc sửa quy chế.",
    "seat_passage_order": "Giờ {time} không khớp: {name} {before}.",
    "seat_passage_early": "Giờ ghi {time} trước giờ khai mạc; hãy ghi bằng điểm danh.",
    "recusal_of_other_meeting": "Người được xét và thành viên không thuộc cùng một phiên họp.",
    "recusal_without_vote": "{name} không có quyền biểu quyết nên không cần ghi.",
    "recusal_late": "Kết quả về {name} đã công bố; hãy mở bản sửa kết quả hoặc biểu quyết lại rồi ghi.",
    "recusal_gone": "Không có ghi nhận này; hãy tải lại.",
    "ballot_gone": "Lần biểu quyết này không còn; hãy tải lại.",
    "ballot_nobody": "Mục “{title}” chưa có người, tập thể nào để biểu quyết.",
    "ballot_repeat": "Mục “{title}” đã có kết quả công bố; hãy biểu quyết lại và ghi lý do.",
    "ballot_open": "Mục “{title}” đang có lần biểu quyết chưa công bố.",
    "ballot_quorum": "Chưa đủ điều kiện họp nên chưa biểu quyết được: có mặt {present}/{members} thành viên, cần ít "
    "nhất {needed}.",
    "ballot_must_be_secret": "Quy chế họp yêu cầu bỏ phiếu kín đối với {title}; hãy dùng phiếu kín hoặc ghi lý do biểu "
    "quyết giơ tay.",
    "ballot_published": "Kết quả này đã công bố nên không sửa trực tiếp; hãy mở bản sửa và ghi lý do.",
    "ballot_not_published": "Kết quả chưa công bố; hãy sửa trực tiếp trên phiếu kiểm.",
    "ballot_not_last": "Đây không phải lần biểu quyết sau cùng của mục; hãy mở lần sau cùng.",
    "ballot_not_counted": "Chưa ghi đủ số đồng ý, không đồng ý của: {names}.",
    "ballot_broken": "Số liệu kiểm phiếu chưa khớp: {broken} Hãy kiểm lại, hoặc Chủ tọa cho công bố với lý do ghi vào "
    "biên bản.",
    "ballot_number_odd": "Số phiếu phải là số nguyên không âm.",
    "ballot_number_large": "Số {number} quá lớn; hãy nhập lại.",
    "ballot_field_unknown": "Không có số liệu này trong phiếu kiểm.",
    "ballot_not_a_candidate": "{name} không có trong lần biểu quyết này.",
    "ballot_second_counter": "Người kiểm phiếu thứ hai chỉ ghi số theo từng người, tập thể.",
    "result_reason_missing": "Hãy ghi lý do kết luận của Chủ tọa.",
    "result_lowered_missing": "Hãy chọn danh hiệu được hạ xuống.",
    "result_lowered_same": "Hạ danh hiệu phải sang danh hiệu khác với đề nghị; hãy chọn lại.",
    "result_lowered_up": "Chỉ hạ xuống danh hiệu thấp hơn, dành cho cùng loại đối tượng; hãy chọn lại.",
    "result_not_counted": "Chưa có kết quả kiểm phiếu đã công bố về {name}.",
    "result_settled": "Đề nghị của {name} đã có quyết định nên Hội đồng không đổi kết luận ở đây được.",
    "held_already": "Năm {year} đã có phiên họp trong chương trình nên không lập lại từ sổ dữ liệu năm.",
    "held_nothing": "Sổ dữ liệu năm {year} chưa có đủ Hội đồng và Kiểm phiếu để lập phiên họp.",
}
