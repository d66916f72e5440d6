"""The Dutch words for choices, in one table; what a person sees of an enum."""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from riec_desktop.dossier.changes import Source
from riec_desktop.dossier.choices import (
    ActivityState,
    Direction,
    ExecutionForm,
    IndicatorChart,
    Layout,
    MissingReason,
    OrganisationKind,
    PortfolioStatus,
    PromiseOutcome,
    ReviewState,
    Scope,
    SmallChoice,
    WordRuleKind,
    YearState,
)

_WORDS: Mapping[type[StrEnum], tuple[str, ...]] = {
    OrganisationKind: ("LIEC", "RIEC", "partner"),
    PortfolioStatus: ("in voorbereiding", "lopend", "afgerond", "samengevoegd", "gestopt"),
    ReviewState: ("leeg", "concept", "ter beoordeling", "akkoord"),
    YearState: ("open", "afgesloten"),
    ActivityState: ("gepland", "loopt", "afgerond", "gestopt"),
    ExecutionForm: ("in de lijn", "werkgroep", "Next Level Werkplaats"),
    Scope: ("landelijk", "per organisatie"),
    Direction: ("hoger is beter", "lager is beter", "geen voorkeur"),
    MissingReason: ("", "onbekend", "niet geleverd", "vertrouwelijk"),
    IndicatorChart: (
        "automatisch",
        "geen grafiek",
        "lijn over de jaren",
        "staven per organisatie",
        "doel en werkelijk",
    ),
    PromiseOutcome: ("nog open", "gedaan", "deels gedaan", "niet gedaan", "vervallen"),
    SmallChoice: ("nog niet gekozen", "zoals ze zijn", "als ‘<5’", "regio’s samen", "weglaten"),
    WordRuleKind: (
        "eigen term",
        "verboden woord",
        "moeilijk woord",
        "afkorting",
        "geheime naam",
        "eigen patroon",
        "toegestaan",
    ),
    Layout: ("A4 staand, één kolom", "A4 liggend, twee kolommen"),
    Source: ("invoer", "formulier", "Word-revisie", "samenvoegen", "jaarovergang", "herstel"),
}
"""In the order in which each enum declares its members."""


@lru_cache(typed=True)
def word(choice: StrEnum) -> str:
    """What a person reads for this choice."""
    kind = type(choice)
    return _WORDS[kind][list(kind).index(choice)]


def words(kind: type[StrEnum]) -> tuple[str, ...]:
    """The words of all choices, in the order of the enum."""
    return _WORDS[kind]
