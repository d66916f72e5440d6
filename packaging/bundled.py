"""Which libraries of others are inside the shipped packages, with the version that each gives of itself.

Run by the Python that was frozen, since only that one knows; prints JSON. What says no version has ''. The texts that
belong to them are in `packaging/licences/` and in the folders of the packages.
"""

import decimal
import json
import platform
import sqlite3
import ssl
import sys
import zlib
from collections.abc import Iterator
from importlib import import_module
from pyexpat import EXPAT_VERSION
from typing import Any

Bundled = tuple[str, str, str, str]
"""Name, version, its licences as SPDX identifiers (https://spdx.org/licenses/) with spaces between, in what it is."""


def bundled() -> Iterator[Bundled]:
    """Everything that has no package of its own."""
    yield from _in_python()
    yield from _in_lxml()
    yield from _in_pillow()
    yield "Qt", import_module("PySide6.QtCore").qVersion(), "LGPL-3.0-only", "pyside6-essentials"
    yield "Hunspell", "", "LGPL-2.1-or-later", "chunspell"


def _in_python() -> Iterator[Bundled]:
    yield "OpenSSL", ssl.OPENSSL_VERSION.split()[1], "Apache-2.0", "python"
    yield "SQLite", sqlite3.sqlite_version, "blessing", "python"
    yield "zlib", zlib.ZLIB_RUNTIME_VERSION, "Zlib", "python"
    yield "Expat", EXPAT_VERSION.removeprefix("expat_"), "MIT", "python"
    yield "libmpdec", str(vars(decimal)["__libmpdec_version__"]), "BSD-2-Clause", "python"
    yield "bzip2", "", "bzip2-1.0.6", "python"
    yield "libffi", "", "MIT", "python"
    yield "xz", "", "0BSD", "python"


def _in_lxml() -> Iterator[Bundled]:
    etree: Any = import_module("lxml.etree")
    yield "libxml2", _joined(etree.LIBXML_COMPILED_VERSION), "MIT", "lxml"
    yield "libxslt", _joined(etree.LIBXSLT_COMPILED_VERSION), "MIT", "lxml"
    yield "zlib", "", "Zlib", "lxml"
    if any(etree.ICONV_COMPILED_VERSION):
        yield "libiconv", _joined(etree.ICONV_COMPILED_VERSION), "LGPL-2.1-or-later", "lxml"


def _in_pillow() -> Iterator[Bundled]:
    version: Any = import_module("PIL.features").version
    yield "libjpeg-turbo", version("libjpeg_turbo") or "", "IJG BSD-3-Clause", "pillow"
    yield "OpenJPEG", version("jpg_2000") or "", "BSD-2-Clause", "pillow"
    yield "libtiff", version("libtiff") or "", "libtiff", "pillow"
    yield "Little CMS 2", version("littlecms2") or "", "MIT", "pillow"
    yield "zlib-ng", version("zlib_ng") or "", "Zlib", "pillow"
    yield "xz", "", "0BSD", "pillow"


def _joined(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers))


if __name__ == "__main__":
    json.dump({"python": platform.python_version(), "bundled": list(bundled())}, sys.stdout)
