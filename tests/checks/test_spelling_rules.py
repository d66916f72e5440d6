"""Words that a dictionary does not know, as findings at the texts of the chapter."""

from collections.abc import Sequence
from dataclasses import replace

from riec_desktop.checks.spelling_rules import misspelt
from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.records import Callout
from tests.helpers.sample import TRAFFICKING, YEAR, answer, sample

WRONG = ("intergraal", "coordinator", "gemeentte", "poltie")


def dictionary(texts: Sequence[str]) -> list[list[str]]:
    return [[word for word in text.replace(".", "").split() if word in WRONG] for text in texts]


def sentences(*texts: str) -> list[str]:
    records = [answer(texts[0], TRAFFICKING), Callout(id="k", report_id=TRAFFICKING.id, text=texts[1])]
    dossier = dossier_of([*sample().records(), *records])
    return [one.sentence for one in misspelt(dossier, replace(YEAR, opening=texts[2]), dictionary)]


def test_each_text_with_unknown_words_is_one_finding() -> None:
    found = sentences("Een intergraal beeld.", "Goed zo.", "De coordinator.")
    assert found == [
        "Inleiding van het hoofdstuk, inleiding: het woordenboek kent ‘coordinator’ niet.",
        "Portefeuille mensenhandel, antwoord: het woordenboek kent ‘intergraal’ niet.",
    ]


def test_at_most_three_words_are_named_each_once() -> None:
    (found,) = sentences(" ".join((*WRONG, WRONG[0])), "", "")
    assert found.endswith("kent ‘intergraal’, ‘coordinator’ en ‘gemeentte’ niet (en nog 1).")
