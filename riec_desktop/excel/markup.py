"""Words that every part of a workbook is made of: its namespaces, and text as the value of an attribute."""

import re
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"

# Excel reads `_x0041_` in a file as the letter A (22.4.2.4, ST_Xstring), unless its first underscore is spelled out.
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_QUOTED = {'"': "&quot;", "\n": "&#10;"}


def string_xml(text: str) -> str:
    """Text between the tags of a string, so that every program reads back exactly this text."""
    return _ESCAPED.sub("_x005F_", escape(text)) if "_x" in text else escape(text)


def attribute(text: str) -> str:
    """Clean text as the value of an attribute."""
    return escape(text, _QUOTED)


def string_attribute(text: str) -> str:
    """As `attribute`, for an attribute that spells odd characters as a string does."""
    return _ESCAPED.sub("_x005F_", attribute(text))


def colour(web: str) -> str:
    """'#154273' as a workbook spells it."""
    return f"FF{web[1:]}"
