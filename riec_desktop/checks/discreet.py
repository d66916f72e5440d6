"""Sentences as they may be printed, copied and logged: what points to a person is masked in them.

Rules quote texts and titles, and who reads what they say need not be somebody who may read the texts. So every finding
passes here, whichever rule made it.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from riec_desktop.checks.findings import Finding
from riec_desktop.checks.own_rules import NO_RULES, OwnRules, own_hits, own_rules
from riec_desktop.checks.place import plain_of
from riec_desktop.checks.privacy_hits import hits, masked
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, specs

_QUOTE = re.compile(r"‘[^‘’]*’")
"""What is quoted can begin or end in the middle of what points to a person."""
_WORD = re.compile(r"[^\s‘’…,;()]+")
_LEAST = 3
"""Characters: fewer tell nothing, and are what a mask leaves."""
_NUMBER_CUT = re.compile(r"(?:[\w.+-]*@[\w.-]*|[\d+(][\d .()/-]*)(?= ?…’)")
"""The beginning of a number or an address at the end of such a quote."""


def discreet(dossier: Dossier, finding: Finding) -> Finding:
    """The finding with a sentence that anybody may read. `words` stays: it is shown in the text alone."""
    own = dossier.derived(own_rules)
    sentence = masked_in(finding.sentence, frozenset(_told(_text_of(dossier, finding), own)), own)
    return finding if sentence == finding.sentence else replace(finding, sentence=sentence)


def masked_in(sentence: str, known: Collection[str], own: OwnRules = NO_RULES) -> str:
    """A sentence in which everything about persons is masked: what is `known` to be in its text, and what is seen."""
    for one in sorted({*known, *_told(sentence, own)}, key=len, reverse=True):
        sentence = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", lambda found: masked(found[0]), sentence)
    parts = tuple(part for one in known for part in one.split())
    return _QUOTE.sub(lambda quote: _parts_masked(quote[0], parts), sentence) if parts else sentence


def without_cut_numbers(sentence: str) -> str:
    """A sentence whose quotes do not end with the beginning of a number: nobody can tell what that would have been."""
    return _NUMBER_CUT.sub("", sentence)


def _parts_masked(quote: str, parts: Collection[str]) -> str:
    """The quote without any part of what was found in the text, nor the beginning of one where it was cut."""

    def instead(found: re.Match[str]) -> str:
        word, is_cut = found[0], quote[found.end() :].strip() == "…’"
        tells = len(word) >= _LEAST and (word[0].isupper() or any(one.isdigit() or one == "@" for one in word))
        is_part = word in parts or (is_cut and any(one.startswith(word) for one in parts))
        return masked(word) if tells and is_part else word

    return _WORD.sub(instead, quote)


def _told(text: str, own: OwnRules) -> Iterator[str]:
    """Everything about persons in a text, as it stands there."""
    if not text:
        return
    yield from (one.text for one in hits(text) if one.text.casefold() not in own.allowed)
    yield from (one.text for one in own_hits(own, text))


def _text_of(dossier: Dossier, finding: Finding) -> str:
    """What a reader sees of the field that a finding is about; '' when it is no text or the record is not there yet."""
    record, spec = dossier.get(finding.kind, finding.record_id), specs(finding.kind).get(finding.field)
    text = getattr(record, spec.name) if record is not None and spec is not None else ""
    if spec is None or not isinstance(text, str) or spec.kind not in (Kind.LINE, Kind.TEXT, Kind.RICH):
        return ""
    return plain_of(text) if spec.kind is Kind.RICH else text
