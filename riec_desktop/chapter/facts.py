"""Lines of facts: a label in bold and what it is, several in one line."""

from collections.abc import Iterator

from riec_desktop.chapter.blocks import Block, Paragraph, Role, Span, Spans
from riec_desktop.chapter.draft import anchor
from riec_desktop.dossier.records import Record

Fact = tuple[str, str]
"""A label and its value."""

_BETWEEN = " · "


def fact_line(record: Record, name: str, *facts: Fact) -> Iterator[Block]:
    """The facts that have a value, in one paragraph that leads to this field; nothing when none has."""
    known = [fact for fact in facts if fact[1]]
    if known:
        yield Paragraph(spans=_spans(known), role=Role.FACTS, anchor=anchor(record, name))


def _spans(facts: list[Fact]) -> Spans:
    spans: list[Span] = []
    for label, value in facts:
        before = _BETWEEN if spans else ""
        spans += [Span(text=f"{before}{label}: ", bold=True), Span(text=value)]
    return tuple(spans)


def one_line(text: str) -> str:
    """Text of several lines in one."""
    return " ".join(text.split())
