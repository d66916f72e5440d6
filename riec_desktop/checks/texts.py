"""Rule 9 and rule 11 in every text field: no leftover prompt, no linked number or reference that leads nowhere."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.name_rules import names
from riec_desktop.checks.number_rules import numbers
from riec_desktop.checks.place import TextPlace, plain_of
from riec_desktop.checks.privacy_rules import forbidden, privacy
from riec_desktop.checks.references import REFERENCE_START, reference_problems
from riec_desktop.checks.style_rules import long_sentences, nouns, passive, person
from riec_desktop.checks.typed_numbers import typed_numbers
from riec_desktop.checks.typing_rules import headings, lists, quotes, spaces
from riec_desktop.checks.vocabulary_rules import hard_words, split_compounds
from riec_desktop.checks.year_words import past_future, promised_year, relative_years
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import FieldSpec, Kind, specs
from riec_desktop.dossier.records import PortfolioReport, Record

_HINTS = ("xxx", "todo", "invul", "in te vullen", "aanvul", "aan te vullen", "lorem ipsum", "???")
"""In small letters: a text without any of these needs no closer look."""

# A backslash may stand before a bracket, because that is how rich text spells a bracket that is no link.
_LEFTOVER = re.compile(
    r"\b[Xx]{3,}\b"
    r"|\bTODO\b"
    r"|\\?\[[^\[\]]{0,40}?(?:invul|in te vullen|aanvul|aan te vullen)[^\[\]]{0,40}?\](?!\()"
    r"|(?:…|\.{3})\s*(?:nog )?(?:invullen|aanvullen)\s*(?:…|\.{3})?"
    r"|\bnog (?:invullen|in te vullen|aan te vullen)\b"
    r"|\blorem ipsum\b"
    r"|\?{3,}",
    re.IGNORECASE,
)


def leftover(text: str) -> str:
    """The first thing in a text that somebody still had to replace, '' for none."""
    small = text.casefold()
    if not any(hint in small for hint in _HINTS):
        return ""
    found = _LEFTOVER.search(text)
    return found[0].replace("\\", "") if found else ""


def leftover_prompt(place: TextPlace) -> Iterator[Finding]:
    """Something that somebody still had to replace."""
    if found := leftover(place.text):
        problem = f"hier staat nog ‘{found}’. Vul de tekst aan of haal dit weg."
        yield place.notice(Severity.ERROR, "text.leftover", problem, words=found)


def linked(place: TextPlace) -> Iterator[Finding]:
    """References that lead nowhere; most texts have none and are not read."""
    if REFERENCE_START in place.text:
        for severity, code, problem in reference_problems(place.dossier, place.year, place.text):
            yield place.notice(severity, code, problem)


TEXT_RULES: tuple[Callable[[TextPlace], Iterator[Finding]], ...] = (
    leftover_prompt,
    privacy,
    forbidden,
    names,
    spaces,
    quotes,
)
"""The rules for every text field. A new one is a function of a place and a line here."""

RICH_RULES: tuple[Callable[[TextPlace], Iterator[Finding]], ...] = (
    numbers,
    typed_numbers,
    linked,
    relative_years,
    past_future,
    promised_year,
    long_sentences,
    passive,
    nouns,
    person,
    hard_words,
    split_compounds,
    headings,
    lists,
)
"""The rules for running text: what may hold several paragraphs, lists and links."""

_RUNNING_RULES = (*TEXT_RULES, *RICH_RULES)


@cache
def _text_fields(kind: type[Record]) -> tuple[FieldSpec, ...]:
    return tuple(spec for spec in specs(kind).values() if spec.kind in (Kind.LINE, Kind.TEXT, Kind.RICH))


def text_findings(
    dossier: Dossier, year: int, record: Record, where: str, report: PortfolioReport | None = None
) -> Iterator[Finding]:
    """What is wrong in the text fields of a record; `where` begins the sentence."""
    for place in places(dossier, year, record, where, report):
        for rule in _RUNNING_RULES if place.spec.kind is Kind.RICH else TEXT_RULES:
            yield from rule(place)


def places(
    dossier: Dossier, year: int, record: Record, where: str, report: PortfolioReport | None = None
) -> Iterator[TextPlace]:
    """The text fields of a record that are filled in, in their order."""
    for spec in _text_fields(type(record)):
        text: str = getattr(record, spec.name)
        if text:
            yield TextPlace(
                dossier=dossier,
                year=year,
                record=record,
                spec=spec,
                text=text,
                plain=plain_of(text) if spec.kind is Kind.RICH else text,
                where=f"{where}, {spec.label}",
                report=report,
            )
