"""Short ways to write blocks and chapters for tests of what is made of them."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from zlib import crc32

from riec_desktop.chapter.blocks import (
    Align,
    Block,
    Callout,
    Caption,
    Cell,
    Chapter,
    Column,
    Contents,
    ContentsEntry,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Role,
    Span,
    State,
    Table,
    TextBlock,
)


def spans(text: str, **look: Any) -> tuple[Span, ...]:
    return (Span(text=text, **look),)


def paragraph(text: str = "Een alinea.", role: Role = Role.BODY, **rest: Any) -> Paragraph:
    return Paragraph(spans=spans(text), role=role, **rest)


def heading(level: int, text: str, number: str = "", bookmark: str = "") -> Heading:
    made = f"_Toc{crc32(f'{text} {number}'.encode(errors='replace'))}"
    return Heading(level=level, text=text, number=number, bookmark=bookmark or made)


def item(text: str, list_id: int = 1, level: int = 0, number: int = 0, *, ordered: bool = False) -> ListItem:
    return ListItem(spans=spans(text), ordered=ordered, level=level, list_id=list_id, number=number)


def cell(*texts: str) -> Cell:
    return tuple(spans(text) for text in texts)


def table(number: int = 1, rows: int = 2, **rest: Any) -> Table:
    """A table of a name and a number per row."""
    return Table(
        columns=(Column(title="Indicator", weight=3), Column(title="2023", align=Align.RIGHT)),
        rows=tuple((cell(f"Signalen {at}"), cell(f"{at}")) for at in range(rows)),
        caption=Caption(label="Tabel", prefix="3.4", number=number, text="Cijfers", bookmark=f"_Tabel{number}"),
        title="Cijfers 2023",
        description="Per indicator het aantal in 2023.",
        **rest,
    )


def callout(title: str, source: str, *blocks: TextBlock) -> Callout:
    return Callout(title=title, source=source, blocks=blocks)


def chapter(*blocks: Block, **rest: Any) -> Chapter:
    values: dict[str, Any] = {
        "year": 2023,
        "number": "3.4",
        "title": "Versterking RIEC-LIEC-bestel",
        "subject": "Jaarverslag 2023",
        "organisation": "RIEC-LIEC",
        "header": "CONCEPT 2 januari 2026",
        "footer": "Jaarverslag RIEC-LIEC 2023",
        "state": State.DRAFT,
        "landscape": False,
        "made_on": date(2026, 1, 2),
    }
    return Chapter(**{**values, **rest}, blocks=blocks)


HEADINGS = (
    heading(1, "Jaarverslag 2023", bookmark="_Toc1"),
    heading(2, "RIEC Limburg", bookmark="_Toc2"),
    heading(2, "Versterking bestel", "3.4.", "_Toc3"),
    heading(3, "Weerbare samenleving", "3.4.1.", "_Toc4"),
    heading(4, "Mensenhandel", "3.4.1.1.", "_Toc5"),
)


def contents(headings: Iterable[Heading] = HEADINGS) -> Contents:
    """The contents of these headings, each on the next page."""
    entries = tuple(
        ContentsEntry(level=each.level, number=each.number, text=each.text, bookmark=each.bookmark, page=page)
        for page, each in enumerate(headings, start=1)
    )
    return Contents(title="Inhoud", entries=entries)


def every_kind() -> Chapter:
    """A chapter with every kind of block and every role of a paragraph."""
    title, region, start, goal, portfolio = HEADINGS
    linked = Paragraph(
        spans=(
            Span(text="Zie "),
            Span(text="Tabel 3.4-1", target="_Tabel1"),
            Span(text=" en "),
            Span(text="het convenant", href="https://example.org/a?b=c&d=e"),
            Span(text="."),
        )
    )
    return chapter(
        *(title, contents(), PageBreak(), region, paragraph(), start, linked),
        *(item("eerst", 1, number=1, ordered=True), item("dan", 1, number=2, ordered=True), item("punt", 2)),
        goal,
        *(paragraph(role.value, role) for role in Role),
        portfolio,
        *(table(1, totals=True), paragraph("Bron: registratie.", Role.SOURCE), table(2, rows=12, wide=True)),
        callout("Samen sterk", "RIEC Limburg", paragraph(), item("een", 3), item("twee", 4, ordered=True)),
        callout("Vooruit", "RIEC Rotterdam", paragraph()),
    )
