"""Which question a text answers when nothing says so: by its words, and by the order of the questions.

The words of a question are those of its prompt and help, and of every answer to the same topic in the dossier. Texts
follow the order of the questions, so the best way through them is sought as a whole, not text by text.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Answer, Question

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
_ORDER = 0.5
"""How much the place of a text in the row counts, beside its words."""


def words_of(text: str) -> Counter[str]:
    """The words of a text by their beginning, so that 'signalen' and 'signaal' are nearly one."""
    return Counter(word[:_STEM] for word in _WORD.findall(text.casefold()))


def question_words(dossier: Dossier, questions: Sequence[Question]) -> tuple[Mapping[str, float], ...]:
    """For each question how much each word points to it."""
    topics = {one.id: one.topic for one in dossier.all(Question)}
    by_topic: dict[str, Counter[str]] = {}
    for answer in dossier.all(Answer):
        by_topic.setdefault(topics.get(answer.question_id or "", ""), Counter()).update(words_of(answer.text))
    counts = [
        words_of(f"{one.topic} {one.prompt} {one.help}") + by_topic.get(one.topic, Counter()) for one in questions
    ]
    spread = Counter(word for one in counts for word in one)
    return tuple(
        {word: math.log1p(count) * math.log(1 + len(counts) / spread[word]) for word, count in one.items()}
        for one in counts
    )


def guessed(texts: Sequence[str], weights: Sequence[Mapping[str, float]]) -> tuple[int, ...]:
    """For each text the number of its question; they never go back in the row."""
    if not weights:
        return ()
    scores = [_scores(text, weights, at / max(1, len(texts) - 1)) for at, text in enumerate(texts)]

    @cache
    def best(at: int, lowest: int) -> tuple[float, tuple[int, ...]]:
        if at == len(texts):
            return 0.0, ()
        ways = ((number, *best(at + 1, number)) for number in range(lowest, len(weights)))
        return max(((scores[at][one] + rest, (one, *path)) for one, rest, path in ways), key=lambda way: way[0])

    return best(0, 0)[1]


def _scores(text: str, weights: Sequence[Mapping[str, float]], place: float) -> list[float]:
    """How well a text fits each question; `place` is where it stands among the texts, from 0 to 1."""
    words = words_of(text)
    known = [sum(one.get(word, 0.0) for word in words) / (1 + len(words)) for one in weights]
    return [score - _ORDER * abs(place - at / max(1, len(weights) - 1)) for at, score in enumerate(known)]
