"""Which libraries of others are inside the shipped packages, and in which version.

Run by the Python that was frozen, since only that one knows; prints JSON. A library says its version itself, or it
stands in its file, in the name of its file or in what the wheel tells of itself. Of the rest `STATED` says it, for one
version of what they are in: with a newer wheel there is no version any more, and neither bill nor tests pass without.
The texts that belong to the libraries are in `packaging/licences/` and in the folders of the packages.
"""

import decimal
import json
import platform
import re
import sqlite3
import ssl
import sys
import zlib
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import distribution
from pathlib import Path
from pyexpat import EXPAT_VERSION
from typing import Any

Bundled = tuple[str, str, str, str]
"""Name, version, its licences as SPDX identifiers (https://spdx.org/licenses/) with spaces between, in what it is."""

STATED = {
    # https://github.com/python/cpython/blob/v3.11.9/PCbuild/get_externals.bat
    ("python", "3.11.9", "xz"): "5.2.5",
    # https://github.com/python-pillow/Pillow/blob/13.0.0/.github/dependencies.json, as in the name of
    # the file on Linux.
    ("pillow", "13.0.0", "xz"): "5.8.4",
}
"""The version of a library that tells it nowhere: by what it is in, the version of that, and its name."""

MICROSOFT = "LicenseRef-Microsoft-Distributable-Code"


def bundled() -> Iterator[Bundled]:
    """Everything that has no package of its own."""
    yield from _in_python()
    yield from _in_lxml()
    yield from _in_pillow()
    yield "Qt", import_module("PySide6.QtCore").qVersion(), "LGPL-3.0-only", "pyside6-essentials"
    # The wheel has no number for it but in its own description.
    told = distribution("chunspell").read_text("METADATA") or ""
    yield "Hunspell", _found(r"install the hunspell ([\d.]+\d) C\+\+ bindings", told), "LGPL-2.1-or-later", "chunspell"
    if sys.platform == "win32":
        yield from _of_microsoft()


def _in_python() -> Iterator[Bundled]:
    yield "OpenSSL", ssl.OPENSSL_VERSION.split()[1], "Apache-2.0", "python"
    yield "SQLite", sqlite3.sqlite_version, "blessing", "python"
    yield "zlib", zlib.ZLIB_RUNTIME_VERSION, "Zlib", "python"
    yield "Expat", EXPAT_VERSION.removeprefix("expat_"), "MIT", "python"
    yield "libmpdec", str(vars(decimal)["__libmpdec_version__"]), "BSD-2-Clause", "python"
    if sys.platform == "win32":
        yield from _in_windows_python()


def _in_windows_python() -> Iterator[Bundled]:
    """What on Linux are libraries of the system, which stand in the bill by themselves."""
    folder = Path(str(import_module("_bz2").__file__)).parent
    yield "bzip2", _found(r"([\d.]+\d), \d+-\w+-\d{4}", _text_of(folder / "_bz2.pyd")), "bzip2-1.0.6", "python"
    (ffi,) = folder.glob("libffi-*.dll")
    yield "libffi", _found(r"\(libffi-([\d.]+\d)", _text_of(ffi)), "MIT", "python"
    yield "xz", STATED.get(("python", platform.python_version(), "xz"), ""), "0BSD", "python"


def _in_lxml() -> Iterator[Bundled]:
    etree: Any = import_module("lxml.etree")
    yield "libxml2", _joined(etree.LIBXML_COMPILED_VERSION), "MIT", "lxml"
    yield "libxslt", _joined(etree.LIBXSLT_COMPILED_VERSION), "MIT", "lxml"
    yield "zlib", _found(r"inflate ([\d.]+\d) Copyright", _text_of(Path(etree.__file__))), "Zlib", "lxml"
    if any(etree.ICONV_COMPILED_VERSION):
        yield "libiconv", _joined(etree.ICONV_COMPILED_VERSION), "LGPL-2.1-or-later", "lxml"


def _in_pillow() -> Iterator[Bundled]:
    version: Any = import_module("PIL.features").version
    package = distribution("pillow")
    yield "libjpeg-turbo", version("libjpeg_turbo") or "", "IJG BSD-3-Clause", "pillow"
    yield "OpenJPEG", version("jpg_2000") or "", "BSD-2-Clause", "pillow"
    yield "libtiff", version("libtiff") or "", "libtiff", "pillow"
    yield "Little CMS 2", version("littlecms2") or "", "MIT", "pillow"
    yield "zlib-ng", version("zlib_ng") or "", "Zlib", "pillow"
    yield "xz", STATED.get(("pillow", package.version, "xz"), ""), "0BSD", "pillow"
    if sys.platform == "win32":
        # Inside libtiff.
        yield "libwebp", _in_bill_of_pillow("libwebp"), "BSD-3-Clause", "pillow"
        return
    names = " ".join(one.name for one in package.files or ())
    yield "Zstandard", _found(r"libzstd-\w+\.so\.([\d.]+\d)", names), "BSD-3-Clause", "pillow"
    yield "libxcb", _in_bill_of_pillow("libxcb"), "X11", "pillow"


def _in_bill_of_pillow(name: str) -> str:
    """The version of a library by the bill of materials in the wheel of Pillow itself."""
    said = distribution("pillow").read_text(f"sboms/pillow-{distribution('pillow').version}.cdx.json")
    return next((one["version"] for one in json.loads(said or "{}")["components"] if one["name"] == name), "")


def _of_microsoft() -> Iterator[Bundled]:
    """The runtime that programs made with Visual C++ need, as each package brings it."""
    shiboken = Path(str(import_module("shiboken6").__file__)).parent / "msvcp140.dll"
    (hunspell,) = Path(str(import_module("hunspell").__file__)).parents[1].glob("chunspell.libs/msvcp140-*.dll")
    python = Path(sys.executable).with_name("vcruntime140.dll")
    for file, holder in ((python, "python"), (shiboken, "shiboken6"), (hunspell, "chunspell")):
        yield "Microsoft Visual C++ Runtime", _found(r"FileVersion([\d.]+\d)", _text_of(file)), MICROSOFT, holder


def _text_of(file: Path) -> str:
    """A program as text. What Windows tells of it has two bytes to a letter, of which the other is nought."""
    return file.read_bytes().replace(b"\0", b"").decode("latin-1")


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[1] if found else ""


def _joined(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers))


if __name__ == "__main__":
    json.dump({"python": platform.python_version(), "bundled": list(bundled())}, sys.stdout)
