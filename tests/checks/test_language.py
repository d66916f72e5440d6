"""The rules about names, years, language and typing: what each says, and what its repair makes of the text."""

from dataclasses import replace
from pathlib import Path

import pytest

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.kinds import KINDS, OPTIONAL, hidden_kinds, kind_of, reason_of, weighty, with_kind
from riec_desktop.checks.prose import prose, syllables, words
from riec_desktop.checks.readability import readability
from riec_desktop.checks.typing_rules import curly
from riec_desktop.checks.walk import check
from riec_desktop.checks.wordlist import read_words, shipped
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import apply_changes
from riec_desktop.dossier.choices import OrganisationKind, WordRuleKind
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.edits import set_value
from riec_desktop.dossier.records import Answer, Organisation, Record, WordRule
from tests.helpers.sample import PORTFOLIOS, RESULTS, TRAFFICKING, answer, sample

OLD = Organisation(id="oud", name="Inspectie Oud", last_year=2020)
NEW = Organisation(id="nieuw", name="Inspectie Nieuw", first_year=2021, follows_id="oud")
NORTH = Organisation(id="noord", kind=OrganisationKind.RIEC, name="RIEC Delden-Noord", aliases=("RIEC Noord",))


def with_text(text: str, *more: Record) -> Dossier:
    """The small dossier with this answer to the first question of the first portfolio."""
    return dossier_of([*sample().records(), answer(text, TRAFFICKING), OLD, NEW, *more])


def noticed(dossier: Dossier, code: str) -> list[Finding]:
    return [one for one in check(dossier, 2022) if one.code == code]


def only(dossier: Dossier, code: str) -> Finding:
    (found,) = noticed(dossier, code)
    return found


def repaired(dossier: Dossier, code: str, at: int = 0) -> str:
    """The answer after the repair of the only finding of this kind."""
    found = only(dossier, code)
    after = apply_changes(dossier, found.repairs[at].changes).dossier
    kept = after.get(Answer, found.record_id)
    assert kept is not None
    return kept.text


# --- Repairs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "text", "mended"),
    [
        ("names.year", "De **Inspectie Oud** hielp.", "De **Inspectie Nieuw** hielp."),
        ("names.alias", "Met RIEC Noord en weer RIEC Noord.", "Met RIEC Delden-Noord en weer RIEC Delden-Noord."),
        ("names.unknown", "Het hoofd van RIEC Delde-Noord.", "Het hoofd van RIEC Delden-Noord."),
        ("years.relative", "Volgend jaar meer.", "In 2023 meer."),
        ("years.relative", "Dit zijn de plannen voor het komende jaar.", "Dit zijn de plannen voor 2023."),
        ("years.relative", "Volgend jaar (2022) meer.", "In 2023 meer."),
        ("years.relative", "Dit jaar stond in het teken van leren.", "Het jaar 2022 stond in het teken van leren."),
        ("years.relative", "Dit jaar deed iedereen mee.", "In 2022 deed iedereen mee."),
        ("language.hard_word", "Tevens hielp de raad.", "Ook hielp de raad."),
        ("language.compound", "Zij legde bestuurs dwang op.", "Zij legde bestuursdwang op."),
        ("language.abbreviation", "Het OM en het OM.", "Het Openbaar Ministerie (OM) en het OM."),
        ("typing.spaces", "Een  twee , drie.", "Een twee, drie."),
        ("typing.quotes", '\'s Avonds zei hij "ja" en ‘nee’.', "’s Avonds zei hij “ja” en ‘nee’."),
        ("typing.heading", "**Onze aanpak**\n\nWe deden iets.", "Onze aanpak\n\nWe deden iets."),
        ("typing.list", "\\- een\n\n\\- twee\n\nEn dan.", "- een\n- twee\n\nEn dan."),
        ("typing.list", "1\\) een\n\n2\\) twee", "1. een\n2. twee"),
    ],
)
def test_a_repair_gives_the_text_that_was_meant(code: str, text: str, mended: str) -> None:
    assert repaired(with_text(text, NORTH), code) == mended


def test_after_a_repair_the_finding_is_gone() -> None:
    dossier = with_text("Een  twee , drie met Inspectie Oud.")
    for code in ("typing.spaces", "names.year"):
        dossier = apply_changes(dossier, only(dossier, code).repairs[0].changes).dossier
        assert noticed(dossier, code) == []


def test_a_hard_word_offers_every_plainer_one() -> None:
    found = only(with_text("Dit deden we middels een spel."), "language.hard_word")
    assert [one.title for one in found.repairs] == ["Vervang door ‘met’", "Vervang door ‘door’"]


def test_words_that_are_half_bold_are_noticed_and_left_to_the_person() -> None:
    assert only(with_text("De Inspectie **Oud** hielp."), "names.year").repairs == ()


# --- Names -----------------------------------------------------------------------------------------------------------


