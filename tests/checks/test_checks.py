"""What the checks notice, each rule on the smallest dossier that breaks it."""

from dataclasses import replace
from decimal import Decimal
from time import process_time

import pytest

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.walk import check
from riec_desktop.dossier.choices import MissingReason, PortfolioStatus, ReviewState
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.keys import answer_id, value_id
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    GoalSection,
    IndicatorValue,
    Portfolio,
    PortfolioReport,
    Programme,
    Record,
    RegionalSection,
    ReportYear,
)
from riec_desktop.workspace.content import example_dossier
from tests.helpers.sample import (
    AGENDA,
    CONTEXT,
    DELDEN,
    GOOR,
    GOVERNMENT,
    PORTFOLIOS,
    RESILIENCE,
    RESULTS,
    SIGNALS,
    SOCIETY,
    STEPS,
    TRAFFICKING,
    TRAININGS,
    YEAR,
    YOUTH,
    answer,
    figure,
    sample,
)
from tests.helpers.scaled import scaled

COMPLETE: tuple[Record, ...] = (
    GoalSection(id="tekst-a", year_id="jaar", goal_id="samenleving", introduction="Over dit doel."),
    GoalSection(id="tekst-b", year_id="jaar", goal_id="overheid", introduction="Over dat doel."),
    *(answer("Er speelde veel.", report) for report in (TRAFFICKING, YOUTH, RESILIENCE)),
    *(answer("Het leverde veel op.", report, RESULTS) for report in (TRAFFICKING, RESILIENCE)),
)


def complete(*more: Record, without: tuple[Record, ...] = ()) -> Dossier:
    """The small dossier in which nothing is missing, with these records added or replaced."""
    gone = {record.id for record in without}
    every = [*sample().records(), *COMPLETE]
    return dossier_of([*(record for record in every if record.id not in gone), *more])


def codes(dossier: Dossier) -> list[str]:
    return [one.code for one in check(dossier, 2022)]


def only(dossier: Dossier, code: str) -> Finding:
    """The one finding that there is, which has this code."""
    found = check(dossier, 2022)
    assert [one.code for one in found] == [code]
    return found[0]


def where(finding: Finding) -> tuple[str, str, str]:
    return finding.kind.__name__, finding.record_id, finding.field


# --- Nothing to notice -----------------------------------------------------------------------------------------------


def test_a_complete_dossier_has_no_findings() -> None:
    assert check(complete(), 2022) == ()


@pytest.mark.parametrize("year", [2021, 2022, 2023])
def test_the_example_has_no_findings_and_no_advice(year: int) -> None:
    assert check(example_dossier(), year) == ()


def test_a_year_that_is_not_there_is_one_finding() -> None:
    (found,) = check(complete(), 1999)
    assert (found.code, found.severity) == ("year.unknown", Severity.ERROR)
    assert found.sentence == "Het dossier heeft geen verslagjaar 1999. Voeg het jaar toe bij Verslagjaren."


# --- The chapter -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "code", "field"),
    [
        (replace(YEAR, number=""), "year.no_number", "number"),
        (replace(YEAR, number="III"), "year.odd_number", "number"),
        (replace(YEAR, number="3.4.1.2"), "year.odd_number", "number"),
        (replace(YEAR, title=""), "year.no_title", "title"),
    ],
)
def test_the_heading_of_the_chapter_needs_a_number_and_a_title(year: ReportYear, code: str, field: str) -> None:
    assert where(only(complete(year), code)) == ("ReportYear", "jaar", field)


@pytest.mark.parametrize("number", ["3.4", "3.4.", "3", "12.1.2"])
def test_numbers_that_word_can_count_from_are_fine(number: str) -> None:
    assert codes(complete(replace(YEAR, number=number))) == []


@pytest.mark.parametrize("agenda_id", [None, "weg"])
def test_a_year_without_an_agenda_asks_for_one(agenda_id: str | None) -> None:
    found = check(complete(replace(YEAR, agenda_id=agenda_id)), 2022)
    assert [one.code for one in found] == ["year.no_agenda", *["report.no_goal"] * 3]


