"""What the names in a foreign table mean in the dossier: indicators, organisations and portfolios.

A name is compared without capitals and dashes. One that is only nearly right is used with a doubt; one that can mean
two things is not used at all, and that is said.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TypeVar

from riec_desktop.dossier.choices import OrganisationKind
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator, Organisation, Portfolio, PortfolioReport, Record
from riec_desktop.excel.figure_mapping import Meaning
from riec_desktop.excel.form_values import organisations_by_name, plain_name

_NEAR = 0.84
"""How much of two names must be the same (0 to 1) to take one for a slip of the other."""
_NATIONAL = ("landelijk", "nederland", "heel nederland", "nationaal", "land")
_TOTAL = re.compile(
    r"(?:(?:sub|eind|alge?heel |generaal |algemeen )?tota(?:al|len)|total|grand total|som|gemiddelde?)"
    r"(?: (?:landelijk|nederland|generaal|alle .*|riec.*|per .*|(?:19|20)[0-9]{2}))?:?"
)
_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")
_COUNTED = ("aantal ", "aantallen ", "totaal aantal ", "# ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a name means: the id of a record, with the doubt; or '' and the reason why it means nothing."""

    id: str = ""
    doubt: str = ""
    reason: str = ""


def is_total(text: str) -> bool:
    """Whether a text stands before a sum: 'Totaal', 'Subtotaal RIEC's', 'Totaal 2023'."""
    return bool(_TOTAL.fullmatch(plain_name(text)))


def is_national(text: str) -> bool:
    """Whether a text stands for the whole country."""
    return plain_name(text) in _NATIONAL


R = TypeVar("R", bound=Record)


