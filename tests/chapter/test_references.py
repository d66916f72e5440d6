"""References in the chapter: the right words, the right target, and nothing that leads nowhere."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from riec_desktop.chapter.blocks import Block, Chapter, ListItem, Paragraph, Span, Table
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.chapter.pages import pages
from riec_desktop.chapter.sections import compose_report
from riec_desktop.dossier.choices import Layout
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Activity, Callout, Picture
from tests.helpers.block_text import lines
from tests.helpers.images import drawing, file_of
from tests.helpers.sample import GOOR, SIGNALS, TRAFFICKING, TRAININGS, YEAR, answer, figure, sample

OPTIONS = ChapterOptions(report_title=False, contents=False)
RECORDS = (
    Activity(id="a", report_id="verslag-a", title="Training"),
    Activity(id="c", report_id="verslag-c", title="Overleg"),
    SIGNALS,
    figure("4", SIGNALS, GOOR),
    replace(TRAININGS, portfolio_id="portefeuille-c"),
    *(figure(str(10 + year - 2020), TRAININGS, year=year) for year in (2020, 2021, 2022)),
    Picture(
        id="plaat", report_id="verslag-c", title="Plaat", alt="Iets.", content=file_of(drawing(8, 8)), width=8, height=8
    ),
)


def dossier(text: str) -> Dossier:
    return sample(*RECORDS, answer(text))


def made(text: str, options: ChapterOptions = OPTIONS) -> Chapter:
    return compose(dossier(text), YEAR, options, made_on=date(2026, 1, 2))


def spans(blocks: tuple[Block, ...]) -> list[Span]:
    """The words of the first answer."""
    found = (one for one in blocks if isinstance(one, Paragraph | ListItem) and one.anchor)
    return next(list(one.spans) for one in found if one.anchor and one.anchor.kind == "Answer")


def words(text: str, options: ChapterOptions = OPTIONS) -> str:
    return "".join(one.text for one in spans(made(text, options).blocks))


@pytest.mark.parametrize(
    ("token", "text", "linked"),
    [
        ("{zie:doel;overheid}", "paragraaf\u00a03.4.2", "3.4.2"),
        ("{zie:portefeuille;verslag-c}", "paragraaf ‘Weerbaarheid’", "Weerbaarheid"),
        ("{zie:activiteiten;verslag-a}", "Tabel\u00a03.4-1", "Tabel\u00a03.4-1"),
        ("{zie:cijfers;verslag-a}", "Tabel\u00a03.4-2", "Tabel\u00a03.4-2"),
        ("{zie:regios;verslag-a}", "Tabel\u00a03.4-3", "Tabel\u00a03.4-3"),
        ("{zie:activiteiten;verslag-c}", "Tabel\u00a03.4-4", "Tabel\u00a03.4-4"),
        ("{zie:grafiek;trainingen}", "Figuur\u00a03.4-1", "Figuur\u00a03.4-1"),
        ("{zie:afbeelding;plaat}", "Figuur\u00a03.4-2", "Figuur\u00a03.4-2"),
    ],
)
def test_a_reference_prints_the_number_of_what_it_leads_to(token: str, text: str, linked: str) -> None:
    assert words(f"Zie {token}.") == f"Zie {text}."
    (target,) = (one for one in spans(made(f"Zie {token}.").blocks) if one.target)
    assert target.text == linked


def test_a_numbered_portfolio_is_named_by_its_number() -> None:
    options = replace(OPTIONS, numbered_portfolios=True)
    assert words("Zie {zie:portefeuille;verslag-c}.", options) == "Zie paragraaf\u00a03.4.2.1."


def test_a_reference_keeps_the_look_of_its_words() -> None:
    (target,) = (one for one in spans(made("**Zie {zie:grafiek;trainingen}**").blocks) if one.target)
    assert target.bold


@pytest.mark.parametrize(
    ("token", "text"),
    [
        ("{zie:cijfers;verslag-b}", "tabel met cijfers van jonge aanwas"),
        ("{zie:grafiek;weg}", "(verwijzing naar iets dat is verwijderd)"),
        ("{zie:grafiek;signalen}", "grafiek van signalen"),
        ("{zie:grafiek;signalen;bladzijde}", "bladzijde van grafiek van signalen"),
    ],
)
def test_what_the_chapter_does_not_have_is_called_in_words(token: str, text: str) -> None:
    assert words(f"Zie {token}.") == f"Zie {text}."
    assert not any(one.target for one in spans(made(f"Zie {token}.").blocks))


def test_a_part_that_is_switched_off_or_not_chosen_is_not_led_to() -> None:
    text = "Zie {zie:activiteiten;verslag-c}."
    described = "Zie tabel met activiteiten van weerbaarheid."
    assert words(text, replace(OPTIONS, activities=False)) == described
    assert words(text, replace(OPTIONS, report_ids=("verslag-a",))) == described


def test_a_page_is_the_one_where_it_is_expected() -> None:
    whole = made("Zie {zie:afbeelding;plaat;bladzijde}.")
    word, number = spans(whole.blocks)[1:3]
    expected = dict(pages(whole.blocks, Layout.PORTRAIT))[number.target]
    assert (word.text, number.text, number.page) == ("bladzijde\u00a0", str(expected), True)


def test_pages_are_filled_in_everywhere() -> None:
    sentence = "Op {zie:doel;overheid;bladzijde}."
    more = (
        Activity(id="a", report_id="verslag-a", title="Training", result=sentence),
        Callout(id="k", report_id="verslag-a", title="Kader", text=f"- {sentence}", position=Decimal(2)),
    )
    whole = compose(sample(*RECORDS, *more, answer(f"1. {sentence}")), YEAR, ChapterOptions(), made_on=date(2026, 1, 2))
    assert "?" not in "".join(lines(whole.blocks))
    assert sum("bladzijde\u00a0" in line for line in lines(whole.blocks)) == 3


def test_a_section_by_itself_has_the_numbers_of_the_chapter_and_describes_pages() -> None:
    text = "Zie {zie:activiteiten;verslag-c} op {zie:activiteiten;verslag-c;bladzijde}."
    section = compose_report(dossier(text), TRAFFICKING, OPTIONS)
    found = "".join(one.text for one in spans(section))
    assert found == "Zie Tabel\u00a03.4-4 op bladzijde van tabel met activiteiten van weerbaarheid."


def test_a_cell_of_a_table_can_refer_too() -> None:
    activity = Activity(id="a", report_id="verslag-a", title="Training", result="Zie {zie:doel;overheid}.")
    whole = compose(sample(activity), YEAR, OPTIONS, made_on=date(2026, 1, 2))
    (table,) = (one for one in whole.blocks if isinstance(one, Table))
    assert "Zie paragraaf\u00a03.4.2." in lines([table])[-1]
