"""The shape of the words a year workbook is written in; the words themselves stand in text.workbook."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field

from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.core.workbook.specification import Vocabulary


class ComposedWords(Mapping[str, object]):
    """A vocabulary without an end: some of its words carry a parameter behind a colon."""

    @abstractmethod
    def spelled(self, value: object) -> str:
        """The word of a value."""


@dataclass(frozen=True, slots=True)
class SheetWording:
    """One sheet: its name, the title in row 2, the header of each column, other headers that mean the same column,
    and the names of its items. For score sheets `title` is what stands before the criteria sheet's code."""

    title: str
    heading: str
    headers: Mapping[str, str]
    synonyms: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wording:
    """Every word of the format. `vocabularies` map a written word to its value; `former_unit` is what stands before
    the former unit's code in a transfer's detail; `row_number` is the header of the running number in any sheet;
    `staff_groups` are known although no criteria sheet may name them; `school` is the word for the school itself."""

    sheets: Mapping[SheetKey, SheetWording]
    vocabularies: Mapping[Vocabulary, Mapping[str, object]]
    mark: str
    former_unit: str
    row_number: str
    staff_groups: tuple[str, ...]
    school: str

    def word(self, vocabulary: Vocabulary, value: object) -> str:
        """The written word of a value."""
        words = self.vocabularies[vocabulary]
        if isinstance(words, ComposedWords):
            return words.spelled(value)
        return next(word for word, meant in words.items() if meant == value)