@pytest.mark.parametrize(
    ("first", "last", "code", "field"),
    [
        (2023, 2025, "agenda.other_period", "last_year"),
        (2018, 2021, "agenda.other_period", "last_year"),
        (None, 2023, "agenda.no_period", "first_year"),
        (2021, None, "agenda.no_period", "last_year"),
        (2023, 2021, "agenda.period_reversed", "last_year"),
    ],
)
def test_the_period_of_the_agenda_holds_the_year(first: int | None, last: int | None, code: str, field: str) -> None:
    found = only(complete(replace(AGENDA, first_year=first, last_year=last)), code)
    assert (found.severity, where(found)) == (Severity.WARNING, ("StrategicAgenda", "agenda", field))


@pytest.mark.parametrize("edge", [2021, 2023])
def test_the_first_and_last_year_belong_to_the_period(edge: int) -> None:
    assert check(complete(replace(YEAR, year=edge)), edge) == ()


def test_a_step_without_text_is_noticed() -> None:
    found = only(complete(replace(STEPS[1], text="")), "step.empty")
    assert found.sentence == "Stap 2 van de agenda heeft nog geen tekst. Vul de stap in of haal hem weg."


def test_an_agenda_without_goals_is_noticed() -> None:
    found = codes(complete(without=(SOCIETY, GOVERNMENT)))
    assert found == ["agenda.no_goals", *["report.no_goal"] * 3]


def test_a_year_without_questions_is_noticed_and_a_question_without_text() -> None:
    assert codes(complete(without=(CONTEXT, RESULTS))) == ["year.no_questions"]
    assert where(only(complete(replace(CONTEXT, prompt="")), "question.empty")) == ("Question", "context", "prompt")


# --- Goals and portfolios --------------------------------------------------------------------------------------------


def test_a_goal_without_portfolios_needs_a_sentence() -> None:
    alone = complete(without=(RESILIENCE,))
    found = only(alone, "goal.no_portfolio")
    assert where(found) == ("GoalSection", "tekst-b", "no_portfolios")
    explained = GoalSection(id="tekst-b", year_id="jaar", goal_id="overheid", no_portfolios="In 2023 wel.")
    assert codes(complete(explained, without=(RESILIENCE,))) == []


def test_a_portfolio_of_another_year_does_not_count_for_a_goal() -> None:
    assert codes(complete(replace(RESILIENCE, year_id="ander"))) == ["goal.no_portfolio"]


@pytest.mark.parametrize("goal_id", [None, "weg"])
def test_a_portfolio_needs_a_goal_of_the_agenda(goal_id: str | None) -> None:
    found = only(complete(replace(YOUTH, goal_id=goal_id)), "report.no_goal")
    assert (found.severity, where(found)) == (Severity.ERROR, ("PortfolioReport", "verslag-b", "goal_id"))
    assert found.report_id == "verslag-b"
    assert found.sentence.startswith("Portefeuille jonge aanwas hoort in 2022 nog niet bij een doel")


def test_names_that_become_headings_are_needed() -> None:
    assert codes(complete(replace(SOCIETY, short_name=""))) == ["goal.no_short_name"]
    assert codes(complete(replace(SOCIETY, full_name=""))) == ["goal.no_full_name"]
    assert codes(complete(replace(PORTFOLIOS[0], name=""))) == ["report.no_name"]
    assert codes(complete(replace(PORTFOLIOS[0], name=""), replace(TRAFFICKING, name_then="toen"))) == []


def test_a_goal_without_introduction_is_a_tip() -> None:
    assert only(complete(without=(COMPLETE[0],)), "goal.no_introduction").severity is Severity.TIP


# --- Roles -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("field", "code"), [("client", "report.no_client"), ("contractor", "report.no_contractor")])
def test_a_running_portfolio_needs_client_and_contractor(field: str, code: str) -> None:
    empty = {field: ""}
    assert only(complete(replace(TRAFFICKING, **empty)), code).severity is Severity.WARNING
    agreed = replace(TRAFFICKING, review=ReviewState.AGREED, reviewed_by="A", **empty)
    assert only(complete(agreed), code).severity is Severity.ERROR
    finished = replace(TRAFFICKING, status=PortfolioStatus.FINISHED, **empty)
    assert codes(complete(finished)) == []


