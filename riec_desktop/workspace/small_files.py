"""The small JSON files in the data folder. The program works without them, so a failure is logged and nothing more."""

import json
import logging
from pathlib import Path

from riec_desktop.errors import RiecError
from riec_desktop.files import read_file, replace_file

LOG = logging.getLogger(__name__)

_LIMIT = 1_000_000


def read_json(path: Path, limit: int = _LIMIT) -> object:
    """What a file of at most `limit` bytes holds; None when it is not there or cannot be read."""
    try:
        return json.loads(read_file(path, limit))
    except (RiecError, ValueError, RecursionError) as error:
        if path.exists():
            LOG.warning("%s cannot be read: %s", path.name, error)
        return None


def write_json(path: Path, plain: object) -> None:
    """Replace a file; its folder is made when it is not there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, json.dumps(plain, ensure_ascii=False, indent=1).encode())
    except (RiecError, OSError) as error:
        LOG.warning("%s cannot be written: %s", path.name, error)
