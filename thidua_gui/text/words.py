"""A catalogue of words for a closed set of values, readable both ways. Knows no particular set."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from thidua_gui.core.errors import UserError
from thidua_gui.core.vietnamese import tidy

Value = TypeVar("Value", bound=StrEnum)


class Words(Generic[Value]):
    """The word of each value as it is written, and other spellings that are understood when read."""

    def __init__(
        self, catalogue: str, written: Mapping[Value, str], understood: Mapping[Value, Sequence[str]] | None = None
    ) -> None:
        self._catalogue = catalogue
        self._written = written
        self._values = {_spelling(word): value for value, word in written.items()}
        for value, others in (understood or {}).items():
            self._values.update({_spelling(other): value for other in others})

    def __getitem__(self, value: Value) -> str:
        return self._written[value]

    @property
    def known(self) -> tuple[str, ...]:
        """The written words in the order of the catalogue."""
        return tuple(self._written.values())

    def value(self, word: str) -> Value:
        """The value a word means, without regard to case and blanks; UserError "word_unknown" lists the catalogue."""
        found = self._values.get(_spelling(word))
        if found is None:
            raise UserError("word_unknown", value=word, catalogue=self._catalogue, known=self.known)
        return found


def _spelling(word: str) -> str:
    return tidy(word).lower()
