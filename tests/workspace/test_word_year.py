"""The chapter of an earlier year: one of this program, in every form, and one that somebody typed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from riec_desktop.chapter.options import default_options
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import ExecutionForm, Layout, MissingReason, PortfolioStatus, YearState
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    IndicatorValue,
    PortfolioReport,
    Record,
    RegionalSection,
    ReportYear,
)
from riec_desktop.dossier.richtext import CrossReference, Linked, plain_text
from riec_desktop.figures.shown import linked_text
from riec_desktop.word.reading.document import read_document
from riec_desktop.word.reading.read import Para, ReadDocument, Stretch
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.documents import WordRequest, make_word
from riec_desktop.workspace.progress import never, no_progress
from riec_desktop.workspace.review import Incoming, Standing, accepted, default_ids
from riec_desktop.workspace.word_year import year_proposals
from riec_desktop.workspace.word_year_guess import guessed, words_of
from riec_desktop.workspace.word_year_tables import facts, numbers, organisations, period


@pytest.fixture(scope="module")
def example() -> Dossier:
    return example_dossier()


@pytest.fixture(scope="module")
def without_2023(example: Dossier) -> Dossier:
    year = views.year_of(example, 2023)
    assert year is not None
    figures = [one for one in example.all(IndicatorValue) if one.year == 2023]
    less = applied(example, remove(example, year))
    return less.with_rows({IndicatorValue: {one.id: one for one in less.all(IndicatorValue) if one not in figures}})


def chapter(dossier: Dossier, folder: Path, layout: Layout, *, shown: bool) -> ReadDocument:
    target = folder / "hoofdstuk.docx"
    options = replace(default_options(dossier), layout=layout, questions_shown=shown)
    request = WordRequest(year=2023, options=options, target=target, exact_pages=False)
    make_word(dossier, request, date(2024, 3, 1), no_progress, never)
    return read_document(target.read_bytes())


def taken(dossier: Dossier, incoming: Incoming, *, sure: bool = True) -> Dossier:
    ids = default_ids(incoming) if sure else [one.id for one in incoming.proposals]
    return applied(dossier, accepted(incoming, ids, dossier))


def printed(dossier: Dossier, text: str) -> str:
    """A text as the chapter of 2023 prints it; a reference has words of its own there."""

    def shown(linked: Linked) -> str:
        return "@" if isinstance(linked, CrossReference) else linked_text(dossier, linked, 2023)

    return plain_text(parse(text), shown)


def typed(*lines: str | Para) -> ReadDocument:
    return ReadDocument(paras=tuple(line if isinstance(line, Para) else para(line) for line in lines))


def para(
    text: str, *, bold: bool = False, level: int = 0, boxed: bool = False, cell: tuple[int, int, int] | None = None
) -> Para:
    return Para(level=level, boxed=boxed, cell=cell, stretches=(Stretch(text=text, bold=bold),))


def table(number: int, *rows: tuple[str, ...]) -> list[Para]:
    return [para(text, cell=(number, at, column)) for at, row in enumerate(rows) for column, text in enumerate(row)]


# --- A chapter of this program ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("shown", [True, False])
def test_a_chapter_of_the_program_comes_back_with_every_text_in_its_field(
    example: Dossier, without_2023: Dossier, tmp_path: Path, layout: Layout, shown: bool
) -> None:
    incoming = year_proposals(without_2023, chapter(example, tmp_path, layout, shown=shown), 2023, "h.docx")
    after = taken(without_2023, incoming)
    for before, now in zip(_texts(example), _texts(after), strict=True):
        assert before[0] == now[0]
        for part in before[1].split("@"):
            assert part in now[1]


def _texts(dossier: Dossier) -> list[tuple[str, str]]:
    """Every typed text of 2023 with its place, in order."""
    year = views.year_of(dossier, 2023)
    assert year is not None
    found: list[tuple[str, str]] = [
        (name, getattr(year, name))
        for name in ("opening", "execution", "governance", "aim", "history", "reading_guide")
    ]
    goals = views.goals(dossier, year)
    found += [(goal.short_name, views.goal_section(dossier, year, goal).introduction) for goal in goals]
    for report in views.reports(dossier, year):
        name = views.report_name(dossier, report)
        questions = views.questions(dossier, year.id)
        found += [(f"{name} {one.topic}", views.answer(dossier, report, one).text) for one in questions]
        found += [(f"{name} {one.title}", one.text) for one in dossier.where(Callout, "report_id", report.id)]
        found += [(f"{name} {one.title}", one.result) for one in dossier.where(Activity, "report_id", report.id)]
    found += [(one.organisation_id or "", one.text) for one in views.regional_sections(dossier, year)]
    return [(place, printed(dossier, text)) for place, text in found]


def test_roles_and_figures_come_back(example: Dossier, without_2023: Dossier, tmp_path: Path) -> None:
    incoming = year_proposals(without_2023, chapter(example, tmp_path, Layout.PORTRAIT, shown=False), 2023, "h.docx")
    after = taken(without_2023, incoming)
    for before, now in zip(_reports(example), _reports(after), strict=True):
        for name in ("portfolio_id", "goal_id", "status", "client", "contractor", "organisation_ids", "partner_ids"):
            assert getattr(before, name) == getattr(now, name)
    actual = {one.id: one.actual for one in example.all(IndicatorValue) if one.year == 2023 and one.actual}
    back = {one.id: one.actual for one in after.all(IndicatorValue) if one.year == 2023 and one.actual}
    assert back == actual


def _reports(dossier: Dossier) -> tuple[PortfolioReport, ...]:
    year = views.year_of(dossier, 2023)
    assert year is not None
    return views.reports(dossier, year)


def test_reading_it_again_brings_no_texts(example: Dossier, without_2023: Dossier, tmp_path: Path) -> None:
    document = chapter(example, tmp_path, Layout.PORTRAIT, shown=False)
    after = taken(without_2023, year_proposals(without_2023, document, 2023, "h.docx"))
    again = year_proposals(after, document, 2023, "h.docx")
    kinds: set[type[Record] | None] = {Answer, Activity, Callout, RegionalSection, ReportYear}
    assert [one for one in again.proposals if one.kind in kinds] == []


def test_each_proposal_can_be_taken_by_itself(example: Dossier, without_2023: Dossier, tmp_path: Path) -> None:
    incoming = year_proposals(without_2023, chapter(example, tmp_path, Layout.PORTRAIT, shown=True), 2023, "h.docx")
    answer = next(one for one in incoming.proposals if one.kind is Answer)
    after = applied(without_2023, accepted(incoming, [answer.id], without_2023))
    found = after.get(Answer, answer.record_id)
    assert found is not None
    assert after.get(PortfolioReport, found.report_id) is not None
    assert views.year_of(after, 2023) is not None


def test_a_closed_year_is_not_changed(example: Dossier, tmp_path: Path) -> None:
    year = views.year_of(example, 2023)
    assert year is not None
    closed = example.with_rows(
        {ReportYear: {**example.rows(ReportYear), year.id: replace(year, state=YearState.CLOSED)}}
    )
    document = typed(para("3.4 Versterking RIEC-LIEC-bestel", level=2), "Een andere inleiding.")
    found = year_proposals(closed, document, 2023, "h.docx").proposals
    assert all(not one.changes and "afgesloten" in one.doubt for one in found)
    assert document.paras
    assert tmp_path


# --- A chapter that somebody typed -----------------------------------------------------------------------------------

HAND = (
    para("3.4 Versterking RIEC-LIEC-bestel", level=1),
    "Dit jaar werkten wij verder.",
    para("3.4.2. Weerbare samenleving", bold=True),
    "Een inleiding bij het doel.",
    para("Mensenhandel", bold=True),
)


def test_headings_without_styles_are_known_by_number_and_name(example: Dossier) -> None:
    found = year_proposals(
        example, typed(*HAND, para("Context", bold=True), "Over de context."), 2020, "h.docx"
    ).proposals
    assert [(one.place, one.theirs) for one in found] == [
        ("Verslagjaar 2020", "Dit jaar werkten wij verder."),
        ("Weerbare samenleving 2020", "Een inleiding bij het doel."),
        ("Mensenhandel 2020 › Context", "Over de context."),
    ]


def test_a_text_that_goes_on_after_a_box_is_taken_whole(example: Dossier) -> None:
    context = (para("Context", bold=True), "Het begin.")
    box = (para("RIEC Limburg", bold=True, boxed=True), para("Een kader.", boxed=True))
    incoming = year_proposals(example, typed(*HAND, *context, *box, "Het vervolg."), 2020, "h.docx")
    after = taken(example, incoming)
    answers = [one.text for one in after.all(Answer) if "Het begin." in one.text]
    assert answers == ["Het begin.\n\nHet vervolg."]


def test_a_text_without_a_question_is_guessed_and_can_go_to_another(example: Dossier) -> None:
    document = typed(*HAND, "Mensenhandel blijft vaak onzichtbaar.", "In 2021 gaan we verder met de afspraken.")
    found = [one for one in year_proposals(example, document, 2020, "h.docx").proposals if one.kind is Answer]
    assert "geraden" in found[0].doubt
    assert len(found[0].destinations) == len(views.questions(example, _year_id(example)))
    assert "\n".join(one.theirs for one in found) == (
        "Mensenhandel blijft vaak onzichtbaar.\nIn 2021 gaan we verder met de afspraken."
    )


def _year_id(dossier: Dossier) -> str:
    year = views.year_of(dossier, 2021)
    assert year is not None
    return year.id


def test_an_unknown_heading_under_a_goal_is_a_new_portfolio(example: Dossier) -> None:
    document = typed(*HAND[:4], para("Drones", level=4), para("Context", bold=True), "Over drones.")
    incoming = year_proposals(example, document, 2020, "h.docx")
    found = incoming.proposals[-1]
    assert "nog niet in het dossier" in found.doubt
    after = taken(example, incoming, sure=False)
    answer = after.get(Answer, found.record_id)
    assert answer is not None
    report = after.get(PortfolioReport, answer.report_id)
    assert report is not None
    assert views.report_name(after, report) == "Drones"


def test_a_name_that_is_nearly_right_is_used_with_a_doubt(example: Dossier) -> None:
    document = typed(*HAND[:4], para("Mensenhandl", level=4), para("Context", bold=True), "Tekst.")
    assert "lijkt op" in year_proposals(example, document, 2020, "h.docx").proposals[-1].doubt


def test_a_box_is_a_callout_of_the_organisation_in_its_title(example: Dossier) -> None:
    document = typed(*HAND, para("RIEC Limburg", bold=True, boxed=True), para("Een mooi voorbeeld.", boxed=True))
    found = year_proposals(example, document, 2020, "h.docx").proposals[-1]
    after = taken(example, year_proposals(example, document, 2020, "h.docx"), sure=False)
    callout = after.get(Callout, found.record_id)
    assert callout is not None
    assert (callout.text, len(callout.organisation_ids)) == ("Een mooi voorbeeld.", 1)


def test_a_table_of_one_cell_is_a_box(example: Dossier) -> None:
    cells = [para("Titel van het kader", bold=True, cell=(0, 0, 0)), para("De tekst ervan.", cell=(0, 0, 0))]
    found = year_proposals(example, typed(*HAND, *cells), 2020, "h.docx").proposals[-1]
    assert found.kind is Callout


def test_a_table_that_nobody_knows_has_no_place(example: Dossier) -> None:
    document = typed(*HAND, *table(0, ("Kleur", "Maat"), ("rood", "XL")))
    found = year_proposals(example, document, 2020, "h.docx").proposals[-1]
    assert (found.standing, found.theirs) == (Standing.UNKNOWN, "Kleur | Maat\nrood | XL")


def test_a_figure_of_an_unknown_indicator_has_no_place(example: Dossier) -> None:
    document = typed(*HAND, *table(0, ("Indicator", "2020"), ("Vliegende tapijten", "12")))
    found = year_proposals(example, document, 2020, "h.docx").proposals[-1]
    assert (found.standing, found.theirs) == (Standing.UNKNOWN, "Vliegende tapijten: 12")


def test_text_before_the_first_heading_has_no_place_and_is_shown(example: Dossier) -> None:
    found = year_proposals(example, typed("Voorwoord van de voorzitter."), 2020, "h.docx").proposals
    assert [(one.standing, one.theirs) for one in found] == [(Standing.UNKNOWN, "Voorwoord van de voorzitter.")]


def test_a_text_that_differs_from_the_dossier_is_a_conflict(example: Dossier) -> None:
    document = typed(*HAND, para("Context", bold=True), "Heel iets anders.")
    found = year_proposals(example, document, 2023, "h.docx").proposals[-1]
    assert (found.standing, found.theirs) == (Standing.CONFLICT, "Heel iets anders.")


# --- Pieces ----------------------------------------------------------------------------------------------------------


def test_texts_follow_the_order_of_the_questions() -> None:
    weights = [{"rood": 3.0}, {"groen": 3.0}, {"blauw": 3.0}]
    assert guessed(["rood", "groen en rood", "blauw"], weights) == (0, 1, 2)
    assert guessed(["niets"], []) == ()
    assert set(words_of("signalen signaleerden")) == {"signal"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maart – juni 2023", (date(2023, 3, 1), date(2023, 6, 30))),
        ("november 2022 – januari 2023", (date(2022, 11, 1), date(2023, 1, 31))),
        ("vanaf juni 2023", (date(2023, 6, 1), None)),
        ("tot en met juni 2023", (None, date(2023, 6, 30))),
        ("maart 2023", (date(2023, 3, 1), date(2023, 3, 31))),
        ("3-3-2023", (date(2023, 3, 3), date(2023, 3, 3))),
        ("ooit", (None, None)),
    ],
)
def test_a_period_is_read_as_it_is_written(text: str, expected: tuple[date | None, date | None]) -> None:
    assert period(text) == expected


def test_names_in_a_list_are_centres_partners_or_a_doubt(example: Dossier) -> None:
    found = organisations(example, "LIEC, RIEC Limburg, gemeenten en politie, de buurvrouw")
    assert [len(found.values[name]) for name in ("organisation_ids", "partner_ids")] == [2, 2]
    assert found.doubts == ("‘de buurvrouw’ is geen organisatie in het dossier.",)


def test_a_line_of_facts_becomes_roles(example: Dossier) -> None:
    lines = ["Status: afgerond · Opdrachtgever: het overleg", "Uitvoering: werkgroep. Van drie mensen.", "Los: iets"]
    found = facts(example, lines).values
    assert found == {
        "status": PortfolioStatus.FINISHED,
        "client": "het overleg",
        "execution_form": ExecutionForm.WORKING_GROUP,
        "execution": "Van drie mensen.",
    }


def test_numbers_of_a_table_are_read_with_their_reasons() -> None:
    rows = [("Organisatie", "Signalen"), ("RIEC Limburg", "12*"), ("RIEC Rotterdam", "niet geleverd"), ("Totaal", "12")]
    first, second = numbers(rows, 2023)
    assert (first.organisation, str(first.actual), first.provisional) == ("RIEC Limburg", "12", True)
    assert second.missing is MissingReason.NOT_DELIVERED
    assert numbers([], 2023) == ()
    assert [one.doubt for one in numbers([("Indicator", "2023"), ("Signalen", "veel")], 2023)] == [
        "‘veel’ is geen getal."
    ]
