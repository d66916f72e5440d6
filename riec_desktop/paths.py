"""Where files lie: what is shipped with the program, and what the program keeps on this computer.

`resources/` and `templates/` stand beside the package in the source tree, are packed into the wheel as `_data`, and
lie at the root of a frozen program. Everybody asks here, so that no other module knows which of the three it runs in.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_PACKAGE = Path(__file__).parent
_FOLDER_NAME = "RIEC Jaarverslag"


def data_file(*parts: str) -> Path:
    """The shipped file or folder with this path, such as `data_file("resources", "start.json")`.

    The first part is `resources` or `templates`. The path is not checked: opening a file that is not there fails as
    usual.
    """
    return data_root(_PACKAGE, getattr(sys, "_MEIPASS", None)).joinpath(*parts)


def data_root(package: Path, bundle: str | None) -> Path:
    """The folder that holds `resources` and `templates`.

    `package` is the folder of `riec_desktop`; `bundle` is where a frozen program was unpacked (PyInstaller's
    `sys._MEIPASS`), or None when it is not frozen.
    """
    if bundle is not None:
        return Path(bundle)
    packed = package / "_data"
    return packed if packed.is_dir() else package.parent


def local_data_folder() -> Path:
    """The folder for working stores, settings and logs of this user on this computer. It need not exist yet."""
    return data_home(sys.platform, os.environ, Path.home())


def data_home(platform: str, environ: Mapping[str, str], home: Path) -> Path:
    """The local data folder for a platform (as in `sys.platform`), an environment and a home folder.

    `RIEC_DATA` names the folder itself and goes first: tests use it, and a program on a USB stick. The other places
    are those of Windows (known folder LocalAppData), Apple's file system guide and the XDG base directory
    specification, which says that a relative path in its variable is ignored.
    """
    if chosen := environ.get("RIEC_DATA"):
        return Path(chosen)
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / _FOLDER_NAME
    if platform == "darwin":
        return home / "Library" / "Application Support" / _FOLDER_NAME
    shared = Path(environ.get("XDG_DATA_HOME", ""))
    return (shared if shared.is_absolute() else home / ".local" / "share") / _FOLDER_NAME
