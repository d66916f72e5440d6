"""The command `figures`: a workbook is read as its heads say, or as the options do, and taken in when asked."""

from decimal import Decimal
from pathlib import Path

import pytest

from riec_desktop.storage.dossier_file import read_dossier
from tests.helpers.figures import indicator, value, workbook_of
from tests.helpers.terminal import Terminal


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "jaarcijfers.xlsx"
    path.write_bytes(
        workbook_of(
            ("Overzicht",),
            ("Wie", "Wat", "Hoeveel", "Kleur"),
            ("RIEC Limburg", "signalen", 12, "rood"),
            ("RIEC Rotterdam", "signalen", "1.234", "geel"),
            ("RIEC Limburg", "huisbezoeken", 3, "blauw"),
        )
    )
    return path


CHOICES = ("--blad", "cijfers", "--kopregel", "2", "--kolom", "organisatie=Wie", "--kolom", "indicator=Wat")
NUMBER = ("--kolom", "werkelijk=Hoeveel", "--jaar", "2024")


def test_what_is_in_the_workbook_is_shown_and_nothing_changes(riec: Terminal, example: Path, workbook: Path) -> None:
    answer = riec("figures", example, workbook, *CHOICES, *NUMBER)
    assert answer.code == 0
    assert "nieuw        mensenhandel › signalen › RIEC Limburg › 2024, werkelijk: 12" in answer.out
    assert "2 cijfers herkend, 1 regel niet." in answer.out
    assert "Er is niets overgenomen." in answer.out
    assert value(read_dossier(example).dossier, "signalen", 2024, "RIEC Limburg").actual is None


def test_what_is_sure_is_taken_in_and_the_choices_are_remembered(riec: Terminal, example: Path, workbook: Path) -> None:
    answer = riec("figures", example, workbook, *CHOICES, *NUMBER, "--toepassen", "--json")
    assert (answer.data["ok"], answer.data["taken"], answer.data["count"], answer.data["unread"]) == (True, 1, 2, 1)
    dossier = read_dossier(example).dossier
    assert value(dossier, "signalen", 2024, "RIEC Limburg").actual == Decimal(12)
    assert value(dossier, "signalen", 2024, "RIEC Rotterdam").actual is None
    again = riec("figures", example, workbook, "--jaar", "2025", "--json")
    assert again.data["count"] == 2
    assert again.data["proposals"][0]["place"] == "mensenhandel › signalen › RIEC Limburg › 2025"


def test_a_new_indicator_is_offered_under_a_portfolio(riec: Terminal, example: Path, workbook: Path) -> None:
    answer = riec("figures", example, workbook, *CHOICES, *NUMBER, "--portefeuille", "Sterk merk", "--toepassen")
    assert "sterk merk › huisbezoeken, nieuwe indicator" in answer.out
    with pytest.raises(StopIteration):
        indicator(read_dossier(example).dossier, "huisbezoeken")


def test_one_indicator_and_another_shape(riec: Terminal, example: Path, tmp_path: Path) -> None:
    path = tmp_path / "per jaar.csv"
    path.write_text("RIEC;2024;2025\nLimburg;1;2\n", encoding="utf-8")
    answer = riec("figures", example, path, "--indicator", "casussen", "--vorm", "jaren")
    assert "mensenhandel › casussen › RIEC Limburg › 2025, werkelijk: 2" in answer.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--blad", "Bijlage"), (3, "Het blad Bijlage staat niet in dit bestand")),
        (("--kopregel", "2", "--kolom", "doel=Streven"), (3, "De kolom Streven staat niet op rij 2")),
        (("--indicator", "zomaar iets"), (3, "De indicator zomaar iets staat niet in dit dossier")),
        (("--portefeuille", "zomaar iets"), (3, "De portefeuille zomaar iets staat niet in dit dossier")),
        (("--vorm", "regels"), (3, "Kies de kolom met het getal")),
        (("--kolom", "kleur=Rood"), (2, "typ bijvoorbeeld indicator=Naam")),
        (("--kolom", "indicator"), (2, "typ bijvoorbeeld indicator=Naam")),
        (("--kopregel", "nul"), (2, "‘nul’ is geen rij")),
    ],
)
def test_a_mistake_gets_a_sentence_and_nothing_is_read(
    riec: Terminal, example: Path, workbook: Path, words: tuple[str, ...], told: tuple[int, str]
) -> None:
    code, part = told
    answer = riec("figures", example, workbook, *words)
    assert answer.code == code
    assert part in answer.err


def test_a_file_that_is_no_table_gets_a_sentence(riec: Terminal, example: Path, tmp_path: Path) -> None:
    answer = riec("figures", example, tmp_path / "weg.xlsx")
    assert (answer.code, "weg.xlsx" in answer.err) == (3, True)
