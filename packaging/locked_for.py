"""The lines of a lock that hold for another system than this one.

pip judges markers such as `sys_platform == 'win32'` by the Python it runs on, also when it is told to install for
another platform; so they are judged here, and left out of what pip gets.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from packaging.markers import Marker

WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "python_version": "3.11",
    "python_full_version": "3.11.9",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
}
"""A Windows laptop with the Python of `wine`, as markers see it."""

_PIN = re.compile(r"^(?P<pin>[\w.-]+==[^\s;\\]+)\s*(?:;(?P<marker>[^\\]+))?\\?$")


def requirements_for(lock: Path, system: Mapping[str, str], without: Collection[str] = ()) -> tuple[str, ...]:
    """One line for each package of the lock that this system needs, with its hashes and without its marker.

    `without` names packages that stay out.
    """
    found = _requirements(lock.read_text(encoding="utf-8"), system)
    return tuple(line for line in found if line.split("==")[0] not in without)


def _requirements(text: str, system: Mapping[str, str]) -> Iterator[str]:
    for entry in re.split(r"\n(?=[\w])", text):
        first, *rest = entry.splitlines()
        pin = _PIN.match(first.strip())
        if pin is None or not _holds(pin["marker"], system):
            continue
        hashes = re.findall(r"--hash=sha256:[0-9a-f]{64}", "\n".join(rest))
        yield " ".join([pin["pin"], *hashes])


def _holds(marker: str | None, system: Mapping[str, str]) -> bool:
    return marker is None or Marker(marker.strip()).evaluate(dict(system))
