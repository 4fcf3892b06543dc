"""Cards of awards as content for paper and as Excel sheets, many at once. Writes nothing; knows no window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.award_card import AwardCardContent, AwardCardFacts, GivenAward, YearFacts, award_card
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.office import office
from thidua_gui.services.award_cards import Bearer, Card, CardAward, CardYear, cards
from thidua_gui.services.awards import AwardRow
from thidua_gui.services.letterhead import letterhead
from thidua_gui.services.school import name as school_name
from thidua_gui.services.transaction import read
from thidua_gui.services.workbook_file import xlsx_bytes
from thidua_gui.text import award_cards as wording
from thidua_gui.text import awards as award_wording
from thidua_gui.text import lists as list_wording
from thidua_gui.text.names import RATINGS


def card_papers(
    bearers: Sequence[Bearer], on: date, campaign_id: CampaignId | None, progress: Progress = SILENT
) -> tuple[AwardCardContent, ...]:
    """The cards under the letterhead of the year, or of the school while there is no year, in the order given."""
    if not bearers:
        raise UserError("award_card_nobody")
    with read():
        if campaign_id is None:
            issuer, style, post, name = office(school_name(), "", ""), HeadingStyle.PARTY, "", ""
        else:
            head = letterhead(campaign_id)
            issuer, style, post, name = head.office, head.style, head.signer_post, head.signer_name
        found = cards(bearers, on, progress)
    return tuple(
        award_card(
            AwardCardFacts(
                issuer, style, one.bearer.is_unit, one.code, one.name, "" if one.bearer.is_unit else one.post, one.unit,
                one.born_on, one.joined_on, tuple(map(_year, one.years)), one.chains, on, post, name,
            ),
            on,
        )
        for one in found
    )  # fmt: skip


def cards_workbook(bearers: Sequence[Bearer], on: date, progress: Progress = SILENT) -> bytes:
    """Two sheets: everything of every year as a row, and the chains in words."""
    if not bearers:
        raise UserError("award_card_nobody")
    found = cards(bearers, on, progress)
    years = _sheet(
        wording.TITLE,
        (
            wording.CODE, wording.NAME, wording.UNIT, wording.YEAR, wording.KIND, wording.CONTENT, wording.NUMBER,
            wording.DECIDED, wording.AUTHORITY, wording.STATE, wording.RESTS_ON,
        ),
        [row for one in found for row in _year_rows(one)],
    )  # fmt: skip
    runs = [[one.code, one.name, words] for one in found for words in one.chains]
    chains = _sheet(wording.CHAINS, (wording.CODE, wording.NAME, wording.CHAINS), runs)
    return xlsx_bytes({wording.SHEET_YEARS: years, wording.SHEET_CHAINS: chains}, progress)


def _year(year: CardYear) -> YearFacts:
    other = (*year.initiatives, *(f"{wording.TEACHING} {level}" for level in year.teaching), *_disciplines(year))
    rating = "" if year.rating is None else RATINGS[year.rating]
    return YearFacts(year.year, tuple(map(_award, year.awards)), rating, other)


def _award(one: CardAward) -> GivenAward:
    row = one.row
    return GivenAward(row.title, wording.decision(row.decision_number, row.decided_on), _revoked(row), one.rests_on)


def _revoked(row: AwardRow) -> str:
    told = row.revocation
    return "" if told is None else award_wording.revoked(told.revoked_on, told.reason, told.decision_number)


def _disciplines(year: CardYear) -> Iterator[str]:
    for words in year.disciplines:
        yield f"{wording.DISCIPLINE}: {words}"


def _year_rows(one: Card) -> Iterator[list[object]]:
    who: list[object] = [one.code, one.name, one.unit]
    for year in one.years:
        for award in year.awards:
            row = award.row
            state = award_wording.HELD if row.revocation is None else _revoked(row)
            yield [
                *who, year.year, wording.AWARD, row.title, row.decision_number, row.decided_on, row.authority, state,
                "; ".join(award.rests_on) or None,
            ]  # fmt: skip
        if year.rating is not None:
            yield [*who, year.year, wording.RATING, RATINGS[year.rating], *[None] * 5]
        for kind, texts in (
            (wording.INITIATIVE, year.initiatives), (wording.TEACHING, year.teaching),
            (wording.DISCIPLINE, year.disciplines),
        ):  # fmt: skip
            for text in texts:
                yield [*who, year.year, kind, text, *[None] * 5]


def _sheet(title: str, header: Sequence[str], rows: Sequence[Sequence[object]]) -> list[list[object]]:
    """Office, title, an empty row, the header in row 4, as every workbook of the program."""
    width = len(header) + 1
    top: list[list[object]] = [[school_name(), *[None] * (width - 1)], [title, *[None] * (width - 1)], [None] * width]
    return [*top, [list_wording.NUMBER, *header], *([place, *row] for place, row in enumerate(rows, 1))]