class Names:
    """The names of one dossier. Every answer is remembered, because tables repeat names."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._portfolios = _grouped(_portfolio_names(dossier))
        self._indicators = _grouped((one.name, one) for one in dossier.all(Indicator))
        self._organisations = {**_short_aliases(dossier.all(Organisation)), **organisations_by_name(dossier)}
        self._shared = _shared_aliases(dossier.all(Organisation))
        self._found: dict[tuple[str, str, str | None], Match] = {}

    def is_centre(self, text: str) -> bool:
        """Whether a text names LIEC or a RIEC, without a doubt."""
        found = self._organisations.get(plain_name(text))
        return found is not None and found.kind is not OrganisationKind.PARTNER

    def knows(self, meaning: Meaning, text: str) -> bool:
        """Whether a text is exactly the name of a portfolio, an indicator or an organisation of the dossier."""
        known = {
            Meaning.PORTFOLIO: self._portfolios,
            Meaning.INDICATOR: self._indicators,
            Meaning.ORGANISATION: self._organisations,
        }
        return plain_name(text) in known[meaning]

    def portfolio(self, text: str) -> Match:
        """The portfolio with this name, now or in some year."""
        return self._remembered("portfolio", text, None)

    def indicator(self, text: str, portfolio_id: str | None) -> Match:
        """The indicator with this name, of a portfolio when that is known."""
        return self._remembered("indicator", text, portfolio_id)

    def organisation(self, text: str) -> Match:
        """The organisation with this name or another spelling of it."""
        return self._remembered("organisation", text, None)

    def _remembered(self, kind: str, text: str, within: str | None) -> Match:
        key = (kind, text, within)
        if key not in self._found:
            self._found[key] = self._match(kind, text, within)
        return self._found[key]

    def _match(self, kind: str, text: str, within: str | None) -> Match:
        if kind == "portfolio":
            return _matched(text, self._portfolios, "portefeuille")
        if kind == "organisation":
            return self._organisation(text)
        return self._indicator(text, within)

    def _organisation(self, text: str) -> Match:
        shared = self._shared.get(plain_name(text))
        if shared:
            return Match(reason=f"‘{text}’ kan meer organisaties betekenen: {', '.join(shared)}.")
        return _matched(text, {name: (one,) for name, one in self._organisations.items()}, "organisatie")

    def _indicator(self, text: str, within: str | None) -> Match:
        known = self._indicators
        if within is not None:
            of_portfolio = ((one.name, one) for one in self._dossier.where(Indicator, "portfolio_id", within))
            known = _grouped(of_portfolio)
        return _matched(text, known, "indicator") if within is None else self._or_elsewhere(text, known)

    def _or_elsewhere(self, text: str, known: Mapping[str, tuple[Indicator, ...]]) -> Match:
        """An indicator of the portfolio; of another one with a doubt, when its name is exactly right."""
        found = _matched(text, known, "indicator")
        elsewhere = self._indicators.get(plain_name(text), ())
        if found.id or len(elsewhere) != 1:
            return found
        other = self._dossier.get(Portfolio, elsewhere[0].portfolio_id)
        doubt = f"‘{text}’ hoort in uw dossier bij de portefeuille {other.name if other else '(geen)'}."
        return Match(id=elsewhere[0].id, doubt=doubt)


def _portfolio_names(dossier: Dossier) -> Iterable[tuple[str, Portfolio]]:
    """Every name that a portfolio has or had."""
    yield from ((one.name, one) for one in dossier.all(Portfolio))
    for report in dossier.all(PortfolioReport):
        portfolio = dossier.get(Portfolio, report.portfolio_id)
        if report.name_then and portfolio:
            yield report.name_then, portfolio


def _grouped(pairs: Iterable[tuple[str, R]]) -> dict[str, tuple[R, ...]]:
    found: dict[str, tuple[R, ...]] = {}
    for name, record in pairs:
        before = found.get(plain_name(name), ())
        if record not in before:
            found[plain_name(name)] = (*before, record)
    return found


def _short_aliases(organisations: Sequence[Organisation]) -> Mapping[str, Organisation]:
    """Spelling → organisation, of other spellings without 'RIEC' in front: 'Amsterdam'."""
    return {plain_name(alias.removeprefix("RIEC ")): one for one in organisations for alias in one.aliases}


def _shared_aliases(organisations: Sequence[Organisation]) -> Mapping[str, tuple[str, ...]]:
    """Spelling → names, of every spelling that more than one organisation has; a name itself is never shared."""
    found: dict[str, tuple[str, ...]] = {}
    for one in organisations:
        for alias in {plain_name(text) for text in one.aliases}:
            found[alias] = (*found.get(alias, ()), one.name)
    own = {plain_name(one.name) for one in organisations}
    return {alias: names for alias, names in found.items() if len(names) > 1 and alias not in own}


def _matched(text: str, known: Mapping[str, Sequence[Record]], what: str) -> Match:
    """The record with this name, or nearly this name."""
    exact = known.get(plain_name(text))
    if exact:
        return _only(text, exact, what)
    for other in _other_forms(text):
        if other in known:
            return _doubted(_only(text, known[other], what), text, known[other])
    near = get_close_matches(plain_name(text), known, n=1, cutoff=_NEAR)
    if near:
        return _doubted(_only(text, known[near[0]], what), text, known[near[0]])
    return Match(reason=f"De {what} ‘{text}’ staat niet in het dossier.")


def _other_forms(text: str) -> Iterable[str]:
    """The name without what stands in brackets, and without 'aantal'."""
    bare = plain_name(_BRACKETS.sub("", text))
    yield bare
    yield from (bare.removeprefix(start) for start in _COUNTED if bare.startswith(start))


def _only(text: str, found: Sequence[Record], what: str) -> Match:
    if len(found) > 1:
        return Match(reason=f"De {what} ‘{text}’ staat meer dan een keer in het dossier; kies de portefeuille erbij.")
    return Match(id=found[0].id)


def _doubted(match: Match, text: str, found: Sequence[Record]) -> Match:
    name = getattr(found[0], "name", "")
    return replace(match, doubt=f"‘{text}’ is gelezen als ‘{name}’.") if match.id else match
