"""500 giấy khen to one PDF, beside reportlab used well in the same run. Target: at most 1.5 times as long.

Prints JSON lines. Run: python benchmarks/certificates.py [--count N] [--rounds N]
"""

import argparse
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import _yardsticks

from thidua_gui.documents.batch import check_fit, render_certificates
from thidua_gui.documents.certificate import CertificateFacts, merit_certificate
from thidua_gui.documents.content import CertificateContent
from thidua_gui.documents.layouts import layout
from thidua_gui.documents.office import office

LIMIT = 1.5
ON = date(2022, 12, 8)
OFFICE = office("TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU", "Lai Châu", "TCT")


def contents(count: int) -> list[CertificateContent]:
    """Every person with a decision line and a book number of their own, as a year's real batch has."""
    return [
        merit_certificate(
            CertificateFacts(
                recipient_code=person.code,
                name=person.name,
                post=person.post,
                unit=person.unit,
                year=2022,
                office=OFFICE,
                signer_post="Hiệu trưởng",
                signer_name="Hoàng Đức Khải",
                decision_number=f"{number}-QĐ/TCT",
                decided_on=ON,
                book_number=f"{number}/2022",
                theme="Trọng tâm - Trách nhiệm - Kỷ cương - Nêu gương - Sáng tạo",
            ),
            ON,
        )
        for number, person in enumerate(_yardsticks.people(count), start=1)
    ]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=500)
    options.add_argument("--rounds", type=int, default=7)
    chosen = options.parse_args()
    found, people = contents(chosen.count), _yardsticks.people(chosen.count)
    merit, picture = layout("giay-khen-a4"), _yardsticks.background()
    _yardsticks.register_fonts()
    render_certificates(merit, found[:1])  # both have their fonts ready before the clock runs
    kept = _yardsticks.compare(
        f"{chosen.count} certificates / reportlab used well",
        lambda: render_certificates(merit, found),
        lambda: _yardsticks.certificates(people, picture),
        chosen.rounds,
        LIMIT,
    )
    _yardsticks.timed(f"check_fit of {chosen.count}", lambda: check_fit(merit, found), chosen.rounds)
    _yardsticks.timed("one certificate, as the preview asks", lambda: render_certificates(merit, found[:1]), 9)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
