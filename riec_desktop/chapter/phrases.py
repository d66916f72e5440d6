"""The Dutch sentences that the program writes itself: plain, and right for none, one and many.

Pure functions from names and numbers to text; nothing here knows about blocks.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from riec_desktop.dossier.choices import ExecutionForm, PortfolioStatus
from riec_desktop.dossier.dutch import NO_BREAK, capitalised, count_word, listing
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import Indicator, StrategicAgenda
from riec_desktop.figures.shielded import TOGETHER as TOGETHER_WORD
from riec_desktop.figures.shielded import WITHHELD

NAMELESS_GOAL = "Doel zonder naam"
NAMELESS_PORTFOLIO = "portefeuille zonder naam"
OTHER_PORTFOLIOS = "Overige portefeuilles"
TOGETHER = "RIEC’s en LIEC samen"
PROVISIONAL = "*"
_BOX_WORD = re.compile(r"\bkader(s|tekst|teksten)?\b", re.IGNORECASE)


def period_of_years(first: int | None, last: int | None) -> str:
    """'2021-2023', 'vanaf 2021', 'tot en met 2023' or ''."""
    if first and last:
        return f"{first}-{last}" if first != last else str(first)
    if first:
        return f"vanaf {first}"
    return f"tot en met {last}" if last else ""


def agenda_sentence(agenda: StrategicAgenda, steps: int) -> str:
    """Which agenda, from when, and how many steps follow."""
    subject = f"strategische agenda {period_of_years(agenda.first_year, agenda.last_year)}".strip()
    parts = f"bestaat uit {count_word(steps)} {'stap' if steps == 1 else 'stappen'}:" if steps else ""
    if agenda.drawn_up_in and parts:
        return f"De {subject} is in {agenda.drawn_up_in} opgesteld en {parts}"
    if agenda.drawn_up_in:
        return f"De {subject} is in {agenda.drawn_up_in} opgesteld."
    return f"De {subject} {parts}" if parts else f"Dit hoofdstuk volgt de {subject}."


def enumeration(items: Sequence[str]) -> str:
    """'a, b en c'; with a comma before 'en' when an item has its own 'en', with semicolons when one has a comma."""
    if any("," in item or ";" in item for item in items):
        return "; ".join(items)
    if len(items) > 1 and any(" en " in item for item in items):
        return f"{', '.join(items[:-1])}, en {items[-1]}"
    return listing(items)


def goals_sentence(names: Sequence[str]) -> str:
    """'De agenda heeft vier strategische doelen: …'."""
    noun = "strategisch doel" if len(names) == 1 else "strategische doelen"
    return f"De agenda heeft {count_word(len(names))} {noun}: {enumeration(names)}."


def portfolios_sentence(count: int, year_name: str) -> str:
    """What stands above the list of portfolios."""
    if count == 0:
        return f"In {year_name} waren er geen portefeuilles."
    if count == 1:
        return f"In {year_name} was er één portefeuille:"
    return f"In {year_name} waren er {count_word(count)} portefeuilles:"


def portfolio_item(name: str, status: PortfolioStatus, *, last: bool) -> str:
    """'portefeuille mensenhandel (in voorbereiding);' — rule 3 of the domain; '.' after the last."""
    state = "" if status is PortfolioStatus.RUNNING else f" ({word(status)})"
    return f"portefeuille {name or 'zonder naam'}{state}{'.' if last else ';'}"


def no_portfolio_item(year_name: str) -> str:
    """What stands under a goal without portfolios."""
    return f"geen portefeuille in {year_name}."


def no_portfolio_sentence(year_name: str) -> str:
    """The text of a goal about which nothing was written."""
    return f"In {year_name} had dit doel geen portefeuilles."


def default_guide(year_name: str) -> str:
    """The reading guide when nobody wrote one."""
    return f"Hierna leest u per doel wat de portefeuilles in {year_name} deden en wat dat opleverde."


BOXES_SENTENCE = "In de kaders staan voorbeelden van RIEC’s of van het LIEC."


def mentions_boxes(text: str) -> bool:
    """Whether a typed reading guide already tells about the boxes."""
    return _BOX_WORD.search(text) is not None


def subset_sentence(names: Sequence[str]) -> str:
    """What stands in a chapter with a part of the portfolios."""
    if not names:
        return "In deze versie staat geen van de portefeuilles."
    noun = "de portefeuille" if len(names) == 1 else "de portefeuilles"
    return f"In deze versie staat alleen de tekst van {noun} {enumeration(names)}."


ELSEWHERE = "De portefeuilles van dit doel staan niet in deze versie."
NO_TEXT_YET = "Voor deze portefeuille is nog geen tekst geschreven."


def nothing_yet(year_name: str) -> str:
    """The text of a year in which nobody wrote anything."""
    return f"Voor {year_name} staat nog niets in dit dossier."


def goal_line(full_name: str) -> str:
    """The full name of a goal, below the heading with its short one."""
    return f"Strategisch doel: {full_name}"


def execution_text(form: ExecutionForm, text: str) -> str:
    """How a portfolio is carried out; the form is not said twice."""
    name = word(form)
    if not text:
        return name
    return text if name.casefold() in text.casefold() else f"{name}. {text}"


def indicator_name(indicator: Indicator) -> str:
    """The name with its unit, unless the name says it: 'Doorlooptijd (dagen)'."""
    name = capitalised(indicator.name) or "Indicator zonder naam"
    unit = indicator.unit
    return name if not unit or unit.casefold() in name.casefold() else f"{name} ({unit})"


def unbroken_date(text: str) -> str:
    """A date whose day stays with its month."""
    return text.replace(" ", NO_BREAK, 1)


def reference_date_sentence(days: Sequence[str]) -> str:
    """'Peildatum: 31 december 2023.'; '' when the days differ."""
    return f"Peildatum: {unbroken_date(days[0])}." if len(days) == 1 else ""


def source_sentence(sources: Sequence[str]) -> str:
    """'Bronnen: registratie van de RIEC’s; opgave van het LIEC.', or '' without any."""
    noun = "Bron" if len(sources) == 1 else "Bronnen"
    return f"{noun}: {'; '.join(source.rstrip('.') for source in sources)}." if sources else ""


def missing_sentence(indicator: Indicator, names: Sequence[str]) -> str:
    """Which organisations are not in a total."""
    return f"Niet meegeteld bij {indicator.name}: {listing(names)}."


def small_sentences(words: Collection[str]) -> Iterator[str]:
    """What the words that stand in the place of hidden counts mean; nothing where none is hidden."""
    if any(word.startswith("<") for word in words):
        limit = next(word[1:] for word in sorted(words) if word.startswith("<"))
        yield f"Een aantal onder de {limit} staat er als <{limit}."
    if TOGETHER_WORD in words:
        yield "Kleine aantallen zijn samen geteld."
    if WITHHELD in words:
        yield "Een cijfer dat niet getoond is, zou naar personen kunnen wijzen."


PROVISIONAL_SENTENCE = f"Een cijfer met {PROVISIONAL} is voorlopig."
