"""The JSON Schema (draft 2020-12) of the JSON form, made from the record types, so that the two cannot differ.

`python -m riec_desktop.dossier.json_schema resources/dossier.schema.json` writes it; a test compares.
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from riec_desktop.dossier.codec import (
    DATE_PATTERN,
    DECIMAL_PATTERN,
    ID_PATTERN,
    MAX_INTEGER,
    TIME_PATTERN,
    to_json,
)
from riec_desktop.dossier.fields import FieldSpec, Kind, specs
from riec_desktop.dossier.json_form import FORMAT, VERSION
from riec_desktop.dossier.keys import NATURAL_KEYS
from riec_desktop.dossier.records import RECORD_TYPES, SETTINGS_ID, TYPE_BY_NAME, Record, Settings

Schema = dict[str, Any]

_ID: Schema = {"type": "string", "pattern": f"^{ID_PATTERN}$"}
_TEXT: Schema = {"type": "string"}
_RICH = (
    "Tekst met opmaak in Markdown: alinea's, lijsten met '- ' of '1. ', **vet**, _cursief_, [tekst](https://…) en een "
    "cijfer uit het dossier als {cijfer:id-van-indicator;jaar=2022;organisatie=id;waarde=werkelijk}, of een aantal als "
    "{aantal:activiteiten;jaar=2022;portefeuille=id;organisatie=id}. Een verwijzing is "
    "{zie:onderdeel;id}, met ;bladzijde erachter naar de bladzijde; het onderdeel is doel, portefeuille, activiteiten, "
    "cijfers, regios, grafiek of afbeelding."
)


def _choice(spec: FieldSpec) -> Schema:
    return {"enum": [str(choice) for choice in spec.choices or ()]}


def _list_of(item: Schema) -> Schema:
    return {"type": "array", "items": item}


_VALUE: Mapping[Kind, Callable[[FieldSpec], Schema]] = {
    Kind.LINE: lambda _: _TEXT,
    Kind.TEXT: lambda _: _TEXT,
    Kind.RICH: lambda _: {**_TEXT, "description": _RICH},
    Kind.LINES: lambda _: _list_of(_TEXT),
    Kind.INTEGER: lambda _: {"type": "integer", "minimum": -MAX_INTEGER, "maximum": MAX_INTEGER},
    Kind.DECIMAL: lambda _: {"type": ["string", "number"], "pattern": f"^{DECIMAL_PATTERN}$"},
    Kind.DATE: lambda _: {"type": "string", "pattern": f"^{DATE_PATTERN}$"},
    Kind.TIME: lambda _: {"type": "string", "pattern": f"^{TIME_PATTERN}$"},
    Kind.FLAG: lambda _: {"type": "boolean"},
    Kind.CHOICE: _choice,
    Kind.CHOICES: lambda spec: _list_of(_choice(spec)),
    Kind.REF: lambda _: _ID,
    Kind.REFS: lambda _: _list_of(_ID),
    Kind.DATA: lambda _: {**_TEXT, "contentEncoding": "base64"},
}


def _note(spec: FieldSpec) -> Schema:
    """What a reader should know besides the title: the help of the field, or what it refers to."""
    if spec.to:
        return {"description": f"id van: {TYPE_BY_NAME[spec.to].label} ({spec.to})"}
    return {"description": spec.help} if spec.help else {}


def _field(spec: FieldSpec) -> Schema:
    value = _VALUE[spec.kind](spec)
    titled = {"title": spec.label, **_note(spec), **value, "default": to_json(spec, spec.default)}
    if spec.default is None:
        titled["type"] = [value["type"], "null"] if isinstance(value["type"], str) else [*value["type"], "null"]
    return titled


def _record(kind: type[Record]) -> Schema:
    own_id = {"const": SETTINGS_ID} if kind is Settings else _ID
    needs_id = kind is not Settings and kind not in NATURAL_KEYS
    return {
        "title": kind.label,
        "type": "object",
        "properties": {"id": own_id, **{name: _field(spec) for name, spec in specs(kind).items()}},
        "required": ["id"] if needs_id else [],
        "additionalProperties": False,
    }


def json_schema() -> Schema:
    """The schema of a whole document."""
    names = [kind.__name__ for kind in RECORD_TYPES]
    listed = {name: _list_of({"$ref": f"#/$defs/{name}"}) for name in names}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dossier van RIEC Jaarverslag",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "records": {"type": "object", "properties": listed, "additionalProperties": False},
        },
        "required": ["format", "version", "records"],
        "$defs": {kind.__name__: _record(kind) for kind in RECORD_TYPES},
    }


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(schema_text(), encoding="utf-8", newline="\n")
