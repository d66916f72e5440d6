"""The names that hold in a year, and those that do not: what typed names are compared with. They are made once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import OrganisationKind
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Organisation, Portfolio, PortfolioReport, ReportYear


@dataclass(frozen=True, slots=True)
class Wrong:
    """A name that should not stand in a text of this year: why, and what may stand there (best first)."""

    code: str
    why: str
    instead: tuple[str, ...]


NO_NAMES: Mapping[str, Wrong] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNames:
    """`wrong` is keyed by the name as it is typed. `right` are the names of organisations in this year.

    `portfolios` and `goals` are the names that follow the words 'portefeuille' and 'doel', `old` the names that a
    portfolio had.
    """

    wrong: Mapping[str, Wrong]
    right: tuple[str, ...]
    aliases: frozenset[str]
    portfolios: tuple[str, ...]
    goals: tuple[str, ...]
    old: Mapping[str, Wrong]


def known_names(dossier: Dossier, year: int) -> KnownNames:
    """The names for a year's texts."""
    organisations = dossier.all(Organisation)
    right = tuple(one.name for one in organisations if one.name and views.holds_in(one, year))
    found = views.year_of(dossier, year)
    portfolios = tuple(dict.fromkeys(views.report_name(dossier, one) for one in _reports(dossier, found)))
    goals = views.goals(dossier, found) if found else ()
    wrong = {**_aliases(organisations, year), **_other_years(organisations, year)}
    old = _old_portfolios(dossier, found)
    return KnownNames(
        wrong={name: one for name, one in wrong.items() if name not in right},
        right=right,
        aliases=frozenset(alias for one in organisations for alias in one.aliases),
        portfolios=tuple(name for name in portfolios if name),
        goals=tuple(name for goal in goals for name in (goal.short_name, goal.full_name) if name),
        old={name: one for name, one in old.items() if name not in portfolios},
    )


def _reports(dossier: Dossier, year: ReportYear | None) -> tuple[PortfolioReport, ...]:
    return dossier.where(PortfolioReport, "year_id", year.id) if year else ()


# --- Organisations ---------------------------------------------------------------------------------------------------


def _aliases(organisations: tuple[Organisation, ...], year: int) -> dict[str, Wrong]:
    """Other spellings of names. An alias that several organisations share means them all and stays."""
    owners: dict[str, list[Organisation]] = {}
    for one in organisations:
        for alias in one.aliases:
            owners.setdefault(alias, []).append(one)
    return {
        alias: Wrong("names.alias", f"heet in het dossier ‘{found[0].name}’.", (found[0].name,))
        for alias, found in owners.items()
        if len(found) == 1 and views.holds_in(found[0], year) and _is_other_spelling(alias, found[0])
    }


def _is_other_spelling(alias: str, organisation: Organisation) -> bool:
    """Whether an alias is the name spelled otherwise: not an abbreviation, a full name, or the word in the singular.

    For a centre 'RIEC Noord' is; 'OM' for Openbaar Ministerie and 'gemeente' for gemeenten are good Dutch.
    """
    if organisation.kind is not OrganisationKind.PARTNER:
        return alias.startswith(("RIEC", "LIEC"))
    return _letters(alias) == _letters(organisation.name)


def _letters(name: str) -> str:
    return "".join(one for one in name.casefold() if one.isalnum())


def _other_years(organisations: tuple[Organisation, ...], year: int) -> dict[str, Wrong]:
    """Names, with their other spellings, that were left behind or still had to come."""
    return {
        name: _of_other_year(one, _names_in(one, organisations, year), year)
        for one in organisations
        if not views.holds_in(one, year)
        for name in (one.name, *one.aliases)
        if name and not _is_plain(name, _names_in(one, organisations, year))
    }


def _is_plain(name: str, now: tuple[str, ...]) -> bool:
    """Whether a name is a common word, or a part of a name that holds: it says nothing about a year."""
    return name.islower() or any(name in other for other in now)


def _of_other_year(one: Organisation, now: tuple[str, ...], year: int) -> Wrong:
    """Why a name does not hold, and what holds instead."""
    over = one.last_year is not None and one.last_year < year
    why = f"gold tot en met {one.last_year}." if over else f"geldt pas vanaf {one.first_year}."
    holds = " of ".join(f"‘{name}’" for name in now)
    return Wrong("names.year", f"{why} In {year} heet het {holds}." if now else why, now)


def _names_in(one: Organisation, organisations: tuple[Organisation, ...], year: int) -> tuple[str, ...]:
    """The names in a year of the organisation that had this one: those that follow it, or that it follows."""
    family, size = {one.id}, 0
    while len(family) > size:
        size = len(family)
        for other in organisations:
            if other.follows_id and not family.isdisjoint((other.id, other.follows_id)):
                family |= {other.id, other.follows_id}
    return tuple(other.name for other in organisations if other.id in family and views.holds_in(other, year))


# --- Portfolios ------------------------------------------------------------------------------------------------------


def _old_portfolios(dossier: Dossier, year: ReportYear | None) -> dict[str, Wrong]:
    """Names that a portfolio of this year had in another year, or that its predecessor has."""
    found: dict[str, Wrong] = {}
    for report in _reports(dossier, year):
        now = views.report_name(dossier, report)
        for name in _other_names(dossier, report):
            if name and name != now:
                found[name] = Wrong("names.old", f"heet in {year.year if year else ''} ‘{now}’.", (now,))
    return found


def _other_names(dossier: Dossier, report: PortfolioReport) -> Iterator[str]:
    portfolio = dossier.get(Portfolio, report.portfolio_id)
    for one in dossier.where(PortfolioReport, "portfolio_id", report.portfolio_id) if portfolio else ():
        yield one.name_then
    if portfolio:
        yield portfolio.name
        before = dossier.get(Portfolio, portfolio.follows_id)
        yield before.name if before else ""
