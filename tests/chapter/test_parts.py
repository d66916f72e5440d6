"""Parts of the chapter that can be left out, the title of the report, and the pictures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from riec_desktop.chapter.blocks import Callout, Chapter, Chart, Contents, Heading, State, Table
from riec_desktop.chapter.blocks import Picture as PictureBlock
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import ChapterOptions, default_options
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import Callout as CalloutRecord
from riec_desktop.dossier.records import Picture, Settings
from riec_desktop.dossier.views import year_of
from riec_desktop.workspace.content import example_dossier
from tests.helpers.block_text import lines
from tests.helpers.images import drawing, file_of
from tests.helpers.sample import TRAFFICKING, YEAR, YOUTH, answer, sample

EXAMPLE = example_dossier()
PNG, JPEG = file_of(drawing(30, 20)), file_of(drawing(30, 20), "JPEG")
PLATE = Picture(id="plaat", report_id="verslag-a", title="Plaat", alt="Een lijn.", content=PNG, width=30, height=20)


def made(dossier: Dossier = EXAMPLE, year: int = 2023, version: str = "", **options: Any) -> Chapter:
    found = year_of(dossier, year)
    assert found is not None
    return compose(dossier, found, replace(ChapterOptions(), **options), made_on=date(2026, 1, 2), version=version)


@pytest.mark.parametrize(
    ("part", "kind", "names"),
    [
        ("activities", Table, ("Activiteiten van",)),
        ("figures", Table, ("Cijfers van", "Cijfers per regio")),
        ("charts", Chart, ("",)),
        ("pictures", PictureBlock, ("",)),
    ],
)
def test_a_part_that_is_switched_off_leaves_no_trace(part: str, kind: type[Any], names: tuple[str, ...]) -> None:
    def found(**options: Any) -> list[Any]:
        every: list[Any] = [one for one in made(**options).blocks if isinstance(one, kind)]
        return [one for one in every if one.title.startswith(names)]

    assert found()
    assert not found(**{part: False})


def test_without_boxes_the_reading_guide_does_not_mention_them() -> None:
    guide = "In de kaders staan voorbeelden van RIEC’s of van het LIEC."
    assert guide in lines(made().blocks)
    without = made(callouts=False).blocks
    assert guide not in lines(without)
    assert not [one for one in without if isinstance(one, Callout)]


def test_a_portfolio_with_nothing_but_boxes_says_that_it_has_no_text_when_they_are_off() -> None:
    box = CalloutRecord(id="kader", report_id="verslag-a", title="Zo kan het", text="Goed.")
    empty = "(notice) Voor deze portefeuille is nog geen tekst geschreven."
    assert lines(made(sample(box, without=(YOUTH,)), 2022, callouts=False).blocks).count(empty) == 2


def test_without_the_opening_the_goals_follow_the_heading_of_the_chapter() -> None:
    text = lines(made(sample(answer("Er was veel.")), 2022, opening=False, contents=False).blocks)
    assert text[:3] == ["# Jaarverslag 2022", "## 3.4 Versterking RIEC-LIEC-bestel", "### 3.4.1. Samenleving"]


def test_the_title_stands_above_the_contents_and_not_in_it() -> None:
    title, contents, *_ = made().blocks
    assert isinstance(title, Heading)
    assert (title.level, title.number, title.text) == (1, "", "Jaarverslag 2023")
    assert isinstance(contents, Contents)
    assert min(entry.level for entry in contents.entries) == 2
    assert isinstance(made(report_title=False).blocks[0], Contents)


@pytest.mark.parametrize(("number", "level"), [("7", 1), ("3.4", 1), ("1.2.3", 2), ("", 1)])
def test_the_title_is_one_level_above_the_chapter(number: str, level: int) -> None:
    title = made(sample(replace(YEAR, number=number)), 2022).blocks[0]
    assert isinstance(title, Heading)
    assert title.level == level


def test_the_header_marks_a_draft_with_day_and_version_when_asked() -> None:
    assert made(version="versie 3").header == "CONCEPT, 2\u00a0januari 2026, versie 3"
    assert made(draft_mark=False).header == ""
    assert made(state=State.FINAL).header == ""


def test_the_team_can_do_without_charts() -> None:
    assert not default_options(dossier_of([Settings(id="settings", charts=False)])).charts


# --- Pictures --------------------------------------------------------------------------------------------------------


def pictures(*records: Picture) -> list[PictureBlock]:
    return [one for one in made(sample(*records), 2022).blocks if isinstance(one, PictureBlock)]


def test_a_picture_has_its_caption_description_and_source() -> None:
    (found,) = pictures(replace(PLATE, source="eigen foto"))
    assert (found.caption.label, found.caption.number, found.caption.text) == ("Figuur", 1, "Plaat")
    assert (found.title, found.description, found.source) == ("Plaat", "Een lijn.", "eigen foto")
    assert (found.content, found.media_type, found.width, found.height) == (PNG, "image/png", 30, 20)
    assert not found.wide


def test_a_jpeg_and_a_broad_picture() -> None:
    (found,) = pictures(replace(PLATE, content=JPEG, width=1400, height=200))
    assert (found.media_type, found.wide) == ("image/jpeg", True)


def test_a_picture_without_words_is_described_by_its_title_or_its_portfolio() -> None:
    assert pictures(replace(PLATE, alt=""))[0].description == "Plaat"
    assert pictures(replace(PLATE, alt="", title=""))[0].description == "Afbeelding bij de portefeuille mensenhandel"


@pytest.mark.parametrize(
    "broken",
    [
        replace(PLATE, content=b""),
        replace(PLATE, content=PNG[:-9]),
        replace(PLATE, content=JPEG[:-2]),
        replace(PLATE, content=b"GIF89a"),
        replace(PLATE, width=0),
        replace(PLATE, height=-1),
    ],
)
def test_a_picture_that_cannot_be_shown_is_left_out(broken: Picture) -> None:
    assert pictures(broken) == []


def test_pictures_stand_after_the_text_and_before_the_boxes_in_their_order() -> None:
    box = CalloutRecord(id="kader", report_id=TRAFFICKING.id, title="Zo kan het")
    second = replace(PLATE, id="a", title="Tweede", position=Decimal(2))
    text = lines(made(sample(PLATE, second, box, answer("Tekst.")), 2022).blocks)
    start = text.index("Tekst.")
    assert text[start : start + 4] == ["Tekst.", "Figuur 3.4-1: Plaat", "Figuur 3.4-2: Tweede", "[Zo kan het | ]"]
