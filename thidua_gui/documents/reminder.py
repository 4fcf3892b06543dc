"""Công văn đôn đốc: what one unit still owes, as a letter of the school to it. Knows no database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.vietnamese import date_text, date_words, tidy
from thidua_gui.documents.content import Heading, HeadingStyle
from thidua_gui.documents.drawable import require_drawable
from thidua_gui.documents.office import Office, form, heading, place_and_date
from thidua_gui.documents.pages.columns import Column, Row, TableColumn, plain_row, wrap
from thidua_gui.documents.pages.heading_block import heading_block
from thidua_gui.documents.pages.page_form import PageForm, page_form
from thidua_gui.documents.pages.page_press import print_pages, print_parts
from thidua_gui.documents.pages.paragraphs import Measure, RichText, Side, Style, paragraph, rich
from thidua_gui.documents.pages.signatures import Signatory, signature_block
from thidua_gui.documents.pages.slices import Slice, gap
from thidua_gui.documents.pages.table import table
from thidua_gui.documents.wording import wording
from thidua_gui.text.documents import DAY_PREFIX

KIND = "cong-van-don-doc"
_TABLE_SIZE = 13.0
_LEFT_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class OwedTask:
    """One thing the unit owes: what, how much of it is missing and by whom, until when, and how that stands today."""

    task: str
    missing: str
    due_on: date | None
    state: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class ReminderFacts:
    """What the letter tells. A number or date not yet given is left open for writing by hand."""

    office: Office
    year: int
    unit: str
    today: date
    tasks: tuple[OwedTask, ...]
    signer_post: str
    signer_name: str
    plan_number: str = ""
    plan_issued_on: date | None = None
    number: str = ""
    issued_on: date | None = None
    heading: HeadingStyle = HeadingStyle.PARTY


@dataclass(frozen=True, slots=True)
class ReminderContent:
    """Every word of the letter."""

    document_title: str
    issuer: str
    form_on: date
    heading: Heading
    number: str
    place_and_date: str
    subject: str
    subject_size: float
    addressee: str
    unit: str
    paragraphs_before: tuple[RichText, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    paragraphs_after: tuple[RichText, ...]
    recipients_title: str
    recipients: tuple[str, ...]
    signer_post: str
    signer_name: str


def reminder(facts: ReminderFacts, on: date) -> ReminderContent:
    """The letter in the wording in force on the day `on`."""
    words, rules = wording(KIND, on), form(facts.heading, on)
    code = words.text("code", code=facts.office.code)
    requests = ["request_late"] if any(task.is_late for task in facts.tasks) else []
    requests += ["request"] if any(not task.is_late for task in facts.tasks) else []
    places = {"unit": facts.unit, "year": facts.year}
    return ReminderContent(
        document_title=words.text("document_title", **places),
        issuer=facts.office.full_name,
        form_on=on,
        heading=heading(facts.heading, facts.office, on),
        number=rules.text("number", number=tidy(facts.number)) if facts.number.strip()
        else rules.text("number_blank", code=code),
        place_and_date=place_and_date(rules, facts.office.place, facts.issued_on),
        subject=words.text("subject", **places),
        subject_size=words.numbers["subject"],
        addressee=words.text("addressee", **places),
        unit=facts.unit,
        paragraphs_before=(rich(_intro(facts, on)),),
        columns=tuple(words.text(f"column_{name}") for name in ("number", "task", "missing", "due", "state")),
        rows=tuple(_row(place, task) for place, task in enumerate(facts.tasks, 1)),
        paragraphs_after=tuple(rich(words.text(key, **places)) for key in (*requests, "closing")),
        recipients_title=rules.text("recipients"),
        recipients=tuple(filter(None, map(str.strip, words.text("recipients").splitlines()))),
        signer_post=tidy(facts.signer_post).upper(),
        signer_name=tidy(facts.signer_name),
    )  # fmt: skip


def render_reminder(content: ReminderContent, progress: Progress = SILENT) -> bytes:
    """One letter."""
    slices, sheet = _letter(content)
    return print_pages(slices, sheet, content.document_title, content.issuer, progress)


def render_reminders(contents: Sequence[ReminderContent], title: str, progress: Progress = SILENT) -> bytes:
    """All letters in one file, each on its own pages; at least one is needed."""
    letters = [_letter(content) for content in contents]
    parts, names = [slices for slices, _ in letters], [content.unit for content in contents]
    return print_parts(parts, letters[0][1], title, contents[0].issuer, progress, names=names)


def _intro(facts: ReminderFacts, on: date) -> str:
    words = wording(KIND, on)
    places = {
        "office": facts.office.running_name, "year": facts.year, "unit": facts.unit, "today": date_text(facts.today)
    }  # fmt: skip
    if facts.plan_number.strip() and facts.plan_issued_on is not None:
        issued = date_words(facts.plan_issued_on).removeprefix(DAY_PREFIX)
        return words.text("intro_plan", plan=tidy(facts.plan_number), plan_date=issued, **places)
    return words.text("intro", **places)


def _row(place: int, task: OwedTask) -> tuple[str, ...]:
    due = "" if task.due_on is None else date_text(task.due_on)
    return (str(place), task.task, task.missing, due, task.state)


def _letter(content: ReminderContent) -> tuple[tuple[Slice, ...], PageForm]:
    _require_drawable(content)
    sheet = page_form(form(content.heading.style, content.form_on))
    return tuple(_slices(content, sheet)), sheet


def _slices(content: ReminderContent, sheet: PageForm) -> Iterator[Slice]:
    body, leading = sheet.sizes["body"], sheet.sizes["leading"]
    filled = Measure(sheet.left, sheet.text_width, body, leading, Side.FILLED, indent=sheet.sizes["indent"])
    about = Measure(
        sheet.left, sheet.text_width * _LEFT_SHARE, content.subject_size, content.subject_size * 1.25, Side.CENTER
    )
    centred = Measure(sheet.left, sheet.text_width, body, leading, Side.CENTER)
    yield from heading_block(content.heading, content.number, content.place_and_date, sheet)[:-1]
    for line in wrap(content.subject, Style.ITALIC, about.width, about.size):
        yield from paragraph(rich(line, Style.ITALIC), about, keep=True)
    yield gap(7)
    yield from paragraph(rich(content.addressee), centred, keep=True)
    yield gap(4)
    for text in content.paragraphs_before:
        yield from paragraph(text, filled, keep=True)
    yield gap(2, keep=True)
    yield from table(_columns(content.columns), _rows(content), sheet.left, sheet.text_width, _TABLE_SIZE)
    yield gap(3, keep=True)
    for text in content.paragraphs_after:
        yield from paragraph(text, filled)
    yield gap(6, keep=True)
    yield signature_block(
        [Signatory(content.signer_post, content.signer_name)], sheet,
        heading=content.recipients_title, recipients=content.recipients,
    )  # fmt: skip


def _columns(titles: Sequence[str]) -> tuple[TableColumn, ...]:
    number, task, missing, due, state = titles
    return (
        TableColumn(number, Column.CENTER, 9),
        TableColumn(task, Column.LEFT, 40, flexible=True),
        TableColumn(missing, Column.LEFT, 40, flexible=True),
        TableColumn(due, Column.CENTER, 22),
        TableColumn(state, Column.LEFT, 24, flexible=True),
    )


def _rows(content: ReminderContent) -> list[Row]:
    return [plain_row(row, keep=place == len(content.rows)) for place, row in enumerate(content.rows, 1)]


def _require_drawable(content: ReminderContent) -> None:
    cut = Style.REGULAR.font
    for row in content.rows:
        require_drawable(zip(content.columns, row, strict=True), cut, content.unit)
    texts = (content.addressee, content.subject, content.place_and_date, content.signer_post, content.signer_name)
    require_drawable([(content.subject, text) for text in texts], cut, content.unit)
