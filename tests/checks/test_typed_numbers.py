"""Typed numbers against the number bank, measured on sentences with and without a mistake (docs/controles.md)."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from riec_desktop.checks.findings import Finding
from riec_desktop.checks.number_text import typed_in
from riec_desktop.checks.place import TextPlace
from riec_desktop.checks.typed_numbers import typed_numbers
from riec_desktop.checks.walk import check
from riec_desktop.dossier.choices import OrganisationKind, Scope, SmallChoice
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.records import Answer, Indicator, IndicatorValue, Organisation, Record, ReportYear
from tests.helpers.sample import DELDEN, GOOR, SIGNALS, TRAFFICKING, answer, figure, sample

CORPUS = Path(__file__).parent / "corpus"
LEAST_FOUND, MOST_FALSE = 0.95, 0.05
PLANTED = re.compile(r"\[([^\]]+)\]")

REGIONS = tuple(
    Organisation(id=name.lower(), kind=OrganisationKind.RIEC, name=f"RIEC {name}", position=Decimal(at))
    for at, name in enumerate(("Limburg", "Rotterdam", "Oost-Nederland"), 10)
)
NATIONAL = (
    ("casussen", "casussen", "casus", 27, 31, 30),
    ("trainingen", "trainingen", "training", 38, 46, 40),
    ("deelnemers aan trainingen", "deelnemers", "deelnemer", 760, 912, None),
    ("analyseproducten", "producten", "product", 15, 18, 20),
    ("doorlooptijd", "dagen", "dag", 51, 42, None),
    ("aandeel gebruikte producten", "%", "", 78, 85, None),
    ("bestuurlijke rapportages", "rapportages", "rapportage", 58, 64, None),
    ("gemeenten in een programma", "gemeenten", "gemeente", 64, 77, None),
    ("controles", "controles", "controle", 1105, 1240, 1200),
    ("publicaties", "publicaties", "publicatie", 19, 22, None),
    ("bewustwordingssessies", "sessies", "sessie", 49, 58, None),
)
"""Name, unit, unit of one, the values of 2022 and 2023, and the target of 2023."""

REGIONAL = (
    ("signalen", "signalen", "signaal", ((80, 90, 61), (84, 97, 73)), 240),
    ("weerbaarheidsscans", "scans", "scan", ((9, 8, 11), (12, 9, 14)), None),
)
LAST, NOW = 2022, 2023


def national() -> list[Record]:
    made: list[Record] = []
    for name, unit, one, before, now, target in NATIONAL:
        indicator = Indicator(
            id=name.replace(" ", "-"), portfolio_id="portefeuille-a", name=name, unit=unit, unit_one=one
        )
        goal = None if target is None else Decimal(target)
        made += [
            indicator,
            figure(str(before), indicator, year=LAST),
            figure(str(now), indicator, year=NOW, target=goal),
        ]
    return made


def regional() -> list[Record]:
    made: list[Record] = []
    for name, unit, one, years, target in REGIONAL:
        indicator = Indicator(
            id=name, portfolio_id="portefeuille-a", name=name, unit=unit, unit_one=one, scope=Scope.ORGANISATION
        )
        made.append(indicator)
        for year, counts in zip((LAST, NOW), years, strict=True):
            for at, (region, count) in enumerate(zip(REGIONS, counts, strict=True)):
                goal = Decimal(target) if target and year == NOW and not at else None
                made.append(figure(str(count), indicator, region, year, target=goal))
    return made


@cache
def bank() -> Dossier:
    """The number bank that the sentences are about."""
    year = ReportYear(id="jaar", year=NOW, agenda_id="agenda")
    return sample(year, *REGIONS, *national(), *regional(), without=(GOOR, DELDEN))


def found_in(sentence: str) -> list[str]:
    """The numbers of a sentence that are noticed."""
    record = answer(sentence)
    place = TextPlace(
        dossier=bank(),
        year=NOW,
        record=record,
        spec=specs(Answer)["text"],
        text=record.text,
        plain=record.text,
        where="Portefeuille mensenhandel",
        report=TRAFFICKING,
    )
    return [one.words for one in typed_numbers(place)]


def sentences(name: str) -> list[str]:
    lines = (CORPUS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def planted() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Each sentence with a mistake, the mistakes in it, and what is found there."""
    return tuple(
        (one, frozenset(PLANTED.findall(one)), frozenset(found_in(PLANTED.sub(r"\1", one))))
        for one in sentences("getypte_cijfers_fout.txt")
    )


