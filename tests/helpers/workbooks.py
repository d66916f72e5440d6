"""Read a workbook back: with openpyxl as other programs see it, and as bare XML to the last character."""

import re
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from typing import Any, cast
from xml.etree import ElementTree as ET

from tests.helpers.word import tree

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRINGS = "xl/sharedStrings.xml"
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def opened(workbook: bytes, *, values: bool = False) -> Any:
    """The openpyxl workbook; `values`: what formulas last gave instead of the formulas."""
    return cast("Any", import_module("openpyxl")).load_workbook(BytesIO(workbook), data_only=values)


def sheet(workbook: bytes, number: int) -> ET.Element:
    """The XML of a sheet; the first is 1."""
    return tree(workbook, f"xl/worksheets/sheet{number}.xml")


def text_of(item: ET.Element) -> str:
    """The text of a shared string as Excel reads it (ISO/IEC 29500-1, 22.4.2.4: `_xHHHH_` is a character)."""
    parts = (element.text or "" for element in item.iter(f"{S}t"))
    return "".join(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), part) for part in parts)


def texts(workbook: bytes, number: int) -> Iterator[tuple[str, str]]:
    """Reference and text of every text cell of a sheet, in the order of reading."""
    strings = [text_of(item) for item in tree(workbook, STRINGS).iterfind(f"{S}si")]
    for cell in sheet(workbook, number).iter(f"{S}c"):
        if cell.get("t") == "s":
            yield cell.get("r", ""), strings[int(cell.findtext(f"{S}v") or "")]