def test_a_contractor_is_a_function_and_not_only_a_person() -> None:
    person = replace(TRAFFICKING, contractor="", contractor_person="J. de Vries")
    assert only(complete(person), "report.only_person").sentence == (
        "Portefeuille mensenhandel noemt van de opdrachtnemer alleen een naam. "
        "Vul ook de functie in, bijvoorbeeld hoofd RIEC Limburg."
    )
    named = replace(TRAFFICKING, contractor="Jan de Vries")
    assert "staat er een naam" in only(complete(named), "report.contractor_is_person").sentence


@pytest.mark.parametrize("function", ["hoofd RIEC Delden", "programmaleider", "Coördinator LIEC"])
def test_functions_are_known_as_such(function: str) -> None:
    assert codes(complete(replace(TRAFFICKING, contractor=function))) == []


# --- Answers ---------------------------------------------------------------------------------------------------------


def test_agreed_without_saying_who_is_a_tip() -> None:
    nobody = only(complete(replace(TRAFFICKING, review=ReviewState.AGREED)), "report.agreed_by_nobody")
    assert (nobody.field, nobody.severity) == ("reviewed_by", Severity.TIP)


def test_an_answer_that_a_running_portfolio_needs_is_a_warning_until_it_is_agreed_upon() -> None:
    missing = next(one for one in COMPLETE if one.id == "verslag-a-resultaten")
    found = only(complete(without=(missing,)), "answer.missing")
    assert found.severity is Severity.WARNING
    assert where(found) == ("Answer", answer_id("verslag-a", "resultaten"), "text")
    assert found.sentence == (
        "Portefeuille mensenhandel: schrijf een antwoord op de vraag ‘Resultaten van 2022’. "
        "Bij de status ‘lopend’ is dat nodig."
    )
    agreed = replace(TRAFFICKING, review=ReviewState.AGREED, reviewed_by="A")
    strict = only(complete(agreed, without=(missing,)), "answer.missing")
    assert strict.severity is Severity.ERROR
    assert "staat op akkoord" in strict.sentence


def test_a_portfolio_in_preparation_needs_only_what_its_status_asks() -> None:
    assert codes(complete(without=(answer("", YOUTH),))) == ["answer.missing"]
    agreed = replace(YOUTH, review=ReviewState.AGREED, reviewed_by="A")
    found = only(complete(agreed, without=(answer("", YOUTH),)), "answer.missing")
    assert found.severity is Severity.WARNING


# --- Activities, boxes, regions --------------------------------------------------------------------------------------


def test_an_activity_needs_a_title() -> None:
    found = only(complete(Activity(id="x", report_id="verslag-a", result="Klaar.")), "activity.no_title")
    assert found.sentence.startswith("Portefeuille mensenhandel: activiteit 1 heeft nog geen titel.")


def test_a_box_needs_organisation_title_and_text() -> None:
    assert codes(complete(Callout(id="x", report_id="verslag-a"))) == [
        "callout.no_organisation",
        "callout.no_title",
        "callout.no_text",
    ]
    full = Callout(id="x", report_id="verslag-a", organisation_ids=("goor",), title="Zo doen we het", text="Goed.")
    assert codes(complete(full)) == []
    gone = replace(full, organisation_ids=("weg",))
    assert "kadertekst ‘Zo doen we het’" in only(complete(gone), "callout.no_organisation").sentence


@pytest.mark.parametrize("report_id", [None, "weg"])
def test_a_box_needs_a_portfolio(report_id: str | None) -> None:
    lost = Callout(id="x", report_id=report_id, organisation_ids=("goor",), title="Zo", text="Goed.")
    assert where(only(complete(lost), "callout.no_portfolio")) == ("Callout", "x", "report_id")


