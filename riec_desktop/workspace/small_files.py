"""The small JSON files in the data folder. The program works without them, so a failure is logged and nothing more."""

import json
import logging
from pathlib import Path

from riec_desktop.errors import RiecError
from riec_desktop.files import read_file, replace_file

LOG = logging.getLogger(__name__)

ASIDE = ".beschadigd"
"""What comes behind the name of a file that is damaged."""

_LIMIT = 1_000_000


def read_json(path: Path, limit: int = _LIMIT) -> object:
    """What a file of at most `limit` bytes holds; None when it is not there or cannot be read.

    A damaged one is set aside, so that it is told once and what is written next does not go over it.
    """
    try:
        return json.loads(read_file(path, limit))
    except (ValueError, RecursionError) as error:
        LOG.warning("%s cannot be read and begins anew; it is kept as %s: %s", path.name, path.name + ASIDE, error)
        _set_aside(path)
    except RiecError as error:
        if path.exists():
            LOG.warning("%s cannot be read: %s", path.name, error)
    return None


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(path.name + ASIDE))
    except OSError as error:
        LOG.warning("%s cannot be set aside: %s", path.name, error)


def write_json(path: Path, plain: object) -> None:
    """Replace a file; its folder is made when it is not there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A path can hold half a sign, as the system allows that in a name; what is read takes it too.
        replace_file(path, json.dumps(plain, ensure_ascii=False, indent=1).encode(errors="surrogatepass"))
    except (RiecError, OSError) as error:
        LOG.warning("%s cannot be written: %s", path.name, error)
