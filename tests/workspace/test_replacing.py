"""Words are replaced where they stand: looks, linked numbers, references and closed years stay as they are."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.closed import closed_year
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import Answer, Organisation, Programme, ReportYear
from riec_desktop.dossier.richtext import cross_references, linked_numbers
from riec_desktop.workspace.replacing import new_words, replaced
from riec_desktop.workspace.search import Bound, Query, search
from tests.helpers.sample import TRAFFICKING, TRAININGS, answer, figure, sample
from tests.helpers.strategies import dossiers


def after(dossier: Dossier, old: str, new: str) -> Dossier:
    return applied(dossier, replaced(dossier, search(dossier, Query(text=old)), new, capitals=False))


def text_after(text: str, old: str, new: str) -> str:
    dossier = sample(TRAININGS, figure("1234", TRAININGS), answer(text))
    return after(dossier, old, new).all(Answer)[0].text


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("Een zaak is een zaak.", "zaak", "casus", "Een casus is een casus."),
        ("Een **grote zaak** hier.", "zaak", "casus", "Een **grote casus** hier."),
        ("Een **za**ak hier.", "zaak", "casus", "Een **casus** hier."),
        ("[Deze zaak](https://example.org/zaak)", "zaak", "casus", "[Deze casus](https://example.org/zaak)"),
        ("- zaak\n- nog een zaak", "zaak", "casus", "- casus\n- nog een casus"),
        ("Eén zaak.\n\nTwee zaken.", "zaak", "", "Eén .\n\nTwee zaken."),
        ("zaak\n\nrest", "zaak", "", "rest"),
        ("Zaak, ZAAK en zaak", "zaak", "casus", "Casus, CASUS en casus"),
        ("zaak", "zaak", "*_[x](y) {cijfer:trainingen}", r"\*\_\[x\](y) \{cijfer:trainingen}"),
        ("zaakzaak", "zaak", "zaakzaak", "zaakzaakzaakzaak"),
        ("Wij gaven {cijfer:trainingen} keer les.", "1.234", "veel", "Wij gaven {cijfer:trainingen} keer les."),
        ("Wij gaven {cijfer:trainingen} keer les.", "gaven 1.234", "x", "Wij gaven {cijfer:trainingen} keer les."),
        ("Na {cijfer:trainingen} een zaak.", "zaak", "casus", "Na {cijfer:trainingen} een casus."),
        ("Zie {zie:doel;samenleving} en samenleving.", "samenleving", "staat", "Zie {zie:doel;samenleving} en staat."),
    ],
)
def test_a_text_after_replacing(text: str, old: str, new: str, expected: str) -> None:
    assert text_after(text, old, new) == expected


@pytest.mark.parametrize(
    ("words", "new", "capitals", "expected"),
    [
        ("zaak", "casus", False, "casus"),
        ("Zaak", "casus", False, "Casus"),
        ("ZAAK", "casus", False, "CASUS"),
        ("Zaak", "RIEC", False, "RIEC"),
        ("zaak", "Casus", False, "Casus"),
        ("Zaak", "casus", True, "casus"),
        ("Z", "y", False, "Y"),
        ("Zaak", "", False, ""),
    ],
)
def test_new_words_take_the_capitals_of_the_old_ones(words: str, new: str, capitals: bool, expected: str) -> None:
    assert new_words(words, new, capitals=capitals) == expected


def test_only_the_chosen_places_change() -> None:
    dossier = sample(answer("een een een"))
    hits = search(dossier, Query(text="een"))
    assert applied(dossier, replaced(dossier, hits[1:2], "twee", capitals=False)).all(Answer)[0].text == "een twee een"


def test_a_closed_year_stays_as_it_is() -> None:
    earlier = ReportYear(id="eerder", year=2021, state=YearState.CLOSED)
    report = replace(TRAFFICKING, id="verslag-eerder", year_id="eerder")
    dossier = sample(earlier, report, answer("oude zaak", report), answer("nieuwe zaak"))
    changes = replaced(dossier, search(dossier, Query(text="zaak")), "casus", capitals=False)
    assert closed_year(dossier, changes) is None
    texts = {one.text for one in applied(dossier, changes).all(Answer)}
    assert texts == {"oude zaak", "nieuwe casus"}


def test_plain_texts_and_lists_of_names_change_too() -> None:
    organisation = Organisation(id="o", name="RIEC Goor", aliases=("Goor", "riec-goor"))
    programme = Programme(id="p", focus="Regel een in Goor.\nRegel twee.")
    dossier = after(dossier_of([organisation, programme]), "goor", "delden")
    assert dossier.all(Organisation)[0].aliases == ("Delden", "riec-delden")
    assert dossier.all(Organisation)[0].name == "RIEC Delden"
    assert dossier.all(Programme)[0].focus == "Regel een in Delden.\nRegel twee."


def test_a_record_that_is_gone_is_passed_over() -> None:
    hits = search(sample(answer("zaak")), Query(text="zaak"))
    assert replaced(sample(), hits, "casus", capitals=False) == ()


@given(dossiers(), st.sampled_from(["e", "een", "zin", "t", "a", "regel"]))
def test_afterwards_the_old_words_stand_only_where_they_are_bound(dossier: Dossier, old: str) -> None:
    hits = search(dossier, Query(text=old), most=10_000)
    assume(hits)
    changed = applied(dossier, replaced(dossier, hits, "◊", capitals=False))
    left = search(changed, Query(text=old), most=10_000)
    assert all(hit.bound is not Bound.FREE for hit in left)


@given(dossiers())
def test_linked_numbers_and_references_stay_whole(dossier: Dossier) -> None:
    changed = after(dossier, "e", "x")
    for before in dossier.all(Answer):
        now = changed.get(Answer, before.id)
        assert now is not None
        assert list(linked_numbers(parse(now.text))) == list(linked_numbers(parse(before.text)))
        assert list(cross_references(parse(now.text))) == list(cross_references(parse(before.text)))
