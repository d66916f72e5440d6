"""What a chart says, in words: for whoever does not see it, and for the line below it.

The description tells what kind of chart it is, of what, and its main message (WAI tutorial 'Complex images'), in plain
Dutch and from the same numbers as the chart.
"""

from collections.abc import Sequence
from decimal import Decimal

from riec_desktop.chapter.chart_choice import numbers
from riec_desktop.dossier.choices import Direction
from riec_desktop.dossier.dutch import capitalised, count_word, listing
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import Indicator
from riec_desktop.figures.shielded import TOGETHER
from riec_desktop.figures.shown import shown, shown_change
from riec_desktop.figures.trends import Break, Trend, segments
from riec_desktop.figures.values import Figure, OrganisationFigure, YearFigures, change

_MOST_NAMES = 3
"""More organisations than this are counted instead of named."""

_NAMELESS = "indicator zonder naam"


def bare_name(indicator: Indicator) -> str:
    """The name of an indicator, for inside a sentence."""
    return indicator.name or _NAMELESS


def subject(indicator: Indicator) -> str:
    """'het aantal signalen', or 'doorlooptijd (dagen)' where the unit is no part of the name."""
    name, unit = bare_name(indicator), indicator.unit
    if unit and unit.casefold() in name.casefold():
        return f"het aantal {name}"
    return f"{name} ({unit})" if unit else name


def span(years: Sequence[int]) -> str:
    """'in 2023' or 'van 2021 tot en met 2023'."""
    first, last = years[0], years[-1]
    return f"in {last}" if first == last else f"van {first} tot en met {last}"


# --- Lines -----------------------------------------------------------------------------------------------------------


def lines_description(trends: Sequence[Trend]) -> str:
    """'Lijndiagram van het aantal signalen van 2021 tot en met 2023: stijging van 120 naar 180 (+50 %).'."""
    first, *more = trends
    known = [year for one in trends for year, _ in numbers(one)]
    when = span((min(known), max(known)))
    if not more:
        told = f"{_course(first)}{_goal(first)}.{_gaps(first)}"
        return f"Lijndiagram van {subject(first.indicator)} {when}: {told} {break_sentence(first)}".strip()
    names = listing([bare_name(one.indicator) for one in trends])
    courses = " ".join(f"{capitalised(bare_name(one.indicator))}: {_course(one)}.{_gaps(one)}" for one in trends)
    broken = " ".join(sentence for one in trends if (sentence := break_sentence(one)))
    return f"Lijndiagram van {names} {when}. {courses} {broken}".strip()


def _course(one: Trend) -> str:
    """Where the line goes, from its first to its last number, as far as these were counted in one way."""
    same = [known for part in segments(one) if (known := numbers(part))][-1]
    (_, first), *_, (_, last) = (*same, same[-1])
    if len(same) == 1 and one.breaks:
        return f"{shown(last, one.indicator)} in {same[-1][0]}"
    start, end = shown(first, one.indicator), shown(last, one.indicator)
    if first == last:
        return f"gelijk op {end}"
    percentage = change(last, first)
    share = "" if percentage is None else f" ({shown_change(percentage)})"
    return f"{'stijging' if last > first else 'daling'} van {start} naar {end}{share}"


def break_sentence(one: Trend) -> str:
    """'Signalen zijn vanaf 2022 anders geteld: ook telefonisch.'; '' without a break."""
    return break_words(one.indicator, one.breaks)


def break_words(indicator: Indicator, breaks: Sequence[Break]) -> str:
    """As `break_sentence`, for these breaks."""
    told = [f"vanaf {each.year} anders geteld{_because(each.note)}" for each in breaks]
    return f"{capitalised(bare_name(indicator))}: {listing(told)}." if told else ""


def _because(note: str) -> str:
    bare = " ".join(note.split()).rstrip(".")
    return f" ({bare})" if bare else ""


def _goal(one: Trend) -> str:
    """Whether the target of the last year was met; '' without one."""
    last = one.totals[-1]
    if last.target is None or last.actual is None:
        return ""
    return f", doel {shown(last.target, one.indicator)}{_met(last, one.indicator)}"


def _met(figure: Figure, indicator: Indicator) -> str:
    """' gehaald' or ' niet gehaald'; '' where no direction is the good one, or nothing can be compared."""
    if figure.difference is None or indicator.direction is Direction.NEUTRAL:
        return ""
    better = figure.difference if indicator.direction is Direction.UP else -figure.difference
    return " gehaald" if better >= 0 else " niet gehaald"


def _gaps(one: Trend) -> str:
    """The years in the line without a number."""
    known = [year for year, _ in numbers(one)]
    gaps = [str(year) for year in range(known[0], known[-1]) if year not in known]
    return f" Van {listing(gaps)} is geen cijfer." if gaps else ""


def lines_note(trends: Sequence[Trend]) -> str:
    """Which numbers are provisional, and who is not in them; '' when there is nothing to say."""
    several = len(trends) > 1
    return " ".join(
        part
        for one in trends
        for part in (_provisional_years(one, several=several), _missing(one), _hidden(one), break_sentence(one))
        if part
    )


def _provisional_years(one: Trend, *, several: bool) -> str:
    years = [str(year) for year, each in zip(one.years, one.totals, strict=True) if each.provisional]
    if not years:
        return ""
    of = f" van {bare_name(one.indicator)}" if several else ""
    return _are_provisional(f"{of} van {listing(years)}", len(years))


def _are_provisional(whose: str, count: int) -> str:
    return f"Het cijfer{whose} is voorlopig." if count == 1 else f"De cijfers{whose} zijn voorlopig."


