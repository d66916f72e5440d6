"""Short ways to write blocks and chapters for tests of what is made of them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from struct import pack
from typing import Any
from zlib import compress, crc32

from riec_desktop.chapter.blocks import (
    Align,
    Block,
    Callout,
    Caption,
    Cell,
    Chapter,
    Chart,
    ChartKind,
    Column,
    Contents,
    ContentsEntry,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Series,
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


def figure_caption(number: int, text: str = "Signalen per jaar") -> Caption:
    return Caption(label="Figuur", prefix="3.4", number=number, text=text, bookmark=f"_Figuur{number}")


def series(name: str, *numbers: str, **rest: Any) -> Series:
    """A row of numbers; '' for one that is missing."""
    return Series(name=name, values=tuple(Decimal(number) if number else None for number in numbers), **rest)


YEARS = ("2021", "2022", "2023")
DONE, MEANT = series("Werkelijk", "1234.5", "", "3"), series("Doel", "1000", "2000", "3000", is_target=True)


def chart(number: int = 1, kind: ChartKind = ChartKind.LINE, *rows: Series, **rest: Any) -> Chart:
    """A chart over three years; without rows of its own, of what was done and what was meant."""
    values: dict[str, Any] = {
        "categories": YEARS,
        "unit": "signalen",
        "decimals": 0,
        "title": "Signalen per jaar",
        "description": "Lijngrafiek van 2021 tot en met 2023: van 1.234,5 naar 3 signalen.",
    }
    return Chart(kind=kind, series=rows or (DONE, MEANT), caption=figure_caption(number), **{**values, **rest})


def png(width: int, height: int, shade: int = 128) -> bytes:
    """A grey picture of so many pixels (PNG, third edition, clause 11.2)."""
    rows = (b"\0" + bytes((shade,)) * width) * height
    header = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", compress(rows)), (b"IEND", b""))
    parts = (pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data)) for kind, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def picture(number: int = 1, width: int = 60, height: int = 40, **rest: Any) -> Picture:
    values: dict[str, Any] = {
        "content": png(width, height),
        "media_type": "image/png",
        "title": "Kaart",
        "description": "Kaart van de tien regio’s.",
        "source": "Bron: Kadaster, 2023.",
    }
    caption = figure_caption(number, "De regio’s")
    return Picture(width=width, height=height, caption=caption, **{**values, **rest})


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
            Span(text="Figuur 3.4-1", target="_Figuur1"),
            Span(text=" op bladzijde "),
            Span(text="2", target="_Figuur1", page=True),
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
        *(chart(1), paragraph("Tussen de figuren."), chart(2, ChartKind.BARS, wide=True), picture(3), picture(4)),
        callout("Samen sterk", "RIEC Limburg", paragraph(), item("een", 3), item("twee", 4, ordered=True)),
        callout("Vooruit", "RIEC Rotterdam", paragraph()),
    )
