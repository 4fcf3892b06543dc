"""The body that issues a document and what stands above it. Knows no database and no page."""

import re
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.vietnamese import date_words, tidy, title_case_office
from thidua_gui.documents.content import Heading, HeadingStyle
from thidua_gui.documents.wording import Wording, wording
from thidua_gui.text.documents import PROPER_WORDS, PROVINCIAL_SCHOOL, parent_of_provincial_school

_FORMS = {HeadingStyle.PARTY: "the-thuc-dang", HeadingStyle.STATE: "the-thuc-nha-nuoc"}


@dataclass(frozen=True, slots=True)
class Office:
    """The school as it heads its documents (cơ quan ban hành): `parent` above `name`; `full_name` on certificates.

    `place` is where it signs (Lai Châu), `code` its sign in document numbers (TCT).
    """

    full_name: str
    name: str
    parent: str
    place: str
    code: str

    @property
    def running_name(self) -> str:
        """The full name inside a sentence: Trường Chính trị tỉnh Lai Châu."""
        return title_case_office(self.full_name, (*PROPER_WORDS, self.place, *_province(self.full_name)))


def office(full_name: str, place: str, code: str) -> Office:
    """The office named in the year workbook's first row, as in TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU.

    A provincial political school stands under the province's Party committee; of another name the parent stays empty
    and no line is printed for it.
    """
    full_name = tidy(full_name).upper()
    provincial = re.fullmatch(PROVINCIAL_SCHOOL, full_name)
    if provincial is None:
        return Office(full_name, full_name, "", tidy(place), tidy(code))
    name, rank, province = provincial.groups()
    return Office(full_name, name, parent_of_provincial_school(rank, province), tidy(place), tidy(code))


def _province(full_name: str) -> tuple[str, ...]:
    """The province's own name with its capitals, when the name of the school ends with one."""
    provincial = re.fullmatch(PROVINCIAL_SCHOOL, full_name)
    return () if provincial is None else (provincial[3].title(),)


def office_code(document_number: str) -> str:
    """The office's sign in a document number: TCT in 100-KH/TCT and in 12/KH-TCT; empty if there is none."""
    sign = re.search(r"[-/]([^\W\d_]+)$", tidy(document_number))
    return sign[1] if sign else ""


def form(style: HeadingStyle, on: date) -> Wording:
    """The rules of form (thể thức) of that style on a day."""
    return wording(_FORMS[style], on)


def heading(style: HeadingStyle, issuer: Office, on: date) -> Heading:
    rules = form(style, on)
    return Heading(style, issuer.parent, issuer.name, rules.text("nation"), rules.text("motto"))


def place_and_date(rules: Wording, place: str, issued_on: date | None) -> str:
    """Place and date of a document; blanks for the date when it is to be written by hand."""
    if issued_on is None:
        return rules.text("place_and_date_blank", place=place)
    return rules.text("place_and_date", place=place, date=date_words(issued_on))
