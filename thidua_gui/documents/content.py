"""What is printed, word for word, before anything is drawn. Knows no database, no layout and no PDF."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class HeadingStyle(StrEnum):
    """Whose form a document has: of the Party (thể thức văn bản của Đảng) or of the State (thể thức hành chính)."""

    PARTY = "party"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Heading:
    """The two headings of a document (quốc hiệu, tiêu đề; cơ quan ban hành). In State style `motto` is given."""

    style: HeadingStyle
    parent: str
    school: str
    nation: str
    motto: str = ""


@dataclass(frozen=True, slots=True)
class CertificateContent:
    """Every word of one certificate (giấy khen, giấy chứng nhận). A layout takes the fields it has places for.

    `name` is written as in the register; a layout may set it in capitals. `register` holds one line each for the
    decision, its date and the book number; a draft has dotted places instead and says that it is a draft.
    `document_title` names the PDF.
    """

    kind: str
    document_title: str
    recipient_code: str
    name: str
    honorific: str
    post_and_unit: str
    heading: Heading
    issuer: str
    title: str
    give: str
    signer_post: str
    signer_name: str
    place_and_date: str
    register: tuple[str, ...]
    achievement: str = ""
    theme: str = ""
    award_intro: str = ""
    award: str = ""
    award_year: str = ""
    draft_mark: str = ""

    @property
    def is_draft(self) -> bool:
        return bool(self.draft_mark)

    def texts(self) -> Mapping[str, str]:
        """The text of every field a layout may name; empty where this certificate has none."""
        heading = self.heading
        party = heading.style is HeadingStyle.PARTY
        return {
            "party_nation": heading.nation if party else "",
            "state_nation": "" if party else heading.nation,
            "state_motto": "" if party else heading.motto,
            "parent": heading.parent,
            "party_school": heading.school if party else "",
            "state_school": "" if party else heading.school,
            "party_star": "*" if party else "",
            "issuer": self.issuer,
            "title": self.title,
            "give": self.give,
            "honorific": self.honorific,
            "name": self.name,
            "post_and_unit": self.post_and_unit,
            "achievement": self.achievement,
            "theme": self.theme,
            "award_intro": self.award_intro,
            "award": self.award,
            "award_year": self.award_year,
            "place_and_date": self.place_and_date,
            "signer_post": self.signer_post,
            "signer_name": self.signer_name,
            "register": "\n".join(self.register),
            "draft_mark": self.draft_mark,
        }


_NOTHING = Heading(HeadingStyle.PARTY, "", "", "")
FIELDS = frozenset(CertificateContent("", "", "", "", "", "", _NOTHING, "", "", "", "", "", "", ()).texts())
"""The names of the fields that a layout may use."""
