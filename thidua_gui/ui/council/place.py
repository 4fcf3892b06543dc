"""What the place on the desk is called: the item, the candidate, the slide. Shows nothing."""

from __future__ import annotations

from thidua_gui.core.ids import CandidateId
from thidua_gui.core.projection import CandidateSlide
from thidua_gui.services.meeting_views import ItemRow
from thidua_gui.services.projection import Cue
from thidua_gui.text import council_page as words
from thidua_gui.ui.council.reading import DeskView


def where(view: DeskView, item: ItemRow | None, slide: CandidateSlide | None) -> str:
    """Over the name: item of the agenda, and which of its candidates."""
    if item is None:
        return ""
    return words.where(view.items.index(item) + 1, item.title, "" if slide is None else slide.frame.aside)


def title(cue: Cue | None, item: ItemRow | None) -> str:
    """The item, or a slide that belongs to none."""
    return item.title if item is not None else "" if cue is None else cue.label


def candidate(cue: Cue | None) -> CandidateId | None:
    return None if cue is None else cue.candidate_id
