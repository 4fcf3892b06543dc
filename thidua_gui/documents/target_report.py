"""From targets, counts and verdicts to the words of the Báo cáo kết quả thực hiện chỉ tiêu. Knows no database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thidua_gui.core.target_catalogue import Among
from thidua_gui.core.targets import Basis, Bound, BoundUnit, Count, Verdict, whole_numbers
from thidua_gui.core.vietnamese import date_text, date_words, tidy
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.office import Office, form, heading, place_and_date
from thidua_gui.documents.pages.paragraphs import RichText, Style, rich
from thidua_gui.documents.summary_content import Section, SignatureContent, TargetReportContent, TargetRow
from thidua_gui.documents.wording import Wording, wording
from thidua_gui.text.documents import DAY_PREFIX, counting_rule, pieces, required_text
from thidua_gui.text.names import VERDICTS
from thidua_gui.text.targets import share_text

KIND = "bao-cao-chi-tieu"


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """One target as judged. Without a count nothing can be said yet; `open_reason` may say why in words of its own."""

    code: str
    content: str
    bound: Bound
    base: Among
    counted: Count | None
    verdict: Verdict
    basis: Basis
    open_reason: str = ""
    within: str = ""
    """The words that narrow the base: "Khoa Xây dựng Đảng", "nhóm Nhân viên"."""
    how: str = ""
    """How it is counted, where the base alone does not tell it."""


@dataclass(frozen=True, slots=True)
class TargetReportFacts:
    """What the report tells. A number or date not yet given is left open for writing by hand."""

    office: Office
    year: int
    theme: str
    targets: tuple[TargetFacts, ...]
    data_on: date
    signer_post: str
    signer_name: str
    plan_number: str = ""
    plan_issued_on: date | None = None
    number: str = ""
    issued_on: date | None = None
    heading: HeadingStyle = HeadingStyle.PARTY


def target_report(facts: TargetReportFacts, on: date) -> TargetReportContent:
    """The report in the wording in force on the day `on`."""
    return _Composer(facts, wording(KIND, on), on).content()


def percent(share: Fraction, bound: Bound) -> str:
    """A share as on the screen."""
    return share_text(share, bound)


class _Composer:
    def __init__(self, facts: TargetReportFacts, words: Wording, on: date) -> None:
        self._facts, self._words, self._on = facts, words, on
        self._form = form(facts.heading, on)

    def content(self) -> TargetReportContent:
        facts, text = self._facts, self._words.text
        code = text("code", code=facts.office.code)
        number = self._form.text("number", number=tidy(facts.number)) if facts.number.strip() else ""
        return TargetReportContent(
            document_title=text("document_title", year=facts.year),
            issuer=facts.office.full_name,
            form_on=self._on,
            heading=heading(facts.heading, facts.office, self._on),
            number=number or self._form.text("number_blank", code=code),
            place_and_date=place_and_date(self._form, facts.office.place, facts.issued_on),
            kind=text("kind"),
            subject=text("subject", year=facts.year),
            intro=self._intro(),
            data_note=text("data_note", date=date_text(facts.data_on)),
            columns=tuple(text(f"column_{name}") for name in ("number", "target", "required", "actual", "verdict")),
            sections=tuple(self._sections()),
            recipients_title=self._form.text("recipients"),
            recipients=tuple(filter(None, map(str.strip, text("recipients").splitlines()))),
            signature=SignatureContent(tidy(facts.signer_post).upper(), tidy(facts.signer_name)),
        )

    def _intro(self) -> RichText:
        facts, text = self._facts, self._words.text
        theme = text("theme", theme=tidy(facts.theme).strip('"“”')) if facts.theme.strip() else ""
        places = {"office": facts.office.running_name, "year": facts.year, "theme": theme}
        if facts.plan_number.strip() and facts.plan_issued_on is not None:
            issued = date_words(facts.plan_issued_on).removeprefix(DAY_PREFIX)
            return rich(text("intro_plan", plan=tidy(facts.plan_number), plan_date=issued, **places))
        return rich(text("intro", **places))

    def _sections(self) -> Iterator[Section]:
        text = self._words.text
        rows = tuple(self._row(target) for target in self._facts.targets)
        yield Section(text("section_results"), (), rows)
        yield Section(text("section_judgement"), tuple(self._judgement()))
        yield Section(text("section_counting"), tuple(rich(line) for line in self._counting()))

    def _row(self, target: TargetFacts) -> TargetRow:
        verdict = VERDICTS[target.verdict]
        if target.basis is Basis.ELIGIBLE and target.verdict is not Verdict.OPEN:
            verdict = self._words.text("eligible", verdict=verdict)
        return TargetRow(target.code, tidy(target.content), required_text(target.bound), self._actual(target), verdict)

    def _actual(self, target: TargetFacts) -> str:
        counted = target.counted
        if counted is None:
            return self._words.text("nothing")
        if target.bound.unit is not BoundUnit.PERCENT:
            return pieces(counted.met, target.base)
        share = "" if counted.share is None else f" ({percent(counted.share, target.bound)})"
        return f"{counted.met}/{counted.of}{share}"

    def _judgement(self) -> Iterator[RichText]:
        text, targets = self._words.text, self._facts.targets
        counts = [(verdict, len(self._of(verdict))) for verdict in _ORDER]
        parts = [text(f"judgement_{verdict.value}", count=count) for verdict, count in counts if count]
        yield rich(text("judgement", all=len(targets), parts="; ".join(parts)))
        titled = (
            ("below_title", [self._below(target) for target in self._of(Verdict.BELOW)]),
            ("above_title", [self._above(target) for target in self._of(Verdict.ABOVE)]),
            ("open_title", list(self._open())),
        )
        number = 0
        for title, lines in titled:
            if lines:
                number += 1
                yield rich(f"{number}. {text(title)}", Style.BOLD)
                yield from map(rich, _ended(lines))

    def _of(self, verdict: Verdict) -> list[TargetFacts]:
        return [target for target in self._facts.targets if target.verdict is verdict]

    def _below(self, target: TargetFacts) -> str:
        lacking = ""
        if target.counted is not None:
            enough = whole_numbers(target.bound, target.counted.of)
            if enough and enough.start > target.counted.met:
                missing = pieces(enough.start - target.counted.met, target.base)
                lacking = self._words.text("lacking", pieces=missing)
        return self._words.text(
            "below",
            code=target.code,
            actual=self._actual(target),
            required=required_text(target.bound),
            lacking=lacking,
        )

    def _above(self, target: TargetFacts) -> str:
        required = required_text(target.bound)
        return self._words.text("above", code=target.code, actual=self._actual(target), required=required)

    def _open(self) -> Iterator[str]:
        """Targets of one reason in one line."""
        codes: dict[str, list[str]] = {}
        for target in self._of(Verdict.OPEN):
            codes.setdefault(self._open_reason(target), []).append(target.code)
        for reason, own in codes.items():
            yield self._words.text("open", codes=", ".join(own), reason=reason)

    def _open_reason(self, target: TargetFacts) -> str:
        if target.open_reason:
            return tidy(target.open_reason).rstrip(".")
        if target.counted is not None and target.counted.unknown:
            return self._words.text("open_unknown", unknown=target.counted.unknown)
        return self._words.text("open_reason", year=self._facts.year)

    def _counting(self) -> Iterator[str]:
        """How each target is counted; targets counted on one base in one line."""
        text = self._words.text
        targets = self._facts.targets
        sizes = {(target.base, target.within): target.counted.of for target in targets if target.counted is not None}
        codes: dict[str, list[str]] = {}
        for target in targets:
            size = sizes.get((target.base, target.within))
            how = target.how or counting_rule(target.base, size, target.within)
            codes.setdefault(how, []).append(target.code)
        for how, own in codes.items():
            yield text("counting", codes=", ".join(own), how=how)
        if any(target.basis is Basis.ELIGIBLE and target.verdict is not Verdict.OPEN for target in self._facts.targets):
            yield text("note_eligible")
        yield text("note_rounding")


_ORDER = (Verdict.MET, Verdict.ABOVE, Verdict.BELOW, Verdict.OPEN)


def _ended(lines: Sequence[str]) -> Iterator[str]:
    """Items of a list: semicolons between them, a full stop after the last."""
    yield from lines[:-1]
    yield lines[-1].rstrip(";") + "."
