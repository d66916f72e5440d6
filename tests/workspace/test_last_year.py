"""What last year says, as plain data."""

from dataclasses import replace
from decimal import Decimal

from riec_desktop.dossier.choices import PortfolioStatus
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    GoalSection,
    Question,
    Record,
    RegionalSection,
    ReportYear,
)
from riec_desktop.workspace.last_year import LastYear, of_chapter, of_goal, of_regions, of_report, taken_over
from tests.helpers.sample import CONTEXT, GOOR, SIGNALS, SOCIETY, TRAFFICKING, YEAR, answer, figure, sample

DONE_FOR = (PortfolioStatus.RUNNING, PortfolioStatus.FINISHED)
NOW = ReportYear(id="nu", year=2023, agenda_id="agenda")
REPORT = replace(TRAFFICKING, id="verslag-nu", year_id="nu")
NEXT = Question(id="vervolg", year_id="jaar", topic="Vervolg", promise=True, position=Decimal(3))
CONTEXT_NOW = replace(CONTEXT, id="context-nu", year_id="nu")
DONE_NOW = Question(id="gedaan-nu", year_id="nu", topic="Gedaan", required_for=DONE_FOR, position=Decimal(2))


def two_years(*more: Record) -> Dossier:
    return sample(NEXT, NOW, REPORT, CONTEXT_NOW, DONE_NOW, SIGNALS, *more)


def told(dossier: Dossier) -> LastYear:
    found = of_report(dossier, REPORT)
    assert found is not None
    return found


def test_a_promise_stands_beside_the_answer_to_the_question_what_was_done() -> None:
    promised = answer("We gaan **delen**.", question=NEXT)
    done = Answer(id="klaar", report_id=REPORT.id, question_id=DONE_NOW.id, text="We deelden.")
    (promise,) = told(two_years(promised, done)).promises
    assert (promise.title, promise.text, promise.shown) == ("Gedaan", "We gaan **delen**.", "We gaan delen.")
    assert (promise.record, promise.field, promise.now) == (done, "text", "We deelden.")


def test_texts_are_those_of_the_same_topic_and_lists_keep_their_signs() -> None:
    found = told(two_years(answer("Eerst:\n\n1. een\n2. twee\n\n- punt")))
    assert [one.title for one in found.texts] == ["Context"]
    assert found.texts[0].shown.splitlines() == ["Eerst:", "1. een", "2. twee", "• punt"]
    assert found.texts[0].record.id != answer("").id


def test_figures_have_their_difference_and_what_is_not_known_yet_is_a_dash() -> None:
    known = told(two_years(figure("10", year=2022), figure("12", year=2023))).figures[0]
    assert (known.name, known.before, known.now, known.difference) == ("signalen", "10", "12", "+2")
    open_still = told(two_years(figure("10", year=2022))).figures[0]
    assert (open_still.now, open_still.difference) == ("–", "–")
    assert told(two_years(figure("12", year=2023))).figures == ()


def test_activities_and_boxes_are_there_to_read() -> None:
    activity = Activity(id="a", report_id=TRAFFICKING.id, title="Training", result="Gegeven.")
    box = Callout(id="k", report_id=TRAFFICKING.id, title="Zo deden wij het", text="Goed.", organisation_ids=(GOOR.id,))
    found = told(two_years(activity, box))
    assert [(one.title, one.about, one.text) for one in found.activities] == [("Training", "gepland", "Gegeven.")]
    assert [(one.title, one.about, one.text) for one in found.boxes] == [("Zo deden wij het", "RIEC Goor", "Goed.")]


def test_without_anything_it_is_empty_and_without_a_year_before_it_is_not_there() -> None:
    assert told(two_years()).is_empty
    assert of_report(sample(), TRAFFICKING) is None
    assert of_goal(sample(), YEAR, SOCIETY) is None
    assert of_chapter(sample(), YEAR) is None
    assert of_regions(sample(), YEAR) is None


def test_goal_chapter_and_regions_have_their_texts() -> None:
    dossier = two_years(
        replace(YEAR, opening="Welkom."),
        GoalSection(id="doel-toen", year_id="jaar", goal_id=SOCIETY.id, introduction="Over dit doel."),
        RegionalSection(id="regio-toen", year_id="jaar", organisation_id=GOOR.id, text="In Goor."),
        RegionalSection(id="regio-nu", year_id="nu", organisation_id=GOOR.id),
    )
    found = (of_chapter(dossier, NOW), of_goal(dossier, NOW, SOCIETY), of_regions(dossier, NOW))
    texts = [(text.title, text.shown, text.field) for one in found if one is not None for text in one.texts]
    assert texts == [
        ("Inleiding", "Welkom.", "opening"),
        ("Inleiding", "Over dit doel.", "introduction"),
        ("RIEC Goor", "In Goor.", "text"),
    ]


def test_a_text_comes_under_what_stands_there_or_in_its_place() -> None:
    assert taken_over("Nu.", "Toen.", below=True) == "Nu.\n\nToen."
    assert taken_over("Nu.", "Toen.", below=False) == "Toen."
    assert taken_over("", "Toen.", below=True) == "Toen."
