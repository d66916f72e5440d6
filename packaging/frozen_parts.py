"""What goes into the frozen folder and what stays out: the one place that keeps it small.

PyInstaller takes along what an import could ever reach. Nearly all of Qt beside widgets and SVG, and all of numpy,
pandas and openpyxl (which only the tests use), would be dead weight of 150 MB on the users' laptops.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

Packed = tuple[str, str, str]
"""A file as PyInstaller packs it: where it goes in the folder, where it comes from, and its kind."""

EXCLUDED = (
    "numpy",
    "pandas",
    "openpyxl",
    "pytest",
    "tkinter",
    "unittest",
    "pydoc",
    "readline",
    "setuptools",
    "pip",
    "ssl",
    "_ssl",
    "asyncio",
    "doctest",
    "ftplib",
    "multiprocessing",
    "pdb",
    "smtplib",
    "xmlrpc",
    "lxml.html",
    "lxml.objectify",
    "lxml.sax",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtOpenGL",
    "PySide6.QtDBus",
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PIL.AvifImagePlugin",
    "PIL.WebPImagePlugin",
)
"""Modules that no part of the program needs; without `ssl` no safe connection can even be made."""

HIDDEN = ("xlsxwriter", "hunspell", "riec_desktop.ui.app")
"""Modules that are imported in a way that PyInstaller might not see."""

_QT_LIBRARIES = {"Core", "Gui", "Widgets", "Svg", "DBus", "XcbQpa"}
"""The libraries of Qt that widgets, our icons and the platform plugins use."""

_PLUGINS = {"platforms", "styles", "imageformats", "iconengines", "xcbglintegrations"}
_IMAGE_FORMATS = {"qjpeg", "qsvg", "qico"}
_PLATFORMS = {"qwindows", "qoffscreen", "qminimal", "qxcb"}
_LIBRARY = re.compile(r"(?:lib)?Qt6(\w+?)(?:\.dll|\.so.*)$", re.IGNORECASE)


def is_wanted(destination: str) -> bool:
    """Whether the file that PyInstaller would put here, in the folder of the program, is of use."""
    path = PurePosixPath(destination.replace("\\", "/"))
    if path.name.lower().startswith("opengl32sw") or path.name.lower().startswith("d3dcompiler"):
        return False
    if (library := _LIBRARY.match(path.name)) is not None:
        return library.group(1) in _QT_LIBRARIES
    if "translations" in path.parts:
        return path.stem in {"qtbase_nl", "qt_nl"}
    if "plugins" in path.parts:
        return _is_wanted_plugin(path)
    return not (path.parts[:2] == ("lxml", "isoschematron") or path.suffix in {".pxd", ".pxi", ".h", ".pyx"})


def _is_wanted_plugin(path: PurePosixPath) -> bool:
    kind, name = path.parts[path.parts.index("plugins") + 1], path.stem.removeprefix("lib")
    if kind not in _PLUGINS:
        return False
    return {"imageformats": name in _IMAGE_FORMATS, "platforms": name in _PLATFORMS}.get(kind, True)


def without_unused(binaries: Iterable[Packed], imports_of: Callable[[str], Iterable[str]]) -> Sequence[Packed]:
    """The wanted files, without the libraries of a Linux system that only files which stay out would load.

    PyInstaller takes GTK and all that it needs along for a plugin of Qt that we leave out. `imports_of` gives the names
    of all libraries that a file loads, those that they load in their turn too.
    """
    wanted = [one for one in binaries if is_wanted(one[0])]
    own = [one for one in wanted if not _is_of_system(one)]
    used = {name for _, source, kind in own if kind != "SYMLINK" for name in imports_of(source)}
    return [one for one in wanted if not _is_of_system(one) or one[0] in used]


def _is_of_system(packed: Packed) -> bool:
    """What belongs to a package stands in a folder, and a link leads there."""
    destination, _, kind = packed
    return "/" not in destination and kind != "SYMLINK" and not destination.startswith("libpython")
