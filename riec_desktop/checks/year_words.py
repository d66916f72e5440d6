"""Rule 8: words about a year carry its number, and the number is right.

Who reads the report does so in another year. 'Volgend jaar' without a number, 'dit jaar' for the year of the report,
and a sentence about the year after it in the past tense all leave the reader guessing.
"""

import re
from collections.abc import Iterator

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.place import TextPlace
from riec_desktop.checks.prose import prose
from riec_desktop.dossier.records import Answer, Question

_PREPOSITIONS = ("van", "voor", "over", "naar", "uit", "tot", "vanaf", "sinds", "in")
_BEFORE = rf"\b(?:(?:{'|'.join(_PREPOSITIONS)}) )?(?:het )?"
_AFTER = r" (?:kalender|verslag)?jaar\b"
_NEXT = re.compile(_BEFORE + "(?:volgend|komend|aankomend)e?" + _AFTER, re.IGNORECASE)
_LAST = re.compile(_BEFORE + "(?:vorig|voorgaand)e?" + _AFTER, re.IGNORECASE)
_THIS = re.compile(_BEFORE + "dit" + _AFTER, re.IGNORECASE)
_PASSED = re.compile(_BEFORE + "afgelopen" + _AFTER, re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")
_PAST_VERBS = (
    "hebben|heeft|hadden|had|waren|was|werden|werd|deden|deed|kwamen|kwam|gingen|ging|kregen|kreeg|"
    "startten|startte|maakten|maakte|werkten|werkte|leverden|leverde"
)
_PAST = re.compile(rf"\bin (20\d\d) (?:{_PAST_VERBS})\b", re.IGNORECASE)

_RELATIVE = (
    (_NEXT, 1, ("olgend", "omend")),
    (_LAST, -1, ("orig", "oorgaand")),
    (_THIS, 0, ("it jaar", "it verslagjaar", "it kalenderjaar")),
    (_PASSED, 0, ("fgelopen",)),
)
"""What is looked for, how many years it is from the report, and parts of which a text must have one."""
_ALONE = (_NEXT, _LAST, _THIS)
"""Words that need a number beside them; 'afgelopen jaar' is clear in a report over that year."""


def relative_years(place: TextPlace) -> Iterator[Finding]:
    """'Volgend jaar', 'vorig jaar' and 'dit jaar' without the number, or any of them with another one."""
    if not place.year or "jaar" not in place.text:
        return
    hinted = (one for one in _RELATIVE if any(hint in place.text for hint in one[2]))
    for pattern, distance, _ in hinted:
        year = place.year + distance
        # Next year is a promise and has its number in the same sentence; elsewhere the text as a whole may tell it.
        stretches = [one.text for one in prose(place.plain).sentences] if pattern is _NEXT else [place.plain]
        for stretch in stretches:
            found = pattern.search(stretch)
            if found and (problem := _problem(pattern, found[0], stretch, year)):
                yield _noticed(place, pattern, found, year, problem)
                break


def _problem(pattern: re.Pattern[str], words: str, sentence: str, year: int) -> str:
    """What is wrong with such words in a sentence, '' for nothing."""
    beside = re.search(re.escape(words) + r",? ?\(?(20\d\d)\b", sentence)
    if beside and beside[1] != str(year):
        return f"‘{beside[0]}’ klopt niet: in dit verslag is dat {year}."
    if str(year) in sentence or pattern not in _ALONE:
        return ""
    return f"‘{words}’ zegt de lezer straks niet welk jaar u bedoelt. Noem {year}."


def _noticed(place: TextPlace, pattern: re.Pattern[str], found: re.Match[str], year: int, problem: str) -> Finding:
    severity = Severity.WARNING if pattern is _NEXT else Severity.TIP
    new = _dated(found, year)
    wrong = re.compile(pattern.pattern + r"(?:,? ?\(?20\d\d\b\)?)?", re.IGNORECASE)
    repairs = place.repair(f"Vervang door ‘{new}’", lambda text: wrong.sub(lambda one: _dated(one, year), text))
    return place.notice(severity, "years.relative", problem, repairs=repairs, words=found[0])


_SUBJECT = re.compile(r" (?:stond in het teken|staat in het teken|kende|bracht|verliep|liet zien|markeerde?t?)\b")
"""Behind these words the year itself is what the sentence is about: 'Dit jaar stond in het teken van leren'."""


def _dated(found: re.Match[str], year: int) -> str:
    """'In 2024' for 'Volgend jaar', 'voor 2024' for 'voor het volgend jaar', 'Het jaar 2024' as a subject."""
    words = found[0]
    first = words.split(" ", 1)[0]
    if first.lower() not in _PREPOSITIONS and _SUBJECT.match(found.string, found.end()):
        return f"{'Het' if first[0].isupper() else 'het'} jaar {year}"
    before = first if first.lower() in _PREPOSITIONS else "In" if first[0].isupper() else "in"
    return f"{before} {year}"


def past_future(place: TextPlace) -> Iterator[Finding]:
    """Something that happened in a year that was still to come."""
    if not place.year or "n 20" not in place.plain:
        return
    for found in _PAST.finditer(place.plain):
        if int(found[1]) > place.year:
            problem = f"‘{found[0]}’ vertelt over {found[1]} alsof het voorbij is; dit verslag gaat over {place.year}."
            yield place.notice(Severity.WARNING, "years.past_future", problem, words=found[0])
            return


def promised_year(place: TextPlace) -> Iterator[Finding]:
    """An answer about the next year that names this one and not the next: most likely it was copied."""
    if not isinstance(place.record, Answer) or not place.year:
        return
    question = place.dossier.get(Question, place.record.question_id)
    named = set(_YEAR.findall(place.plain))
    if question and question.promise and str(place.year) in named and max(map(int, named)) <= place.year:
        problem = f"dit antwoord gaat over {place.year + 1}, maar noemt alleen {place.year}. Is het een oude tekst?"
        repairs = place.repair(
            f"Vervang {place.year} door {place.year + 1}",
            lambda text: text.replace(str(place.year), str(place.year + 1)),
        )
        yield place.notice(Severity.WARNING, "years.promise", problem, repairs=repairs, words=str(place.year))
