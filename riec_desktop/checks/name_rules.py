"""Rule 2: a name that somebody typed is the name that holds in the year, spelled as everywhere else."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from riec_desktop.checks.findings import Finding, Repair, Severity
from riec_desktop.checks.known_names import NO_NAMES, KnownNames, Wrong, known_names
from riec_desktop.checks.place import TextPlace
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator, Question, StrategicAgenda, StrategicGoal

_ARE_NAMES = (StrategicGoal, StrategicAgenda, Indicator, Question)
"""Records whose texts are names themselves, or are not printed."""
_SEVERITIES = {"names.year": Severity.WARNING, "names.unknown": Severity.WARNING, "names.old": Severity.WARNING}


def names(place: TextPlace) -> Iterator[Finding]:
    """Each typed name that does not hold, once a text."""
    if isinstance(place.record, _ARE_NAMES):
        return
    index = place.dossier.derived(_for_year(place.year))
    seen: set[str] = set()
    for typed, wrong in (*_organisations(place.plain, index), *_after_words(place.plain, index.known)):
        if typed not in seen:
            seen.add(typed)
            yield _finding(place, typed, wrong)


def _finding(place: TextPlace, typed: str, wrong: Wrong) -> Finding:
    repairs = tuple(repair for name in wrong.instead for repair in _replaced(place, typed, name))
    severity = _SEVERITIES.get(wrong.code, Severity.TIP)
    return place.notice(severity, wrong.code, f"‘{typed}’ {wrong.why}", repairs=repairs, words=typed)


def _replaced(place: TextPlace, typed: str, name: str) -> tuple[Repair, ...]:
    pattern = re.compile(rf"(?<!\w){re.escape(typed)}(?![\w-])")
    return place.repair(f"Vervang door ‘{name}’", lambda text: pattern.sub(lambda _: name, text))


# --- Organisations ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Index:
    """The names by their first word in small letters, the longest first, and what finds such a word."""

    known: KnownNames
    by_first: Mapping[str, tuple[str, ...]]
    first: re.Pattern[str]


@cache
def _for_year(year: int) -> Callable[[Dossier], _Index]:
    """The same function whenever the year is the same, so that what it gives is made once."""
    return lambda dossier: _index(known_names(dossier, year))


def _index(known: KnownNames) -> _Index:
    by_first: dict[str, list[str]] = {"riec": []}
    right = {name for name in known.right if " " in name}
    for name in sorted(
        {*right, *known.wrong, *(one for one in known.aliases if one.startswith("RIEC "))}, key=len, reverse=True
    ):
        by_first.setdefault(name.split(" ")[0].casefold(), []).append(name)
    words = "|".join(map(re.escape, sorted(by_first, key=len, reverse=True))) or "(?!)"
    first = re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.IGNORECASE)
    return _Index(known, {word: tuple(found) for word, found in by_first.items()}, first)


_EARLIER = re.compile(r"(?:voorheen|vroeger|destijds|toen nog|eerder|toenmalige|voormalige|de oude)\W+(?:de |het )?$")


def _organisations(text: str, index: _Index) -> Iterator[tuple[str, Wrong]]:
    for found in index.first.finditer(text):
        name = next((one for one in index.by_first[found[0].casefold()] if _stands_at(one, text, found.start())), "")
        typed = text[found.start() : found.start() + len(name)]
        wrong = _wrong(typed, name, text, found.start(), index.known) if name else _strange_centre(text, found, index)
        if wrong is not None:
            yield (typed, wrong) if name else (_centre_at(text, found.start()), wrong)


def _stands_at(name: str, text: str, start: int) -> bool:
    end = start + len(name)
    return text[start:end].casefold() == name.casefold() and not re.match(r"[\w]|-\w", text[end : end + 2])


def _wrong(typed: str, name: str, text: str, start: int, known: KnownNames) -> Wrong | None:
    """What is wrong with a name that is known, as it stands here."""
    found = known.wrong.get(name)
    if found is None:
        other_capitals = typed != name and name in known.right and " " in name
        return Wrong("names.alias", f"heet in het dossier ‘{name}’.", (name,)) if other_capitals else None
    if found.code == "names.year" and (_EARLIER.search(text, 0, start) or any(one in text for one in found.instead)):
        # The text itself tells which name came when.
        return None
    return found


_CENTRE = re.compile(r"RIEC (?:de |het )?[A-Z][a-zë]+(?:[- ](?:en )?[A-Z][a-zë]+)*")
_NO_CENTRES = frozenset({"RIEC Academie", "RIEC Nederland", "RIEC Bestel", "RIEC Informatieplein"})
_CLOSE = 0.8


def _centre_at(text: str, start: int) -> str:
    found = _CENTRE.match(text, start)
    return found[0] if found else ""


def _strange_centre(text: str, found: re.Match[str], index: _Index) -> Wrong | None:
    """A RIEC that the dossier does not know."""
    typed = _centre_at(text, found.start())
    if not typed or typed in _NO_CENTRES:
        return None
    close = _closest(typed, tuple(name for name in index.known.right if name.startswith("RIEC ")))
    if close:
        return Wrong("names.unknown", f"kent het dossier niet. Bedoelt u ‘{close}’?", (close,))
    return Wrong("names.unknown", "staat niet bij de organisaties. Verbeter de naam of voeg hem daar toe.", ())


# --- After 'portefeuille' and 'doel' ---------------------------------------------------------------------------------

_AFTER = re.compile(r"\b(portefeuille|doel) [‘“'\"]?((?:[^\W\d_][\w’-]*)(?: [^\W\d_][\w’-]*){0,4})", re.IGNORECASE)
_HINTS = ("ortefeuille ", "doel ", "Doel ")
_LEAST = 8
"""Letters: shorter words look alike by chance."""


def _after_words(text: str, known: KnownNames) -> Iterator[tuple[str, Wrong]]:
    hinted = any(hint in text for hint in _HINTS)
    for found in _AFTER.finditer(text) if hinted else ():
        about, typed = found[1].lower(), found[2]
        names, old = (known.portfolios, known.old) if about == "portefeuille" else (known.goals, NO_NAMES)
        if any(typed.casefold().startswith(name.casefold()) for name in names):
            continue
        was = next((name for name in old if typed.casefold().startswith(name.casefold())), "")
        if was:
            yield typed[: len(was)], old[was]
        elif wrong := _misspelt(typed, names):
            yield wrong


def _misspelt(typed: str, names: tuple[str, ...]) -> tuple[str, Wrong] | None:
    """The words that are nearly a name, of as many words as the name has."""
    words = typed.split(" ")
    for name in names:
        tried = " ".join(words[: len(name.split(" "))])
        if len(tried) >= _LEAST and _closest(tried, (name,)):
            return tried, Wrong("names.unknown", f"kent het dossier niet. Bedoelt u ‘{name}’?", (name,))
    return None


def _closest(typed: str, names: tuple[str, ...]) -> str:
    """The name that is most like what was typed, '' when none is."""
    scores = {name: _likeness(typed.casefold(), name.casefold()) for name in names}
    best = max(names, key=lambda name: scores[name], default="")
    return best if best and scores[best] >= _CLOSE else ""


def _likeness(typed: str, name: str) -> float:
    """From 0 to 1; worked out only for what may be alike: making ready to compare costs more than comparing."""
    least = _CLOSE * (len(typed) + len(name)) / 2
    if min(len(typed), len(name)) < least or (Counter(typed) & Counter(name)).total() < least:
        return 0.0
    return SequenceMatcher(None, typed, name).ratio()
