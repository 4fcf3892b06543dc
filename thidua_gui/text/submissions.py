"""Wording of what units hand in. Knows no rule."""

from collections.abc import Mapping

from thidua_gui.core.submissions import SubmissionKind

KINDS: Mapping[SubmissionKind, str] = {
    SubmissionKind.REGISTRATION: "bản đăng ký thi đua",
    SubmissionKind.MID_YEAR: "báo cáo giữa năm",
    SubmissionKind.SCORES: "bảng chấm điểm",
    SubmissionKind.RESULTS: "kết quả cuối năm",
}

ERRORS: dict[str, str] = {
    "submitted_before_year": "Ngày nộp trước năm {year}. Hồ sơ của năm {year} không thể nộp trước khi năm bắt đầu.",
    "submitted_in_future": "Ngày nộp {day} chưa đến. Hãy ghi ngày đơn vị đã nộp thật, không muộn hơn hôm nay.",
}


def step_record(kind: SubmissionKind, count: int) -> str:
    """Title of the step."""
    return f"Ghi nhận {count} đơn vị nộp {KINDS[kind]}"


def step_withdraw(kind: SubmissionKind, count: int) -> str:
    """Title of the step."""
    return f"Bỏ ghi nhận {count} đơn vị nộp {KINDS[kind]}"
