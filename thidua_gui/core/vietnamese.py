"""Vietnamese letters, names, order, search, dates and numbers in words. Knows no people, no wording of windows.

Letter order: TCVN alphabet a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y, with f j w z in Latin place.
Tone order: ngang, huyền, hỏi, ngã, sắc, nặng. Letters of a whole syllable are compared before its tone.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
_SHAPES = "\u0302\u0306\u031b"  # circumflex, breve, horn: they make another letter
_WITHOUT_DECOMPOSITION = {"đ": "đ", "ð": "đ", "ɖ": "đ", "ƀ": "b"}  # eth and African d are typed for đ; Ê Đê ƀ
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_APOSTROPHES = "'\u2018\u2019\u02bb\u02bc\u0060\u00b4"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_SPACES = " \t\n\r\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
_SEPARATORS = _DASHES + _SPACES + '!"#$%&()*+,./:;<=>?@[\\]^_{|}~“”«»…'
_LATIN = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).islower()]
_MARKS = [chr(code) for code in range(0x300, 0x370)]

# Sort codes, all below one another in this order: end of a name part, end of a syllable, tones, digits, letters.
_PART_END, _SYLLABLE_END = " ", "!"
_TONE_CODES = dict(zip(_TONES, '"#$%&', strict=True))
_LETTER_CODES = {letter: chr(ord("A") + place) for place, letter in enumerate(_ALPHABET)}


class NameParts(NamedTuple):
    """Họ, tên đệm, tên: parts of a full name; family and middle may be empty, given is empty only for no name."""

    family: str
    middle: str
    given: str


def _letter(character: str) -> str:
    """The Vietnamese or plain letter of a lower-case Latin character, its tone and foreign marks removed."""
    if character in _WITHOUT_DECOMPOSITION:
        return _WITHOUT_DECOMPOSITION[character]
    base, *marks = list(unicodedata.normalize("NFD", character))
    shaped = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark in _SHAPES))
    return shaped if shaped in _ALPHABET else base


def _fold_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(mark): None for mark in (*_MARKS, *_INVISIBLE)}
    for characters, plain in ((_APOSTROPHES, "'"), (_DASHES, "-"), (_SPACES, " ")):
        table.update({ord(character): plain for character in characters})
    for character in _LATIN:
        letter = _letter(character)
        table[ord(character)] = "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]
    return table


def _sort_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(mark): _TONE_CODES.get(mark) for mark in _MARKS}
    table.update({ord(character): None for character in _INVISIBLE + _APOSTROPHES})
    table.update({ord(character): _SYLLABLE_END for character in _SEPARATORS})
    for character in (*"abcdefghijklmnopqrstuvwxyz", *_LATIN):
        letter = _letter(character)
        tones = "".join(_TONE_CODES.get(mark, "") for mark in unicodedata.normalize("NFD", character))
        table[ord(character)] = _LETTER_CODES.get(letter, letter) + tones
    return table


_FOLD = _fold_table()
_SORT = _sort_table()
_NO_TONES = {ord(code): None for code in _TONE_CODES.values()}


def nfc(text: str) -> str:
    """The composed form: one code point per Vietnamese letter with its tone."""
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """NFC, invisible characters removed, every run of blanks (no-break ones too) one space, ends trimmed."""
    return " ".join(nfc(text).translate(dict.fromkeys(map(ord, _INVISIBLE))).split())


def fold(text: str) -> str:
    """The search form: lower case, no marks, đ → d, one kind of apostrophe, dash and blank.

    On composed text without loose marks or invisible characters it keeps the length: one character stays one.
    """
    if text.isascii():
        return text.lower().translate(_FOLD) if "`" in text or not text.isprintable() else text.lower()
    return nfc(nfc(text).lower().translate(_FOLD))


@lru_cache(maxsize=16384)
def _word_key(word: str) -> str:
    """The sort codes of one blank-free word, which may hold several syllables (Niê-Kđăm)."""
    syllables = nfc(nfc(word).lower()).translate(_SORT).split(_SYLLABLE_END)
    return _SYLLABLE_END.join(_syllable_key(syllable) for syllable in syllables if syllable)


def _syllable_key(coded: str) -> str:
    letters = coded.translate(_NO_TONES)
    return coded if len(letters) == len(coded) else letters + "".join(code for code in coded if ord(code) in _NO_TONES)


def text_key(text: str) -> str:
    """A string that sorts by code point as Vietnamese words do, case and punctuation ignored."""
    return _SYLLABLE_END.join(filter(None, map(_word_key, text.split())))


def name_key(full_name: str) -> str:
    """A string that sorts people by code point: given name, then middle names, then family name.

    Equal for spellings that differ only in case, apostrophes or the tone's place (hoà, hòa); callers break the tie.
    """
    keys = [key for key in map(_word_key, full_name.split()) if key]
    if not keys:
        return ""
    family = keys[0] if len(keys) > 1 else ""
    return _PART_END.join((keys[-1], _SYLLABLE_END.join(keys[1:-1]), family))


def split_name(full_name: str) -> NameParts:
    """Family name first, given name last, as in Nguyễn Văn An and Vàng A Sình; one word is a given name."""
    words = tidy(full_name).split(" ")
    return NameParts(words[0] if len(words) > 1 else "", " ".join(words[1:-1]), words[-1])


@lru_cache(maxsize=256)
def _word_start(folded_word: str) -> re.Pattern[str]:
    """Finds the folded word at the start of a word; apostrophes inside need not be typed (kpa finds k'pa)."""
    return re.compile(r"(?<![^\W_])" + "'?".join(map(re.escape, folded_word)))


def words_start_with(folded_text: str, folded_query: str) -> bool:
    """Whether each word of the query begins some word of the text; an empty query is met by every text."""
    return all(_word_start(word).search(folded_text) for word in folded_query.split())


def match_spans(text: str, query: str) -> list[tuple[int, int]]:
    """Where query words begin words of `text`: (start, end) in the given text, ordered, overlaps merged.

    Neither argument need be folded or composed. A word of the query that is not found adds no span.
    """
    places = [(place, folded) for place, character in enumerate(text) for folded in fold(character)]
    folded_text = "".join(folded for _, folded in places)
    ends = [place for place, _ in places[1:]] + [len(text)]
    found = [match.span() for word in fold(query).split() for match in _word_start(word).finditer(folded_text)]
    spans: list[tuple[int, int]] = []
    for start, end in sorted((places[first][0], ends[last - 1]) for first, last in found):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def title_case_office(upper_text: str, proper: Sequence[str]) -> str:
    """An office's name set in capitals as running text: "TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU" → "Trường Chính trị tỉnh …".

    `proper` gives phrases in their right spelling ("Chính trị", "Lai Châu"); the rest is lower case but the start.
    """
    lowered = tidy(upper_text).lower()
    spellings = {nfc(phrase).lower(): nfc(phrase) for phrase in proper}
    if spellings:
        longest_first = "|".join(re.escape(phrase) for phrase in sorted(spellings, key=len, reverse=True))
        lowered = re.sub(rf"\b(?:{longest_first})\b", lambda found: spellings[found[0]], lowered)
    return lowered[:1].upper() + lowered[1:]


def date_text(day: date) -> str:
    """dd/MM/yyyy."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def date_words(day: date) -> str:
    """As on official papers (NĐ 30/2020): days under 10 and months 1 and 2 take a leading zero."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def decimal_comma(number: int | Fraction | Decimal, places: int = 1) -> str:
    """Exactly `places` decimals, halves away from zero: Fraction(440, 45) → "9,8"."""
    scaled = abs(Fraction(number)) * 10**places
    rounded = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(rounded).rjust(places + 1, "0")
    sign = "-" if number < 0 and rounded else ""
    return f"{sign}{digits[: len(digits) - places]}{',' if places else ''}{digits[len(digits) - places :]}"


def shortest_comma(number: int | Fraction | Decimal, places: int = 2) -> str:
    """At most `places` (one or more) decimals, none that is needless: 80 → "80", Fraction(25, 2) → "12,5"."""
    return decimal_comma(number, places).rstrip("0").removesuffix(",")


def grouped(number: int) -> str:
    """Thousands set off by points: 1490000 → "1.490.000"."""
    return f"{number:,}".replace(",", ".")


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")


def number_words(number: int) -> str:
    """A whole number in lower-case words: 2022 → "hai nghìn không trăm hai mươi hai", 105 → "một trăm linh năm"."""
    if number < 0:
        return f"âm {number_words(-number)}"
    return " ".join(_billions(number, after=False)) or _DIGITS[0]


def _billions(number: int, after: bool) -> list[str]:
    """Words of a number; `after` tells that a higher group was said, so that empty hundreds are said too."""
    head, rest = divmod(number, 10**9)
    words = [*_billions(head, after), "tỷ"] if head else []
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            words += _hundreds(group, after or bool(words))
            words += [_SCALES[power]] if power else []
    return words


def _hundreds(group: int, after: bool) -> list[str]:
    """Words of 1 to 999; the hundreds are said as "không trăm" when a higher group stands before."""
    hundreds, rest = divmod(group, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or after else []
    if 0 < rest < 10:
        return [*words, "linh", _DIGITS[rest]] if words else [_DIGITS[rest]]
    return words + _tens(rest) if rest else words


def _tens(rest: int) -> list[str]:
    """Words of 10 to 99: mốt and tư follow mươi, lăm follows any ten."""
    tens, ones = divmod(rest, 10)
    words = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if ones:
        after_tens = {5: "lăm"} if tens == 1 else {1: "mốt", 4: "tư", 5: "lăm"}
        words.append(after_tens.get(ones, _DIGITS[ones]))
    return words
