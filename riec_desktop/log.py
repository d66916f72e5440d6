"""The log on this computer, for the helpdesk: what went wrong, never what stands in a dossier.

The outermost layer starts it once; everybody else uses `logging.getLogger(__name__)`.
"""

import faulthandler
import logging
from collections.abc import Generator
from contextlib import contextmanager, nullcontext
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

LOG_NAME = "riec.log"
CRASH_NAME = "crash.log"

_MAX_BYTES = 1_000_000
_OLD_FILES = 3
_OUR_LOGGER = "riec_desktop"


@contextmanager
def log_to(folder: Path) -> Generator[Path]:
    """Log to a file in this folder (made when it is not there) until the block ends; gives the path of the log.

    The file is opened at the first message and begins anew at 1 MB; three old ones are kept. A folder that cannot be
    written never keeps the program from starting: `logging` then complains on standard error.
    """
    handler = RotatingFileHandler(
        folder / LOG_NAME, maxBytes=_MAX_BYTES, backupCount=_OLD_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger(_OUR_LOGGER).setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    try:
        with crashes_to(folder):
            yield folder / LOG_NAME
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()


@contextmanager
def crashes_to(folder: Path) -> Generator[None]:
    """Write where every thread was when the process itself crashes, as in a fault of Qt, to a file in this folder.

    Where that is written already (`python -X faulthandler`, pytest), it keeps going to the place that was chosen there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / CRASH_NAME).open("a", encoding="utf-8")
    except OSError:
        logging.getLogger(__name__).warning("No crash file can be made in %s", folder)
        yield
        return
    with file, nullcontext() if faulthandler.is_enabled() else _reported_to(file):
        yield


@contextmanager
def _reported_to(file: TextIO) -> Generator[None]:
    faulthandler.enable(file)
    try:
        yield
    finally:
        faulthandler.disable()
