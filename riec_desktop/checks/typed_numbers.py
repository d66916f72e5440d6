"""Rule 11 for typed numbers: one beside the name of an indicator that differs from its value is noticed.

A sentence may rightly name the figure of this year, of last year or of a year that it mentions, the target, the figure
of an organisation that it mentions, and how much changed. It may also speak of a part ('12 signalen gingen over …');
words that tell so are known here. What remains is a mistake, or a figure that somebody changed later.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import product

from riec_desktop.checks.findings import Finding, Repair, Severity
from riec_desktop.checks.number_terms import Bound, Term, bound, terms
from riec_desktop.checks.number_text import NUMBER_WORDS, TypedNumber, just_before, typed_in, word_set, years_in
from riec_desktop.checks.place import TextPlace
from riec_desktop.checks.prose import Sentence, prose, sentences_of, words
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.choices import Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.linked import LinkedNumber, Measure
from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.records import Indicator, Organisation
from riec_desktop.dossier.richtext import RichBlock, Run, Runs
from riec_desktop.figures.shielded import total as shown_total
from riec_desktop.figures.shielded import value as shown_value
from riec_desktop.figures.shown import linked_text
from riec_desktop.figures.values import NO_FIGURE, Figure, change, difference, recorded, share

_LINKED = "\ufffc"
"""Stands for what is linked already: no number, no word."""

_PART_BEFORE = re.compile(
    r"\b(?:waarvan|daarvan|hiervan|ervan|onder|waaronder|zoals|bij|uit|over|binnen|tijdens|na|per|elke|elk|ieder|iedere|"
    r"gemiddeld|eerste|laatste|andere|van deze|van die|tussen|tot nu toe|alleen al|steeds|telkens|groep(?:jes|en)? van)"
    r"(?: (?:de|het|al|er|nog|zo[’']n|ongeveer|circa|ruim|bijna|eens|eerste|alle|maximaal))*[ \u00a0]$",
    re.IGNORECASE,
)
_PART_START = re.compile(
    r"^(?:per|elke?|iedere?|gemiddeld|een|daarvan|hiervan|tijdens|binnen|na|bij|uit|op)\b|^in[ \u00a0]$", re.IGNORECASE
)
"""A sentence that begins so speaks of some of them, or of each."""
_PART_AFTER = re.compile(
    r"^\W{0,2}(?:(?:zijn|waren|werden|is|werd|hebben|heeft) )?(?:\w+ )?(?:over|die|dat|waarin|waarbij|waarvan|per|"
    r"uit(?=\s\w)|gingen|ging|leidde|leidden|leverde|leverden|betrof|betroffen|hadden|resulteerde|resulteerden|rond|"
    r"rondom|afkomstig|doorgezet|opgepakt|gedeeld|tegelijk|erbij|als gevolg|waar|tijdens|vooraf)\b",
    re.IGNORECASE,
)
_PART_BETWEEN = word_set("extra andere grote kleine regionale lokale landelijke complexe")
_CHANGE_WORD = re.compile(
    r"\b(?:st[ie]+[jg]\w*|steg\w*|gestegen|d[a]+l\w*|gedaald|toe\w*|af\w*|groei\w*|gegroeid)\b", re.IGNORECASE
)
_MORE = re.compile(r"^\W{0,2}(?:meer|minder|hoger|lager|korter|langer|extra|boven|onder|bij(?=\W*$))\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:met|van)(?: (?:ruim|bijna|ongeveer|circa))?[ \u00a0]$", re.IGNORECASE)
_MOST_SENTENCE = 160
_IN_WORDS = frozenset(NUMBER_WORDS[1:])


def typed_numbers(place: TextPlace) -> Iterator[Finding]:
    """The typed numbers of a text that differ from what they are about; most texts have nothing to read closer."""
    known = _known(place)
    text = prose(place.plain)
    if known.nouns.isdisjoint(text.vocabulary) or not any(_may_tell(one, known) for one in text.sentences):
        return
    for at, block in enumerate(parse(place.text)):
        plain = "".join(_LINKED if run.linked else run.text for run in block.runs)
        for start, sentence in _sentences(plain, known):
            for one in _wrong(place, sentence, known.terms):
                yield _finding(place, one, at, start)


def _may_tell(sentence: Sentence, known: "_Known") -> bool:
    """Whether a sentence has a noun that is counted and a number, in digits or in words, that is no year nearby."""
    return not known.nouns.isdisjoint(sentence.words) and any(
        (word[0].isdecimal() and word not in known.years) or word in _IN_WORDS for word in sentence.words
    )


def _sentences(plain: str, known: "_Known") -> Iterator[tuple[int, str]]:
    """Each sentence that may tell a number, with the place where it begins."""
    at = 0
    for one in (found for line in plain.split("\n") for found in sentences_of(line.strip())):
        at = plain.find(one.text, at)
        if _may_tell(one, known):
            yield at, one.text
        at += len(one.text)


@dataclass(frozen=True, slots=True)
class _Known:
    """The indicators that a text can be about, all that they are called, and the years that are no amounts."""

    terms: tuple[Term, ...]
    nouns: frozenset[str]
    years: frozenset[str]


def _known(place: TextPlace) -> _Known:
    """The indicators of the portfolio of a text, or all."""
    dossier, report = place.dossier, place.report
    if report is None:
        return dossier.once(("all terms", place.year), lambda: _named(dossier.all(Indicator), place.year))
    about = ("terms", report.portfolio_id, place.year)
    return dossier.once(about, lambda: _named(views.indicators(dossier, report), place.year))


def _named(indicators: Sequence[Indicator], year: int) -> _Known:
    found = terms(indicators)
    nouns = frozenset(noun for one in found for noun in one.nouns)
    return _Known(found, nouns, frozenset(map(str, range(year - _NEAR, year + _NEAR + 1))))


_NEAR = 3
"""Years around the report year: nobody counts just so many of anything."""


# --- Which are wrong -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A number that fits none of the values of its indicator, with the number that belongs there."""

    sentence: str
    number: TypedNumber
    linked: LinkedNumber
    hidden: bool


