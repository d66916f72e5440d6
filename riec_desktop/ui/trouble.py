"""Errors that nobody expected: what the administrator needs to know, and work whose failure must not spread."""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

from riec_desktop import __version__

LOG = logging.getLogger(__name__)

T = TypeVar("T")


def details_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What the administrator needs: versions, and where it went wrong."""
    lines = traceback.format_exception(kind, error, trace)
    return f"RIEC Jaarverslag {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n{''.join(lines)}"


def guarded(work: Callable[[], T], failed: Callable[[str], T]) -> T:
    """Do a piece of work of the window; when it fails, `failed` gets the details and takes its place."""
    try:
        return work()
    except Exception as error:
        details = details_of(type(error), error, error.__traceback__)
        LOG.exception("unexpected error, the rest goes on")
        return failed(details)
