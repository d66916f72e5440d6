"""Signing what goes to the users, when there is a certificate; without one nothing happens and that is said.

The setup program runs this too, for the uninstaller that it puts together: `python signing.py FILE`.
Two variables name the certificate: RIEC_SIGN_PFX (a .pfx file) and RIEC_SIGN_PASSWORD. On Windows signtool does it,
elsewhere osslsigncode; both put a time stamp on it when RIEC_SIGN_TIMESTAMP names a server for that.
"""

import os
import shutil
import struct
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bootstrap import run, say


def sign(files: Iterable[Path], environ: Mapping[str, str] = os.environ) -> None:
    """Sign these programs in place. Raises `SetupError` when there is a certificate and signing fails."""
    if not environ.get("RIEC_SIGN_PFX"):
        say("Niet ondertekend: er is geen certificaat (RIEC_SIGN_PFX).")
        return
    for file in files:
        unsigned = file.with_name(f"{file.name}.unsigned")
        file.rename(unsigned)
        shutil.copy(unsigned, file)
        run(command(file, unsigned, environ), f"{file.name} kon niet worden ondertekend.")
        unsigned.unlink()


def unsigned(folder: Path) -> list[Path]:
    """The programs and libraries in a frozen folder that bear no signature: ours, and what some wheels bring."""
    found = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in {".exe", ".dll", ".pyd"}]
    return [path for path in found if not is_signed(path.read_bytes())]


def is_signed(program: bytes) -> bool:
    """Whether a Windows program of 64 bits has a table of certificates.

    https://learn.microsoft.com/windows/win32/debug/pe-format#optional-header-data-directories-image-only
    """
    (header,) = struct.unpack_from("<I", program, 0x3C)
    _, size = struct.unpack_from("<II", program, header + 24 + 112 + 4 * 8)
    return size > 0


def command(file: Path, unsigned: Path, environ: Mapping[str, str]) -> Sequence[str | Path]:
    """What signs `file`, of which `unsigned` is a copy."""
    certificate, password = environ["RIEC_SIGN_PFX"], environ.get("RIEC_SIGN_PASSWORD", "")
    server = environ.get("RIEC_SIGN_TIMESTAMP", "")
    if sys.platform == "win32":
        stamp = ("/tr", server, "/td", "sha256") if server else ()
        return (signtool(environ), "sign", "/fd", "sha256", "/f", certificate, "/p", password, *stamp, file)
    stamp = ("-ts", server) if server else ()
    file.unlink(missing_ok=True)
    return (
        *("osslsigncode", "sign", "-h", "sha256", "-pkcs12", certificate, "-pass", password, *stamp),
        *("-in", unsigned, "-out", file),
    )


def signtool(environ: Mapping[str, str]) -> str:
    r"""Windows' own tool: in the path or else in the newest Windows Kit ('…\bin\10.0.26100.0\x64')."""
    kits = Path(environ.get("ProgramFiles(x86)", "")) / "Windows Kits" / "10" / "bin"
    found = sorted(kits.glob("10.*/x64/signtool.exe"), key=lambda one: [int(n) for n in one.parts[-3].split(".")])
    return shutil.which("signtool") or (str(found[-1]) if found else "signtool")


if __name__ == "__main__":
    sign(map(Path, sys.argv[1:]))
