"""Slides with the longest words that a school has."""

from thidua_gui.core.projection import (
    AgendaLine,
    AgendaSlide,
    BallotSlide,
    CandidateSlide,
    Conditions,
    Frame,
    ListLine,
    ListSlide,
    QuotaSlide,
    ResultLine,
    ResultSlide,
    Score,
    Step,
    Tone,
    WaitingSlide,
    YearTitle,
)

LONGEST_NAME = "Tôn Nữ Thị Ninh Hoàng Phương Anh Thư"
LONGEST_UNIT = "Phòng Tổ chức, hành chính, thông tin, tư liệu"
FRAME = Frame(
    "Đề nghị: Chiến sĩ thi đua cấp bộ, ban, ngành, tỉnh năm 2022", "Ứng viên 58/60",
    "Trường Chính trị tỉnh Lai Châu", "Họp Hội đồng TĐKT, 24/11/2022",
)  # fmt: skip
NAMES = (LONGEST_NAME, *(f"Nguyễn Thị Hồng Nhung Phương {number}" for number in range(1, 8)))
YEARS = tuple(YearTitle(str(year), "CSTĐ tỉnh", is_high=True) for year in range(2017, 2022))


def candidate(**changes: object) -> CandidateSlide:
    values: dict[str, object] = {
        "frame": FRAME, "name": LONGEST_NAME, "below": f"Phó Trưởng phòng phụ trách, {LONGEST_UNIT}",
        "achievements": ("Chủ nhiệm đề tài khoa học cấp tỉnh nghiệm thu loại Xuất sắc",) * 2,
        "years_label": "Thành tích 5 năm gần nhất", "years": YEARS,
        "conditions": Conditions("Còn 1 điều kiện chưa rõ", "Sáng kiến: chưa có quyết định công nhận", Tone.OPEN),
        "score": Score("Điểm Hội đồng", "100,0", "hạng 12 trên 41"), "portrait_words": "Ảnh 3 x 4",
    }  # fmt: skip
    return CandidateSlide(**values | changes)  # type: ignore[arg-type]  # each value as its field wants it


def listed(count: int) -> ListSlide:
    lines = [
        ListLine(str(place), name, LONGEST_UNIT, "Đủ điều kiện", Tone.PASSED)
        for place, name in enumerate(NAMES[:count], start=1)
    ]
    return ListSlide(FRAME, tuple(lines), "8 người được đề nghị, tối đa 6")


def result(*agree: int) -> ResultSlide:
    lines = [
        ResultLine(name, votes, 9, 6, "Đạt" if votes >= 6 else "Không đạt", Tone.PASSED if votes >= 6 else Tone.FAILED)
        for name, votes in zip(NAMES, agree, strict=False)
    ]
    summary = "Hội đồng 9 người, có mặt 8, thu về 8 phiếu"
    return ResultSlide(FRAME, summary, "Ngưỡng 6/9 phiếu (2/3)", tuple(lines), "6 người đạt", "2 không đạt")


WAITING = WaitingSlide("Họp Hội đồng Thi đua - Khen thưởng", "Trường Chính trị tỉnh Lai Châu", "14:00, 24/11/2022")
AGENDA = AgendaSlide(
    FRAME,
    tuple(
        AgendaLine(str(place), "Tập thể Lao động xuất sắc, Cờ thi đua của Giám đốc Học viện", "12 tập thể", step)
        for place, step in enumerate((Step.DONE, Step.CURRENT, *[Step.WAITING] * 6), start=1)
    ),
)
QUOTA = QuotaSlide(
    FRAME, "Chỉ tiêu Chiến sĩ thi đua cơ sở (tối đa 15 %)", 6, 8, 4,
    "41 Lao động tiên tiến x 15 % = 6,15, làm tròn xuống 6", "Vượt 2 người so với chỉ tiêu",
)  # fmt: skip
BALLOT = BallotSlide(FRAME, "Đang bỏ phiếu kín", NAMES, ("1. Nhận phiếu", "2. Đánh dấu", "3. Bỏ phiếu vào hòm"))
