"""The chapter as a reader sees it, situation by situation."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.chapter.blocks import (
    Block,
    Callout,
    Chapter,
    Chart,
    Contents,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    State,
    Table,
)
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import ChapterOptions, default_options
from riec_desktop.dossier import edits
from riec_desktop.dossier.choices import ActivityState, Layout, MissingReason
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.fields import Kind
from riec_desktop.dossier.markdown import canonical, parse
from riec_desktop.dossier.normal import normalise
from riec_desktop.dossier.records import (
    Activity,
    GoalSection,
    Programme,
    Record,
    RegionalSection,
    ReportYear,
    Settings,
    StrategicGoal,
)
from riec_desktop.dossier.records import Callout as CalloutRecord
from riec_desktop.figures.shown import linked_text
from riec_desktop.workspace.content import example_dossier
from tests.helpers.block_text import lines, words
from tests.helpers.sample import (
    AGENDA,
    CONTEXT,
    DELDEN,
    GOOR,
    GOVERNMENT,
    LIEC,
    PORTFOLIOS,
    RECORDS,
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
from tests.helpers.strategies import dossiers, raw_texts

MADE_ON = date(2026, 11, 24)
PLAIN = ChapterOptions(report_title=False, contents=False)


def chapter(dossier: Dossier, options: ChapterOptions = PLAIN, findings: tuple[str, ...] = ()) -> Chapter:
    year = dossier.all(ReportYear)[0]
    return compose(dossier, year, options, findings, made_on=MADE_ON)


def text_of(dossier: Dossier, **options: Any) -> list[str]:
    return lines(chapter(dossier, replace(PLAIN, **options)).blocks)


def between(text: Sequence[str], first: str, last: str | None = None) -> list[str]:
    """The lines after one and before another."""
    start = text.index(first) + 1
    return list(text[start : text.index(last, start) if last else None])


def of_kind(blocks: Sequence[Block], kind: type[Block]) -> list[Any]:
    return [block for block in blocks if isinstance(block, kind)]


# --- Order -----------------------------------------------------------------------------------------------------------


def test_a_whole_chapter_reads_from_top_to_bottom() -> None:
    dossier = sample(
        replace(
            YEAR,
            opening="Begin.",
            execution="Uitvoering.",
            governance="Sturing.",
            aim="Bedoeling.",
            history="Geschiedenis.",
            reading_guide="Leeswijzer.",
        ),
        GoalSection(id="tekst", year_id="jaar", goal_id="samenleving", introduction="Over de samenleving."),
        answer("Er speelde veel."),
        answer("Het hielp.", question=RESULTS),
    )
    assert text_of(dossier) == [
        "## 3.4 Versterking RIEC-LIEC-bestel",
        "Begin.",
        "De strategische agenda 2021-2023 is in 2021 opgesteld en bestaat uit twee stappen:",
        "1. We leren.",
        "2. We delen.",
        "De agenda heeft twee strategische doelen: weerbare samenleving en sterke overheid.",
        "Uitvoering.",
        "Sturing.",
        "Bedoeling.",
        "Geschiedenis.",
        "### Portefeuilles",
        "In 2022 waren er drie portefeuilles:",
        "1. Samenleving",
        "  - portefeuille mensenhandel;",
        "  - portefeuille jonge aanwas (in voorbereiding).",
        "2. Overheid",
        "  - portefeuille weerbaarheid.",
        "Leeswijzer.",
        "### 3.4.1. Samenleving",
        "(goal) Strategisch doel: weerbare samenleving",
        "Over de samenleving.",
        "#### Mensenhandel",
        "(facts) Status: lopend · Opdrachtgever: hoofdenoverleg RIEC-LIEC · Opdrachtnemer: hoofd RIEC Goor",
        "(facts) Uitvoering: in de lijn",
        "Er speelde veel.",
        "Het hielp.",
        "#### Jonge aanwas",
        "(facts) Status: in voorbereiding",
        "(facts) Uitvoering: in de lijn",
        "(notice) Voor deze portefeuille is nog geen tekst geschreven.",
        "### 3.4.2. Overheid",
        "(goal) Strategisch doel: sterke overheid",
        "#### Weerbaarheid",
        "(facts) Status: lopend · Opdrachtgever: hoofdenoverleg RIEC-LIEC · Opdrachtnemer: hoofd RIEC Goor",
        "(facts) Uitvoering: in de lijn",
        "(notice) Voor deze portefeuille is nog geen tekst geschreven.",
    ]


@pytest.mark.parametrize("year", [2022, None])
def test_a_year_without_anything_is_a_heading_and_a_notice(year: int | None) -> None:
    found = chapter(dossier_of([ReportYear(id="jaar", year=year)]))
    name = year or "dit jaar"
    assert lines(found.blocks) == [
        "## 3.4 Versterking RIEC-LIEC-bestel",
        f"(notice) Voor {name} staat nog niets in dit dossier.",
    ]


def test_what_is_printed_around_the_chapter() -> None:
    found = chapter(sample(Settings(id="settings", organisation_id="liec"), replace(YEAR, footer="Onder.")))
    assert (found.year, found.number, found.title) == (2022, "3.4", "3.4 Versterking RIEC-LIEC-bestel")
    assert (found.subject, found.organisation) == ("Jaarverslag 2022", "LIEC")
    assert (found.header, found.footer) == ("CONCEPT, 24\u00a0november 2026", "Onder.")
    assert (found.state, found.landscape, found.made_on) == (State.DRAFT, False, MADE_ON)


def test_what_was_not_chosen_has_a_default() -> None:
    found = chapter(dossier_of([ReportYear(id="jaar", number="", title="")]), replace(PLAIN, layout=Layout.LANDSCAPE))
    assert (found.year, found.number, found.title) == (2026, "", "Hoofdstuk zonder titel")
    assert (found.subject, found.organisation) == ("Jaarverslag", "RIEC-LIEC")
    assert found.footer == "Hoofdstuk zonder titel"
    assert found.landscape


@pytest.mark.parametrize(
    ("state", "header"),
    [
        (State.DRAFT, "CONCEPT, 24\u00a0november 2026"),
        (State.REVIEW, "REVIEWVERSIE, 24\u00a0november 2026"),
        (State.FINAL, ""),
    ],
)
def test_every_state_but_the_last_is_marked(state: State, header: str) -> None:
    assert chapter(sample(), replace(PLAIN, state=state)).header == header


# --- Agenda and goals ------------------------------------------------------------------------------------------------


def test_a_step_of_several_paragraphs_is_one_item_with_the_rest_below_it() -> None:
    text = text_of(sample(replace(STEPS[0], text="We leren.\n\nElke dag.\n\n- veel\n- vaak")))
    start = "De strategische agenda 2021-2023 is in 2021 opgesteld en bestaat uit twee stappen:"
    assert between(text, start)[:5] == ["1. We leren.", "Elke dag.", "- veel", "- vaak", "2. We delen."]


def test_a_step_without_text_is_not_counted() -> None:
    text = text_of(sample(replace(STEPS[0], text="")))
    assert "De strategische agenda 2021-2023 is in 2021 opgesteld en bestaat uit één stap:" in text
    assert "1. We delen." in text


def test_without_an_agenda_portfolios_stand_under_other() -> None:
    text = text_of(sample(answer("Toch."), without=(AGENDA, SOCIETY, GOVERNMENT)))
    assert text[1:6] == [
        "### Portefeuilles",
        "In 2022 waren er drie portefeuilles:",
        "1. Overige portefeuilles",
        "  - portefeuille mensenhandel;",
        "  - portefeuille weerbaarheid;",
    ]
    assert "### 3.4.1. Overige portefeuilles" in text
    assert "Toch." in text


def test_a_portfolio_without_a_goal_comes_last_and_is_not_lost() -> None:
    text = text_of(sample(replace(RESILIENCE, goal_id="weg")))
    assert [line for line in text if line.startswith("### 3")] == [
        "### 3.4.1. Samenleving",
        "### 3.4.2. Overheid",
        "### 3.4.3. Overige portefeuilles",
    ]
    assert "  - geen portefeuille in 2022." in text
    assert between(text, "### 3.4.3. Overige portefeuilles")[0] == "#### Weerbaarheid"


def test_a_goal_without_portfolios_keeps_its_heading_and_says_why() -> None:
    alone = sample(without=(RESILIENCE,))
    assert between(text_of(alone), "### 3.4.2. Overheid")[1:] == ["In 2022 had dit doel geen portefeuilles."]
    why = GoalSection(id="x", year_id="jaar", goal_id="overheid", no_portfolios="Volgend jaar wel.")
    assert between(text_of(sample(why, without=(RESILIENCE,))), "### 3.4.2. Overheid")[1:] == ["Volgend jaar wel."]


def test_the_reason_for_no_portfolios_is_not_printed_when_there_are_some() -> None:
    why = GoalSection(id="x", year_id="jaar", goal_id="overheid", no_portfolios="Volgend jaar wel.")
    assert "Volgend jaar wel." not in text_of(sample(why))


def test_goals_and_portfolios_without_a_name_still_have_a_heading() -> None:
    text = text_of(sample(replace(SOCIETY, short_name="", full_name=""), replace(PORTFOLIOS[0], name="")))
    assert "### 3.4.1. Doel zonder naam" in text
    assert "#### Portefeuille zonder naam" in text
    assert "  - portefeuille zonder naam;" in text


def test_a_portfolio_has_the_name_of_that_year() -> None:
    text = text_of(sample(replace(TRAFFICKING, name_then="uitbuiting")))
    assert "#### Uitbuiting" in text
    assert "  - portefeuille uitbuiting;" in text


@given(st.permutations([SOCIETY, GOVERNMENT, StrategicGoal(id="derde", agenda_id="agenda", short_name="Derde")]))
def test_list_sentence_and_headings_follow_the_order_of_the_goals(goals: list[StrategicGoal]) -> None:
    dossier = sample(*(replace(goal, position=Decimal(at)) for at, goal in enumerate(goals)))
    text = text_of(dossier)
    names = [goal.short_name for goal in goals]
    assert [line for line in text if line[:2] in {"1.", "2.", "3."}][2:] == [
        f"{at}. {name}" for at, name in enumerate(names, 1)
    ]
    assert [line for line in text if line.startswith("### 3")] == [
        f"### 3.4.{at}. {name}" for at, name in enumerate(names, 1)
    ]
    full = [goal.full_name or goal.short_name for goal in goals]
    assert f"De agenda heeft drie strategische doelen: {full[0]}, {full[1]} en {full[2]}." in text


def test_moving_a_goal_moves_it_everywhere() -> None:
    dossier = sample()
    moved = edits.applied(dossier, edits.move(dossier, GOVERNMENT, 0))
    text = text_of(moved)
    assert text.index("1. Overheid") < text.index("2. Samenleving")
    assert text.index("### 3.4.1. Overheid") < text.index("### 3.4.2. Samenleving")


def test_the_goals_in_the_list_lead_to_their_headings() -> None:
    blocks = chapter(sample()).blocks
    marks = {block.bookmark for block in of_kind(blocks, Heading)}
    links = [span.target for item in of_kind(blocks, ListItem) for span in item.spans if span.target]
    assert len(links) == 2
    assert set(links) <= marks


def test_a_goal_and_the_lead_in_of_a_list_stay_with_what_follows() -> None:
    blocks = chapter(sample(answer("Dit deden we:\n\n- veel"))).blocks
    goals = [block for block in of_kind(blocks, ListItem) if block.ordered and block.anchor.kind == "StrategicGoal"]
    assert all(goal.keep_next for goal in goals)
    lead = next(block for block in of_kind(blocks, Paragraph) if words(block.spans) == "Dit deden we:")
    assert lead.keep_next


# --- Reading guide ---------------------------------------------------------------------------------------------------

BOX = CalloutRecord(id="kader", report_id="verslag-a", organisation_ids=("goor",), title="Zo kan het", text="Goed.")
BOXES = "In de kaders staan voorbeelden van RIEC’s of van het LIEC."


def test_the_reading_guide_tells_about_boxes_only_when_there_are_any() -> None:
    assert BOXES not in text_of(sample())
    assert BOXES in text_of(sample(BOX))
    assert BOXES not in text_of(sample(BOX, replace(YEAR, reading_guide="De kaders zijn voorbeelden.")))
    assert BOXES not in text_of(sample(BOX), report_ids=("verslag-b",))


def test_without_a_typed_reading_guide_there_is_one() -> None:
    guide = "Hierna leest u per doel wat de portefeuilles in 2022 deden en wat dat opleverde."
    assert guide in text_of(sample())
    assert guide not in text_of(sample(replace(YEAR, reading_guide="Lees maar.")))
    assert guide not in text_of(sample(without=(TRAFFICKING, YOUTH, RESILIENCE)))


# --- House style -----------------------------------------------------------------------------------------------------


def test_portfolios_are_numbered_when_the_house_style_wants_it() -> None:
    text = text_of(sample(), numbered_portfolios=True, trailing_dot=False)
    assert [line for line in text if line.startswith("#")] == [
        "## 3.4 Versterking RIEC-LIEC-bestel",
        "### Portefeuilles",
        "### 3.4.1 Samenleving",
        "#### 3.4.1.1 Mensenhandel",
        "#### 3.4.1.2 Jonge aanwas",
        "### 3.4.2 Overheid",
        "#### 3.4.2.1 Weerbaarheid",
    ]


@pytest.mark.parametrize(
    ("number", "heading", "goal"),
    [
        ("3.4.", "## 3.4 Titel", "### 3.4.1. Samenleving"),
        ("7", "# 7 Titel", "## 7.1. Samenleving"),
        ("1.2.3", "### 1.2.3 Titel", "#### 1.2.3.1. Samenleving"),
        ("", "## Titel", "### Samenleving"),
        ("III", "## Titel", "### Samenleving"),
        ("1.2.3.4", "## Titel", "### Samenleving"),
    ],
)
def test_headings_stand_as_deep_as_the_number_of_the_chapter_says(number: str, heading: str, goal: str) -> None:
    text = text_of(sample(replace(YEAR, number=number, title="Titel")))
    assert text[0] == heading
    assert goal in text


def test_questions_become_run_in_headings_with_the_year_filled_in() -> None:
    blocks = chapter(sample(answer("Ja.", question=RESULTS)), replace(PLAIN, questions_shown=True)).blocks
    run_ins = [block for block in of_kind(blocks, Paragraph) if block.role is Role.RUN_IN]
    assert [(words(one.spans), one.keep_next) for one in run_ins] == [("Resultaten van 2022", True)]


def test_a_question_without_a_topic_shows_its_prompt() -> None:
    text = text_of(sample(replace(CONTEXT, topic=""), answer("Veel.")), questions_shown=True)
    assert "(run_in) Wat speelde er?" in text


@pytest.mark.parametrize(
    ("function", "person", "shown", "fact"),
    [
        ("hoofd", "Jo", True, "Opdrachtnemer: hoofd (Jo)"),
        ("hoofd", "Jo", False, "Opdrachtnemer: hoofd"),
        ("", "Jo", True, "Opdrachtnemer: Jo"),
        ("", "Jo", False, ""),
    ],
)
def test_a_person_is_named_only_when_the_house_style_wants_it(
    function: str, person: str, shown: bool, fact: str
) -> None:
    report = replace(TRAFFICKING, client="", contractor=function, contractor_person=person)
    found = between(text_of(sample(report), persons_shown=shown), "#### Mensenhandel")[0]
    assert found == f"(facts) Status: lopend{f' · {fact}' if fact else ''}"


def test_facts_name_organisations_and_partners() -> None:
    report = replace(TRAFFICKING, organisation_ids=("liec", "goor"), partner_ids=("politie",), execution="Met\nallen.")
    assert between(text_of(sample(report)), "#### Mensenhandel")[1:4] == [
        "(facts) Uitvoering: in de lijn. Met allen.",
        "(facts) Organisaties: LIEC en RIEC Goor",
        "(facts) Partners: politie",
    ]


def test_the_house_style_of_the_team_is_the_default() -> None:
    chosen = Settings(
        id="settings",
        layout=Layout.LANDSCAPE,
        trailing_dot=False,
        numbered_portfolios=True,
        questions_shown=True,
        persons_shown=True,
    )
    assert default_options(dossier_of([chosen])) == ChapterOptions(
        layout=Layout.LANDSCAPE,
        trailing_dot=False,
        numbered_portfolios=True,
        questions_shown=True,
        persons_shown=True,
    )
    assert default_options(dossier_of([])) == ChapterOptions()


def test_a_part_of_the_portfolios_keeps_the_list_and_the_numbers() -> None:
    text = text_of(sample(answer("Er was veel.")), report_ids=("verslag-c",))
    assert "  - portefeuille mensenhandel;" in text
    assert "(notice) In deze versie staat alleen de tekst van de portefeuille weerbaarheid." in text
    assert (
        between(text, "### 3.4.1. Samenleving")[1]
        == "(notice) De portefeuilles van dit doel staan niet in deze versie."
    )
    assert "#### Mensenhandel" not in text
    assert "#### Weerbaarheid" in text


# --- Text ------------------------------------------------------------------------------------------------------------


def test_typed_lists_keep_their_levels_and_start_again_after_a_paragraph() -> None:
    text = "1. een\n2. twee\n    - diep\n\nTussen.\n\n1. weer een"
    blocks = chapter(sample(answer(canonical(text)))).blocks
    items = [block for block in of_kind(blocks, ListItem) if block.anchor.kind == "Answer"]
    assert [(words(one.spans), one.number, one.level) for one in items] == [
        ("een", 1, 0),
        ("twee", 2, 0),
        ("diep", 0, 1),
        ("weer een", 1, 0),
    ]
    assert items[0].list_id == items[2].list_id != items[3].list_id


def test_looks_and_links_of_typed_text_are_kept() -> None:
    blocks = chapter(sample(answer("**vet** en _schuin_ en [hier](https://voorbeeld.nl)"))).blocks
    spans = next(block.spans for block in of_kind(blocks, Paragraph) if block.spans[0].text == "vet")
    assert [(one.text, one.bold, one.italic, one.href) for one in spans] == [
        ("vet", True, False, ""),
        (" en ", False, False, ""),
        ("schuin", False, True, ""),
        (" en ", False, False, ""),
        ("hier", False, False, "https://voorbeeld.nl"),
    ]


def test_linked_numbers_are_printed_in_dutch() -> None:
    dossier = sample(SIGNALS, figure("1234", SIGNALS, GOOR), answer("Er waren {cijfer:signalen} signalen."))
    assert "Er waren 1.234 signalen." in text_of(dossier)


@given(st.lists(raw_texts(), min_size=6, max_size=6))
def test_every_answer_appears_in_order_and_unchanged(raw: list[str]) -> None:
    places = [(report, question) for report in (TRAFFICKING, YOUTH, RESILIENCE) for question in (CONTEXT, RESULTS)]
    texts = [canonical(text) for text in raw]
    dossier = sample(*(answer(text, *place) for text, place in zip(texts, places, strict=True)))
    printed = [
        words(block.spans)
        for block in chapter(dossier).blocks
        if isinstance(block, Paragraph | ListItem) and block.anchor and block.anchor.kind == "Answer"
    ]
    expected = [
        "".join(run.text if run.linked is None else linked_text(dossier, run.linked, 2022) for run in block.runs)
        for text in texts
        for block in parse(text)
    ]
    assert printed == expected


# --- Tables ----------------------------------------------------------------------------------------------------------


def test_activities_stand_in_a_table() -> None:
    dossier = sample(
        Activity(
            id="a",
            report_id="verslag-a",
            title="Training",
            state=ActivityState.DONE,
            start=date(2022, 1, 3),
            end=date(2022, 3, 4),
            organisation_ids=("goor", "liec"),
            partner_ids=("politie",),
            result="Gegeven.\n\nVaak.",
            position=Decimal(1),
        ),
        Activity(id="b", report_id="verslag-a", title="Overleg", position=Decimal(2)),
        Activity(id="c", report_id="verslag-a", joint=False, result="Iets.", position=Decimal(3)),
        Activity(id="d", report_id="verslag-a", start=date(2022, 1, 3)),
    )
    text = text_of(dossier)
    assert between(text, "Tabel 3.4-1: Activiteiten van de portefeuille mensenhandel in 2022", "#### Jonge aanwas") == [
        "Activiteit | Organisaties | Periode | Stand | Resultaat",
        "Training | RIEC Goor, LIEC en politie | januari – maart 2022 | afgerond | Gegeven. / Vaak.",
        "Overleg | RIEC’s en LIEC samen | – | gepland | –",
        "– | – | – | gepland | Iets.",
    ]


def counted(*more: Record) -> Dossier:
    return sample(
        replace(SIGNALS, source="telling"),
        replace(TRAININGS, source="opgave"),
        figure("1000", SIGNALS, GOOR, 2021),
        figure("1234", SIGNALS, GOOR, target=Decimal(1300), provisional=True, reference_date=date(2022, 12, 31)),
        figure(None, SIGNALS, DELDEN, missing=MissingReason.NOT_DELIVERED),
        figure("4", TRAININGS),
        *more,
    )


def test_figures_stand_in_a_table_for_the_country_and_one_per_region() -> None:
    text = text_of(counted())
    assert between(text, "Tabel 3.4-1: Cijfers van de portefeuille mensenhandel in 2022", "#### Jonge aanwas") == [
        "Indicator | 2021 | Doel 2022 | 2022 | Verschil met doel | Verandering sinds 2021",
        "Signalen | 1.000 | 1.300 | 1.234* | −66 | +23\u00a0%",
        "Trainingen | – | – | 4 | – | –",
        (
            "(source) Een cijfer met * is voorlopig. Niet meegeteld bij signalen: RIEC Delden. "
            "Bronnen: telling; opgave. Peildatum: 31\u00a0december 2022."
        ),
        "Tabel 3.4-2: Cijfers per regio van de portefeuille mensenhandel in 2022",
        "Organisatie | Signalen",
        "RIEC Goor | 1.234*",
        "RIEC Delden | niet geleverd",
        "Totaal | 1.234*",
        "(source) Een cijfer met * is voorlopig.",
    ]


def test_a_total_row_is_marked_and_numbers_stand_at_the_right() -> None:
    _, regional = of_kind(chapter(counted()).blocks, Table)
    assert regional.totals
    assert [column.align.value for column in regional.columns] == ["left", "right"]


def test_indicators_without_any_number_leave_no_trace() -> None:
    assert of_kind(chapter(sample(SIGNALS, TRAININGS)).blocks, Table) == []


def test_a_table_without_source_mark_or_date_has_no_line_below_it() -> None:
    text = text_of(sample(TRAININGS, figure("4", TRAININGS)))
    assert between(text, "Trainingen | – | – | 4 | – | –")[0] == "#### Jonge aanwas"


def test_many_indicators_per_region_are_divided_over_tables_that_fit() -> None:
    many = [replace(SIGNALS, id=f"i{at}", name=f"soort {at}", position=Decimal(at)) for at in range(7)]
    tables = of_kind(chapter(sample(*many, *(figure("1", one, GOOR) for one in many))).blocks, Table)
    assert [len(table.columns) - 1 for table in tables[1:]] == [5, 2]
    assert [table.caption.number for table in tables] == [1, 2, 3]
    assert len({table.caption.bookmark for table in tables}) == 3
    assert [table.wide for table in tables] == [False, True, False]


def test_a_year_without_a_number_has_no_figures() -> None:
    assert of_kind(chapter(counted(replace(YEAR, year=None))).blocks, Table) == []


# --- Boxes -----------------------------------------------------------------------------------------------------------


def test_boxes_stand_at_the_end_of_their_portfolio() -> None:
    both = replace(BOX, organisation_ids=("goor", "delden"), text="Een.\n\n- twee")
    text = text_of(sample(both, answer("Tekst."), CalloutRecord(id="leeg", report_id="verslag-a")))
    assert between(text, "Tekst.", "#### Jonge aanwas") == ["[Zo kan het | RIEC Goor en RIEC Delden]", "Een.", "- twee"]
    assert of_kind(chapter(sample(both)).blocks, Callout)[0].anchor.field == "title"


# --- Regional pages --------------------------------------------------------------------------------------------------


def regional() -> Dossier:
    return sample(
        RegionalSection(id="a", year_id="jaar", organisation_id="goor", programme_id="p", text="Goor is mooi."),
        RegionalSection(id="b", year_id="jaar", text="Zonder naam.", position=Decimal(2)),
        RegionalSection(id="c", year_id="jaar", organisation_id="delden", position=Decimal(3)),
        Programme(
            id="p", name="Veilig", predecessor="Plan", focus="Drugs.", method="Samen.", first_year=2022, last_year=2025
        ),
    )


def test_regional_pages_come_first_and_short_ones_share_a_page() -> None:
    assert text_of(regional())[:9] == [
        "## RIEC Goor",
        "(facts) Programma: Veilig (2022-2025) · Voorloper: Plan",
        "(facts) Richt zich op: Drugs.",
        "(facts) Werkwijze: Samen.",
        "Goor is mooi.",
        "## Regionale bijdrage",
        "Zonder naam.",
        "----",
        "## 3.4 Versterking RIEC-LIEC-bestel",
    ]


def test_a_regional_page_that_does_not_fit_begins_a_page() -> None:
    long = RegionalSection(id="a", year_id="jaar", organisation_id="goor", text="\n\n".join(["Woord " * 90] * 8))
    short = RegionalSection(id="b", year_id="jaar", text="Zonder naam.", position=Decimal(2))
    assert text_of(sample(long, short))[9:12] == ["----", "## Regionale bijdrage", "Zonder naam."]


def test_regional_pages_can_be_left_out() -> None:
    assert text_of(regional(), regional_pages=False)[0] == "## 3.4 Versterking RIEC-LIEC-bestel"


# --- Contents, annexes, findings -------------------------------------------------------------------------------------


def test_the_contents_has_every_heading_with_a_page_that_never_goes_back() -> None:
    blocks = chapter(example_dossier(), ChapterOptions()).blocks
    title, contents, first_break, *_ = blocks
    assert lines([title]) == ["# Jaarverslag 2023"]
    assert isinstance(contents, Contents)
    assert isinstance(first_break, PageBreak)
    assert contents.estimated
    assert [(one.level, one.number, one.text, one.bookmark) for one in contents.entries] == [
        (one.level, one.number, one.text, one.bookmark) for one in of_kind(blocks, Heading)[1:]
    ]
    found = [entry.page for entry in contents.entries]
    assert found == sorted(found)
    assert found[0] == 2


def test_annexes_list_portfolios_and_indicators() -> None:
    dossier = sample(replace(SIGNALS, definition="Hoe\nvaak."), replace(RESILIENCE, goal_id=None))
    assert between(text_of(dossier, annexes=True), "### Bijlage: alle portefeuilles") == [
        "Tabel 3.4-1: Alle portefeuilles in 2022",
        "Portefeuille | Strategisch doel | Status | Opdrachtgever | Opdrachtnemer",
        "Mensenhandel | Samenleving | lopend | hoofdenoverleg RIEC-LIEC | hoofd RIEC Goor",
        "Jonge aanwas | Samenleving | in voorbereiding | – | –",
        "Weerbaarheid | – | lopend | hoofdenoverleg RIEC-LIEC | hoofd RIEC Goor",
        "### Bijlage: alle indicatoren",
        "Tabel 3.4-2: Alle indicatoren met hun definitie en bron",
        "Indicator | Portefeuille | Definitie | Bron",
        "Signalen | Mensenhandel | Hoe vaak. / Geteld: per organisatie. | –",
    ]


def test_annexes_without_content_are_left_out() -> None:
    bare = sample(without=(TRAFFICKING, YOUTH, RESILIENCE))
    assert not [line for line in text_of(bare, annexes=True) if "Bijlage" in line]


def test_open_findings_close_a_draft_when_asked() -> None:
    found = ("Vul iets in.", "Verbeter iets.")
    options = replace(PLAIN, findings_shown=True)
    text = lines(chapter(sample(), options, found).blocks)
    assert between(text, "### Open aandachtspunten") == ["(finding) Vul iets in.", "(finding) Verbeter iets."]
    assert not of_findings(chapter(sample(), PLAIN, found))
    assert not of_findings(chapter(sample(), options))
    assert not of_findings(chapter(sample(), replace(options, state=State.FINAL), found))


def of_findings(found: Chapter) -> list[str]:
    return [line for line in lines(found.blocks) if "aandachtspunten" in line or line.startswith("(finding)")]


# --- Always ----------------------------------------------------------------------------------------------------------

EVERYTHING = ChapterOptions(annexes=True, promises=True, questions_shown=True, persons_shown=True, findings_shown=True)


def check_sound(found: Chapter) -> None:
    """What holds for every chapter: no empty heading, bookmarks that Word accepts, rows that fit, links that lead."""
    headings = of_kind(found.blocks, Heading)
    tables = of_kind(found.blocks, Table)
    captioned = [one for one in found.blocks if isinstance(one, Table | Chart | Picture)]
    marks = [one.bookmark for one in headings] + [one.caption.bookmark for one in captioned]
    assert len({mark.casefold() for mark in marks}) == len(marks)
    assert all(0 < len(mark) <= 40 for mark in marks)
    assert all(one.text.strip() for one in headings)
    steps = [one.level for one in headings]
    assert all(after <= before + 1 for before, after in pairwise(steps))
    assert all(len(row) == len(one.columns) for one in tables for row in one.rows)
    assert all(len(one.row_anchors) in {0, len(one.rows)} for one in tables)
    assert all(cell for one in tables for row in one.rows for cell in row)
    spans = [span for block in found.blocks if isinstance(block, Paragraph | ListItem) for span in block.spans]
    assert all(span.target in marks for span in spans if span.target)


@given(dossiers(sound=False, max_records=40), st.booleans())
def test_any_dossier_gives_a_sound_chapter(dossier: Dossier, part: bool) -> None:
    for year in dossier.all(ReportYear):
        options = replace(EVERYTHING, report_ids=("weg",) if part else ())
        check_sound(compose(dossier, year, options, ("Let op.",), made_on=MADE_ON))


@given(st.lists(raw_texts(), min_size=5, max_size=5))
def test_names_of_any_kind_give_a_sound_chapter(raw: list[str]) -> None:
    one, two, three, four, five = (str(normalise(Kind.LINE, text)) for text in raw)
    dossier = sample(
        replace(SOCIETY, short_name=one, full_name=two),
        replace(PORTFOLIOS[0], name=three),
        replace(SIGNALS, name=four),
        replace(GOOR, name=five),
        figure("1", SIGNALS, GOOR),
    )
    check_sound(chapter(dossier, EVERYTHING))


def test_the_same_dossier_gives_the_same_chapter_in_any_order_of_its_records() -> None:
    assert chapter(dossier_of(reversed(RECORDS))) == chapter(sample())


def test_the_liec_may_have_a_regional_page_too() -> None:
    page = RegionalSection(id="a", year_id="jaar", organisation_id=LIEC.id, text="Landelijk.")
    assert text_of(sample(page))[0] == "## LIEC"
