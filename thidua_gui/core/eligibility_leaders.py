"""Whether a leader's award follows the result of the units led. Whoever leads none has nothing to follow."""

from thidua_gui.core.conditions import Condition
from thidua_gui.core.eligibility_facts import Frame, Outcome, PersonFacts, Used, all_of, said
from thidua_gui.core.ratings import at_least


def led(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    """Every unit led at the end of the year has to reach the rating; one not rated yet leaves it open."""
    floor = condition.asked.rating
    return all_of(said(None if unit.rating is None else at_least(unit.rating, floor)) for unit in person.leads)


def led_used(condition: Condition, person: PersonFacts, frame: Frame) -> Used:
    return Used(leads=person.leads)
