"""What every kind of linked number prints: plain, in words, hidden, unknown, and watched."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.choices import ActivityState, MissingReason, PortfolioStatus, SmallChoice
from riec_desktop.dossier.linked import Counted, LinkedCount, LinkedNumber, Measure, Number, watchable
from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.records import Activity, Callout
from riec_desktop.dossier.richtext import BlockKind, RichBlock, Run, linked_numbers, match_token
from riec_desktop.figures.shown import has_changed, linked_text
from tests.helpers.sample import (
    DELDEN,
    GOOR,
    POLICE,
    RESILIENCE,
    SIGNALS,
    TRAFFICKING,
    TRAININGS,
    figure,
    sample,
)

NBSP = "\u00a0"
ONE = replace(SIGNALS, unit_one="signaal")
DOSSIER = sample(
    ONE,
    figure("1000", ONE, GOOR, target=Decimal(900)),
    figure("234", ONE, DELDEN, target=Decimal(400)),
    figure("1", ONE, GOOR, 2021),
    figure("0", ONE, GOOR, 2020),
    figure(None, ONE, GOOR, 2019, missing=MissingReason.NOT_DELIVERED),
    figure(None, ONE, GOOR, 2018, missing=MissingReason.UNKNOWN),
)


@pytest.mark.parametrize(
    ("linked", "text"),
    [
        (LinkedNumber("signalen", measure=Measure.PREVIOUS), "1"),
        (LinkedNumber("signalen", measure=Measure.CHANGE), "+1.233"),
        (LinkedNumber("signalen", year=2021, measure=Measure.CHANGE), "+1"),
        (LinkedNumber("signalen", measure=Measure.PERCENTAGE), f"+123.300{NBSP}%"),
        (LinkedNumber("signalen", measure=Measure.REACHED), f"95{NBSP}%"),
        (LinkedNumber("signalen", organisation_id="delden", measure=Measure.CHANGE), "–"),
        (LinkedNumber("signalen", in_words=True), f"1.234{NBSP}signalen"),
        (LinkedNumber("signalen", year=2021, in_words=True), "één signaal"),
        (LinkedNumber("signalen", year=2020, in_words=True), "geen signalen"),
        (LinkedNumber("signalen", 2019, "goor", in_words=True), "niet geleverd"),
        (LinkedNumber("signalen", year=2018, in_words=True), "nog niet bekend"),
        (LinkedNumber("signalen", year=2017, in_words=True), "nog niet bekend"),
        (LinkedNumber("signalen", measure=Measure.DIFFERENCE, in_words=True), "66 minder"),
        (LinkedNumber("signalen", measure=Measure.CHANGE, in_words=True), "1.233 meer"),
        (LinkedNumber("signalen", measure=Measure.PERCENTAGE, in_words=True), f"123.300{NBSP}% meer"),
        (LinkedNumber("signalen", measure=Measure.REACHED, in_words=True), f"95{NBSP}%"),
        (LinkedNumber("signalen", measure=Measure.TARGET, in_words=True), f"1.300{NBSP}signalen"),
    ],
)
def test_a_linked_number_prints_what_it_measures(linked: LinkedNumber, text: str) -> None:
    assert linked_text(DOSSIER, linked, 2022) == text


def test_the_same_as_last_year_is_said_so() -> None:
    dossier = sample(TRAININGS, figure("4", TRAININGS), figure("4", TRAININGS, year=2021))
    same = LinkedNumber("trainingen", measure=Measure.CHANGE, in_words=True)
    assert linked_text(dossier, same, 2022) == "evenveel"


def test_a_unit_without_a_word_for_one_thing_keeps_the_other() -> None:
    dossier = sample(TRAININGS, figure("1", TRAININGS))
    assert linked_text(dossier, LinkedNumber("trainingen", in_words=True), 2022) == "één trainingen"


@pytest.mark.parametrize(
    ("choice", "plain", "words"),
    [
        (SmallChoice.BELOW, "<5", f"minder dan 5{NBSP}signalen"),
        (SmallChoice.LEAVE_OUT, "niet getoond", "niet getoond"),
        (SmallChoice.SHOW, "3", f"3{NBSP}signalen"),
    ],
)
def test_a_small_count_is_hidden_in_a_sentence_too(choice: SmallChoice, plain: str, words: str) -> None:
    one = replace(SIGNALS, small_numbers=True, small_choice=choice)
    dossier = sample(one, figure("3", one, GOOR, target=Decimal(2)), figure("40", one, DELDEN))
    assert linked_text(dossier, LinkedNumber("signalen", organisation_id="goor"), 2022) == plain
    assert linked_text(dossier, LinkedNumber("signalen", organisation_id="goor", in_words=True), 2022) == words
    assert linked_text(dossier, LinkedNumber("signalen"), 2022) == "43"


def test_no_measure_gives_a_hidden_count_away() -> None:
    one = replace(SIGNALS, small_numbers=True, small_choice=SmallChoice.BELOW)
    known = figure("3", one, GOOR, target=Decimal(2))
    dossier = sample(one, known, figure("40", one, DELDEN), figure("9", one, GOOR, 2021))
    for measure in set(Measure) - {Measure.TARGET, Measure.PREVIOUS}:
        assert linked_text(dossier, LinkedNumber("signalen", None, "goor", measure), 2022) == "<5"
        assert "3" not in linked_text(dossier, LinkedNumber("signalen", None, "goor", measure, in_words=True), 2022)


# --- Counts ----------------------------------------------------------------------------------------------------------

BUSY = sample(
    replace(TRAFFICKING, organisation_ids=("goor",), partner_ids=("politie",)),
    Activity(id="a1", report_id="verslag-a", state=ActivityState.DONE, organisation_ids=("delden",)),
    Activity(id="a2", report_id="verslag-a", partner_ids=(POLICE.id,)),
    Activity(id="a3", report_id="verslag-c"),
    Callout(id="k1", report_id="verslag-a", organisation_ids=("goor",)),
)


@pytest.mark.parametrize(
    ("linked", "text"),
    [
        (LinkedCount(Counted.PORTFOLIOS), "3"),
        (LinkedCount(Counted.RUNNING), "2"),
        (LinkedCount(Counted.RUNNING, organisation_id="goor"), "1"),
        (LinkedCount(Counted.REGIONS), "2"),
        (LinkedCount(Counted.REGIONS, portfolio_id="portefeuille-a"), "2"),
        (LinkedCount(Counted.REGIONS, portfolio_id="portefeuille-c"), "0"),
        (LinkedCount(Counted.ACTIVITIES), "3"),
        (LinkedCount(Counted.ACTIVITIES, portfolio_id="portefeuille-a"), "2"),
        (LinkedCount(Counted.ACTIVITIES, organisation_id="delden"), "1"),
        (LinkedCount(Counted.FINISHED), "1"),
        (LinkedCount(Counted.CALLOUTS), "1"),
        (LinkedCount(Counted.PARTNERS), "1"),
        (LinkedCount(Counted.GOALS), "2"),
        (LinkedCount(Counted.ACTIVITIES, year=2019), "–"),
        (LinkedCount(Counted.ACTIVITIES, year=2019, in_words=True), "nog niet bekend"),
        (LinkedCount(Counted.FINISHED, in_words=True), "één afgeronde activiteit"),
        (LinkedCount(Counted.ACTIVITIES, in_words=True), f"3{NBSP}activiteiten"),
        (LinkedCount(Counted.CALLOUTS, portfolio_id="portefeuille-c", in_words=True), "geen kaderteksten"),
    ],
)
def test_a_linked_count_counts_what_the_year_has(linked: LinkedCount, text: str) -> None:
    assert linked_text(BUSY, linked, 2022) == text


def test_a_portfolio_that_stopped_does_not_run() -> None:
    dossier = sample(replace(RESILIENCE, status=PortfolioStatus.STOPPED))
    assert linked_text(dossier, LinkedCount(Counted.RUNNING), 2022) == "1"


# --- Spelling --------------------------------------------------------------------------------------------------------

IDS = st.from_regex(r"[A-Za-z0-9-]{1,20}", fullmatch=True)
YEARS = st.none() | st.integers(1000, 9999)
WATCHED = st.none() | st.text(max_size=80).map(watchable)
NUMBERS = st.builds(
    LinkedNumber, IDS, YEARS, st.none() | IDS, st.sampled_from(Measure), st.booleans(), WATCHED
) | st.builds(LinkedCount, st.sampled_from(Counted), YEARS, st.none() | IDS, st.none() | IDS, st.booleans(), WATCHED)


@given(NUMBERS)
def test_a_spelled_number_is_read_back_as_it_was(linked: Number) -> None:
    token = linked.token()
    assert match_token(token) == (linked, len(token))
    block = RichBlock(BlockKind.PARAGRAPH, (Run("Er waren "), Run(linked=linked), Run(" in *totaal*.")))
    assert list(linked_numbers(parse(write((block,))))) == [linked]


# --- Watched ---------------------------------------------------------------------------------------------------------


def test_a_watched_number_tells_when_it_prints_something_else() -> None:
    linked = LinkedNumber("signalen", watched="1.234")
    assert not has_changed(DOSSIER, linked, 2022)
    assert has_changed(sample(*DOSSIER.records(), figure("1", ONE, GOOR)), linked, 2022)
    assert not has_changed(DOSSIER, LinkedNumber("signalen"), 2022)


def test_what_is_watched_is_compared_as_a_text_can_carry_it() -> None:
    words = LinkedNumber("signalen", in_words=True)
    printed = linked_text(DOSSIER, words, 2022)
    assert not has_changed(DOSSIER, replace(words, watched=watchable(printed)), 2022)
