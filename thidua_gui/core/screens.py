"""Which screen the room looks at: found again by what it is, never taken by guess. Knows no window."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """Màn hình as the system names it; the geometry is in pixels of the whole desktop. Empty words = not told."""

    name: str
    maker: str = ""
    model: str = ""
    serial: str = ""
    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0

    def stored(self) -> dict[str, object]:
        """For the settings of this computer."""
        return asdict(self)


def restored(stored: object) -> ScreenFacts | None:
    """What `stored` gave; None of anything else."""
    if not isinstance(stored, dict):
        return None
    words = {key: stored.get(key, "") for key in ("name", "maker", "model", "serial")}
    numbers = {key: stored.get(key, 0) for key in ("left", "top", "width", "height")}
    is_sound = all(isinstance(word, str) for word in words.values()) and all(
        isinstance(number, int) for number in numbers.values()
    )
    return ScreenFacts(**words, **numbers) if is_sound and words["name"] else None


def found_again(remembered: ScreenFacts, screens: Sequence[ScreenFacts]) -> int | None:
    """The place of the remembered screen among those there: by serial, else by maker and model, else by name, each only
    if one alone fits; of several that fit the one that stands where it stood. None if it is not there."""
    for fits in (_by_serial, _by_model, _by_name):
        places = [place for place, screen in enumerate(screens) if fits(remembered, screen)]
        if len(places) == 1:
            return places[0]
        if places:
            there = [place for place in places if _stands_there(remembered, screens[place])]
            return there[0] if len(there) == 1 else None
    return None


def offered(remembered: ScreenFacts | None, screens: Sequence[ScreenFacts], operators: int) -> int | None:
    """The screen to show on without asking: the remembered one, never the operator's own; None = ask."""
    if remembered is None:
        return None
    place = found_again(remembered, screens)
    return None if place == operators else place


def _by_serial(one: ScreenFacts, other: ScreenFacts) -> bool:
    return bool(one.serial) and (one.maker, one.model, one.serial) == (other.maker, other.model, other.serial)


def _by_model(one: ScreenFacts, other: ScreenFacts) -> bool:
    differ = one.serial and other.serial and one.serial != other.serial
    return bool(one.model) and not differ and (one.maker, one.model) == (other.maker, other.model)


def _by_name(one: ScreenFacts, other: ScreenFacts) -> bool:
    known = one.model and other.model
    return one.name == other.name and not (known and one.model != other.model)


def _stands_there(one: ScreenFacts, other: ScreenFacts) -> bool:
    return (one.left, one.top, one.width, one.height) == (other.left, other.top, other.width, other.height)
