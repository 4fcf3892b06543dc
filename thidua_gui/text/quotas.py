"""Wording of the quota of grassroots fighters and of its line in the ranking."""

from fractions import Fraction

from thidua_gui.core.cutline import CutLine, QuotaRounding
from thidua_gui.core.vietnamese import shortest_comma

STEP = "Đặt tỷ lệ Chiến sĩ thi đua cơ sở"
ROUNDINGS = {
    QuotaRounding.FLOOR: "Làm tròn xuống",
    QuotaRounding.CEIL: "Làm tròn lên",
    QuotaRounding.HALF_UP: "Làm tròn đến số gần nhất",
}
UNCHECKED = "chưa đối chiếu"
PROVISIONAL = "tạm tính"

ERRORS: dict[str, str] = {
    "quota_percent": "Tỷ lệ phải lớn hơn 0 và không quá 100%, không nhận {percent}.",
    "quota_lower": "Mức tối thiểu phải lớn hơn 0 và không quá mức tối đa {percent}%, không nhận {lower}.",
    "quota_number": "Nhập số tối đa là số nguyên từ 1 trở lên.",
    "quota_base_kind": "Chọn danh hiệu làm cơ sở tính tỷ lệ.",
}


def title(percent: Fraction, base: int, places: int, *, is_settled: bool) -> str:
    """On the line: the share, its base by name, and how many places that makes."""
    share = shortest_comma(percent)
    head = f"Ngưỡng CSTĐ cơ sở: {share}% của {base} LĐTT = {places} người"
    return head if is_settled else f"{head} ({PROVISIONAL})"


def sides(line: CutLine) -> str:
    """What stands on both sides of the line; ties on it are named."""
    if line.tied and line.tied_at is not None:
        left = line.places - line.above
        return f"{line.tied} người cùng {line.tied_at} điểm ở ngưỡng, chỉ còn {left} suất"
    parts = []
    if line.last_in is not None:
        parts.append(f"Hạng {line.above}: {line.last_in} điểm")
    if line.first_out is not None:
        below = f"Hạng {line.above + 1}: {line.first_out} điểm"
        parts.append(below if line.last_in is None else f"{below} (kém {line.last_in - line.first_out})")
    return "   ".join(parts)


def below(count: int) -> str:
    """How many of those registered for the title stand below the line."""
    return f"{count} người đăng ký nằm dưới ngưỡng" if count else ""


def base_explained(*, is_settled: bool) -> str:
    """Tooltip: what the base counts."""
    if is_settled:
        return "Cơ sở tính: số cá nhân đã được công nhận Lao động tiên tiến của năm."
    return (
        "Cơ sở tính tạm: cá nhân đăng ký từ Lao động tiên tiến trở lên và xếp loại từ Hoàn thành tốt nhiệm vụ. "
        "Số chính thức có khi Hội đồng chốt danh sách Lao động tiên tiến."
    )
