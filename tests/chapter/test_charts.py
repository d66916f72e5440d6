"""Which charts a portfolio gets, what they show, and what they say to whoever does not see them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from riec_desktop.chapter.blocks import Chart, ChartKind, Paragraph, Role
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.dossier.choices import ActivityState, Direction, IndicatorChart, MissingReason, SmallChoice
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Activity, DefinitionChange, Indicator, Record
from tests.helpers.block_text import words
from tests.helpers.sample import DELDEN, GOOR, LIEC, SIGNALS, TRAININGS, YEAR, figure, sample

OPTIONS = ChapterOptions(report_title=False, contents=False, annexes=True)


def charts(dossier: Dossier, options: ChapterOptions = OPTIONS) -> list[Chart]:
    return [one for one in compose(dossier, YEAR, options, made_on=date(2026, 1, 2)).blocks if isinstance(one, Chart)]


def only(*records: Record) -> Chart:
    (chart,) = charts(sample(*records))
    return chart


def note(*records: Record) -> str:
    """The line below the only chart."""
    blocks = compose(sample(*records), YEAR, OPTIONS, made_on=date(2026, 1, 2)).blocks
    at = next(at for at, one in enumerate(blocks) if isinstance(one, Chart))
    after = blocks[at + 1]
    return words(after.spans) if isinstance(after, Paragraph) and after.role is Role.SOURCE else ""


def years(indicator: Indicator, *numbers: str, last: int = 2022) -> list[Record]:
    """The indicator with a national number for each of these years up to the last."""
    first = last - len(numbers) + 1
    return [indicator, *(figure(one, indicator, year=first + at) for at, one in enumerate(numbers))]


def more(name: str, unit: str = "trainingen", position: int = 9) -> Indicator:
    return replace(TRAININGS, id=name, name=name, unit=unit, position=Decimal(position))


# --- Which -----------------------------------------------------------------------------------------------------------


def test_three_years_of_numbers_become_a_line() -> None:
    chart = only(*years(TRAININGS, "10", "15", "20"))
    assert (chart.kind, chart.categories) == (ChartKind.LINE, ("2020", "2021", "2022"))
    assert [(one.name, one.values) for one in chart.series] == [("Trainingen", (Decimal(10), Decimal(15), Decimal(20)))]
    assert (chart.unit, chart.decimals, chart.wide) == ("trainingen", 0, False)
    assert chart.title == chart.caption.text == "Trainingen, 2020-2022"


@pytest.mark.parametrize(
    "numbers",
    [("15", "20"), ("1", "2", "3"), ("0", "0", "0")],
    ids=["too few years", "too small to be worth a chart", "nothing"],
)
def test_what_the_table_says_as_well_gets_no_chart(numbers: Sequence[str]) -> None:
    assert charts(sample(*years(TRAININGS, *numbers))) == []


def test_a_line_that_ends_before_the_year_is_no_chart_of_the_year() -> None:
    assert charts(sample(*years(TRAININGS, "10", "15", "20", last=2021))) == []


def test_small_numbers_with_decimals_are_worth_a_line() -> None:
    assert only(*years(replace(TRAININGS, decimals=1), "1.5", "2", "2.5")).decimals == 1


def test_nobody_gets_more_than_two_charts_that_were_not_asked_for() -> None:
    three = [one for at in range(3) for one in years(more(f"soort {at}", f"eenheid {at}", at), "10", "15", "20")]
    assert [one.caption.text for one in charts(sample(*three))] == ["Soort 0, 2020-2022", "Soort 1, 2020-2022"]


def test_indicators_of_one_unit_and_similar_size_share_a_chart() -> None:
    chart = only(*years(TRAININGS, "10", "15", "20"), *years(more("lessen"), "30", "40"))
    assert [one.name for one in chart.series] == ["Trainingen"]
    chart = only(*years(TRAININGS, "10", "15", "20"), *years(more("lessen"), "20", "25", "30", "40"))
    assert [(one.name, len(one.values)) for one in chart.series] == [("Trainingen", 4), ("Lessen", 4)]
    assert chart.series[0].values[0] is None
    assert chart.title == "Trainingen en lessen, 2019-2022"


@pytest.mark.parametrize("other", [("1000", "1500", "2000", "trainingen"), ("10", "15", "20", "lessen")])
def test_other_sizes_and_units_stand_apart(other: tuple[str, str, str, str]) -> None:
    *numbers, unit = other
    assert len(charts(sample(*years(TRAININGS, "10", "15", "20"), *years(more("lessen", unit), *numbers)))) == 2


def test_a_chart_can_be_refused_and_all_charts_can_be_left_out() -> None:
    assert charts(sample(*years(replace(TRAININGS, chart=IndicatorChart.NONE), "10", "15", "20"))) == []
    assert charts(sample(*years(TRAININGS, "10", "15", "20")), replace(OPTIONS, charts=False)) == []


def test_a_line_that_was_chosen_needs_two_years() -> None:
    chosen = replace(TRAININGS, chart=IndicatorChart.YEARS)
    assert only(*years(chosen, "1", "2")).categories == ("2021", "2022")
    assert charts(sample(*years(chosen, "1"))) == []


# --- What they show --------------------------------------------------------------------------------------------------


def test_targets_are_a_series_of_their_own() -> None:
    records = [TRAININGS, *(figure(str(10 + at), year=2020 + at, indicator=TRAININGS) for at in range(2))]
    last = figure("20", TRAININGS, target=Decimal(15))
    target = only(*records, last).series[1]
    assert (target.name, target.is_target, target.values) == ("Doel", True, (None, None, Decimal(15)))


def test_bars_have_one_name_for_each_organisation_with_a_number() -> None:
    records = (replace(SIGNALS, chart=IndicatorChart.ORGANISATIONS), figure("7", SIGNALS, GOOR))
    hidden = figure("999", SIGNALS, DELDEN, missing=MissingReason.CONFIDENTIAL)
    chart = only(*records, hidden)
    assert (chart.kind, chart.categories) == (ChartKind.BARS, ("RIEC Goor",))
    assert [one.values for one in chart.series] == [(Decimal(7),)]
    assert "999" not in repr(chart)
    assert chart.description == (
        "Staafdiagram van het aantal signalen per organisatie in 2022: alleen RIEC Goor (7). "
        "Niet in de grafiek: RIEC Delden (vertrouwelijk)."
    )


def test_bars_of_an_indicator_without_organisations_or_numbers_are_not_drawn() -> None:
    bars = IndicatorChart.ORGANISATIONS
    assert charts(sample(replace(SIGNALS, chart=bars))) == []
    assert charts(sample(*years(replace(TRAININGS, chart=bars), "10", "15", "20"))) == []


def test_target_and_actual_stand_side_by_side_for_the_years_that_have_both() -> None:
    chosen = replace(TRAININGS, chart=IndicatorChart.TARGET)
    chart = only(chosen, figure("9", TRAININGS, year=2021), figure("12", TRAININGS, target=Decimal(10)))
    assert chart.categories == ("2022",)
    assert [(one.name, one.values, one.is_target) for one in chart.series] == [
        ("Doel", (Decimal(10),), True),
        ("Werkelijk", (Decimal(12),), False),
    ]
    assert chart.description == (
        "Staafdiagram met het doel en het werkelijke cijfer van trainingen in 2022: "
        "in 2022 12 bij een doel van 10, gehaald."
    )
    assert charts(sample(*years(chosen, "1", "2", "3"))) == []


def test_the_annexes_compare_the_activities_of_portfolios() -> None:
    done = Activity(id="a", report_id="verslag-a", title="Een", state=ActivityState.DONE)
    chart = only(done, replace(done, id="b", state=ActivityState.PLANNED), replace(done, id="c", report_id="verslag-b"))
    assert chart.categories == ("Mensenhandel", "Jonge aanwas")
    assert [(one.name, one.values) for one in chart.series] == [
        ("Alle activiteiten", (Decimal(2), Decimal(1))),
        ("Afgerond", (Decimal(1), Decimal(1))),
    ]
    assert chart.description == (
        "Staafdiagram van het aantal activiteiten per portefeuille in 2022: 3 activiteiten, waarvan 2 afgerond. "
        "De meeste bij Mensenhandel (2)."
    )
    assert charts(sample(done)) == []


# --- What they say ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        (("120", "150", "180"), "stijging van 120 naar 180 (+50\u00a0%)"),
        (("200", "150", "100"), "daling van 200 naar 100 (−50\u00a0%)"),
        (("12", "15", "12"), "gelijk op 12"),
        (("0", "15", "12"), "stijging van 0 naar 12"),
    ],
)
def test_the_description_says_type_subject_and_course(numbers: Sequence[str], message: str) -> None:
    chart = only(*years(TRAININGS, *numbers))
    assert chart.description == f"Lijndiagram van het aantal trainingen van 2020 tot en met 2022: {message}."


def test_a_unit_that_is_no_part_of_the_name_is_said() -> None:
    chart = only(*years(replace(TRAININGS, name="doorlooptijd", unit="dagen"), "10", "15", "20"))
    assert chart.description.startswith("Lijndiagram van doorlooptijd (dagen) van 2020")


@pytest.mark.parametrize(
    ("direction", "end"),
    [(Direction.UP, "doel 15 gehaald."), (Direction.DOWN, "doel 15 niet gehaald."), (Direction.NEUTRAL, "doel 15.")],
)
def test_the_description_says_whether_the_target_was_met(direction: Direction, end: str) -> None:
    numbers = years(replace(TRAININGS, direction=direction), "10", "12", "20")
    assert only(*numbers[:-1], figure("20", TRAININGS, target=Decimal(15))).description.endswith(end)


def test_a_year_without_a_number_is_said() -> None:
    records = [TRAININGS, *(figure(str(10 + year - 2018), TRAININGS, year=year) for year in (2018, 2020, 2022))]
    chart = only(*records)
    assert chart.series[0].values[1] is None
    assert chart.description.endswith(". Van 2019 en 2021 is geen cijfer.")


def test_several_lines_are_described_one_by_one() -> None:
    chart = only(*years(TRAININGS, "10", "15", "20"), *years(more("lessen"), "20", "25", "30"))
    assert chart.description == (
        "Lijndiagram van trainingen en lessen van 2020 tot en met 2022. "
        "Trainingen: stijging van 10 naar 20 (+100\u00a0%). Lessen: stijging van 20 naar 30 (+50\u00a0%)."
    )


def test_bars_say_who_has_the_most_and_the_least() -> None:
    bars = replace(SIGNALS, chart=IndicatorChart.ORGANISATIONS)
    two = (figure("7", SIGNALS, GOOR), figure("1234", SIGNALS, DELDEN))
    assert only(bars, *two).description.endswith(": het hoogst bij RIEC Delden (1.234), het laagst bij RIEC Goor (7).")
    assert only(bars, two[0], figure("7", SIGNALS, DELDEN)).description.endswith(": overal 7.")


def test_the_line_below_says_what_is_provisional_and_who_is_missing() -> None:
    goor = [figure("10", SIGNALS, GOOR, year) for year in (2020, 2021)]
    records = [SIGNALS, *goor, figure("12", SIGNALS, GOOR, provisional=True), figure("3", SIGNALS, DELDEN)]
    assert note(*records) == (
        "Het cijfer van 2022 is voorlopig. Niet meegeteld bij signalen: RIEC Delden (2020) en RIEC Delden (2021)."
    )
    assert note(*years(TRAININGS, "10", "15", "20")) == ""
    assert note(replace(SIGNALS, chart=IndicatorChart.ORGANISATIONS), *records[3:]) == (
        "Het cijfer van RIEC Goor is voorlopig."
    )


# --- Breaks and small counts -----------------------------------------------------------------------------------------


def test_a_line_has_a_gap_where_the_definition_changed_and_says_so() -> None:
    change = DefinitionChange(id="anders", indicator_id="trainingen", year=2021, note="Ook online.")
    chart = only(*years(TRAININGS, "10", "15", "20"), change)
    assert [(one.name, one.values, one.goes_on) for one in chart.series] == [
        ("Trainingen tot en met 2020", (Decimal(10), None, None), False),
        ("Trainingen vanaf 2021", (None, Decimal(15), Decimal(20)), True),
    ]
    assert chart.description == (
        "Lijndiagram van het aantal trainingen van 2020 tot en met 2022: stijging van 15 naar 20 (+33\u00a0%). "
        "Trainingen: vanaf 2021 anders geteld (Ook online)."
    )
    assert note(*years(TRAININGS, "10", "15", "20"), change) == "Trainingen: vanaf 2021 anders geteld (Ook online)."


def test_after_a_break_in_the_last_year_nothing_is_compared() -> None:
    change = DefinitionChange(id="anders", indicator_id="trainingen", year=2022)
    chart = only(*years(TRAININGS, "10", "15", "20"), change)
    assert ": 20 in 2022. Trainingen: vanaf 2022 anders geteld." in chart.description


def test_bars_stand_for_those_that_are_only_shown_together() -> None:
    one = replace(SIGNALS, small_numbers=True, small_choice=SmallChoice.MERGE, chart=IndicatorChart.ORGANISATIONS)
    records = (one, figure("3", one, GOOR), figure("20", one, DELDEN), figure("30", one, LIEC))
    chart = only(*records)
    assert chart.categories == ("LIEC", "twee organisaties samen")
    assert chart.series[0].values == (Decimal(30), Decimal(23))
    assert note(*records) == "Samen één staaf: RIEC Goor en RIEC Delden."


def test_a_count_that_is_left_out_has_no_bar() -> None:
    one = replace(SIGNALS, small_numbers=True, small_choice=SmallChoice.LEAVE_OUT, chart=IndicatorChart.ORGANISATIONS)
    records = (one, figure("3", one, GOOR), figure("20", one, DELDEN), figure("30", one, LIEC))
    assert only(*records).categories == ("LIEC",)
    assert note(*records) == "Niet in de grafiek: RIEC Goor (niet getoond) en RIEC Delden (niet getoond)."
