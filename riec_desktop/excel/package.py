"""The .xlsx package: its parts, what each is, how they point to each other; the same bytes for the same parts.

Nothing in it tells when, on which computer or by whom it was made. Source: ISO/IEC 29500-2 (packages).
"""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from riec_desktop.excel.markup import HEAD, OFFICE

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-"
_SPREADSHEET = f"{_TYPE}officedocument.spreadsheetml."
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
_FAST = 3

_TYPES: Mapping[str, str] = {
    "docProps/core": f"{_TYPE}package.core-properties+xml",
    "docProps/app": f"{_TYPE}officedocument.extended-properties+xml",
    "xl/workbook": f"{_SPREADSHEET}sheet.main+xml",
    "xl/styles": f"{_SPREADSHEET}styles+xml",
    "xl/sharedStrings": f"{_SPREADSHEET}sharedStrings+xml",
    "xl/theme/theme": f"{_TYPE}officedocument.theme+xml",
    "xl/worksheets/sheet": f"{_SPREADSHEET}worksheet+xml",
    "xl/tables/table": f"{_SPREADSHEET}table+xml",
    "xl/drawings/drawing": f"{_TYPE}officedocument.drawing+xml",
    "xl/charts/chart": f"{_TYPE}officedocument.drawingml.chart+xml",
}
"""The type of a part by its name without number."""

_FIRST = ("[Content_Types].xml", "_rels/.rels")
"""Readers like them in front."""

Relation = tuple[str, str]
"""What another part is to this one, and where it lies."""


def relations(related: Iterable[Relation]) -> str:
    """The part that points to others; the first gets the id rId1."""
    lines = "".join(
        f'<Relationship Id="rId{at}" Type="{kind if ":" in kind else f"{OFFICE}/{kind}"}" Target="{target}"/>'
        for at, (kind, target) in enumerate(related, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def of_package() -> str:
    """What the package itself points to."""
    core = (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
    return relations((("officeDocument", "xl/workbook.xml"), core, ("extended-properties", "docProps/app.xml")))


def packed(parts: Mapping[str, str]) -> bytes:
    """The file with these parts (name → XML), in this order."""
    whole = {_FIRST[0]: _content_types(parts), _FIRST[1]: of_package(), **parts}
    target = BytesIO()
    with ZipFile(target, "w") as sink:
        for name, part in whole.items():
            sink.writestr(_entry(name), part.encode(), compresslevel=_FAST)
    return target.getvalue()


def _content_types(names: Iterable[str]) -> str:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _typed(names))
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{_TYPE}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )


def _typed(names: Iterable[str]) -> Iterator[Relation]:
    for name in names:
        kind = _TYPES.get(name.removesuffix(".xml").rstrip("0123456789"))
        if kind:
            yield name, kind


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _FIRST_MOMENT)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0
    return entry
