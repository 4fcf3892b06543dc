"""Facts about invented people and their documents, shared by the tests of this folder."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.target_catalogue import Among, Base
from thidua_gui.core.targets import Basis, Bound, BoundUnit, Count, Verdict
from thidua_gui.documents.certificate import CertificateFacts, advanced_labourer_certificate, merit_certificate
from thidua_gui.documents.content import CertificateContent
from thidua_gui.documents.office import office
from thidua_gui.documents.score_summary import ScoredPerson, ScoredUnit, ScoreSummaryFacts
from thidua_gui.documents.target_report import TargetFacts, TargetReportFacts

ON = date(2022, 12, 8)
OFFICE = office("TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU", "Lai Châu", "TCT")
THEME = "Trọng tâm - Trách nhiệm - Kỷ cương - Nêu gương - Sáng tạo"
FACTS = CertificateFacts(
    recipient_code="CB13",
    name="Lò Thị Hạnh",
    post="Phó Trưởng khoa",
    unit="Khoa Xây dựng Đảng",
    year=2022,
    office=OFFICE,
    signer_post="Hiệu trưởng",
    signer_name="Hoàng Đức Khải",
    decision_number="236-QĐ/TCT",
    decided_on=ON,
    book_number="47/2022",
    theme=THEME,
)
NAMES = ("Hoàng Đức Khải", "Lường Thị Mai Hoa", "Đỗ Thị Ngọc Ánh", "Ỷ Thị Xuân", "Vi Văn Ưng", "Nguyễn Hữu Thắng")


def merit(**changes: object) -> CertificateContent:
    return merit_certificate(replace(FACTS, **changes), ON)  # type: ignore[arg-type]


def advanced(**changes: object) -> CertificateContent:
    return advanced_labourer_certificate(replace(FACTS, **changes), ON)  # type: ignore[arg-type]


def many(count: int) -> list[CertificateContent]:
    return [merit(recipient_code=f"CB{number:03}", name=NAMES[number % len(NAMES)]) for number in range(1, count + 1)]


def person(name: str, own: str = "98", unit: str = "97,5", **changes: object) -> ScoredPerson:
    points = {StageKey.SELF: _points(own), StageKey.UNIT: _points(unit), StageKey.COUNCIL: None}
    found = ScoredPerson(name, "Giảng viên", date(1990, 5, 1), points, Rating.GOOD, is_decided=True)
    return replace(found, **changes)  # type: ignore[arg-type]


def _points(text: str) -> Points | None:
    return Points.parse(text) if text else None


def unit(name: str, count: int) -> ScoredUnit:
    """A unit of people with names of their own."""
    return ScoredUnit(name, tuple(person(f"Nguyễn Thị Hạnh {name.split()[-1]} {number}") for number in range(count)))


def score_facts(*units: ScoredUnit, **changes: object) -> ScoreSummaryFacts:
    facts = ScoreSummaryFacts(
        OFFICE, 2022, units, date(2022, 11, 19), "Hiệu trưởng", "Hoàng Đức Khải", issued_on=date(2022, 11, 19)
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def percent(lower: int | None, upper: int | None = None) -> Bound:
    ends = [None if end is None else Fraction(end) for end in (lower, upper)]
    return Bound(ends[0], ends[1], BoundUnit.PERCENT)


def target(code: str, bound: Bound, counted: Count | None, verdict: Verdict, **changes: object) -> TargetFacts:
    found = TargetFacts(code, "Cá nhân có đăng ký thi đua", bound, Among(Base.EVERYONE), counted, verdict, Basis.FACT)
    return replace(found, **changes)  # type: ignore[arg-type]


def report_facts(*targets: TargetFacts, **changes: object) -> TargetReportFacts:
    facts = TargetReportFacts(
        office=OFFICE,
        year=2022,
        theme=THEME,
        targets=targets,
        data_on=date(2022, 11, 19),
        signer_post="Hiệu trưởng",
        signer_name="Hoàng Đức Khải",
        plan_number="100-KH/TCT",
        plan_issued_on=date(2022, 3, 2),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]
