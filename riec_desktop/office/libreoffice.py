"""A PDF by LibreOffice: no window, and a profile for this one conversion, so that several at once do not meet."""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from riec_desktop.office.child import run
from riec_desktop.office.programs import LibreOffice
from riec_desktop.office.settings import write_profile


def command(program: LibreOffice, profile: Path, source: Path) -> list[str]:
    """The words that convert a document to a PDF beside it."""
    return [
        str(program.path),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nofirststartwizard",
        "--nolockcheck",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(source.parent),
        str(source),
    ]


def convert(program: LibreOffice, source: Path, cancel: Callable[[], bool], timeout: float) -> None:
    """Make a PDF beside a document, in its folder, which is for this conversion alone. Raises as `child.run`."""
    profile = source.parent / "profile"
    write_profile(profile)
    # Its own temporary files stay in our folder too, and go with it when it is ended half-way.
    folder = str(source.parent)
    try:
        run(
            command(program, profile, source),
            source.parent,
            {"TMPDIR": folder, "TMP": folder, "TEMP": folder},
            cancel,
            timeout,
        )
    finally:
        for pipe in pipes(profile):
            with suppress(OSError):
                pipe.unlink()


def pipes(profile: Path) -> Iterator[Path]:
    """Where LibreOffice makes the pipe of a profile, which it leaves behind when it is ended (not on Windows).

    The name is as in `desktop/source/app/officeipcthread.cxx`, the folders as in `sal/osl/unx/pipe.cxx`.
    """
    if sys.platform == "win32":
        return
    key = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    name = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in key)}"
    for parts in (("tmp",), ("var", "tmp")):
        yield Path("/", *parts, name)
