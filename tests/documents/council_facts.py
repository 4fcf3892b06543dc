"""A meeting of an invented council, for the documents that tell of it."""

from dataclasses import replace
from datetime import date, datetime

from thidua_gui.documents.minutes import Attendee, Counted, MinutesFacts, MinutesItem
from thidua_gui.documents.office import office
from thidua_gui.documents.tally import TallyBallot, TallyFacts, TallyLine

DAY = date(2022, 11, 24)
OFFICE = office("TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU", "Lai Châu", "TCT")
LONGEST = "Tôn Nữ Thị Ninh Hoàng Phương Anh Thư"
ROLL = (
    Attendee("Hoàng Đức Khải", "Chủ tịch", "Có mặt"),
    Attendee("Đặng Văn Khoa", "Ủy viên", "Vắng", "Đi công tác"),
)
RESULTS = (
    Counted(LONGEST, 6, 2, "6/9 thành viên", "Đạt"),
    Counted("Lê Anh Dũng", 5, 3, "5/9 thành viên", "Không đạt: cần ít nhất 6"),
)
MINUTES = MinutesFacts(
    office=OFFICE, year=2022, meeting="Phiên họp thứ nhất", held_on=DAY, place="Phòng họp A",
    opened_at=datetime(2022, 11, 24, 14), closed_at=datetime(2022, 11, 24, 16, 35),
    written_at=datetime(2022, 11, 24, 16, 40), chair="Hoàng Đức Khải", secretary="Lò Thị Hương Giang",
    members=9, present=8, roll=ROLL, invited="Bí thư Đoàn trường", rules=("Phiên họp hợp lệ khi có 6/9 thành viên.",),
    items=(
        MinutesItem("Báo cáo tổng kết", discussion="Nhất trí.\nCần nêu rõ số liệu.", conclusion="Thông qua."),
        MinutesItem("Chiến sĩ thi đua cơ sở", ("Phát ra 8, thu về 8.",), RESULTS),
    ),
    conclusion="Giao Thường trực hoàn thiện hồ sơ.", events=((datetime(2022, 11, 24, 14, 5), "Khai mạc"),),
)  # fmt: skip
LINES = (TallyLine(LONGEST, 8, 0, 6, 2, 0, "Đạt"), TallyLine("Lê Anh Dũng", 7, 1, 5, 2, 0, "Không đạt"))
BALLOT = TallyBallot("Chiến sĩ thi đua cơ sở", 1, True, 8, 8, LINES, ("Chủ trì công bố khi còn một chênh lệch.",))
TALLY = TallyFacts(
    OFFICE, 2022, "Phiên họp thứ nhất", DAY, "Phòng họp A", "Hoàng Đức Khải", "Lò Thị Hương Giang",
    (BALLOT, replace(BALLOT, round=2, is_secret=False, issued=None, returned=None, sentences=())),
)  # fmt: skip