def test_a_regional_page_needs_organisation_and_text() -> None:
    assert codes(complete(RegionalSection(id="x", year_id="jaar"))) == ["region.no_organisation", "region.empty"]
    page = RegionalSection(id="x", year_id="jaar", organisation_id="goor", programme_id="p", text="Mooi.")
    assert codes(complete(page, Programme(id="p", name="Veilig"))) == []


# --- Figures ---------------------------------------------------------------------------------------------------------


def test_a_missing_figure_of_a_running_portfolio_is_a_tip_that_names_the_regions() -> None:
    found = only(complete(SIGNALS, figure("9", SIGNALS, GOOR)), "figure.missing")
    assert found.severity is Severity.TIP
    assert where(found) == ("IndicatorValue", value_id("signalen", 2022, "delden"), "actual")
    assert found.sentence == (
        "Portefeuille mensenhandel, indicator ‘signalen’: het cijfer van 2022 ontbreekt voor RIEC Delden. "
        "Vul het in of kies een reden."
    )
    assert "ontbreekt voor alle RIEC’s." in only(complete(SIGNALS), "figure.missing").sentence
    assert "2022 ontbreekt. Vul" in only(complete(TRAININGS), "figure.missing").sentence


@pytest.mark.parametrize(
    "values",
    [
        (figure("9", SIGNALS, GOOR), figure(None, SIGNALS, DELDEN, missing=MissingReason.UNKNOWN)),
        (figure("5"),),
    ],
)
def test_a_reason_or_a_national_number_fills_the_gap(values: tuple[IndicatorValue, ...]) -> None:
    assert codes(complete(SIGNALS, *values)) == []


def test_figures_of_a_portfolio_that_does_not_run_may_be_missing() -> None:
    assert codes(complete(replace(SIGNALS, portfolio_id="portefeuille-b"))) == []


def test_an_indicator_needs_a_name() -> None:
    found = codes(complete(replace(TRAININGS, name=""), figure("1", TRAININGS)))
    assert found == ["indicator.no_name"]


# --- Leftovers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er waren XXX signalen.", "XXX"),
        ("Er waren xxxx signalen.", "xxxx"),
        ("TODO: navragen", "TODO"),
        (r"Zie \[invullen\] hier.", "[invullen]"),
        (r"Op \[datum nog in te vullen\].", "[datum nog in te vullen]"),
        ("Het waren …invullen… stuks.", "…invullen…"),
        ("Het waren ... invullen ... stuks.", "... invullen ..."),
        ("Dit moeten we nog aanvullen.", ""),
        ("Nog in te vullen.", "Nog in te vullen"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("Hoeveel???", "???"),
        ("Wat nu?", ""),
        ("U kunt het formulier invullen.", ""),
        ("De methode en de xx-as", ""),
        ("[formulier invullen](https://voorbeeld.nl)", ""),
    ],
)
def test_leftover_prompts_are_found_and_ordinary_text_is_not(text: str, found: str) -> None:
    dossier = complete(answer(text))
    if not found:
        assert codes(dossier) == []
        return
    finding = only(dossier, "text.leftover")
    assert finding.severity is Severity.ERROR
    assert f"‘{found}’" in finding.sentence


TODO = "TODO"


@pytest.mark.parametrize(
    "record",
    [
        replace(YEAR, footer=TODO),
        replace(YEAR, history=TODO),
        replace(AGENDA, name=TODO),
        replace(STEPS[0], text=TODO),
        replace(SOCIETY, full_name=TODO),
        replace(CONTEXT, help=TODO),
        GoalSection(id="tekst-a", year_id="jaar", goal_id="samenleving", introduction=TODO),
        replace(TRAFFICKING, execution=TODO),
        Activity(id="x", report_id="verslag-a", title="Werk", result=TODO),
        Callout(id="x", report_id="verslag-a", organisation_ids=("goor",), title=TODO, text="Goed."),
        RegionalSection(id="x", year_id="jaar", organisation_id="goor", text=TODO),
        replace(TRAININGS, definition=TODO, portfolio_id="portefeuille-b"),
    ],
)
def test_every_text_field_of_the_chapter_is_read(record: Record) -> None:
    found = only(complete(record), "text.leftover")
    assert (found.kind, found.record_id) == (type(record), record.id)


