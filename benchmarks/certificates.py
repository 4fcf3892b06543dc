"""500 and 2,000 giấy khen to one PDF, beside reportlab used well in the same run. Target: at most 1.5 times as long.

Prints JSON lines. Run: python benchmarks/certificates.py [--counts N …] [--rounds N]
"""

import argparse
import sys
from datetime import date
from functools import partial
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
    options.add_argument("--counts", type=int, nargs="+", default=[500, 2000])
    options.add_argument("--rounds", type=int, default=7)
    chosen = options.parse_args()
    merit, picture = layout("giay-khen-a4"), _yardsticks.background()
    first = contents(1)
    _yardsticks.register_fonts()
    render_certificates(merit, first)  # both have their fonts ready before the clock runs
    kept = []
    for count in chosen.counts:
        found, people = contents(count), _yardsticks.people(count)
        ours, bare = partial(render_certificates, merit, found), partial(_yardsticks.certificates, people, picture)
        what = f"{count} certificates / reportlab used well"
        kept.append(_yardsticks.compare(what, ours, bare, chosen.rounds, LIMIT))
        _yardsticks.timed(f"check_fit of {count}", partial(check_fit, merit, found), chosen.rounds)
    _yardsticks.timed("one certificate, as the preview asks", lambda: render_certificates(merit, first), 9)
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