def test_a_name_of_another_year_says_until_when_and_what_it_is_now() -> None:
    found = only(with_text("Inspectie Oud hielp."), "names.year")
    assert found.severity is Severity.WARNING
    assert found.sentence.endswith("‘Inspectie Oud’ gold tot en met 2020. In 2022 heet het ‘Inspectie Nieuw’.")
    assert found.words == "Inspectie Oud"


def test_an_explained_old_name_is_fine() -> None:
    assert not noticed(with_text("Inspectie Nieuw (voorheen Inspectie Oud) hielp."), "names.year")


def test_the_old_name_of_a_portfolio_is_noticed_after_the_word() -> None:
    renamed = replace(PORTFOLIOS[0], name="mensenhandel en uitbuiting")
    then = replace(TRAFFICKING, name_then="mensenhandel")
    before = replace(TRAFFICKING, id="eerder", year_id="jaar-2021", name_then="uitbuiting")
    text = "De portefeuille uitbuiting liep door; uitbuiting blijft."
    found = only(with_text(text, renamed, then, before), "names.old")
    assert [one.title for one in found.repairs] == ["Vervang door ‘mensenhandel’"]


def test_a_riec_that_looks_like_no_other_is_told_without_a_guess() -> None:
    found = only(with_text("RIEC Maastricht hielp."), "names.unknown")
    assert found.repairs == ()
    assert "staat niet bij de organisaties" in found.sentence


# --- Years -----------------------------------------------------------------------------------------------------------


def test_an_answer_about_next_year_that_names_this_year_alone_is_an_old_text() -> None:
    asks = replace(RESULTS, promise=True)
    dossier = dossier_of([*sample().records(), asks, answer("In 2022 beginnen we.", TRAFFICKING, RESULTS)])
    assert repaired(dossier, "years.promise") == "In 2023 beginnen we."
    assert not noticed(with_text("In 2022 beginnen we."), "years.promise")


# --- Language --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dit is bijv. goed. En dat ook.", 2),
        ("Zie art. 13b. Dr. Jansen zei niets.", 2),
        ("- een punt\n- nog een punt", 2),
        ("Het kostte 3.500 euro. ‘Veel’, zei hij.", 2),
        ("O.a. Assen, d.w.z. het noorden, deed mee.", 1),
        ("", 0),
    ],
)
def test_text_is_split_into_sentences(text: str, count: int) -> None:
    assert len(prose(text).sentences) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("kaas", 1),
        ("haaien", 2),
        ("regio", 3),
        ("informatie", 4),
        ("financieel", 4),
        ("ondermijning", 4),
        ("bestuurlijke", 4),
        ("ijs", 1),
        ("coördinator", 5),
        ("leeuw", 1),
        ("nvwa", 1),
    ],
)
def test_syllables_are_counted_by_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_words_are_those_a_reader_counts() -> None:
    assert words("De RIEC’s, in- en uitstroom: 1.234,5 keer!") == (
        "De",
        "RIEC’s",
        "in",
        "en",
        "uitstroom",
        "1.234,5",
        "keer",
    )


def test_the_score_is_that_of_flesch_and_douma() -> None:
    found = readability(prose("De kat zit op de mat. De hond is bij de deur.").sentences)
    assert (found.words, found.mean) == (12, 6)
    assert found.score == pytest.approx(206.84 - 0.93 * 6 - 77 * 1)
    assert readability(()).score == 0


def test_a_hard_text_of_long_sentences_is_told_once_for_the_portfolio() -> None:
    hard = "Organisatieontwikkelingsverantwoordelijkheden beïnvloeden samenwerkingsverbandverplichtingen " * 4
    dossier = with_text(f"{hard.strip()}. " * 16)
    dossier = apply_changes(dossier, set_value(dossier, views.settings(dossier), "mean_sentence", 5)).dossier
    assert only(dossier, "language.mean_sentence").sentence.endswith("gemiddeld 12 woorden, meer dan 5.")
    assert only(dossier, "language.readability").report_id == TRAFFICKING.id
    assert not noticed(with_text(f"{hard.strip()}."), "language.readability")


def test_the_limits_for_sentences_are_those_of_the_team() -> None:
    text = "Wij zien dat het werk in de haven van Delden elk jaar weer wat groter wordt dan we dachten."
    chosen = views.settings(sample())
    assert not noticed(with_text(text), "language.long_sentence")
    assert (
        only(with_text(text, replace(chosen, long_sentence=10)), "language.long_sentence").words
        == "Wij zien dat het werk"
    )
    assert not noticed(with_text(text * 9, replace(chosen, long_sentence=0)), "language.long_sentence")


def test_several_long_sentences_are_one_finding() -> None:
    text = "Een twee drie vier vijf zes. Een twee drie vier vijf zes zeven. Kort."
    found = only(with_text(text, replace(views.settings(sample()), long_sentence=5)), "language.long_sentence")
    assert "2 zinnen hebben meer dan 5 woorden" in found.sentence
    assert found.sentence.count("7") == 1


