"""Rules about the text of a whole portfolio: the mean sentence, and how hard it is to read.

The score is that of Flesch as R.H. Douma fitted it to Dutch (1960): 206.84 - 0.93 × words per sentence - 77 ×
syllables per word. Above 60 a text is plain, under 45 it is hard.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riec_desktop.checks.findings import Finding, Severity, noticed, portfolio_name
from riec_desktop.checks.place import plain_of
from riec_desktop.checks.prose import Sentence, prose, syllables_of
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number
from riec_desktop.dossier.records import Answer, PortfolioReport, ReportYear

ENOUGH = 100
"""Words: with fewer a mean says little."""
HARD = 40


@dataclass(frozen=True, slots=True)
class Readability:
    """Words per sentence, and the score from about 0 (very hard) to 100 (very easy)."""

    words: int
    mean: float
    score: float


def readability(sentences: Sequence[Sentence]) -> Readability:
    """What the sentences of a text come to; the lowest score there is for a text without words."""
    words = sum(len(one.words) for one in sentences)
    if not words:
        return Readability(0, 0, 0)
    mean = words / len(sentences)
    per_word = sum(syllables_of(one) for one in sentences) / words
    return Readability(words, mean, 206.84 - 0.93 * mean - 77 * per_word)


def report_readability(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """The answers of a portfolio together: sentences that are long on the whole, and a text that is hard to read."""
    answers = [one for one in dossier.where(Answer, "report_id", report.id) if one.text]
    found = readability([one for answer in answers for one in _sentences(answer)])
    if found.words < ENOUGH:
        return
    name = portfolio_name(dossier, report)
    limit = views.settings(dossier).mean_sentence
    if found.mean > limit > 0:
        sentence = f"{name}: een zin heeft gemiddeld {number(round(found.mean))} woorden, meer dan {limit}."
        yield noticed(answers[0], "text", Severity.TIP, "language.mean_sentence", sentence, report=report)
    if found.score < HARD:
        sentence = (
            f"{name}: de tekst is moeilijk te lezen (leesbaarheid {number(round(found.score))} op een schaal tot 100). "
            "Gebruik kortere woorden en zinnen."
        )
        yield noticed(answers[0], "text", Severity.TIP, "language.readability", sentence, report=report)


def _sentences(answer: Answer) -> tuple[Sentence, ...]:
    return prose(plain_of(answer.text)).sentences