def test_the_note_of_a_figure_and_the_programme_of_a_region_are_read() -> None:
    note = complete(TRAININGS, figure("1", TRAININGS, note=TODO))
    assert where(only(note, "text.leftover"))[2] == "note"
    page = RegionalSection(id="x", year_id="jaar", organisation_id="goor", programme_id="p", text="Mooi.")
    assert where(only(complete(page, Programme(id="p", focus=TODO)), "text.leftover"))[2] == "focus"


# --- Linked numbers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("token", "code", "severity"),
    [
        ("{cijfer:weg}", "number.nowhere", Severity.ERROR),
        ("{cijfer:signalen;jaar=2020}", "number.empty", Severity.ERROR),
        ("{cijfer:signalen;organisatie=weg}", "number.nowhere", Severity.ERROR),
        ("{cijfer:signalen;organisatie=delden}", "number.missing", Severity.WARNING),
        ("{cijfer:signalen;organisatie=goor;waarde=doel}", "number.empty", Severity.ERROR),
        ("{cijfer:signalen;waarde=verschil}", "number.missing", Severity.WARNING),
    ],
)
def test_a_linked_number_that_leads_nowhere_is_noticed(token: str, code: str, severity: Severity) -> None:
    dossier = complete(
        SIGNALS,
        figure("7", SIGNALS, GOOR),
        figure("7", SIGNALS, DELDEN, missing=MissingReason.CONFIDENTIAL),
        answer(f"Er waren {token} en nog eens {token} signalen."),
    )
    found = only(dossier, code)
    assert (found.severity, found.field) == (severity, "text")


@pytest.mark.parametrize(
    "token",
    [
        "{cijfer:signalen}",
        "{cijfer:signalen;organisatie=goor}",
        "{cijfer:signalen;waarde=doel}",
        "{cijfer:signalen;waarde=verschil}",
    ],
)
def test_a_linked_number_with_a_value_is_fine(token: str) -> None:
    values = (figure("7", SIGNALS, GOOR, target=Decimal(6)), figure("8", SIGNALS, DELDEN))
    assert codes(complete(SIGNALS, *values, answer(f"Er waren {token}."))) == []


# --- All together ----------------------------------------------------------------------------------------------------


def test_findings_come_in_the_order_of_the_chapter() -> None:
    dossier = sample(
        replace(YEAR, opening=TODO),
        replace(TRAFFICKING, client="", execution=TODO),
        Activity(id="x", report_id="verslag-a"),
        SIGNALS,
        Callout(id="y", report_id="verslag-a"),
        RegionalSection(id="z", year_id="jaar", organisation_id="goor"),
        replace(RESILIENCE, goal_id=None),
    )
    assert codes(dossier) == [
        "region.empty",
        "text.leftover",
        "goal.no_introduction",
        "report.no_client",
        "text.leftover",
        *["answer.missing"] * 2,
        "activity.no_title",
        "figure.missing",
        *("callout.no_organisation", "callout.no_title", "callout.no_text"),
        "answer.missing",
        *("goal.no_portfolio", "goal.no_introduction"),
        "report.no_goal",
        *["answer.missing"] * 2,
    ]


def test_every_sentence_ends_and_no_finding_is_about_an_unknown_field() -> None:
    broken = dossier_of(
        [
            ReportYear(id="jaar", year=2022, number="", title=""),
            PortfolioReport(id="a", year_id="jaar", contractor_person="Jan"),
            Portfolio(id="p"),
            Answer(id="b"),
            Callout(id="c"),
            RegionalSection(id="d", year_id="jaar"),
        ]
    )
    found = check(broken, 2022)
    assert len(found) > 8
    for one in found:
        assert one.sentence.endswith(".")
        assert one.field in one.kind.__dataclass_fields__


def test_four_hundred_portfolios_are_checked_within_two_seconds() -> None:
    big = scaled(example_dossier(), 50)
    check(big, 2023)
    start = process_time()
    check(big, 2023)
    assert process_time() - start < 2