def missed() -> list[str]:
    return [one for one, mistakes, found in planted() if not mistakes <= found]


def wrongly_blamed() -> list[str]:
    return [one for one, mistakes, found in planted() if found - mistakes]


@cache
def blamed_without_reason() -> tuple[str, ...]:
    return tuple(one for one in sentences("getypte_cijfers_goed.txt") if found_in(one))


def test_nearly_every_planted_mistake_is_found() -> None:
    assert len(planted()) >= 200
    assert 1 - len(missed()) / len(planted()) >= LEAST_FOUND, missed()


def test_right_numbers_beside_a_mistake_are_left_alone() -> None:
    assert len(wrongly_blamed()) / len(planted()) <= MOST_FALSE, wrongly_blamed()


def test_hardly_any_right_sentence_is_noticed() -> None:
    right = sentences("getypte_cijfers_goed.txt")
    assert len(right) >= 200
    assert len(blamed_without_reason()) / len(right) <= MOST_FALSE, blamed_without_reason()


def measured(count: int, of: int, word: str) -> str:
    """'201 gevonden (98,5 %)'."""
    return f"{count}{word} ({100 * count / of:.1f} %)".replace(".", ",")


def test_the_table_in_the_docs_is_what_was_measured() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "controles.md").read_text(encoding="utf-8")
    wrong, right = len(planted()), len(sentences("getypte_cijfers_goed.txt"))
    for row in (
        f"| met een fout erin | {wrong} | {measured(wrong - len(missed()), wrong, ' gevonden')} |",
        f"| daarvan: een goed getal fout genoemd | {wrong} | {measured(len(wrongly_blamed()), wrong, '')} |",
        f"| zonder fout | {right} | {measured(len(blamed_without_reason()), right, ' gemeld')} |",
    ):
        assert row in docs


# --- What is said and mended -----------------------------------------------------------------------------------------


def noticed(text: str, *records: Record, code: str = "number.typed") -> list[Finding]:
    return [one for one in check(dossier_with(text, *records), NOW) if one.code == code]


def dossier_with(text: str, *records: Record) -> Dossier:
    return sample(*bank().records(), answer(text), *records, without=(GOOR, DELDEN))


def test_the_finding_has_the_sentence_the_value_and_a_button_that_links_it() -> None:
    text = "Een _druk_ jaar. In 2023 kwamen er **245** signalen binnen, en {cijfer:casussen} casussen."
    (found,) = noticed(text)
    assert "‘In 2023 kwamen er 245 signalen binnen" in found.sentence
    assert "245, maar het cijfer ‘signalen’ is 254" in found.sentence
    (repair,) = found.repairs
    assert repair.title == "Koppel het cijfer: 254"
    mended = applied(dossier_with(text), repair.changes)
    assert mended.all(Answer)[0].text == (
        "Een _druk_ jaar. In 2023 kwamen er **{cijfer:signalen}** signalen binnen, en {cijfer:casussen} casussen."
    )
    assert not [one for one in check(mended, NOW) if one.code == "number.typed"]


def test_the_link_is_to_the_organisation_and_the_year_that_the_sentence_is_about() -> None:
    (found,) = noticed("In 2022 kreeg RIEC Limburg 48 signalen.")
    (repair,) = found.repairs
    mended = applied(dossier_with("In 2022 kreeg RIEC Limburg 48 signalen."), repair.changes)
    assert "{cijfer:signalen;jaar=2022;organisatie=limburg}" in mended.all(Answer)[0].text
    assert "het cijfer ‘signalen’ van RIEC Limburg in 2022 is 80" in found.sentence


def test_a_number_in_a_second_paragraph_or_an_item_is_mended_where_it_stands() -> None:
    text = "Er waren 254 signalen.\n\n- Er waren 245 signalen.\n- Er waren 31 casussen."
    (found,) = noticed(text)
    mended = applied(dossier_with(text), found.repairs[0].changes)
    assert mended.all(Answer)[0].text == (
        "Er waren 254 signalen.\n\n- Er waren {cijfer:signalen} signalen.\n- Er waren 31 casussen."
    )


