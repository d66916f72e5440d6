"""The sentences that the program writes, for none, one and many."""

from dataclasses import replace

import pytest

from riec_desktop.chapter import phrases
from riec_desktop.dossier.choices import ExecutionForm, PortfolioStatus
from tests.helpers.sample import AGENDA, SIGNALS


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (2021, 2023, "2021-2023"),
        (2021, 2021, "2021"),
        (2021, None, "vanaf 2021"),
        (None, 2023, "tot en met 2023"),
        (None, None, ""),
    ],
)
def test_a_period_of_years(first: int | None, last: int | None, text: str) -> None:
    assert phrases.period_of_years(first, last) == text


@pytest.mark.parametrize(
    ("drawn_up_in", "steps", "text"),
    [
        (2021, 3, "De strategische agenda 2021-2023 is in 2021 opgesteld en bestaat uit drie stappen:"),
        (2021, 1, "De strategische agenda 2021-2023 is in 2021 opgesteld en bestaat uit één stap:"),
        (2021, 0, "De strategische agenda 2021-2023 is in 2021 opgesteld."),
        (None, 2, "De strategische agenda 2021-2023 bestaat uit twee stappen:"),
        (None, 0, "Dit hoofdstuk volgt de strategische agenda 2021-2023."),
    ],
)
def test_the_agenda_sentence(drawn_up_in: int | None, steps: int, text: str) -> None:
    assert phrases.agenda_sentence(replace(AGENDA, drawn_up_in=drawn_up_in), steps) == text


def test_an_agenda_without_period_is_just_the_agenda() -> None:
    bare = replace(AGENDA, first_year=None, last_year=None)
    assert phrases.agenda_sentence(bare, 0) == "De strategische agenda is in 2021 opgesteld."


@pytest.mark.parametrize(
    ("items", "text"),
    [
        (["a"], "a"),
        (["a", "b"], "a en b"),
        (["a", "b", "c"], "a, b en c"),
        (["a", "b en c", "d"], "a, b en c, en d"),
        (["a, b", "c"], "a, b; c"),
    ],
)
def test_an_enumeration_stays_clear_when_items_have_their_own_en_or_comma(items: list[str], text: str) -> None:
    assert phrases.enumeration(items) == text


def test_goals_are_counted() -> None:
    assert phrases.goals_sentence(["rust"]) == "De agenda heeft één strategisch doel: rust."
    assert phrases.goals_sentence(["rust", "orde"]) == "De agenda heeft twee strategische doelen: rust en orde."


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "In 2022 waren er geen portefeuilles."),
        (1, "In 2022 was er één portefeuille:"),
        (8, "In 2022 waren er acht portefeuilles:"),
        (13, "In 2022 waren er 13 portefeuilles:"),
    ],
)
def test_portfolios_are_counted(count: int, text: str) -> None:
    assert phrases.portfolios_sentence(count, "2022") == text


@pytest.mark.parametrize(
    ("status", "last", "text"),
    [
        (PortfolioStatus.RUNNING, False, "portefeuille zorg;"),
        (PortfolioStatus.RUNNING, True, "portefeuille zorg."),
        (PortfolioStatus.PREPARING, False, "portefeuille zorg (in voorbereiding);"),
        (PortfolioStatus.FINISHED, True, "portefeuille zorg (afgerond)."),
    ],
)
def test_items_of_the_list_of_portfolios_follow_rule_3(status: PortfolioStatus, last: bool, text: str) -> None:
    assert phrases.portfolio_item("zorg", status, last=last) == text


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], "In deze versie staat geen van de portefeuilles."),
        (["zorg"], "In deze versie staat alleen de tekst van de portefeuille zorg."),
        (["zorg", "rust"], "In deze versie staat alleen de tekst van de portefeuilles zorg en rust."),
    ],
)
def test_a_part_of_the_portfolios_is_announced(names: list[str], text: str) -> None:
    assert phrases.subset_sentence(names) == text


@pytest.mark.parametrize(
    ("form", "text", "shown"),
    [
        (ExecutionForm.LINE, "", "in de lijn"),
        (ExecutionForm.WORKING_GROUP, "Een werkgroep van drie.", "Een werkgroep van drie."),
        (ExecutionForm.NEXT_LEVEL, "Met alle regio’s.", "Next Level Werkplaats. Met alle regio’s."),
    ],
)
def test_the_form_of_execution_is_said_once(form: ExecutionForm, text: str, shown: str) -> None:
    assert phrases.execution_text(form, text) == shown


@pytest.mark.parametrize(
    ("name", "unit", "text"),
    [
        ("signalen", "signalen", "Signalen"),
        ("doorlooptijd", "dagen", "Doorlooptijd (dagen)"),
        ("doorlooptijd", "", "Doorlooptijd"),
        ("", "", "Indicator zonder naam"),
    ],
)
def test_an_indicator_has_its_unit_unless_the_name_says_it(name: str, unit: str, text: str) -> None:
    assert phrases.indicator_name(replace(SIGNALS, name=name, unit=unit)) == text


def test_sources_and_dates_stand_in_sentences_of_their_own() -> None:
    assert phrases.source_sentence([]) == ""
    assert phrases.source_sentence(["telling."]) == "Bron: telling."
    assert phrases.source_sentence(["telling", "opgave"]) == "Bronnen: telling; opgave."
    assert phrases.reference_date_sentence(["1 mei 2022"]) == "Peildatum: 1\u00a0mei 2022."
    assert phrases.reference_date_sentence(["1 mei 2022", "2 mei 2022"]) == ""
    assert phrases.missing_sentence(SIGNALS, ["RIEC Goor", "LIEC"]) == (
        "Niet meegeteld bij signalen: RIEC Goor en LIEC."
    )


@pytest.mark.parametrize(
    ("text", "known"),
    [("In de kaders staat meer.", True), ("Zie de kadertekst.", True), ("Wij zijn kaderleden.", False), ("", False)],
)
def test_a_reading_guide_that_tells_about_boxes_is_recognised(text: str, known: bool) -> None:
    assert phrases.mentions_boxes(text) is known
