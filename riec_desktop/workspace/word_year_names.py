"""The headings of a chapter of an earlier year: which goal, portfolio, region or question of the dossier they name.

A name may be an old one, another spelling, or nearly right; then that is said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from riec_desktop.chapter.bookmarks import slug
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Portfolio, PortfolioReport, Question, ReportYear
from riec_desktop.excel.form_values import organisations_by_name, plain_name
from riec_desktop.workspace.word_year_parts import Known, Section, Where

_NEAR = 0.84
_NOT_QUITE = "Boven deze tekst staat ‘{title}’; dat lijkt op ‘{name}’."
_NEW = "Deze portefeuille is er nog niet in het dossier."
_LIST = ("portefeuilles", "de portefeuilles", "overzicht portefeuilles")
_ANNEX = "bijlage"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Ids by plain name."""

    goals: Mapping[str, str]
    portfolios: Mapping[str, str]
    regions: Mapping[str, str]
    questions: Mapping[str, str]
    title: str


def known_names(dossier: Dossier, year: ReportYear, questions: Iterable[Question]) -> Known:
    """What headings can mean in this dossier, in this year."""
    names = _Names(
        goals={
            plain_name(name): one.id for one in views.goals(dossier, year) for name in (one.full_name, one.short_name)
        },
        portfolios=_portfolios(dossier),
        regions={name: one.id for name, one in organisations_by_name(dossier).items()},
        questions={
            plain_name(views.filled_prompt(text, year.year)): slug(one.topic or one.prompt)
            for one in questions
            for text in (one.prompt, one.topic)
            if text
        },
        title=plain_name(year.title),
    )
    return Known(
        section=lambda text, above, level: _section(names, text, above, level),
        question=lambda text: names.questions.get(plain_name(text).rstrip("?:"), ""),
    )


def _portfolios(dossier: Dossier) -> Mapping[str, str]:
    """Portfolios by the names that they have and had."""
    old = {plain_name(one.name_then): one.portfolio_id or "" for one in dossier.all(PortfolioReport) if one.name_then}
    return old | {plain_name(one.name): one.id for one in dossier.all(Portfolio) if one.name}


def _section(names: _Names, text: str, above: Section, level: int) -> Section | None:
    """What a heading is about; None when it is nothing that we know and no heading by its style."""
    bare = plain_name(text).removeprefix("portefeuille ").removeprefix("strategisch doel ")
    fixed = _fixed(names, bare, text, above)
    if fixed is not None:
        return fixed
    in_chapter = above.where not in (Where.FRONT, Where.REGION)
    for where, known in ((Where.GOAL, names.goals), (Where.PORTFOLIO, names.portfolios), (Where.REGION, names.regions)):
        if where is Where.REGION and in_chapter:
            continue
        found = _named(where, known, bare, text, above)
        if found is not None:
            return found
    if level and above.where in (Where.GOAL, Where.PORTFOLIO):
        goal_id = above.record_id if above.where is Where.GOAL else above.goal_id
        return Section(where=Where.PORTFOLIO, title=text, goal_id=goal_id, doubt=_NEW)
    return None


def _fixed(names: _Names, bare: str, text: str, above: Section) -> Section | None:
    """Headings that every chapter has."""
    if bare.startswith(_ANNEX):
        return Section(where=Where.ANNEX, title=text)
    if bare in _LIST:
        return Section(where=Where.LIST, title=text)
    if above.where in (Where.FRONT, Where.REGION) and (bare == names.title or bare.startswith("versterking riec")):
        return Section(where=Where.OPENING, title=text)
    return None


def _named(where: Where, known: Mapping[str, str], bare: str, text: str, above: Section) -> Section | None:
    near = [bare] if bare in known else get_close_matches(bare, known, n=1, cutoff=_NEAR)
    if not near:
        return None
    above_id = above.record_id if above.where is Where.GOAL else above.goal_id
    return Section(
        where=where,
        title=text,
        record_id=known[near[0]],
        goal_id=above_id if where is Where.PORTFOLIO else "",
        doubt="" if near[0] == bare else _NOT_QUITE.format(title=text, name=near[0]),
    )
