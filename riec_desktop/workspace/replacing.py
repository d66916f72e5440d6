"""Replacing words that a search found: as changes, with every linked number, reference and closed year left whole."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import cast

from riec_desktop.dossier import edits
from riec_desktop.dossier.changes import Change
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, Value, specs
from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.records import Record
from riec_desktop.dossier.richtext import RichBlock
from riec_desktop.workspace.search import Bound, Hit, readable, shower, shown_run


def new_words(words: str, new: str, *, capitals: bool) -> str:
    """What comes in the place of words that were found.

    As in Word: a search that takes small and capital letters alike gives the new words the capitals of the old ones.
    """
    if capitals or new != new.lower():
        return new
    if len(words) > 1 and words.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if words[:1].isupper() else new


def replaced(dossier: Dossier, hits: Iterable[Hit], new: str, *, capitals: bool) -> tuple[Change, ...]:
    """The changes that put `new` in the place of these hits, which a search in this very dossier found.

    Hits that are bound are passed over. `capitals` as in the search.
    """
    free = sorted((hit for hit in hits if hit.bound is Bound.FREE), key=_place)
    found: list[Change] = []
    for (kind, record_id, field), group in groupby(free, lambda hit: (hit.kind, hit.record_id, hit.field)):
        record = dossier.get(kind, record_id)
        if record is not None:
            spans = [(hit.start, hit.end, new_words(hit.words, new, capitals=capitals)) for hit in group]
            found += edits.set_value(dossier, record, field, _with(dossier, record, field, spans))
    return tuple(found)


Spans = Sequence[tuple[int, int, str]]
"""Start, end and what comes there, from left to right and apart."""


def _place(hit: Hit) -> tuple[str, str, str, int]:
    return hit.kind.__name__, hit.record_id, hit.field, hit.start


def _with(dossier: Dossier, record: Record, field: str, spans: Spans) -> Value:
    spec = specs(type(record))[field]
    if spec.kind is Kind.RICH:
        return write(_blocks(dossier, record, str(getattr(record, field)), spans))
    text = _spliced(readable(dossier, record, spec), 0, spans)
    return tuple(text.split("\n")) if spec.kind is Kind.LINES else cast("Value", text)


def _blocks(dossier: Dossier, record: Record, text: str, spans: Spans) -> Iterator[RichBlock]:
    """The new words get the look of the first letter that they replace."""
    show = shower(dossier, record)
    at = 0
    for block in parse(text):
        runs = list(block.runs)
        for index, run in enumerate(block.runs):
            if run.linked is None:
                runs[index] = replace(run, text=_spliced(run.text, at, spans))
            at += len(shown_run(run, show))
        yield replace(block, runs=tuple(runs))
        at += 1


def _spliced(text: str, at: int, spans: Spans) -> str:
    """A stretch of the text that begins at `at`, with what these spans do to it."""
    done: list[str] = []
    place = at
    for start, end, new in spans:
        if start < at + len(text) and end > at:
            done.append(text[place - at : max(start - at, 0)])
            done.append(new if start >= at else "")
            place = end
    done.append(text[place - at :])
    return "".join(done)
