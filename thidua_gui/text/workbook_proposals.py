"""Words of the year workbook's sheets of proposals and of what is said against somebody. Decides nothing."""

from collections.abc import Mapping

from thidua_gui.core.cases import CaseKind
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.proposals import PaperState, State
from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.core.workbook.wording import SheetWording
from thidua_gui.text.conditions import OUTCOMES
from thidua_gui.text.proposals import CASES, PAPER_STATES, STATES

_PROPOSAL = {"proposal": "Mã đề nghị"}
_SUBJECT = {"row_number": "TT", "subject": "Mã cá nhân hoặc đơn vị"}

SHEETS: Mapping[SheetKey, SheetWording] = {
    SheetKey.PROPOSALS: SheetWording(
        "Đề nghị",
        "ĐỀ NGHỊ KHEN THƯỞNG",
        {
            "row_number": "TT",
            "code": "Mã đề nghị",
            "subject": "Mã cá nhân hoặc đơn vị",
            "kind": "Danh hiệu, hình thức",
            "title": "Ghi trong đề nghị",
            "basis": "Loại hình",
            "state": "Trạng thái",
            "is_listed": "Trình Hội đồng",
            "proposing_unit": "Mã đơn vị đề nghị",
            "received_on": "Ngày nhận hồ sơ",
            "achievement": "Thành tích",
            "note": "Ghi chú",
            "movement": "Phong trào",
            "position": "Thứ tự khi bằng điểm",
            "initiatives": "Mã sáng kiến",
            "lowered_to": "Hạ xuống",
            "pack": "Bộ quy định",
            "pack_sha256": "Mã băm quy định",
            "outcome": "Kết luận thẩm tra",
            "award_title": "Đã tặng",
            "award_number": "Số quyết định",
        },
    ),
    SheetKey.PROPOSAL_EVENTS: SheetWording(
        "Lịch sử đề nghị",
        "CÁC BƯỚC CỦA ĐỀ NGHỊ",
        {
            **_PROPOSAL,
            "at": "Lúc",
            "user": "Người thực hiện",
            "from_state": "Từ trạng thái",
            "to_state": "Sang trạng thái",
            "reason": "Lý do",
        },
    ),
    SheetKey.PROPOSAL_FINDINGS: SheetWording(
        "Thẩm tra",
        "KẾT QUẢ THẨM TRA KHI TRÌNH HỘI ĐỒNG",
        {
            **_PROPOSAL,
            "condition": "Điều kiện",
            "outcome": "Kết quả",
            "needed": "Cần",
            "had": "Hiện có",
            "source": "Căn cứ",
            "is_checked": "Đã đối chiếu",
            "is_attested": "Theo đề nghị của đơn vị",
        },
    ),
    SheetKey.PROPOSAL_PAPERS: SheetWording(
        "Thành phần hồ sơ",
        "THÀNH PHẦN HỒ SƠ CỦA ĐỀ NGHỊ",
        {**_PROPOSAL, "name": "Giấy tờ", "state": "Tình trạng", "noted_on": "Ngày", "note": "Ghi chú"},
    ),
    SheetKey.CONDITION_OVERRIDES: SheetWording(
        "Ngoài điều kiện",
        "ĐIỀU KIỆN ĐƯỢC CHẤP NHẬN NGOÀI QUY ĐỊNH",
        {**_PROPOSAL, "condition": "Điều kiện", "reason": "Lý do", "at": "Lúc", "user": "Người ghi"},
    ),
    SheetKey.OBJECTIONS: SheetWording(
        "Ý kiến phản đối",
        "Ý KIẾN PHẢN ĐỐI ĐIỀU KIỆN DO ĐƠN VỊ XÁC NHẬN",
        {
            **_SUBJECT,
            "condition": "Điều kiện",
            "content": "Nội dung",
            "raised_by": "Người có ý kiến",
            "raised_on": "Ngày có ý kiến",
            "settled_on": "Ngày giải quyết",
            "settlement": "Kết quả giải quyết",
        },
    ),
    SheetKey.OPEN_CASES: SheetWording(
        "Vụ việc đang xem xét",
        "KHIẾU NẠI, TỐ CÁO, THANH TRA, VỤ VIỆC ĐANG XEM XÉT",
        {
            **_SUBJECT,
            "kind": "Loại",
            "opened_on": "Từ ngày",
            "closed_on": "Kết thúc ngày",
            "content": "Nội dung",
            "source": "Nguồn",
            "conclusion": "Kết luận",
        },
    ),
}
STATES_READ: Mapping[str, State] = {STATES[state]: state for state in State}
PAPERS_READ: Mapping[str, PaperState] = {PAPER_STATES[state]: state for state in PaperState}
OUTCOMES_READ: Mapping[str, Outcome] = {word: outcome for outcome, word in OUTCOMES.items()}
CASES_READ: Mapping[str, CaseKind] = {CASES[kind]: kind for kind in CaseKind}



def proposal_code(place: int) -> str:
    """How a proposal is named within one workbook."""
    return f"ĐN{place:03}"


ERRORS = {
    "import_kind_unknown": "Chương trình chưa có danh hiệu, hình thức “{kind}” mà trang Đề nghị nhắc tới. Hãy thêm ở "
    "trang Danh hiệu & quy định rồi nhập lại.",
}
