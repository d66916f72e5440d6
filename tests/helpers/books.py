"""Workbooks as bare XML, as Excel writes them and as nobody should: for what reads workbooks that come in."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
STYLES = f"""{HEAD}<styleSheet xmlns="{S}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="d\\-mmm\\-yyyy"/></numFmts>
<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>"""


def sheet(rows: str, before: str = "", after: str = "") -> str:
    """A sheet with these rows."""
    return f'{HEAD}<worksheet xmlns="{S}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def row(*cells: str, number: int = 1) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def inline(text: str, place: str = "A1") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def parts(content: str | bytes, strings: str = "", settings: str = "", name: str = "Blad") -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    shared = f'<Relationship Id="r3" Type="{R}/sharedStrings" Target="sharedStrings.xml"/>' if strings else ""
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{types}"/>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{P}"><Relationship Id="r1" Type="{R}/officeDocument" '
        f'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{S}" xmlns:r="{R}">{settings}<sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{P}"><Relationship Id="r1" Type="{R}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{R}/styles" Target="styles.xml"/>{shared}'
        f"</Relationships>",
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": content,
    }
    return {**found, **({"xl/sharedStrings.xml": strings} if strings else {})}


def packed(content: Mapping[str, str | bytes]) -> bytes:
    """The parts as a file."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, part in content.items():
            package.writestr(name, part)
    return target.getvalue()


def book(rows: str, **rest: str) -> bytes:
    """A workbook of one sheet with these rows."""
    return packed(parts(sheet(rows), **rest))