def test_a_linked_number_is_never_taken_for_a_typed_one() -> None:
    assert not noticed("Er waren {cijfer:signalen;jaar=2022} signalen en {aantal:activiteiten} casussen.")


def test_without_a_value_nothing_is_compared() -> None:
    empty = replace(SIGNALS, id="meldingen", name="meldingen", unit="meldingen", unit_one="melding")
    assert not noticed("Er waren 12 meldingen.", empty)


def test_a_small_count_that_is_hidden_may_not_be_typed_either() -> None:
    one = replace(SIGNALS, id="scans-klein", name="zorgmeldingen", unit="zorgmeldingen", small_numbers=True)
    hidden = replace(one, small_choice=SmallChoice.BELOW)
    values: list[IndicatorValue] = [
        figure(str(count), hidden, region, NOW) for region, count in zip(REGIONS, (3, 20, 30), strict=True)
    ]
    text = "RIEC Limburg kreeg 3 zorgmeldingen."
    (found,) = [each for each in noticed(text, hidden, *values, code="figure.small") if each.kind is Answer]
    assert "een klein aantal dat u verder niet toont" in found.sentence
    mended = applied(dossier_with(text, hidden, *values), found.repairs[0].changes)
    assert "{cijfer:scans-klein;organisatie=limburg}" in mended.all(Answer)[0].text
    shown = replace(one, small_choice=SmallChoice.SHOW)
    assert not [each for each in noticed(text, shown, *values, code="figure.small") if each.kind is Answer]


GIVEN_AWAY = (
    ("Er waren 53 zorgmeldingen, waarvan 3 uit Limburg.", "3"),
    ("Zorgmeldingen: Limburg (3).", "3"),
    ("Van de zorgmeldingen kwam 6 procent uit RIEC Limburg.", "6 procent"),
    ("RIEC Limburg had 6 zorgmeldingen minder dan vorig jaar.", "6"),
    ("RIEC Limburg haalde met de zorgmeldingen 50 procent van het doel.", "50 procent"),
    ("Er waren 53 zorgmeldingen.", ""),
    ("RIEC Limburg hield 3 sessies over zorgmeldingen.", ""),
)


@pytest.mark.parametrize(("text", "words"), GIVEN_AWAY)
def test_nor_what_a_hidden_count_can_be_computed_from(text: str, words: str) -> None:
    hidden = replace(SIGNALS, id="klein", name="zorgmeldingen", unit="zorgmeldingen", small_numbers=True)
    hidden = replace(hidden, small_choice=SmallChoice.BELOW)
    now = [figure(str(n), hidden, one, NOW, target=Decimal(6)) for one, n in zip(REGIONS, (3, 20, 30), strict=True)]
    last = [figure(str(n), hidden, one, LAST) for one, n in zip(REGIONS, (9, 20, 30), strict=True)]
    found = [each.words for each in noticed(text, hidden, *now, *last, code="figure.small") if each.kind is Answer]
    assert found == ([words] if words else [])


def test_a_total_that_is_hidden_may_not_be_typed_either() -> None:
    hidden = replace(SIGNALS, id="klein", name="zorgmeldingen", unit="zorgmeldingen", small_numbers=True)
    hidden = replace(hidden, small_choice=SmallChoice.BELOW)
    values = [figure("1", hidden, one, NOW) for one in REGIONS]
    found = noticed("Er waren 3 zorgmeldingen.", hidden, *values, code="figure.small")
    assert [each.words for each in found if each.kind is Answer] == ["3"]


# --- Which numbers are amounts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("Er waren 1.234 signalen, 12,5 % meer.", ["1234", "12.5"]),
        ("Er waren 1 234 signalen.", ["1234"]),
        ("Het waren er twaalf, of één.", ["12", "1"]),
        ("In 2023, op 3 maart 2023 en op 3-3-2023.", []),
        ("Artikel 13b, lid 2, tabel 3.4-1, de 2de en 3e keer.", []),
        ("Een boete van € 500 en nr. 12.", []),
        ("Een 12-jarige en 10-15 signalen.", []),
        ("Tweede en vierde.", []),
        ("Er waren 2023 signalen.", ["2023"]),
    ],
)
def test_years_days_labels_and_money_are_no_amounts(sentence: str, amounts: list[str]) -> None:
    assert [str(one.value) for one in typed_in(sentence)] == amounts
