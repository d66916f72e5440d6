"""The turn of the year as a use case: one step in a session, and the plan in plain words."""

from dataclasses import replace
from pathlib import Path

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Source
from riec_desktop.dossier.choices import PortfolioStatus
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Question
from riec_desktop.dossier.rollover_plan import Counting, Rollover, new_fate, planned, with_agenda, with_fate, with_fates
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.rollover import roll_over, told
from riec_desktop.workspace.session import new_session
from tests.helpers.surroundings import environment

EXAMPLE = example_dossier()


def plan() -> Rollover:
    return planned(EXAMPLE, 2024)


def lines(made: Rollover, dossier: Dossier = EXAMPLE) -> dict[str, tuple[str, ...]]:
    return {one.title: one.lines for one in told(dossier, made)}


def test_the_year_begins_in_one_step_with_its_source(tmp_path: Path) -> None:
    session = new_session(environment(tmp_path), EXAMPLE)
    roll_over(session, plan())
    assert views.year_of(session.dossier, 2024) is not None
    assert (session.undo_label, session.history[-1].source) == ("verslagjaar 2024 beginnen", Source.ROLLOVER)
    session.undo()
    assert session.dossier == EXAMPLE
    session.close()


def test_the_first_year_has_little_to_tell() -> None:
    assert lines(planned(Dossier(), 2024), Dossier()) == {
        "Verslagjaar 2024": ("Verslagjaar 2024 komt erbij. Het is het eerste jaar en begint leeg.",)
    }


def test_a_year_that_stays_open_and_an_agenda_that_is_over_are_told() -> None:
    old = views.agenda(EXAMPLE, views.years(EXAMPLE)[0])
    found = lines(replace(with_agenda(EXAMPLE, plan(), old), close=False))
    assert "Verslagjaar 2023 blijft open." in found["Verslagjaar 2024"]
    assert "loopt niet in 2024. Kies een nieuwe agenda." in found["Let op"][0]
    assert found["Agenda"] == ("De agenda Strategische agenda RIEC-LIEC 2021-2023 geldt voor 2024, met 4 doelen.",)


def test_what_an_editor_should_look_at_comes_first() -> None:
    made = plan()
    fates = {one.name: one for one in made.fates}
    made = with_fate(made, replace(fates["sterk merk"], status=PortfolioStatus.MERGED))
    made = with_fate(made, replace(fates["jonge aanwas"], goal_id=None))
    nameless = with_fates(made, (*made.fates, new_fate(made, "nieuw")))
    found = told(EXAMPLE, nameless)
    assert (found[0].title, found[0].warning) == ("Let op", True)
    assert "Bij sterk merk is niet gekozen waarin de portefeuille opgaat." in found[0].lines
    assert "jonge aanwas heeft in 2024 nog geen doel." in found[0].lines
    assert "Nieuw: zonder naam." in next(one.lines for one in found if one.title == "Portefeuilles")


def test_portfolios_that_nobody_agreed_to_are_named_before_their_year_closes() -> None:
    waiting = "In 2023 nog niet akkoord: jonge aanwas en vernieuwing informatievoorziening."
    assert lines(plan())["Let op"][0].startswith(waiting)
    assert not any("akkoord" in one for one in lines(replace(plan(), close=False))["Let op"])


def test_a_new_agenda_with_steps_of_its_own_needs_no_look() -> None:
    made = plan()
    assert any("De stappen van de nieuwe agenda zijn die van de oude." in one for one in lines(made)["Let op"])
    first, *rest = made.steps
    own = replace(made, close=False, steps=(replace(first, text="Anders."), *rest))
    assert "Let op" not in lines(own)


def test_changes_in_the_questionnaire_are_named() -> None:
    made = plan()
    first, second, *rest = made.questions
    changed = (replace(first, prompt="Anders?"), Question(id="nieuw", topic="Lessen"), *rest)
    assert second.topic == "Noodzaak"
    assert lines(replace(made, questions=changed))["Vragen"] == (
        "7 vragen.",
        "Nieuw: Lessen.",
        "Gewijzigd: Context.",
        "Vervallen: Noodzaak.",
    )
    assert "Vragen" not in lines(replace(made, questions=()))
    assert lines(replace(made, questions=(first,)))["Vragen"][0] == "1 vraag."


def test_what_is_not_counted_any_more_keeps_its_past() -> None:
    made = plan()
    stopped = tuple(
        Counting(id=one.id, goes_on=at > 0) if at < 2 else replace(one, goes_on=False)
        for at, one in enumerate(made.countings)
    )
    found = lines(replace(made, countings=stopped))["Cijfers"]
    assert found[0] == "1 indicator blijft tellen."
    assert found[1].startswith("Niet meer geteld: analyseproducten, ")
    assert found[2] == "De cijfers tot en met 2023 blijven staan."


def test_one_promise_is_one() -> None:
    made = plan()
    only = tuple(replace(one, listed=one.name == "sterk merk") for one in made.fates)
    found = lines(replace(made, fates=only))["Beloften"]
    assert found[0] == "1 belofte van 2023 komt bij de vragen van 2024 te staan."
    assert sum("komt nergens terug" in one for one in found) == 7
