"""Rules on charts: the numbers behind them are in the file, and are the numbers that are shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from riec_desktop.word.etree import Element, parse
from riec_desktop.word.inspection.flow import quoted
from riec_desktop.word.inspection.names import CHART, WP, R
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, error
from riec_desktop.word.inspection.styles import value
from riec_desktop.word.inspection.workbook import Workbook, read_workbook

_MOST_CHARTS = 200
"""Charts of which the numbers are compared; a chapter has a few dozen."""

_NAMES = ("creator", "lastModifiedBy")
_HOW = "Maak de grafiek opnieuw, anders verandert hij zodra iemand op ‘Gegevens bewerken’ klikt."


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its part, its workbook (None: not there or not to be read), and its place."""

    part: str
    root: Element
    workbook: Workbook | None
    place: str


def charts(document: Document) -> Iterator[Chart]:
    """The charts in the text, in order."""
    seen = 0
    for flow in document.flows:
        for drawing in flow.drawings:
            for reference in drawing.element.iter(f"{CHART}chart"):
                relation = document.relation(flow.part, reference.get(f"{R}id", ""))
                seen += 1
                if relation and relation.part in document.parts and seen <= _MOST_CHARTS:
                    name = value(next(drawing.element.iter(f"{WP}docPr"), None), "name") or "grafiek"
                    yield _chart(document, relation.part, f"{drawing.spot.place()}, {quoted(name)}")


def _chart(document: Document, part: str, place: str) -> Chart:
    root = parse(document.parts[part])
    data = next(root.iter(f"{CHART}externalData"), None)
    relation = document.relation(part, value(data, f"{R}id"))
    content = document.parts.get(relation.part) if relation and not relation.outside else None
    return Chart(part, root, read_workbook(content) if content else None, place)


def editable(document: Document) -> Iterator[Hit]:
    """The workbook of a chart is in the file, so that 'edit data' works."""
    for chart in charts(document):
        if chart.workbook is None:
            yield error(
                chart.place,
                "De cijfers achter deze grafiek zitten niet in het bestand. De grafiek is dan niet te bewerken. "
                "Maak de grafiek opnieuw.",
            )


def true(document: Document) -> Iterator[Hit]:
    """What a chart shows equals what its workbook holds."""
    for chart in charts(document):
        for reference in chart.root.iter(f"{CHART}numRef", f"{CHART}strRef"):
            formula = reference.find(f"{CHART}f")
            text = "" if formula is None else formula.text or ""
            there = chart.workbook.cells(text) if chart.workbook else None
            if there is not None and not _alike(_cached(reference, len(there)), there):
                yield error(
                    chart.place,
                    f"De grafiek toont andere cijfers dan er in zijn werkmap staan (cellen {quoted(text)}). {_HOW}",
                )


def _cached(reference: Element, count: int) -> list[str]:
    """The values that the chart shows, '' for a gap."""
    found = {point.get("idx", ""): _point(point) for point in reference.iter(f"{CHART}pt")}
    return [found.pop(str(at), "") for at in range(count)] + list(found.values())


def _point(point: Element) -> str:
    shown = point.find(f"{CHART}v")
    return "" if shown is None else shown.text or ""


def _alike(shown: list[str], there: list[str]) -> bool:
    return len(shown) == len(there) and all(map(_same, shown, there))


def _same(one: str, other: str) -> bool:
    """The same text, or the same number written in another way."""
    try:
        return one == other or float(one) == float(other)
    except ValueError:
        return False


def nameless(document: Document) -> Iterator[Hit]:
    """The workbook of a chart names nobody either."""
    for chart in charts(document):
        names = [chart.workbook.properties.get(name, "").strip() for name in _NAMES] if chart.workbook else []
        if any(names):
            yield error(
                chart.place,
                f"In de cijfers achter deze grafiek staat een naam: {quoted(next(filter(None, names)))}. Maak de "
                "grafiek opnieuw in het programma.",
            )
