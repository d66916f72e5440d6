"""Dossiers that come from content that is shipped, from JSON, and into their first file."""

from pathlib import Path

import pytest

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Organisation, Question, Record, ReportYear
from riec_desktop.errors import RiecError
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.content import (
    example_dossier,
    export_json,
    import_json,
    starting_dossier,
    write_new,
)
from tests.helpers.surroundings import environment


def ids_of(dossier: Dossier, kind: type[Record]) -> set[str]:
    return set(dossier.rows(kind))


def test_the_starting_content_begins_with_the_year_that_is_written_in_it() -> None:
    assert [one.year for one in views.years(starting_dossier())] == [2022]


def test_another_first_year_has_its_own_number_texts_and_ids() -> None:
    written, moved = starting_dossier(), starting_dossier(2025)
    (year,) = views.years(moved)
    assert year.year == 2025
    assert "2022" not in f"{year.footer} {year.opening}"
    assert not ids_of(moved, ReportYear) & ids_of(written, ReportYear)
    assert not ids_of(moved, Question) & ids_of(written, Question)
    assert len(views.questions(moved, year.id)) == len(written.all(Question))


def test_names_of_organisations_hold_from_the_year_that_they_did() -> None:
    assert starting_dossier(2025).rows(Organisation) == starting_dossier().rows(Organisation)


def test_the_same_first_year_gives_two_teams_the_same_records() -> None:
    assert starting_dossier(2025) == starting_dossier(2025)


def test_the_example_is_the_starting_content_with_three_years() -> None:
    assert [one.year for one in views.years(example_dossier())] == [2023, 2022, 2021]
    assert views.settings(example_dossier()).name == "Voorbeeld Jaarverslag"


def test_json_goes_out_and_comes_in_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "voorbeeld.json"
    file.write_text(export_json(example_dossier()), encoding="utf-8")
    assert import_json(file) == example_dossier()


def test_json_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    file = tmp_path / "kladblok.json"
    file.write_text(export_json(Dossier()), encoding="utf-8-sig")
    assert import_json(file) == Dossier()


def test_a_first_file_has_an_id_of_its_own_and_replaces_nothing(tmp_path: Path) -> None:
    env = environment(tmp_path / "gegevens")
    one, other = tmp_path / "een.riec", tmp_path / "twee.riec"
    write_new(env, Dossier(), one)
    write_new(env, Dossier(), other)
    assert read_dossier(one).id != read_dossier(other).id
    with pytest.raises(RiecError) as caught:
        write_new(env, Dossier(), one)
    assert caught.value.code == "dossier.exists"