def _missing(one: Trend) -> str:
    """As below the tables: 'Niet meegeteld bij signalen: RIEC Limburg (2021).'."""
    parts = [
        f"{_who(each.missing)} ({year})"
        for year, each in zip(one.years, one.totals, strict=True)
        if each.missing and each.actual is not None
    ]
    return f"Niet meegeteld bij {bare_name(one.indicator)}: {listing(parts)}." if parts else ""


def _hidden(one: Trend) -> str:
    """'Signalen, niet getoond: 2021.': years whose number is left out because it is small."""
    years = [str(year) for year, each in zip(one.years, one.totals, strict=True) if each.instead]
    return f"{capitalised(bare_name(one.indicator))}, niet getoond: {listing(years)}." if years else ""


def _who(names: Sequence[str]) -> str:
    return listing(names) if len(names) <= _MOST_NAMES else f"{count_word(len(names))} organisaties"


# --- Bars per organisation -------------------------------------------------------------------------------------------


def bars_of(found: YearFigures) -> Sequence[tuple[str, Decimal]]:
    """Name and number of each bar; the last one stands for the organisations that are only shown together."""
    bars = [(part.organisation.name, part.figure.actual) for part in found.parts if part.figure.actual is not None]
    if found.together_count is None:
        return bars
    return [*bars, (f"{count_word(len(found.together))} organisaties samen", found.together_count)]


def regions_description(indicator: Indicator, found: YearFigures, year: int) -> str:
    """Who has the most and who the least, and who is not shown."""
    told = _extremes(indicator, bars_of(found))
    return " ".join(
        part
        for part in (f"Staafdiagram van {subject(indicator)} per organisatie in {year}: {told}.", *_asides(found))
        if part
    )


def _extremes(indicator: Indicator, bars: Sequence[tuple[str, Decimal]]) -> str:
    (highest, high), (lowest, low) = max(bars, key=lambda one: one[1]), min(bars, key=lambda one: one[1])
    if len(bars) == 1:
        return f"alleen {highest} ({shown(high, indicator)})"
    if high == low:
        return f"overal {shown(high, indicator)}"
    return f"het hoogst bij {highest} ({shown(high, indicator)}), het laagst bij {lowest} ({shown(low, indicator)})"


def _asides(found: YearFigures) -> tuple[str, str]:
    return together(found), absent(found.parts)


def together(found: YearFigures) -> str:
    """'Samen één staaf: RIEC Limburg en RIEC Rotterdam.'; '' when everybody stands alone."""
    return f"Samen één staaf: {listing(found.together)}." if found.together else ""


def absent(parts: Sequence[OrganisationFigure]) -> str:
    """'Niet in de grafiek: RIEC Limburg (vertrouwelijk).'; '' when everybody is."""
    gone = [f"{part.organisation.name} ({_why(part.figure)})" for part in parts if _is_absent(part.figure)]
    return f"Niet in de grafiek: {listing(gone)}." if gone else ""


def _is_absent(figure: Figure) -> bool:
    return figure.actual is None and figure.instead != TOGETHER


def _why(figure: Figure) -> str:
    return figure.instead or word(figure.reason) or "geen cijfer"


def regions_note(found: YearFigures) -> str:
    """Whose number is provisional, who is counted together, and who is not shown."""
    early = [part.organisation.name for part in found.parts if part.figure.provisional]
    provisional = _are_provisional(f" van {listing(early)}", len(early)) if early else ""
    return " ".join(part for part in (provisional, *_asides(found)) if part)


# --- Target and actual -----------------------------------------------------------------------------------------------


def targets_description(one: Trend) -> str:
    """'Staafdiagram van het doel en het werkelijke cijfer …: in 2023 254 bij een doel van 240, gehaald.'."""
    indicator, last = one.indicator, one.totals[-1]
    met = _met(last, indicator)
    return (
        f"Staafdiagram met het doel en het werkelijke cijfer van {bare_name(indicator)} {span(one.years)}: "
        f"in {one.years[-1]} {shown(last.actual, indicator)} bij een doel van {shown(last.target, indicator)}"
        f"{f',{met}' if met else ''}."
    )


# --- Activities ------------------------------------------------------------------------------------------------------


def activities_description(counts: Sequence[tuple[str, int, int]], year_name: str) -> str:
    """Of (portfolio, activities, finished): how many there are in all, and which portfolio has the most."""
    total, done = sum(count for _, count, _ in counts), sum(finished for _, _, finished in counts)
    name, most, _ = max(counts, key=lambda one: one[1])
    return (
        f"Staafdiagram van het aantal activiteiten per portefeuille in {year_name}: {total} activiteiten, "
        f"waarvan {done} afgerond. De meeste bij {name} ({most})."
    )


# --- Titles -----------------------------------------------------------------------------------------------------------


def lines_title(trends: Sequence[Trend]) -> str:
    """'Analyseproducten en gebruikte producten, 2021-2023'."""
    names = capitalised(listing([bare_name(one.indicator) for one in trends]))
    known = [year for one in trends for year in one.years]
    return f"{names}, {_years(min(known), max(known))}"


def _years(first: int, last: int) -> str:
    return str(last) if first == last else f"{first}-{last}"


def regions_title(indicator: Indicator, year: int) -> str:
    """'Signalen per organisatie in 2023'."""
    return f"{capitalised(bare_name(indicator))} per organisatie in {year}"


def targets_title(one: Trend) -> str:
    """'Signalen: doel en werkelijk, 2021-2023'."""
    return f"{capitalised(bare_name(one.indicator))}: doel en werkelijk, {_years(one.years[0], one.years[-1])}"
