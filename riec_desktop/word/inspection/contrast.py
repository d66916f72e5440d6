"""Rules on what can be read: contrast between text and what lies behind it, and text that is not too small."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from riec_desktop.word.etree import Element
from riec_desktop.word.inspection.flow import Paragraph, Run
from riec_desktop.word.inspection.looks import Frame, Look, contrast, look_of
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, error, warning
from riec_desktop.word.inspection.styles import inner

_SMALLEST = 16
"""Half points: smaller text is hard to read on paper and on screen."""


@dataclass(slots=True)
class Looks:
    """The looks of runs; most say nothing themselves and share that of their style and cell."""

    document: Document
    _plain: dict[tuple[str, Frame | None], Look] = field(default_factory=dict[tuple[str, Frame | None], Look])

    def of(self, paragraph: Paragraph, run: Run) -> Look:
        """The look of a run."""
        if run.properties is not None or inner(paragraph.properties, "shd") is not None:
            return self._computed(paragraph, run.properties)
        key = (paragraph.style, paragraph.frame)
        if key not in self._plain:
            self._plain[key] = self._computed(paragraph, None)
        return self._plain[key]

    def _computed(self, paragraph: Paragraph, run: Element | None) -> Look:
        return look_of(self.document.styles, paragraph.style, paragraph.properties, run, paragraph.frame)


def shown(document: Document) -> Iterator[tuple[Paragraph, Run, Look]]:
    """Every run with words that can be seen, and how it looks."""
    looks = Looks(document)
    for paragraph in document.paragraphs():
        for run in paragraph.runs:
            if not run.text.isspace():
                look = looks.of(paragraph, run)
                if not look.hidden:
                    yield paragraph, run, look


def readable(document: Document) -> Iterator[Hit]:
    """WCAG 2.1, 1.4.3: contrast of 4.5 to 1, for large text 3 to 1. Each pair of colours is told once."""
    seen: set[tuple[str, str, float]] = set()
    for paragraph, _, look in shown(document):
        pair = (look.colour, look.behind, look.enough)
        if pair not in seen:
            seen.add(pair)
            found = contrast(look.colour, look.behind)
            if found < look.enough:
                yield error(paragraph.place, _sentence(look, found))


def _sentence(look: Look, found: float) -> str:
    return (
        f"Deze tekst (kleur #{look.colour} op #{look.behind}) heeft te weinig contrast: {_ratio(found)} in plaats van "
        f"{_ratio(look.enough)}. Maak de tekst donkerder of de achtergrond lichter, liefst in de stijl."
    )


def _ratio(contrast_found: float) -> str:
    return f"{int(contrast_found * 10) / 10} : 1".replace(".", ",")


def small(document: Document) -> Iterator[Hit]:
    """Text of less than 8 points. Each style is told once."""
    seen: set[tuple[str, int]] = set()
    for paragraph, _, look in shown(document):
        if look.size < _SMALLEST and (paragraph.style, look.size) not in seen:
            seen.add((paragraph.style, look.size))
            size = f"{look.size / 2:g}".replace(".", ",")
            yield warning(
                paragraph.place,
                f"Deze tekst is {size} punt. Dat is voor veel mensen te klein. Maak de tekst 8 punt of groter.",
            )
