"""Words are found as a person reads them: over all years, through bold and links, with what stands around them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Comment,
    ContributionForm,
    Organisation,
    PortfolioReport,
    ReportYear,
)
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.search import AROUND, Bound, Hit, Query, linked_spans, readable, search, searched_fields
from tests.helpers.sample import (
    GOOR,
    RESILIENCE,
    RESULTS,
    SIGNALS,
    TRAFFICKING,
    TRAININGS,
    YEAR,
    answer,
    figure,
    sample,
)
from tests.helpers.strategies import dossiers

EARLIER = ReportYear(id="eerder", year=2021, state=YearState.CLOSED)
EARLIER_REPORT = replace(TRAFFICKING, id="verslag-eerder", year_id="eerder")


def found(dossier: Dossier, text: str, *, whole_word: bool = False, capitals: bool = False) -> list[str]:
    query = Query(text=text, whole_word=whole_word, capitals=capitals)
    return [hit.words for hit in search(dossier, query)]


def one_hit(text: str, words: str) -> Hit:
    hits = search(sample(answer(text)), Query(text=words))
    assert len(hits) == 1
    return hits[0]


def test_small_and_capital_letters_are_alike_unless_asked_otherwise() -> None:
    dossier = sample(answer("Delen is leren, DELEN is doen."))
    assert found(dossier, "delen") == ["Delen", "DELEN", "delen"]
    assert found(dossier, "DELEN", capitals=True) == ["DELEN"]


def test_a_whole_word_is_no_part_of_a_longer_one() -> None:
    dossier = sample(answer("Zaak, zaken en rechtszaak: een zaak."))
    assert found(dossier, "zaak", whole_word=True) == ["Zaak", "zaak"]
    assert len(found(dossier, "zaak")) == 3


def test_bold_in_the_middle_of_a_word_hides_nothing() -> None:
    hit = one_hit("Veel **signa**len van [buiten](https://example.org/a) kwamen.", "signalen van buiten")
    assert (hit.before, hit.words, hit.after) == ("Veel ", "signalen van buiten", " kwamen.")


def test_addresses_and_marks_are_not_read() -> None:
    dossier = sample(answer("Een [koppeling](https://example.org/geheim) en **vet**."))
    assert found(dossier, "geheim") == []
    assert found(dossier, "**") == []


def test_words_of_the_query_may_stand_apart_but_on_one_line() -> None:
    dossier = sample(answer("zware  zaken\n\nzware\n\nzaken"))
    assert found(dossier, " zware zaken ") == ["zware  zaken"]


def test_typed_quotes_find_what_word_made_of_them() -> None:
    assert found(sample(answer("Zo’n „zaak” in regio’s.")), 'zo\'n "zaak"') == ["Zo’n „zaak”"]


def test_signs_are_signs_and_no_pattern() -> None:
    assert found(sample(answer("Wat (nu)? Alles.")), "(nu)?") == ["(nu)?"]


@pytest.mark.parametrize("empty", ["", "   ", "\n"])
def test_nothing_is_found_without_words(empty: str) -> None:
    assert search(sample(answer("tekst")), Query(text=empty)) == ()


def test_lists_are_searched_by_what_they_read_as() -> None:
    hit = one_hit("- een\n- twee\n    - drie", "drie")
    assert (hit.start, hit.end) == (9, 13)


def test_what_stands_around_is_cut_at_a_word() -> None:
    hit = one_hit(f"{'voor ' * 30}midden{' achter' * 30}", "midden")
    assert hit.before.startswith("…voor ")
    assert hit.after.endswith(" achter…")
    assert max(len(hit.before), len(hit.after)) <= AROUND + 1


def test_a_linked_number_is_found_by_what_it_prints_and_stays_whole() -> None:
    dossier = sample(TRAININGS, figure("1234", TRAININGS), answer("Wij gaven {cijfer:trainingen} trainingen in 1234."))
    hits = search(dossier, Query(text="1234"))
    assert [hit.bound for hit in hits] == [Bound.FREE]
    printed = search(dossier, Query(text="gaven 1.234"))
    assert [hit.bound for hit in printed] == [Bound.LINKED]


def test_a_reference_is_found_by_its_words() -> None:
    hits = search(sample(answer("Zie {zie:portefeuille;verslag-c}.")), Query(text="weerbaarheid", year_id="jaar"))
    assert [(hit.field, hit.bound) for hit in hits] == [("text", Bound.LINKED)]


def test_closed_years_are_found_and_told_as_closed() -> None:
    dossier = sample(EARLIER, EARLIER_REPORT, answer("Oud woord.", EARLIER_REPORT), answer("Nieuw woord."))
    assert [(hit.year_id, hit.bound) for hit in search(dossier, Query(text="woord"))] == [
        ("jaar", Bound.FREE),
        ("eerder", Bound.CLOSED),
    ]


def test_one_year_leaves_out_the_others_and_what_belongs_to_none() -> None:
    dossier = sample(EARLIER, EARLIER_REPORT, answer("Goor", EARLIER_REPORT), answer("In Goor."))
    assert {hit.year_id for hit in search(dossier, Query(text="goor"))} == {"jaar", "eerder", ""}
    assert {hit.year_id for hit in search(dossier, Query(text="goor", year_id="eerder"))} == {"eerder"}


def test_hits_come_in_the_order_of_the_chapter() -> None:
    activity = Activity(id="a", report_id=TRAFFICKING.id, title="woord")
    dossier = sample(
        replace(YEAR, opening="woord"),
        answer("woord", RESILIENCE),
        answer("woord", TRAFFICKING, RESULTS),
        answer("woord en woord", TRAFFICKING),
        activity,
    )
    places = [(hit.record_id, hit.start) for hit in search(dossier, Query(text="woord"))]
    assert places == [
        ("jaar", 0),
        ("verslag-a-context", 0),
        ("verslag-a-context", 9),
        ("verslag-a-resultaten", 0),
        ("a", 0),
        ("verslag-c-context", 0),
    ]


def test_other_spellings_of_a_name_are_read_line_by_line() -> None:
    organisation = Organisation(id="o", name="RIEC X", aliases=("riec-x", "het x van xx"))
    hits = search(dossier_of([organisation]), Query(text="x", whole_word=True))
    assert [(hit.field, hit.before, hit.words) for hit in hits] == [
        ("name", "RIEC ", "X"),
        ("aliases", "riec-", "x"),
        ("aliases", "het ", "x"),
    ]


def test_of_a_remark_only_its_text_is_read() -> None:
    remark = Comment(id="c", kind="Answer", record_id="Answer", field="text", text="Answer?", author="Answer")
    assert [hit.field for hit in search(dossier_of([remark]), Query(text="answer"))] == ["text"]


def test_what_was_sent_is_not_searched() -> None:
    assert search(dossier_of([ContributionForm(id="f", recipient="Anja")]), Query(text="anja")) == ()


def test_a_search_stops_when_there_is_too_much_to_read() -> None:
    assert len(search(sample(answer("a " * 50)), Query(text="a", whole_word=True), most=7)) == 7


def test_the_example_is_searched_over_all_its_years() -> None:
    dossier = example_dossier()
    years = {hit.year_id for hit in search(dossier, Query(text="mensenhandel"))}
    assert years == {"", *(one.id for one in dossier.all(ReportYear))}


def test_nothing_is_read_where_a_record_is_gone() -> None:
    lonely = Answer(id="x", report_id="weg", text="{cijfer:weg} woord")
    assert [hit.year_id for hit in search(dossier_of([lonely]), Query(text="woord"))] == [""]


@given(dossiers(), st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=3))
def test_every_hit_says_truly_what_stands_there(dossier: Dossier, text: str) -> None:
    for hit in search(dossier, Query(text=text)):
        record = dossier.get(hit.kind, hit.record_id)
        assert record is not None
        assert readable(dossier, record, specs(hit.kind)[hit.field])[hit.start : hit.end] == hit.words


@given(dossiers())
def test_every_text_of_every_record_is_found_by_a_word_of_it(dossier: Dossier) -> None:
    for record in dossier.records():
        for spec in searched_fields(type(record)):
            words = readable(dossier, record, spec).split()
            hits = search(dossier, Query(text=words[0], capitals=True), most=10_000) if words else ()
            assert not words or any((hit.record_id, hit.field) == (record.id, spec.name) for hit in hits)


def test_only_rich_texts_have_linked_spans() -> None:
    record = PortfolioReport(id="r", client="{cijfer:signalen}")
    assert list(linked_spans(dossier_of([record]), record, specs(PortfolioReport)["client"])) == []
    linked = answer("Van {cijfer:signalen} tot {cijfer:signalen}.")
    dossier = sample(SIGNALS, figure("12", SIGNALS, GOOR), linked)
    assert list(linked_spans(dossier, linked, specs(Answer)["text"])) == [(4, 6), (11, 13)]
