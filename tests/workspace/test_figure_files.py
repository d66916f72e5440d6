"""Workbooks with figures as files: read safely, begun at the right sheet, and remembered by the kind of their table."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Portfolio
from riec_desktop.errors import RiecError
from riec_desktop.excel.figure_mapping import FigureMapping, Meaning, Shape
from riec_desktop.messages import sentence
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.figure_files import begin, first_table, guessed, read_figure_file
from riec_desktop.workspace.figure_import import figure_proposals
from riec_desktop.workspace.figure_profiles import known_mapping, profiles, remember, signature
from riec_desktop.workspace.figure_sheet import roles
from tests.helpers.figures import indicator, sheet_of, workbook_of
from tests.helpers.surroundings import environment

FILE = "cijferbestanden.json"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return example_dossier()


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    return environment(tmp_path / "gegevens")


# --- Files -----------------------------------------------------------------------------------------------------------


def test_a_csv_in_the_code_page_of_windows(dossier: Dossier, tmp_path: Path) -> None:
    path = tmp_path / "geëxporteerd.csv"
    path.write_bytes("Indicator;Jaar;Aantal;Opmerking\r\nregio’s ingevoerd;2024;5;één – voorlopig\r\n".encode("cp1252"))
    table = first_table(read_figure_file(path), dossier, {})
    found = figure_proposals(dossier, table, guessed(table.sheet, dossier, None)).proposals
    assert [one.theirs for one in found] == ["5", "één – voorlopig"]
    assert found[0].place == "actualisatie werkprocessen › regio’s ingevoerd › landelijk › 2024"


def test_the_sheet_that_looks_most_like_figures_comes_first(dossier: Dossier, tmp_path: Path) -> None:
    path = tmp_path / "werkmap.xlsx"
    path.write_bytes(two_sheets())
    file = read_figure_file(path)
    assert [one.sheet.name for one in file.tables] == ["Uitleg", "Cijfers 2024"]
    assert first_table(file, dossier, {}).sheet.name == "Cijfers 2024"
    assert file.table(" cijfers 2024 ").sheet.name == "Cijfers 2024"


def two_sheets() -> bytes:
    book = openpyxl.load_workbook(BytesIO(workbook_of(("Dit zijn de cijfers",), name="Uitleg")))
    book.create_sheet("Leeg")
    sheet: Any = book.create_sheet("Cijfers 2024")
    sheet.append(("Indicator", "Aantal"))
    sheet.append(("trainingen", 5))
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_sheet_that_is_not_there_gets_a_sentence_with_those_that_are(tmp_path: Path) -> None:
    path = tmp_path / "werkmap.xlsx"
    path.write_bytes(two_sheets())
    with pytest.raises(RiecError) as refused:
        read_figure_file(path).table("Bijlage")
    assert "Kies uit: Uitleg, Cijfers 2024." in sentence(refused.value)


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("geen.xlsx", b"geen werkmap", "geen.xlsx is geen Excel-werkmap"),
        ("leeg.csv", b"", "leeg.csv is leeg"),
        ("niets.csv", b";;\r\n;;\r\n", "niets.csv staat niets"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(tmp_path: Path, name: str, data: bytes, part: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(RiecError) as refused:
        read_figure_file(path)
    assert part in sentence(refused.value)


def test_an_indicator_column_is_known_by_the_names_in_it(dossier: Dossier) -> None:
    found = guessed(sheet_of("Aantal;2024;2025\ntrainingen;1;2\ncampagnes;3;4"), dossier, None)
    assert (found.shape, found.columns) == (Shape.YEARS, {Meaning.INDICATOR: 1})


def test_the_year_over_the_table_or_in_the_name_of_the_sheet_is_used(dossier: Dossier) -> None:
    assert guessed(sheet_of("Cijfers 2021\nIndicator;Aantal\na;1"), dossier, 2023).year == 2021
    assert guessed(sheet_of("Indicator;Aantal\na;1", "Blad 2022"), dossier, 2023).year == 2022
    assert guessed(sheet_of("2020\n2021\nIndicator;Aantal\na;1"), dossier, 2023).year == 2023


def test_each_column_tells_what_it_is_read_as(dossier: Dossier) -> None:
    years = sheet_of("Indicator;Doel 2024;2024;Kleur\ntrainingen;1;2;rood")
    assert roles(dossier, years, guessed(years, dossier, None)) == {1: "indicator", 2: "doel 2024", 3: "werkelijk 2024"}
    centres = sheet_of("Indicator;Limburg;LIEC\ntrainingen;1;2")
    assert roles(dossier, centres, guessed(centres, dossier, 2024)) == {1: "indicator", 2: "Limburg", 3: "LIEC"}


# --- What is remembered ----------------------------------------------------------------------------------------------

THIS_YEAR = "Wat;2023;2024;Soort\ntrainingen;1;2;x"
NEXT_YEAR = "Overzicht van 2025\n\nSoort;Wat;2023;2024;2025\nx;trainingen;1;2;3"


def test_the_same_kind_of_workbook_needs_no_choices_next_year(dossier: Dossier, env: Environment) -> None:
    sheet = sheet_of(THIS_YEAR)
    chosen = guessed(sheet, dossier, None)
    picked = next(iter(dossier.all(Portfolio)))
    remember(env, sheet, replace(chosen, columns={Meaning.INDICATOR: 1}, portfolio_id=picked.id))
    later = begin(sheet_of(NEXT_YEAR), dossier, profiles(env), 2026)
    assert (later.header_row, later.shape, later.portfolio_id) == (3, Shape.YEARS, picked.id)
    assert (later.columns, later.year) == ({Meaning.INDICATOR: 2}, 2025)


def test_records_of_another_dossier_are_not_chosen(dossier: Dossier, env: Environment) -> None:
    sheet = sheet_of("Kop;Nog een kop\nx;1")
    chosen = FigureMapping(sheet="x", header_row=1, indicator_id=indicator(dossier, "trainingen").id)
    remember(env, sheet, chosen)
    assert known_mapping(sheet, profiles(env), 2024, dossier) is not None
    other = known_mapping(sheet, profiles(env), 2024, Dossier())
    assert other is not None
    assert other.indicator_id is None


def test_too_few_heads_tell_no_kind(env: Environment, dossier: Dossier) -> None:
    assert signature({1: "Wat", 2: "2023", 3: ""}) == ""
    sheet = sheet_of("Wat;2023\nx;1")
    remember(env, sheet, guessed(sheet, dossier, None))
    assert not profiles(env)


def test_only_the_newest_kinds_are_remembered(env: Environment, dossier: Dossier) -> None:
    for number in range(103):
        sheet = sheet_of(f"Wat;Kop {number}\nx;1")
        remember(env, sheet, guessed(sheet, dossier, 2024))
    assert len(profiles(env)) == 100
    assert signature({1: "Wat", 2: "Kop 0"}) not in profiles(env)


def test_no_figure_is_kept(env: Environment, dossier: Dossier) -> None:
    sheet = sheet_of("Indicator;Organisatie;Aantal\ntrainingen;geheim;123456")
    remember(env, sheet, guessed(sheet, dossier, 2024))
    kept = (env.data_folder / FILE).read_text(encoding="utf-8")
    assert "123456" not in kept
    assert "geheim" not in kept


@pytest.mark.parametrize("plain", [[], {"a": 1}, {"a": {"shape": "rond", "columns": {}}}, {"a": {"shape": "jaren"}}])
def test_a_damaged_memory_is_no_memory(env: Environment, plain: object) -> None:
    env.data_folder.mkdir(parents=True)
    (env.data_folder / FILE).write_text(json.dumps(plain), encoding="utf-8")
    assert not profiles(env)