def test_the_words_of_the_team_count_too() -> None:
    own = (
        WordRule(id="a", kind=WordRuleKind.HARD, text="doorontwikkelen", instead="verbeteren"),
        WordRule(id="b", kind=WordRuleKind.ABBREVIATION, text="ABC"),
        WordRule(id="c", kind=WordRuleKind.TERM, text="wijkveiligheidsplan"),
    )
    dossier = with_text("We gaan doorontwikkelen met de ABC en een wijkveiligheids plan.", *own)
    assert repaired(dossier, "language.hard_word").startswith("We gaan verbeteren")
    assert only(dossier, "language.compound").words == "wijkveiligheids plan"
    assert not noticed(dossier, "language.abbreviation")


def test_an_abbreviation_is_told_at_its_first_place_in_the_chapter_only() -> None:
    later = answer("Het OM kwam.", replace(TRAFFICKING, id="verslag-c"))
    found = only(with_text("Het OM hielp.", later), "language.abbreviation")
    assert found.record_id == answer("", TRAFFICKING).id
    assert not noticed(with_text("Het Openbaar Ministerie (OM) hielp.", later), "language.abbreviation")


def test_lists_of_words_are_read_and_one_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert shipped("moeilijke-woorden")["tevens"] == ("ook",)
    assert all(shipped(name) for name in ("moeilijke-woorden", "samenstellingen", "afkortingen"))
    assert read_words(tmp_path / "nergens.txt") == {}
    (tmp_path / "kapot.txt").write_bytes(b"\xff\xfe\x00")
    assert read_words(tmp_path / "kapot.txt") == {}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("'s avonds in '22", "’s avonds in ’22"),
        ('zo\'n "test"', "zo’n “test”"),
        ("('ja')", "(‘ja’)"),
        ("RIEC's", "RIEC’s"),
    ],
)
def test_marks_become_curly_in_the_right_direction(text: str, made: str) -> None:
    assert curly(text) == made


# --- Kinds -----------------------------------------------------------------------------------------------------------


def test_a_kind_that_the_team_does_not_want_is_not_shown_and_can_come_back() -> None:
    dossier = with_text("Tevens goed.")
    kind = kind_of(only(dossier, "language.hard_word"))
    without = apply_changes(dossier, with_kind(dossier, kind, wanted=False)).dossier
    assert not noticed(without, "language.hard_word")
    assert kind.code in hidden_kinds(without)
    again = apply_changes(without, with_kind(without, kind, wanted=True)).dossier
    assert noticed(again, "language.hard_word")


def test_what_is_needed_cannot_be_left_out() -> None:
    dossier = with_text("XXX", replace(views.settings(sample()), checks_off=("text.leftover", "answer.missing")))
    assert noticed(dossier, "text.leftover")
    assert noticed(dossier, "answer.missing")


def test_spelling_is_seen_only_by_who_asks_for_it() -> None:
    kind = next(one for one in KINDS if one.code == "language.spelling")
    assert kind.code in hidden_kinds(sample())
    asked = apply_changes(sample(), with_kind(sample(), kind, wanted=True)).dossier
    assert kind.code not in hidden_kinds(asked)
    assert kind.code in hidden_kinds(apply_changes(asked, with_kind(asked, kind, wanted=False)).dossier)


def test_every_kind_says_why_and_every_advice_can_be_left_out() -> None:
    assert all(one.title and one.reason for one in KINDS)
    assert all(one in OPTIONAL for one in KINDS if one.advice)
    assert all(reason_of(one) for one in check(with_text("Tevens  XXX volgend jaar."), 2022))


def test_advice_is_not_among_what_is_left_to_do() -> None:
    found = check(with_text("Tevens."), 2022)
    assert "language.hard_word" in {one.code for one in found} - {one.code for one in weighty(found)}


def test_the_letters_of_a_postcode_are_no_abbreviation() -> None:
    assert not noticed(with_text("Schrijf naar Postbus 1, 2500 BZ Den Haag."), "language.abbreviation")
    assert noticed(with_text("Overleg met BZ over dit thema."), "language.abbreviation")


def test_every_kind_stands_once_in_the_list() -> None:
    assert len({one.code for one in KINDS}) == len(KINDS)


def test_a_plainer_word_that_does_not_fit_is_told_and_no_button() -> None:
    found = only(with_text("Dat helpt om de kwaliteit te waarborgen."), "language.hard_word")
    assert "Gewoner is ‘zorgen voor’." in found.sentence
    assert not found.repairs


@pytest.mark.parametrize("text", ["Kamerstukken II, deel XII.", "Niveau AA van de norm.", "Met LTO Noord en het RIVM."])
def test_numerals_and_names_that_everybody_knows_are_no_abbreviations(text: str) -> None:
    assert not noticed(with_text(text), "language.abbreviation")
