"""The words of the targets' catalogue, as the workbook and the data file write them; some carry a parameter: "danh
hiệu: Chiến sĩ thi đua cơ sở". Decides nothing."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.target_catalogue import Among, Asked, Base, Measure, Measured, Parameter, Scope
from thidua_gui.core.targets import BoundUnit
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.vietnamese import tidy
from thidua_gui.core.workbook.wording import ComposedWords
from thidua_gui.text.names import RATINGS, TEACHING_LEVELS
from thidua_gui.text.submissions import KINDS
from thidua_gui.text.words import Words


class Composed(Protocol):
    """An entry of a catalogue with its parameter."""

    @property
    def parameter(self) -> str | None: ...
    @property
    def entry(self) -> Any: ...
    @property
    def asked(self) -> Asked: ...


Key = TypeVar("Key", bound=StrEnum)
Value = TypeVar("Value", bound=Composed)

COLON = ":"
RECOGNISED = "Công nhận"
"""The result of an initiative that was recognised."""

ADVANCED_LABOURER = "Lao động tiên tiến"
GRASSROOTS_FIGHTER = "Chiến sĩ thi đua cơ sở"
EXCELLENT_COLLECTIVE = "Tập thể lao động xuất sắc"

SCOPES = Words(
    "phạm vi ảnh hưởng",
    {Scope.GRASSROOTS: "Cơ sở", Scope.PROVINCE: "Tỉnh", Scope.COUNTRY: "Toàn quốc"},
    {Scope.GRASSROOTS: ("cấp cơ sở",), Scope.PROVINCE: ("cấp tỉnh",), Scope.COUNTRY: ("cấp toàn quốc",)},
)
BOUND_UNITS = Words(
    "đơn vị tính",
    {BoundUnit.PERCENT: "%", BoundUnit.COLLECTIVES: "tập thể", BoundUnit.INDIVIDUALS: "cá nhân"},
)
SUBMISSIONS = Words("hồ sơ, báo cáo của đơn vị", KINDS)
CLOSED: Mapping[Parameter, Mapping[str, str]] = {
    Parameter.RATING: {rating.value: RATINGS[rating] for rating in Rating},
    Parameter.TEACHING_LEVEL: {level.value: TEACHING_LEVELS[level] for level in TeachingLevel},
    Parameter.SCOPE: {scope.value: SCOPES[scope] for scope in Scope},
    Parameter.SUBMISSION: {kind.value: SUBMISSIONS[kind] for kind in SubmissionKind},
}
"""The parameters that are one of a few: their values and words."""
_READ_BACK: Mapping[Parameter, Callable[[str], StrEnum]] = {
    Parameter.RATING: RATINGS.value,
    Parameter.TEACHING_LEVEL: TEACHING_LEVELS.value,
    Parameter.SCOPE: SCOPES.value,
    Parameter.SUBMISSION: SUBMISSIONS.value,
}


def parameter_words(kind: Parameter, parameter: str) -> str:
    """A parameter as it is written: "good" → "Hoàn thành tốt nhiệm vụ"; words stay as they are."""
    return CLOSED[kind][parameter] if kind in CLOSED else parameter


def parameter_value(kind: Parameter, written: str) -> str:
    """What a written parameter means; UserError of a word or number that the kind does not have."""
    if kind in _READ_BACK:
        return _READ_BACK[kind](written).value
    return Points.parse(written).shortest if kind is Parameter.POINTS else tidy(written)


class CatalogueWords(ComposedWords, Generic[Key, Value]):
    """`written` names each entry; `short` names entries with a certain parameter by words of their own."""

    def __init__(
        self,
        catalogue: str,
        written: Mapping[Key, str],
        make: Callable[[Key, str | None], Value],
        short: Mapping[str, Value],
    ) -> None:
        self._catalogue = catalogue
        self._written = written
        self._make = make
        self._short = {value: word for word, value in short.items()}
        self._by_short = {_spelling(word): value for word, value in short.items()}
        self._by_word = {_spelling(word): key for key, word in written.items()}

    def head(self, key: Key) -> str:
        """The word of an entry without its parameter."""
        return self._written[key]

    @property
    def known(self) -> tuple[str, ...]:
        """What may be written, the short words first; "…" stands for a parameter."""
        return (*self._short.values(), *(word for word in map(self._pattern, self._written) if word is not None))

    def value(self, word: str, parameter: str | None = None) -> Value:
        """What a word means, its parameter behind a colon or apart; UserError "word_unknown" lists the catalogue."""
        head, tail = tidy(word), parameter
        if parameter is None and COLON in head:
            head, tail = (part.strip() for part in head.split(COLON, 1))
        if tail is None and _spelling(head) in self._by_short:
            return self._by_short[_spelling(head)]
        key = self._by_word.get(_spelling(head))
        if key is None:
            raise self._unknown(word)
        return self._composed(key, tail, word)

    def split(self, value: Value) -> tuple[str, str | None]:
        """A value as its word and the words of its parameter."""
        if value in self._short:
            return self._short[value], None
        kind, parameter = value.asked.parameter, value.parameter
        written = None if kind is None or parameter is None else parameter_words(kind, parameter)
        return self._written[value.entry], written

    def spelled(self, value: object) -> str:
        """The whole word of a value."""
        word, parameter = self.split(value)  # type: ignore[arg-type]  # of this vocabulary
        return word if parameter is None else f"{word}{COLON} {parameter}"

    def __getitem__(self, word: str) -> Value:
        try:
            return self.value(word)
        except UserError as error:
            raise KeyError(word) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)

    def _composed(self, key: Key, tail: str | None, word: str) -> Value:
        value = self._make(key, None)
        asked = value.asked
        if not tail and (asked.parameter is None or asked.is_optional):
            return value
        if not tail or asked.parameter is None:
            raise self._unknown(word)
        return self._make(key, parameter_value(asked.parameter, tail))

    def _pattern(self, key: Key) -> str | None:
        asked: Asked = self._make(key, None).asked
        if asked.parameter is None or asked.is_optional:
            return self._written[key]
        return f"{self._written[key]}{COLON} …"

    def _unknown(self, word: str) -> UserError:
        return UserError("word_unknown", value=word, catalogue=self._catalogue, known=self.known)


def _spelling(word: str) -> str:
    return tidy(word).lower()


MEASURES: CatalogueWords[Measure, Measured] = CatalogueWords(
    "thước đo",
    {
        Measure.UNITS_LAUNCHED: "đơn vị phát động",
        Measure.PEOPLE_REGISTERED: "cá nhân đăng ký",
        Measure.TEACHING: "dạy giỏi",
        Measure.RATED: "xếp loại từ",
        Measure.TITLE: "danh hiệu",
        Measure.UNIT_TITLE: "danh hiệu tập thể",
        Measure.COLLECTIVES_COMMENDED: "khen thưởng tập thể",
        Measure.INDIVIDUALS_COMMENDED: "khen thưởng cá nhân",
        Measure.INITIATIVE_AUTHORS: "tác giả sáng kiến",
        Measure.SCORED: "điểm từ",
        Measure.DISCIPLINED: "bị kỷ luật",
        Measure.OF_STAFF_GROUP: "thuộc nhóm",
        Measure.PEOPLE: "số cá nhân",
        Measure.UNITS_REGISTERED: "tập thể đăng ký",
        Measure.UNITS_SUBMITTED: "đơn vị đã nộp",
        Measure.UNITS_RATED: "tập thể xếp loại từ",
        Measure.UNITS: "số đơn vị",
    },
    Measured,
    {
        "dạy giỏi cấp khoa": Measured(Measure.TEACHING, TeachingLevel.FACULTY.value),
        "dạy giỏi cấp trường": Measured(Measure.TEACHING, TeachingLevel.SCHOOL.value),
        "xếp loại từ HTT": Measured(Measure.RATED, Rating.GOOD.value),
        "xếp loại HTXS": Measured(Measure.RATED, Rating.EXCELLENT.value),
        "danh hiệu LĐTT": Measured(Measure.TITLE, ADVANCED_LABOURER),
        "danh hiệu CSTĐCS": Measured(Measure.TITLE, GRASSROOTS_FIGHTER),
        "danh hiệu TTLĐXS": Measured(Measure.UNIT_TITLE, EXCELLENT_COLLECTIVE),
    },
)

TARGET_BASES: CatalogueWords[Base, Among] = CatalogueWords(
    "cơ sở tính",
    {
        Base.FACULTIES_AND_OFFICES: "khoa, phòng",
        Base.EVERYONE: "toàn trường",
        Base.LECTURERS: "giảng viên",
        Base.HOLDERS: "cá nhân đạt",
        Base.COLLECTIVES: "tập thể",
        Base.INDIVIDUALS: "cá nhân",
        Base.STAFF_GROUP: "nhóm",
        Base.REGISTERED: "cá nhân đăng ký",
        Base.RATED: "cá nhân xếp loại từ",
    },
    Among,
    {"cá nhân đạt LĐTT": Among(Base.HOLDERS, ADVANCED_LABOURER)},
)
