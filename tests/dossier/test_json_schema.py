"""The schema in resources/ is the one that the record types give."""

import runpy
import sys
from pathlib import Path

import jsonschema
import pytest

from riec_desktop.dossier.json_schema import json_schema

SHIPPED = Path(__file__).parents[2] / "resources" / "dossier.schema.json"


def test_the_shipped_schema_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "dossier.schema.json"
    monkeypatch.setattr(sys, "argv", ["json_schema", str(made)])
    monkeypatch.delitem(sys.modules, "riec_desktop.dossier.json_schema")
    runpy.run_module("riec_desktop.dossier.json_schema", run_name="__main__")
    command = "python -m riec_desktop.dossier.json_schema resources/dossier.schema.json"
    assert made.read_bytes() == SHIPPED.read_bytes(), f"make it again: {command}"


def test_the_schema_is_valid_and_titles_are_dutch() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$defs"]["Answer"]["title"] == "antwoord"
    assert schema["$defs"]["IndicatorValue"]["properties"]["target"]["title"] == "doel"
