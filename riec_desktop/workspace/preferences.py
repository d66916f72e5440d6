"""What the program remembers about how somebody works: sizes of windows, last choices. Never anything of a dossier."""

from pathlib import Path
from typing import cast

from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.small_files import read_json, write_json

Preference = str | int | float | bool | list[int] | list[str]
"""What can be remembered under a name."""

_LARGEST = 100_000
"""Nothing on a screen is larger."""


def _file(env: Environment) -> Path:
    return env.data_folder / "preferences.json"


def preferences(env: Environment) -> dict[str, Preference]:
    """Everything that is remembered, by name; nothing when the file is not there or damaged."""
    plain = read_json(_file(env))
    return cast("dict[str, Preference]", plain) if isinstance(plain, dict) else {}


def sizes(kept: object) -> list[int]:
    """The sizes in a list that was kept, in pixels or whatever it counts; nothing that cannot be one."""
    found = cast("list[object]", kept) if isinstance(kept, list) else []
    return [one for one in found if isinstance(one, int) and 0 < one <= _LARGEST]


def prefer(env: Environment, **choices: Preference) -> None:
    """Remember these choices beside the ones that are there."""
    write_json(_file(env), {**preferences(env), **choices})