def _wrong(place: TextPlace, sentence: str, known: Sequence[Term]) -> Iterator[_Wrong]:
    numbers = tuple(typed_in(sentence))
    years = years_in(sentence) if numbers else ()
    if not numbers or any(year > place.year for year in years):
        return
    told = _Told(place.dossier, place.year, sentence, years, _mentioned(place.dossier, place.year, sentence))
    whole = (one for one in bound(sentence, numbers, known) if not _is_part(sentence, one))
    found = (*(_judged(told, one) for one in whole), *_of_organisations(told, numbers, known))
    first = {one.number.start: one for one in reversed(found) if one is not None}
    yield from (first[start] for start in sorted(first))


def _is_part(sentence: str, one: Bound) -> bool:
    """Whether the sentence speaks of some of them: 'twaalf signalen gingen over …', but not 'de 254 signalen …'."""
    before = sentence[: one.number.start]
    if (
        _PART_BEFORE.search(just_before(sentence, one.number.start))
        or _PART_START.match(before)
        or _begins_in_words(before, one)
    ):
        return True
    whole = before.lower().endswith("de ")
    return not whole and bool(_PART_AFTER.match(one.after) or set(one.between) & _PART_BETWEEN)


def _begins_in_words(before: str, one: Bound) -> bool:
    """'Twee casussen zijn overgedragen': a sentence about some begins so; a total is written in digits there."""
    return _is_start(before) and one.number.text.isalpha()


