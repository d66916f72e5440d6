"""Nobody can compute a hidden count: whatever it was, chapter, charts and workbook would be the very same.

Tried without the rules that hide: a dossier, and the same with another value for the hidden count that its reader may
hold possible. When both give the same bytes, everything in them together tells nothing of which of the two it was.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations, product

from hypothesis import example, given, settings
from hypothesis import strategies as st

from riec_desktop.chapter.blocks import State
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.dossier.choices import MissingReason, OrganisationKind, Scope, SmallChoice
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.linked import LinkedNumber, Measure
from riec_desktop.dossier.records import IndicatorValue, Organisation
from riec_desktop.figures.shielded import year_figures
from riec_desktop.paths import data_file
from riec_desktop.word import load_template, render_chapter
from riec_desktop.workspace.documents import overview
from tests.helpers.sample import DELDEN, GOOR, SIGNALS, YEAR, answer, figure, sample

LIMIT, MOST, TODAY = 5, 26, date(2026, 1, 2)
YEARS = (2020, 2021, 2022)
REGIONS = tuple(
    Organisation(id=f"r{at}", kind=OrganisationKind.RIEC, name=f"RIEC {at}", position=Decimal(at)) for at in range(3)
)
ALL_SHOWN = ChapterOptions(state=State.FINAL, annexes=True, charts=True, findings_shown=False)
CHOICES = (SmallChoice.BELOW, SmallChoice.MERGE, SmallChoice.LEAVE_OUT)
Counts = tuple[int | None, ...]
World = tuple[Counts, Counts, Counts]
"""The counts of the regions in each of the years."""


HOUSE = load_template(data_file("templates", "riec.docx"))


class Case:
    """A choice, which counts are confidential, and whether the national sum was recorded too."""

    def __init__(self, choice: SmallChoice, secret: frozenset[int], *, national: bool) -> None:
        self.indicator = replace(SIGNALS, small_numbers=True, small_choice=choice, scope=Scope.ORGANISATION)
        self.secret = secret
        self.national = national

    def dossier(self, world: World) -> Dossier:
        """The dossier of these counts, with a text that links to every number that there is."""
        values = [one for year, counts in zip(YEARS, world, strict=True) for one in self._values(counts, year)]
        return sample(self.indicator, *REGIONS, *values, answer(self._linked()), without=(GOOR, DELDEN))

    def _values(self, counts: Counts, year: int) -> Iterator[IndicatorValue]:
        for at, count in enumerate(counts):
            why = MissingReason.CONFIDENTIAL if at in self.secret else MissingReason.NONE
            written = None if count is None else str(count)
            yield figure(written, self.indicator, REGIONS[at], year, missing=why, target=Decimal(6))
        if self.national:
            yield figure(str(sum(count or 0 for count in counts)), self.indicator, None, year)

    def _linked(self) -> str:
        places = (None, *(one.id for one in REGIONS))
        numbers = (
            LinkedNumber(self.indicator.id, year, place, measure, in_words).token()
            for year, place, measure, in_words in product(YEARS, places, Measure, (False, True))
        )
        return "\n\n".join(numbers)

    def hidden(self, world: World) -> list[tuple[int, int]]:
        """Year and region of each count that is there and that no reader sees."""
        dossier = self.dossier(world)
        return [
            (at, region)
            for at, year in enumerate(YEARS)
            for region, part in enumerate(year_figures(dossier, self.indicator, year).parts)
            if world[at][region] is not None and part.figure.actual is None
        ]

    def must_hide(self, region: int, count: int | None) -> bool:
        """Whether a count is small or confidential."""
        return count is not None and (region in self.secret or 0 < count < LIMIT)


def changed(world: World, year: int, region: int, count: int) -> World:
    """The world with another count."""
    row = (*world[year][:region], count, *world[year][region + 1 :])
    first, second, third = (*world[:year], row, *world[year + 1 :])
    return first, second, third


def others(case: Case, world: World, year: int, region: int) -> Iterator[World]:
    """Worlds in which a hidden count is another one, with at most two other hidden counts of that year beside it."""
    beside = [at for when, at in case.hidden(world) if when == year and at != region]
    possible = range(MOST) if region in case.secret else range(1, LIMIT)
    for count in (one for one in possible if one != world[year][region]):
        start = changed(world, year, region, count)
        yield start
        for at, other in product(beside, range(MOST)):
            yield changed(start, year, at, other)
        for (one, two), (left, right) in product(combinations(beside, 2), product(range(1, 12), repeat=2)):
            yield changed(changed(start, year, one, left), year, two, right)


def figures_seen(case: Case, world: World) -> object:
    """What stands for each figure: quick, to find a world of which the documents may be the same."""
    dossier = case.dossier(world)
    found = (year_figures(dossier, case.indicator, year) for year in YEARS)
    return [(one.parts, one.total, one.found.get(None), one.together, one.together_count) for one in found]


def documents(dossier: Dossier) -> tuple[bytes, bytes]:
    """The chapter with its charts, and the workbook."""
    chapter = compose(dossier, YEAR, ALL_SHOWN, made_on=TODAY)
    return render_chapter(chapter, HOUSE), overview(dossier, 2022, TODAY, "")


COUNT = st.none() | st.integers(0, 4) | st.integers(0, 20)
WORLDS = st.tuples(*(st.tuples(*[COUNT] * len(REGIONS)) for _ in YEARS))
SECRETS = st.sampled_from((frozenset[int](), frozenset({0}), frozenset({1, 2})))
PLAIN: World = ((3, 8, 20), (1, 1, 1), (4, 12, 0))
GONE: World = ((8, 20, 20), (0, None, 6), (6, 6, 6))


@settings(max_examples=12, deadline=None)
@given(WORLDS, st.sampled_from(CHOICES), SECRETS, st.booleans())
@example(PLAIN, SmallChoice.BELOW, frozenset[int](), False)
@example(PLAIN, SmallChoice.MERGE, frozenset[int](), True)
@example(GONE, SmallChoice.LEAVE_OUT, frozenset({0}), True)
def test_every_document_is_the_same_with_another_value_for_a_hidden_count(
    world: World, choice: SmallChoice, secret: frozenset[int], national: bool
) -> None:
    case = Case(choice, secret, national=national)
    hidden, made = case.hidden(world), documents(case.dossier(world))
    seen = figures_seen(case, world)
    for year, region in product(range(len(YEARS)), range(len(REGIONS))):
        if not case.must_hide(region, world[year][region]):
            continue
        assert (year, region) in hidden
        alike = next((one for one in others(case, world, year, region) if figures_seen(case, one) == seen), None)
        assert alike is not None, f"{world} tells the count of region {region} in {YEARS[year]}"
        assert documents(case.dossier(alike)) == made


def test_the_documents_do_tell_what_is_shown() -> None:
    shown = Case(SmallChoice.SHOW, frozenset(), national=False)
    other = changed(PLAIN, 2, 0, 3)
    assert documents(shown.dossier(PLAIN)) != documents(shown.dossier(other))
