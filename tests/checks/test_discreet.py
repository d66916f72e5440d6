"""What findings say can be printed by anybody: nothing that points to a person stands in a sentence in clear."""

from dataclasses import replace

import pytest

from riec_desktop.checks.discreet import masked_in, without_cut_numbers
from riec_desktop.checks.secret_names import secret
from riec_desktop.dossier.choices import ReviewState, WordRuleKind
from riec_desktop.dossier.records import Activity, Callout, Comment, Record, WordRule
from riec_desktop.workspace.gate import look
from tests.helpers.sample import SIGNALS, TRAFFICKING, answer, figure, sample

NAMES = (
    WordRule(id="w1", kind=WordRuleKind.NAME, text="operatie Zilverreiger"),
    WordRule(id="w2", kind=WordRuleKind.NAME, text=secret("Roodborst", "zout")),
)
HITS = (
    *("06-12345678", "jan.verklikker@politie.nl", "NL91 ABNA 0417 1643 00", "de heer Verklikker", "12-AB-34"),
    *("A.B. Verklikker", "3511 AB 12", "Kerkstraat 12a", "operatie Zilverreiger", "Roodborst"),
)
PARTS = ("12345678", "verklikker", "0417", "12-AB", "3511", "Kerkstraat", "Zilverreiger", "Roodborst")
"""What nobody may read of them."""
LONG = "die in alle regio's samen met alle partners en met veel geduld zijn onderzocht en daarna ook zijn besproken"


def sentences(*records: Record) -> str:
    """Everything that is noticed in a dossier with these, and with a name and a secret one to look for."""
    gate = look(sample(SIGNALS, figure("9", SIGNALS), *NAMES, *records), 2022)
    return "\n".join(one.sentence for one in (*gate.blocking, *gate.asked, *gate.advice))


TEXTS = (
    "Bel {hit}  nu. XXX",
    "{hit} en vijf, zes of zeven signalen " + LONG + " in het jaar 2022.",
    "In het jaar 2022 waren er 9999 signalen van {hit} " + LONG + ".",
    "**{hit} hielp mee**\n\nDat is een regel.",
    "- een\n\n\\- {hit} is een\n\n\\- twee",
    "De inzet van {hit} en de uitvoering van {hit} en de realisatie van {hit} is klaar.",
    "Inspectie SZW  en {hit} hielpen tevens , volgend jaar ook.",
)
"""Texts that many rules have something to say about; what they quote begins, goes over or ends with a hit."""


@pytest.mark.parametrize("hit", HITS)
@pytest.mark.parametrize("text", TEXTS)
def test_no_rule_about_a_text_tells_what_is_in_it(text: str, hit: str) -> None:
    told = sentences(answer(text.format(hit=hit)))
    assert "vraag ‘Context’" in told
    assert not [part for part in PARTS if part in told]


@pytest.mark.parametrize("hit", HITS)
def test_no_finding_tells_it_from_a_title(hit: str) -> None:
    told = sentences(
        replace(TRAFFICKING, contractor=hit, review=ReviewState.AGREED),
        Callout(id="c", report_id=TRAFFICKING.id, title=f"Praktijk van {hit}"),
        Activity(id="a", report_id=TRAFFICKING.id, title=f"Gesprek met {hit}", result="XXX"),
        Comment(id="o", kind="PortfolioReport", record_id=TRAFFICKING.id, field="client", text=f"Bel {hit}"),
    )
    assert "kadertekst" in told
    assert not [part for part in PARTS if part in told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("onder kop 3, alinea ‘Bel 06-12345678 voor’", "onder kop 3, alinea ‘Bel 06…8 voor’"),
        ("alinea ‘Wie meer wil weten belt 06-1234…’", "alinea ‘Wie meer wil weten belt …’"),
        ("alinea ‘Wie meer wil weten mailt jan.jan@…’", "alinea ‘Wie meer wil weten mailt …’"),
        ("alinea ‘In 2023 was er veel …’", "alinea ‘In 2023 was er veel …’"),
        ("Tabel 3, rij 2", "Tabel 3, rij 2"),
    ],
)
def test_a_quote_of_an_unknown_text_ends_before_a_number_that_was_cut(sentence: str, told: str) -> None:
    assert without_cut_numbers(masked_in(sentence, ())) == told