def _is_start(before: str) -> bool:
    return not before.strip("‘“ ")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence says beside its numbers: of which years and which organisations it speaks."""

    dossier: Dossier
    year: int
    sentence: str
    years: tuple[int, ...]
    organisations: tuple[Organisation, ...]


def _mentioned(dossier: Dossier, year: int, sentence: str) -> tuple[Organisation, ...]:
    small = sentence.casefold()
    found = dossier.once(("called", year), lambda: tuple(_called(dossier, year)))
    return tuple(one for one, names in found if any(name in small for name in names))


def _called(dossier: Dossier, year: int) -> Iterator[tuple[Organisation, tuple[str, ...]]]:
    for one in views.centres(dossier, year):
        names = (one.name, one.name.removeprefix("RIEC "), *one.aliases)
        yield one, tuple(name.casefold() for name in names if len(name) > len("RIEC"))


def _judged(told: _Told, one: Bound) -> _Wrong | None:
    """What is wrong with a number, None when it fits anything that it may be about."""
    hidden = [linked for term in one.terms for linked in _hidden(told, term.indicator, one)]
    if hidden:
        return _Wrong(told.sentence, one.number, hidden[0], hidden=True)
    values = [value for term in one.terms for value in _values(told, term.indicator, one)]
    best = [linked for term in one.terms for linked in _best(told, term.indicator)]
    if not values or not best or any(one.number.fits(value) for value in values):
        return None
    if _is_start(told.sentence[: one.number.start]) and one.number.value * 2 < min(values):
        return None
    return _Wrong(told.sentence, one.number, best[0], hidden=False)


def _values(told: _Told, indicator: Indicator, one: Bound) -> Iterator[Decimal]:
    """Everything that a number in this sentence may rightly be."""
    for year in dict.fromkeys((told.year, told.year - 1, *told.years)):
        figures = tuple(_figures(told, indicator, year))
        before = tuple(_figures(told, indicator, year - 1))
        if one.number.is_percentage:
            yield from _percentages(indicator, figures, before, figures[0])
        elif _is_change(told.sentence, one):
            yield from _changes(figures, before)
            yield from () if _MORE.match(one.after) else _levels(figures)
        else:
            yield from _levels(figures)
            yield from _sums(figures[1:])


def _figures(told: _Told, indicator: Indicator, year: int) -> Iterator[Figure]:
    """The total, and the figures of the organisations that are mentioned."""
    found = recorded(told.dossier, indicator, year)
    yield found.total
    if indicator.scope is Scope.ORGANISATION:
        yield from (found.found.get(one.id, NO_FIGURE) for one in told.organisations)


def _is_change(sentence: str, one: Bound) -> bool:
    before = sentence[: one.number.start]
    more = _MORE.match(sentence[one.number.end :]) or _MORE.match(one.after)
    return bool(more or (_BY.search(before) and _CHANGE_WORD.search(sentence)))


def _levels(figures: Sequence[Figure]) -> Iterator[Decimal]:
    for one in figures:
        yield from (value for value in (one.actual, one.target) if value is not None)


def _sums(figures: Sequence[Figure]) -> Iterator[Decimal]:
    """Of the organisations together."""
    known = [one.actual for one in figures if one.actual is not None]
    if len(known) > 1:
        yield sum(known, Decimal(0))


def _changes(figures: Sequence[Figure], before: Sequence[Figure]) -> Iterator[Decimal]:
    for now, then in zip(figures, before, strict=True):
        found = (difference(now.actual, then.actual), now.difference)
        yield from (abs(value) for value in found if value is not None)


def _percentages(
    indicator: Indicator, figures: Sequence[Figure], before: Sequence[Figure], whole: Figure
) -> Iterator[Decimal]:
    """Changes, how much of the target was reached, shares of the whole, and levels of what is counted in percent."""
    if indicator.unit.strip() in ("%", "procent"):
        yield from _levels(figures)
    for now, then in zip(figures, before, strict=True):
        reached, part = share(now.actual, now.target), share(now.actual, whole.actual)
        beyond = difference(reached, Decimal(100))
        found = (change(now.actual, then.actual), reached, part, beyond)
        yield from (abs(value) for value in found if value is not None)


def _hidden(told: _Told, indicator: Indicator, one: Bound) -> Iterator[LinkedNumber]:
    """A count that is typed though it is not shown anywhere: itself, or a percentage or change that gives it away."""
    organisations = [organisation.id for organisation in told.organisations] or [None]
    for year, organisation_id in product(dict.fromkeys((told.year, *told.years)), organisations):
        shown = shown_total if organisation_id is None else partial(shown_value, organisation_id=organisation_id)
        if shown(told.dossier, indicator, year).instead and _gives_away(told, indicator, one, year, organisation_id):
            measure = Measure.CHANGE if _is_change(told.sentence, one) else Measure.ACTUAL
            yield LinkedNumber(indicator.id, None if year == told.year else year, organisation_id, measure)


def _gives_away(told: _Told, indicator: Indicator, one: Bound, year: int, organisation_id: str | None) -> bool:
    """Whether a number in a sentence is a hidden figure, or says what it is beside numbers that are shown."""
    now, before = (recorded(told.dossier, indicator, at) for at in (year, year - 1))
    figures = (now.total, *([now.found.get(organisation_id, NO_FIGURE)] if organisation_id else []))
    past = (before.total, *([before.found.get(organisation_id, NO_FIGURE)] if organisation_id else []))
    if one.number.is_percentage:
        found = _percentages(indicator, figures[-1:], past[-1:], figures[0])
    elif _is_change(told.sentence, one):
        found = _changes(figures[-1:], past[-1:])
    else:
        found = (value for value in (figures[-1].actual,) if value is not None)
    return any(one.number.fits(value) for value in found)


_AFTER_NUMBER = r"^(?: \w+)?,? (?:uit|in|bij|van|door|voor)(?: de)?(?: regio)? (?:RIEC )?"
_BEFORE_NUMBER = r"(?: met| had| kreeg| telde| meldde|:)? ?\(?$"


def _of_organisations(told: _Told, numbers: Sequence[TypedNumber], known: Sequence[Term]) -> Iterator[_Wrong]:
    """A hidden count as part of a larger number: '53 signalen, waarvan 3 uit Limburg', or '6 procent' of them."""
    about = [term.indicator for term in known if not term.nouns.isdisjoint(words(told.sentence.lower()))]
    for organisation, indicator, one in product(told.organisations, about, numbers):
        if not (one.is_percentage or _is_of(told.sentence, one, organisation)):
            continue
        alone = Bound(one, (), (), told.sentence[one.end :])
        hidden = shown_value(told.dossier, indicator, told.year, organisation.id).instead
        if hidden and _gives_away(told, indicator, alone, told.year, organisation.id):
            yield _Wrong(told.sentence, one, LinkedNumber(indicator.id, organisation_id=organisation.id), hidden=True)


def _is_of(sentence: str, one: TypedNumber, organisation: Organisation) -> bool:
    """Whether the name of an organisation stands just behind a number that is a part, or just before it."""
    name = re.escape(organisation.name.removeprefix("RIEC "))
    after, before = sentence[one.end :], just_before(sentence, one.start)
    return bool(re.search(_AFTER_NUMBER + name, after) or re.search(name + _BEFORE_NUMBER, before))


def _best(told: _Told, indicator: Indicator) -> Iterator[LinkedNumber]:
    """The number that most likely belongs there: of the one organisation and the one other year that are mentioned."""
    others = [year for year in dict.fromkeys(told.years) if year != told.year]
    year = others[0] if len(others) == 1 and told.year not in told.years else None
    regional = indicator.scope is Scope.ORGANISATION and len(told.organisations) == 1
    organisation = told.organisations[0].id if regional else None
    wanted = recorded(told.dossier, indicator, year or told.year)
    figure = wanted.total if organisation is None else wanted.found.get(organisation, NO_FIGURE)
    if figure.actual is not None:
        yield LinkedNumber(indicator.id, year, organisation)


# --- What is said ----------------------------------------------------------------------------------------------------


def _finding(place: TextPlace, one: _Wrong, block: int, start: int) -> Finding:
    said = one.sentence if len(one.sentence) <= _MOST_SENTENCE else f"{one.sentence[:_MOST_SENTENCE]}…"
    repairs = tuple(_repair(place, one, block, start))
    if one.hidden:
        problem = f"in ‘{said}’ staat een klein aantal dat u verder niet toont. Koppel het cijfer of haal het weg."
        return place.notice(Severity.WARNING, "figure.small", problem, repairs=repairs, words=one.number.text)
    name, printed = _name(place.dossier, one.linked), linked_text(place.dossier, one.linked, place.year)
    problem = (
        f"in ‘{said}’ staat {one.number.text}, maar {name} is {printed}. Koppel het cijfer, of maak duidelijk wat "
        f"{one.number.text} telt."
    )
    return place.notice(Severity.WARNING, "number.typed", problem, repairs=repairs, words=one.number.text)


def _name(dossier: Dossier, linked: LinkedNumber) -> str:
    """'het cijfer ‘signalen’ van RIEC Limburg in 2022'."""
    indicator = dossier.get(Indicator, linked.indicator_id)
    organisation = dossier.get(Organisation, linked.organisation_id)
    of = f" van {organisation.name}" if organisation else ""
    return f"het cijfer ‘{indicator.name if indicator else ''}’{of}{f' in {linked.year}' if linked.year else ''}"


def _repair(place: TextPlace, one: _Wrong, block: int, start: int) -> Iterator[Repair]:
    """The linked number in the place of the typed one, unless that is no count or no plain text."""
    is_count = one.linked.measure is Measure.ACTUAL and not one.number.is_percentage
    if not is_count or place.dossier.get(type(place.record), place.record.id) is None:
        return
    blocks = parse(place.text)
    first, last = start + one.number.start, start + one.number.end
    mended = replace(blocks[block], runs=_linked_in(blocks[block], first, last, one.linked))
    text = write((*blocks[:block], mended, *blocks[block + 1 :]))
    changes = set_field(place.record, place.spec.name, text)
    if changes:
        yield Repair(title=f"Koppel het cijfer: {linked_text(place.dossier, one.linked, place.year)}", changes=changes)


def _linked_in(block: RichBlock, first: int, last: int, linked: LinkedNumber) -> Runs:
    """The runs of a block with a linked number from `first` to `last`, when these stand in one run."""
    done, at = list[Run](), 0
    for run in block.runs:
        end = at + (1 if run.linked else len(run.text))
        if run.linked is None and at <= first and last <= end and not run.href:
            before, after = run.text[: first - at], run.text[last - at :]
            done += [replace(run, text=before), replace(run, text="", linked=linked), replace(run, text=after)]
        else:
            done.append(run)
        at = end
    return tuple(done)
