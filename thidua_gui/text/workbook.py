"""The words of the year workbook: sheets, titles, headers, closed lists. Decides nothing."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from thidua_gui.core.initiatives import InitiativeKind
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import CriterionKind, SheetSubject, StageKey
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.targets import BoundUnit
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.workbook.rows import ChangeKind, SheetKey
from thidua_gui.core.workbook.specification import Vocabulary
from thidua_gui.core.workbook.wording import SheetWording, Wording
from thidua_gui.text.initiatives import KINDS as INITIATIVE_KINDS
from thidua_gui.text.names import CRITERION_KINDS, RATINGS, SHEET_SUBJECTS, STAGES, TEACHING_LEVELS, teaching_column
from thidua_gui.text.people import CHANGE_KINDS, STAFF_GROUPS, TRANSFER_KIND, detail_of_transfer
from thidua_gui.text.plan import SECTIONS
from thidua_gui.text.target_words import BOUND_UNITS, MEASURES, SUBMISSIONS, TARGET_BASES
from thidua_gui.text.words import Words
from thidua_gui.text.workbook_award_kinds import SHEETS as AWARD_KIND_SHEETS
from thidua_gui.text.workbook_award_kinds import VOCABULARIES as AWARD_KIND_VOCABULARIES
from thidua_gui.text.workbook_meetings import SHEETS as MEETING_SHEETS
from thidua_gui.text.workbook_meetings import VOCABULARIES as MEETING_VOCABULARIES
from thidua_gui.text.workbook_milestones import KINDS_READ as MILESTONE_KINDS_READ
from thidua_gui.text.workbook_milestones import SHEETS as MILESTONE_SHEETS
from thidua_gui.text.workbook_movements import COMMENDED_FOR, COMMENDED_READ, KINDS_READ
from thidua_gui.text.workbook_movements import SHEETS as MOVEMENT_SHEETS
from thidua_gui.text.workbook_proposals import CASES_READ, OUTCOMES_READ, PAPERS_READ, STATES_READ
from thidua_gui.text.workbook_proposals import SHEETS as PROPOSAL_SHEETS

Value = TypeVar(
    "Value", Rating, StageKey, CriterionKind, SheetSubject, BoundUnit, InitiativeKind, TeachingLevel, SubmissionKind
)

_NUMBER = {"row_number": "TT"}
_PERSON = {"person": "Mã"}
_SUBJECT = {"subject": "Mã"}
_NAME = {"full_name": "Họ và tên"}

_SHEETS: Mapping[SheetKey, SheetWording] = {
    SheetKey.CAMPAIGN: SheetWording(
        "Phong trào",
        "PHONG TRÀO THI ĐUA",
        {"item": "Mục", "value": "Nội dung"},
        items={
            "year": "Năm",
            "plan_number": "Số kế hoạch",
            "plan_issued_on": "Ngày ban hành",
            "plan_issued_at": "Nơi ban hành",
            "theme": "Chủ đề",
            "school_theme": "Chủ đề của trường",
            "results_due_on": "Hạn nộp kết quả",
            "council_on": "Ngày họp Hội đồng",
            "decision_on": "Ngày quyết định",
            "plan_title": "Trích yếu",
            "plan_signer_name": "Người ký",
            "plan_signer_post": "Chức vụ người ký",
            "plan_signer_authority": "Thẩm quyền ký",
        },
    ),
    SheetKey.TARGETS: SheetWording(
        "Chỉ tiêu",
        "CHỈ TIÊU THI ĐUA",
        {
            "code": "Mã",
            "content": "Nội dung",
            "measure": "Thước đo",
            "base": "Tính trên",
            "lower": "Từ",
            "upper": "Đến",
            "unit": "Đơn vị tính",
            "within_unit": "Trong đơn vị",
            "within_group": "Trong nhóm",
        },
    ),
    SheetKey.UNITS: SheetWording(
        "Đơn vị",
        "DANH SÁCH ĐƠN VỊ",
        {
            **_NUMBER,
            "code": "Mã đơn vị",
            "name": "Tên đơn vị",
            "kind": "Loại",
            "launched_on": "Ngày phát động",
            "rating": "Xếp loại tập thể",
            "participants": "Số người dự phát động",
            "launch_note": "Ghi chú phát động",
            "rating_reason": "Lý do xếp loại",
            "rated_on": "Ngày xếp loại",
        },
    ),
    SheetKey.PEOPLE: SheetWording(
        "Cá nhân",
        "DANH SÁCH CÁN BỘ, VIÊN CHỨC, NGƯỜI LAO ĐỘNG",
        {
            **_NUMBER,
            "code": "Mã",
            **_NAME,
            "gender": "Giới tính",
            "born_on": "Ngày sinh",
            "ethnicity": "Dân tộc",
            "unit": "Mã đơn vị",
            "post": "Chức vụ",
            "staff_group": "Nhóm",
            "joined_on": "Ngày vào cơ quan",
            "left_on": "Ngày thôi công tác",
            "left_reason": "Lý do thôi công tác",
        },
    ),
    SheetKey.PERSONNEL_CHANGES: SheetWording(
        "Biến động",
        "NGHỈ, ĐI HỌC, CHUYỂN ĐƠN VỊ TRONG NĂM",
        {
            **_NUMBER,
            **_PERSON,
            "kind": "Loại",
            "from_on": "Từ ngày",
            "until_on": "Đến ngày",
            "detail": "Chi tiết",
        },
    ),
    SheetKey.DISCIPLINES: SheetWording(
        "Kỷ luật",
        "KỶ LUẬT TRONG NĂM",
        {
            **_NUMBER,
            **_PERSON,
            "form": "Hình thức",
            "decided_on": "Ngày quyết định",
            "decision_number": "Số quyết định",
            "task_related": "Liên quan nhiệm vụ",
            "reason": "Lý do",
            "ended_on": "Hết hiệu lực",
        },
    ),
    SheetKey.REGISTRATIONS: SheetWording(
        "Đăng ký thi đua",
        "TỔNG HỢP ĐĂNG KÝ THI ĐUA",
        {
            **_NUMBER,
            **_SUBJECT,
            "title": "Danh hiệu đăng ký",
            "registered_on": "Ngày đăng ký",
            "content": "Nội dung đăng ký",
        },
    ),
    SheetKey.CRITERIA: SheetWording(
        "Tiêu chí",
        "BỘ TIÊU CHÍ CHẤM ĐIỂM (MẪU THAM KHẢO)",
        {
            "sheet": "Bộ",
            "staff_groups": "Nhóm áp dụng",
            "number": "Mục",
            "content": "Nội dung",
            "maximum": "Điểm tối đa",
            "kind": "Loại",
            "step": "Bước điểm",
            "cap": "Trần điểm",
            "units": "Đơn vị áp dụng",
            "subject": "Đối tượng",
            "version": "Phiên bản",
        },
    ),
    SheetKey.THRESHOLDS: SheetWording(
        "Ngưỡng xếp loại",
        "NGƯỠNG XẾP LOẠI THEO ĐIỂM (QUY CHẾ CỦA TRƯỜNG)",
        {"rating": "Xếp loại", "from_points": "Từ điểm"},
    ),
    SheetKey.SCORES: SheetWording(
        "Chấm điểm",
        "BẢNG CHẤM ĐIỂM THI ĐUA",
        {**_PERSON, **_NAME, "stage": "Vòng chấm", "total": "Tổng"},
    ),
    SheetKey.RESULTS: SheetWording(
        "Kết quả",
        "XẾP LOẠI VÀ DẠY GIỎI",
        {
            **_NUMBER,
            **_PERSON,
            **_NAME,
            "rating": "Xếp loại",
            "teaching_faculty": teaching_column(TeachingLevel.FACULTY),
            "teaching_school": teaching_column(TeachingLevel.SCHOOL),
            "rating_reason": "Lý do xếp loại",
            "rated_on": "Ngày xếp loại",
            "party_rating": "Xếp loại đảng viên",
            "party_rated_on": "Ngày xếp loại đảng viên",
            "party_decision": "Số quyết định xếp loại đảng viên",
        },
    ),
    SheetKey.INITIATIVES: SheetWording(
        "Sáng kiến",
        "DANH MỤC SÁNG KIẾN, ĐỀ TÀI",
        {
            **_NUMBER,
            "code": "Mã",
            "name": "Tên sáng kiến, đề tài",
            "authors": "Mã tác giả",
            "scope": "Phạm vi ảnh hưởng",
            "recognised_on": "Ngày công nhận",
            "decision_number": "Số quyết định",
            "result": "Kết quả",
            "kind": "Loại",
            "summary": "Tóm tắt",
            "effect": "Hiệu quả",
            "applied_at": "Nơi áp dụng",
            "recognised_by": "Cơ quan công nhận",
            "shares": "Tỷ lệ đóng góp",
        },
        synonyms={"Tên": "name"},
    ),
    SheetKey.AWARDS: SheetWording(
        "Khen thưởng đã có",
        "THÀNH TÍCH KHEN THƯỞNG CÁC NĂM TRƯỚC",
        {
            **_NUMBER,
            **_SUBJECT,
            "post_then": "Chức vụ khi đó",
            "unit_then": "Đơn vị khi đó",
            "year": "Năm",
            "title": "Danh hiệu, hình thức",
            "decision_number": "Số quyết định",
            "decided_on": "Ngày quyết định",
            "authority": "Cấp quyết định",
            "revoked_on": "Ngày thu hồi",
            "revocation_reason": "Lý do thu hồi",
            **COMMENDED_FOR,
        },
        synonyms={"Danh hiệu/hình thức": "title"},
    ),
    SheetKey.PLAN_ITEMS: SheetWording(
        "Kế hoạch",
        "NỘI DUNG KẾ HOẠCH THI ĐUA",
        {
            "section": "Phần",
            "level": "Cấp",
            "number": "Số",
            "text": "Nội dung",
            "carrier": "Thực hiện",
            "units": "Mã đơn vị",
            "targets": "Mã chỉ tiêu",
        },
    ),
    SheetKey.INITIATIVE_USES: SheetWording(
        "Sử dụng sáng kiến",
        "SÁNG KIẾN, ĐỀ TÀI ĐÃ DÙNG ĐỂ ĐỀ NGHỊ KHEN THƯỞNG",
        {
            **_NUMBER,
            "initiative": "Mã sáng kiến",
            "subject": "Mã cá nhân hoặc đơn vị",
            "year": "Năm",
            "title": "Danh hiệu, hình thức",
            "decided_on": "Ngày quyết định",
            "note": "Ghi chú",
        },
    ),
    SheetKey.TEACHING: SheetWording(
        "Dạy giỏi",
        "GIẢNG VIÊN DẠY GIỎI CÁC CẤP",
        {
            **_NUMBER,
            **_PERSON,
            **_NAME,
            "level": "Cấp",
            "period": "Kỳ xét",
            "decided_on": "Ngày quyết định",
            "decision_number": "Số quyết định",
            "note": "Ghi chú",
        },
    ),
    SheetKey.UNIT_VOTES: SheetWording(
        "Bình xét tại đơn vị",
        "KẾT QUẢ BÌNH XÉT VÀ ĐỀ NGHỊ CỦA CÁC ĐƠN VỊ",
        {
            **_NUMBER,
            "voting_unit": "Mã đơn vị bình xét",
            "subject": "Mã cá nhân hoặc đơn vị",
            "title": "Danh hiệu, hình thức",
            "held_on": "Ngày họp",
            "members": "Tổng số người",
            "present": "Có mặt",
            "agree": "Đồng ý",
            "disagree": "Không đồng ý",
            "achievement": "Tóm tắt thành tích",
            "note": "Ghi chú",
        },
    ),
    SheetKey.SUBMISSIONS: SheetWording(
        "Nộp hồ sơ",
        "ĐƠN VỊ NỘP HỒ SƠ, BÁO CÁO",
        {
            **_NUMBER,
            "unit": "Mã đơn vị",
            "kind": "Hồ sơ, báo cáo",
            "submitted_on": "Ngày nộp",
            "note": "Ghi chú",
        },
    ),
    **MOVEMENT_SHEETS,
    **MILESTONE_SHEETS,
    **AWARD_KIND_SHEETS,
    **PROPOSAL_SHEETS,
    **MEETING_SHEETS,
    SheetKey.SCHOOL_RESULTS: SheetWording(
        "Kết quả của trường",
        "KẾT QUẢ THI ĐUA CỦA TRƯỜNG",
        {**_NUMBER, "content": "Nội dung", "planned": "Kế hoạch", "achieved": "Thực hiện", "note": "Ghi chú"},
    ),
}

_LEAVES = (
    ChangeKind.MATERNITY_LEAVE,
    ChangeKind.SICK_LEAVE,
    ChangeKind.UNPAID_LEAVE,
    ChangeKind.STUDY,
    ChangeKind.SECONDMENT,
)


def _read_back(words: Words[Value], values: Sequence[Value]) -> dict[str, object]:
    return {words[value]: value for value in values}


def _same(*words: str) -> dict[str, object]:
    """Words that are kept as they are written."""
    return {word: word for word in words}


WORDING = Wording(
    sheets=_SHEETS,
    vocabularies={
        Vocabulary.RATING: _read_back(RATINGS, list(Rating)),
        Vocabulary.STAGE: _read_back(STAGES, list(StageKey)),
        Vocabulary.CRITERION_KIND: _read_back(CRITERION_KINDS, list(CriterionKind)),
        Vocabulary.SHEET_SUBJECT: _read_back(SHEET_SUBJECTS, list(SheetSubject)),
        Vocabulary.MEASURE: MEASURES,
        Vocabulary.BASE: TARGET_BASES,
        Vocabulary.BOUND_UNIT: _read_back(BOUND_UNITS, list(BoundUnit)),
        Vocabulary.CHANGE_KIND: {
            **dict(zip(CHANGE_KINDS, _LEAVES, strict=True)),
            TRANSFER_KIND: ChangeKind.TRANSFER,
        },
        Vocabulary.TASK_RELATED: {"Có": True, "Không": False},
        Vocabulary.YES_NO: _same("Có", "Không"),
        Vocabulary.SCOPE: _same("Cơ sở", "Tỉnh", "Toàn quốc"),
        Vocabulary.INITIATIVE_RESULT: _same("Công nhận", "Không công nhận"),
        Vocabulary.INITIATIVE_KIND: _read_back(INITIATIVE_KINDS, list(InitiativeKind)),
        Vocabulary.TEACHING_LEVEL: _read_back(TEACHING_LEVELS, list(TeachingLevel)),
        Vocabulary.MOVEMENT_KIND: KINDS_READ,
        Vocabulary.MILESTONE_KIND: MILESTONE_KINDS_READ,
        **AWARD_KIND_VOCABULARIES,
        Vocabulary.COMMENDATION_KIND: COMMENDED_READ,
        Vocabulary.PROPOSAL_STATE: STATES_READ,
        Vocabulary.PAPER_STATE: PAPERS_READ,
        Vocabulary.OUTCOME: OUTCOMES_READ,
        Vocabulary.CASE_KIND: CASES_READ,
        Vocabulary.SUBMISSION_KIND: _read_back(SUBMISSIONS, list(SubmissionKind)),
        Vocabulary.BALLOT_METHOD: _same("Phiếu kín", "Giơ tay"),
        Vocabulary.PLAN_SECTION: {word: section for section, word in SECTIONS.items()},
        **MEETING_VOCABULARIES,
    },
    mark="x",
    former_unit=detail_of_transfer(""),
    row_number="TT",
    staff_groups=STAFF_GROUPS,
    school="TRƯỜNG",
)
