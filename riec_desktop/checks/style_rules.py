"""Rules about the style of one text: long sentences, passive voice, noun style, and who is speaking.

They advise and never block, and are asked of running text alone: what a title says is no style.
"""

import re
from collections.abc import Iterator, Sequence

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.place import TextPlace
from riec_desktop.checks.prose import Sentence, prose
from riec_desktop.dossier import views
from riec_desktop.dossier.dutch import number

_QUOTED = 5
"""Words of a sentence that a finding quotes, enough to find it."""


def beginning(sentence: str) -> str:
    """The first words of a sentence."""
    parts = sentence.split(" ")
    return sentence if len(parts) <= _QUOTED else " ".join(parts[:_QUOTED])


# --- Long sentences --------------------------------------------------------------------------------------------------


def long_sentences(place: TextPlace) -> Iterator[Finding]:
    """Sentences of more words than the team wants (`Settings.long_sentence`; 0: any length)."""
    limit = views.settings(place.dossier).long_sentence
    found = [one for one in prose(place.plain).sentences if len(one.words) > limit > 0]
    if found:
        longest = max(found, key=lambda one: len(one.words))
        words = beginning(longest.text)
        yield place.notice(Severity.TIP, "language.long_sentence", _too_long(found, longest, words, limit), words=words)


def _too_long(found: Sequence[Sentence], longest: Sentence, words: str, limit: int) -> str:
    count = len(longest.words)
    if len(found) == 1:
        return f"de zin ‘{words} …’ heeft {count} woorden, meer dan {limit}. Maak er twee zinnen van."
    return (
        f"{number(len(found))} zinnen hebben meer dan {limit} woorden. De langste begint met ‘{words} …’ en heeft er "
        f"{count}. Maak de zinnen korter."
    )


# --- Passive voice ---------------------------------------------------------------------------------------------------

_BECOME = frozenset({"word", "wordt", "worden", "werd", "werden", "geworden"})
_PARTICIPLE = re.compile(r"(?:[a-zëï]{0,12}ge|be|ver|ont|her|er|onder|over|mis)[a-zëï]{2,}(?:d|t|en)")
_PASSIVE_AT_LEAST = 3
_PASSIVE_SHARE = 0.4


def passive(place: TextPlace) -> Iterator[Finding]:
    """A text in which many sentences leave out who does it."""
    text = prose(place.plain)
    if _BECOME.isdisjoint(text.vocabulary):
        return
    every = text.sentences
    found = [one for one in every if _is_passive(one)]
    if len(found) >= _PASSIVE_AT_LEAST and len(found) >= _PASSIVE_SHARE * len(every):
        words = beginning(found[0].text)
        problem = (
            f"{number(len(found))} van de {number(len(every))} zinnen staan in de lijdende vorm, zoals ‘{words} …’. "
            "Schrijf wie het doet."
        )
        yield place.notice(Severity.TIP, "language.passive", problem, words=words)


def _is_passive(sentence: Sentence) -> bool:
    """Whether a form of 'worden' stands there with a participle."""
    found = not _BECOME.isdisjoint(sentence.words)
    return found and any(_PARTICIPLE.fullmatch(one) for one in sentence.words if one not in _BECOME)


# --- Noun style ------------------------------------------------------------------------------------------------------

_NOUN_STYLE = re.compile(
    r"\bhet (?!midden|leven|verleden|vermogen|teken|vertrouwen|wapen|voornemen|wezen|optreden|streven)"
    r"[a-zëï]{3,}en van\b"
    r"|\b(?:de|een|tot|bij|voor|na|door) (?:[a-zëï]+e )?"
    r"(?:uitvoering|invulling|inrichting|vaststelling|verwezenlijking|bewerkstelliging|totstandkoming|implementatie|"
    r"realisatie|optimalisatie|inzet|beschikbaarstelling|inventarisatie|operationalisering) van\b",
    re.IGNORECASE,
)
_NOUNS_AT_LEAST = 3


def nouns(place: TextPlace) -> Iterator[Finding]:
    """Verbs dressed up as nouns, three or more in one text."""
    found = _NOUN_STYLE.findall(place.plain) if place.plain.count(" van ") >= _NOUNS_AT_LEAST else []
    if len(found) >= _NOUNS_AT_LEAST:
        problem = f"de tekst gebruikt vaak een zelfstandig naamwoord waar een werkwoord kan, zoals ‘{found[0]}’."
        yield place.notice(Severity.TIP, "language.nouns", problem, words=found[0])


# --- Who is speaking -------------------------------------------------------------------------------------------------

_WE = frozenset({"we", "wij", "ons", "onze"})
_VERBS = (
    "heeft|hebben|is|zijn|was|waren|wil|willen|gaat|gaan|werkt|werken|werkte|werkten|zet|zetten|doet|doen|deed|deden|"
    "maakt|maken|maakte|maakten|biedt|bieden|bood|boden|ondersteunt|ondersteunen|ondersteunde|ondersteunden|helpt|"
    "helpen|hielp|hielpen|kiest|kiezen|koos|kozen|start|starten|startte|startten|bouwt|bouwen|zorgt|zorgen|ziet|zien"
)
_AS_OTHERS = re.compile(rf"(?:^|[.!?] |\bdat |\bdie )(?:Het |het |De |de )?RIEC-LIEC (?:{_VERBS})\b", re.MULTILINE)
_THEY_AFTER = re.compile(r"\bRIEC-LIEC\b[^.!?\n]*[.!?] Zij\b")


def person(place: TextPlace) -> Iterator[Finding]:
    """A text that calls the same people 'we' and 'RIEC-LIEC', or 'RIEC-LIEC' and then 'zij'."""
    if "RIEC-LIEC" not in place.plain:
        return
    others = _AS_OTHERS.search(place.plain)
    if others and not _WE.isdisjoint(prose(place.plain).vocabulary):
        problem = "‘we’ en ‘RIEC-LIEC’ staan door elkaar voor dezelfde groep. Kies één van de twee."
        yield place.notice(Severity.TIP, "language.person", problem, words="RIEC-LIEC")
    elif others and _THEY_AFTER.search(place.plain):
        problem = "na ‘RIEC-LIEC’ volgt ‘zij’. Schrijf ‘we’, of noem wie het doet."
        yield place.notice(Severity.TIP, "language.person", problem, words="Zij")
