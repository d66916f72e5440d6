"""The choices of the last time, as preferences: what a person ticked and what not, each by name.

Both are kept, so that a choice that is new in a later version begins as it is meant and not as 'not ticked'. What was
usual then is kept too: when the house style of the dossier is another one now, that goes first.
"""

from collections.abc import Mapping
from typing import cast

from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.preferences import Preference, prefer, preferences

_ON, _OFF, _USUAL = "word_on", "word_off", "word_usual"


def kept(env: Environment, usual: Mapping[str, bool]) -> dict[str, bool]:
    """What was chosen the last time; the usual for what was not asked then, or was not usual then."""
    found = preferences(env)
    on, off, usual_then = (_names(found.get(one)) for one in (_ON, _OFF, _USUAL))
    return {
        name: name in on if name in (*on, *off) and (name in usual_then) is now else now for name, now in usual.items()
    }


def keep(env: Environment, chosen: Mapping[str, bool], usual: Mapping[str, bool]) -> None:
    """Keep these for the next time; what is not asked now stays as it was kept."""
    found = preferences(env)
    on, off, usual_then = (_others(found.get(one), chosen) for one in (_ON, _OFF, _USUAL))
    lists: dict[str, Preference] = {
        _ON: [*on, *(name for name, ticked in chosen.items() if ticked)],
        _OFF: [*off, *(name for name, ticked in chosen.items() if not ticked)],
        _USUAL: [*usual_then, *(name for name in chosen if usual[name])],
    }
    prefer(env, **lists)


def _names(value: object) -> list[str]:
    found = cast("list[object]", value) if isinstance(value, list) else []
    return [one for one in found if isinstance(one, str)]


def _others(value: object, chosen: Mapping[str, bool]) -> list[str]:
    return [name for name in _names(value) if name not in chosen]
