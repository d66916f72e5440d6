"""The finished .xlsx package of a form: fixed times, Dutch as its language, and rows that grow while people type.

XlsxWriter calls every height of a row the user's own, which would keep Excel from fitting it when the text changes.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_CORE = "docProps/core.xml"
_CORE_END = b"</cp:coreProperties>"
_LANGUAGE = b"<dc:language>nl-NL</dc:language>"
_SHEETS = "xl/worksheets/sheet"
_OWN_HEIGHT = b' customHeight="1"'
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)


def form_file(package: bytes) -> bytes:
    """The same package, ready to be sent; without a trace of the operating system that it was made on."""
    target = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(target, "w") as sink:
        for name in source.namelist():
            entry = ZipInfo(name, _FIRST_MOMENT)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            sink.writestr(entry, _part(name, source.read(name)))
    return target.getvalue()


def _part(name: str, content: bytes) -> bytes:
    if name == _CORE:
        return content.replace(_CORE_END, _LANGUAGE + _CORE_END)
    return content.replace(_OWN_HEIGHT, b"") if name.startswith(_SHEETS) else content
