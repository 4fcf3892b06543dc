"""Kinds of awards at random: each name once, wordings without the sign that parts them."""

from hypothesis import strategies as st

from thidua_gui.core.awards import Bearer, Level
from thidua_gui.core.titles import TitleGroup
from thidua_gui.core.workbook.award_kind_row import AwardKindRow


@st.composite
def award_kinds(draw, words, maybe_words):
    names = draw(st.lists(words, max_size=3, unique_by=str.casefold))
    whole = words.filter(lambda word: ";" not in word)
    wordings = st.none() | st.lists(whole, min_size=1, max_size=3, unique=True).map(tuple)
    return tuple(
        AwardKindRow(
            name, draw(words), draw(st.sampled_from(TitleGroup)), draw(st.sampled_from(Bearer)),
            draw(st.sampled_from(Level)), draw(maybe_words), draw(maybe_words), draw(wordings), draw(maybe_words),
            draw(st.booleans()),
        )
        for name in names
    )  # fmt: skip
