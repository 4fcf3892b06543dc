"""Wording of the quota of grassroots fighters and of its line in the ranking."""


from thidua_gui.core.cutline import CutLine, QuotaRounding
from thidua_gui.core.quotas import QuotaBase, QuotaRule
from thidua_gui.core.vietnamese import grouped, shortest_comma
from thidua_gui.text import rules

UNCHECKED = rules.UNCHECKED
STEP = "Đặt tỷ lệ khen thưởng"
STEP_SHIPPED = "Trở lại tỷ lệ chung của văn bản"
STEP_FORGET = "Bỏ một lần đặt tỷ lệ khen thưởng"
ROUNDINGS = {
    QuotaRounding.FLOOR: "Làm tròn xuống",
    QuotaRounding.CEIL: "Làm tròn lên",
    QuotaRounding.HALF_UP: "Làm tròn đến số gần nhất",
}
BASES = {
    QuotaBase.HOLDERS: "Số đạt một danh hiệu khác",
    QuotaBase.HEADCOUNT: "Tổng số người (tập thể)",
    QuotaBase.REGISTERED: "Số đăng ký danh hiệu này",
    QuotaBase.PROPOSED: "Số được đề nghị danh hiệu này",
    QuotaBase.RATED_GOOD: "Số xếp HTTNV trở lên",
    QuotaBase.RATED_EXCELLENT: "Số xếp HTXSNV",
    QuotaBase.FIXED: "Không tính tỷ lệ, chỉ giới hạn số lượng",
}
_INSIDE = {
    QuotaBase.HOLDERS: "LĐTT",
    QuotaBase.HEADCOUNT: "người",
    QuotaBase.REGISTERED: "người đăng ký",
    QuotaBase.PROPOSED: "người được đề nghị",
    QuotaBase.RATED_GOOD: "người HTTNV trở lên",
    QuotaBase.RATED_EXCELLENT: "người HTXSNV",
}
PROVISIONAL = "tạm tính"

ERRORS: dict[str, str] = {
    "quota_percent": "Tỷ lệ phải lớn hơn 0 và không quá 100%, không nhận {percent}.",
    "quota_lower": "Mức tối thiểu phải lớn hơn 0 và không quá mức tối đa {percent}%, không nhận {lower}.",
    "quota_not_a_number": "Nhập tỷ lệ là một số, ví dụ 15 hoặc 12,5.",
    "quota_number": "Nhập số tối đa là số nguyên từ 1 trở lên.",
    "quota_base_kind": "Chọn một danh hiệu khác làm cơ sở tính tỷ lệ.",
}


def title(rule: QuotaRule, base: int, places: int, *, is_settled: bool) -> str:
    """On the line: the share, its base by name, and how many places that makes."""
    if rule.share is None:
        return f"Ngưỡng CSTĐ cơ sở: không quá {people(places)}"
    head = f"Ngưỡng CSTĐ cơ sở: {shortest_comma(rule.share.percent)}% của {base} {_INSIDE[rule.base]} = {places} người"
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


def base_explained(rule: QuotaRule, *, is_settled: bool) -> str:
    """Tooltip: what the base counts."""
    if rule.base is not QuotaBase.HOLDERS:
        return f"Cơ sở tính: {BASES[rule.base][0].lower()}{BASES[rule.base][1:]}."
    if is_settled:
        return "Cơ sở tính: số cá nhân đã được công nhận Lao động tiên tiến của năm."
    return (
        "Cơ sở tính tạm: cá nhân đăng ký từ Lao động tiên tiến trở lên và xếp loại từ Hoàn thành tốt nhiệm vụ. "
        "Số chính thức có khi Hội đồng chốt danh sách Lao động tiên tiến."
    )


def people(count: int) -> str:
    return f"{grouped(count)} người"
