"""Puts the office's name and heading over a list that a window shows, for print and for Excel. Judges nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.ids import CampaignId
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.vietnamese import nfc
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.list_sheet import ListColumn, ListContent
from thidua_gui.documents.office import Office, heading, office
from thidua_gui.services.letterhead import letterhead
from thidua_gui.services.school import name as school_name
from thidua_gui.services.transaction import read
from thidua_gui.services.workbook_file import xlsx_bytes
from thidua_gui.text import lists as wording


@dataclass(frozen=True, slots=True)
class ShownList:
    """A grid as it stands: visible columns in their order, rows in theirs, each cell in words and as a value."""

    title: str
    subject: tuple[str, ...]
    on: date
    columns: tuple[ListColumn, ...]
    words: tuple[tuple[str, ...], ...]
    values: tuple[tuple[object, ...], ...]


def list_content(shown: ShownList, campaign_id: CampaignId | None) -> ListContent:
    """The list under the letterhead of the year, or of the school while there is no year."""
    head, style = _office(campaign_id)
    numbered = [(str(place), *map(nfc, row)) for place, row in enumerate(shown.words, start=1)]
    return ListContent(
        document_title=shown.title,
        issuer=head.full_name,
        form_on=shown.on,
        heading=heading(style, head, shown.on),
        kind=shown.title.upper(),
        subject=shown.subject,
        data_note=wording.data_note(shown.on, len(shown.words)),
        columns=(ListColumn(wording.NUMBER, centred=True), *shown.columns),
        rows=tuple(numbered),
    )


def list_workbook(shown: ShownList, campaign_id: CampaignId | None, progress: Progress = SILENT) -> bytes:
    """The same list as an Excel file; dates and numbers stay dates and numbers."""
    head, _ = _office(campaign_id)
    title = " ".join((shown.title.upper(), *shown.subject))
    header: list[object] = [wording.NUMBER, *(column.title for column in shown.columns)]
    body = [[place, *row] for place, row in enumerate(shown.values, start=1)]
    blank: list[object] = [None] * len(header)
    grid = [_padded(head.full_name, header), _padded(title, header), blank, header, *body]
    return xlsx_bytes({wording.SHEET: grid}, progress)


def _padded(first: str, like: Sequence[object]) -> list[object]:
    return [first, *([None] * (len(like) - 1))]


def _office(campaign_id: CampaignId | None) -> tuple[Office, HeadingStyle]:
    if campaign_id is None:
        return office(school_name(), "", ""), HeadingStyle.PARTY
    with read():
        head = letterhead(campaign_id)
    return head.office, head.style
