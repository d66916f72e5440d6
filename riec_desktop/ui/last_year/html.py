"""Last year as HTML for the tab at the right, with links to take a text over and to go to its field."""

from collections.abc import Iterator, Sequence

from riec_desktop.chapter.html import Palette, escape
from riec_desktop.workspace.last_year import Kept, LastYear, OldFigure, OldText

TAKE, GO = "neem:", "naar:"
"""How a link to take a text over begins, and one to its field; the number of the text follows."""


def numbered_texts(found: LastYear) -> tuple[OldText, ...]:
    """The texts in the order of the numbers that links carry: promises, then answers."""
    return (*found.promises, *found.texts)


def last_year_html(found: LastYear, palette: Palette, *, takes: bool) -> str:
    """The whole tab; without `takes` nothing can be taken over, as in a closed year."""
    body = "".join(_body(found, palette, takes=takes))
    return f'<html><body style="color:{palette.text}">{body}</body></html>'


def _body(found: LastYear, palette: Palette, *, takes: bool) -> Iterator[str]:
    if found.promises:
        yield _promise(found, palette)
    if found.texts:
        yield _heading(f"Teksten van {found.year}", palette)
    for at, one in enumerate(found.texts, len(found.promises)):
        yield _text(one, at, palette, takes=takes)
    if found.figures:
        yield _heading("Cijfers", palette)
        yield _figures(found.figures, found.year, palette)
    yield from _kept(f"Activiteiten van {found.year}", found.activities, palette)
    yield from _kept(f"Kaderteksten van {found.year}", found.boxes, palette)


def _heading(text: str, palette: Palette) -> str:
    return f'<h3 style="color:{palette.accent};margin-top:14px;margin-bottom:4px">{escape(text)}</h3>'


def _link(address: str, text: str, palette: Palette) -> str:
    return f'<a href="{address}" style="color:{palette.link}">{escape(text)}</a>'


def _promise(found: LastYear, palette: Palette) -> str:
    """What was promised in a box, and under it what this year says about it."""
    fields = {one.record.id: at for at, one in reversed([*enumerate(found.promises)])}
    answers = "".join(
        f'<p style="margin-bottom:0"><b>{_link(f"{GO}{at}", one.title, palette)}</b></p><p>{_now(one, palette)}</p>'
        for at, one in enumerate(found.promises)
        if fields[one.record.id] == at
    )
    said = dict.fromkeys((one.of, one.shown) for one in found.promises)
    texts = "".join(f"<p>{f'<b>{escape(of)}:</b> ' if of else ''}{escape(shown)}</p>" for of, shown in said)
    inside = f"<p><b>Beloofd in {found.year} voor {found.year + 1}</b></p>{texts}"
    box = f'<table width="100%" cellpadding="6"><tr><td bgcolor="{palette.box}">{inside}</td></tr></table>'
    return f"{box}{_heading(f'Wat u daarover in {found.year + 1} schrijft', palette)}{answers}"


def _now(one: OldText, palette: Palette) -> str:
    nothing = f'<i style="color:{palette.muted}">Nog niets geschreven.</i>'
    return escape(one.now) if one.now else nothing


def _text(one: OldText, at: int, palette: Palette, *, takes: bool) -> str:
    take = f" · {_link(f'{TAKE}{at}', 'Neem over', palette)}" if takes else ""
    head = f'<p style="margin-bottom:0"><b>{_link(f"{GO}{at}", one.title, palette)}</b>{take}</p>'
    return f"{head}<p>{escape(one.shown)}</p>"


def _figures(figures: Sequence[OldFigure], year: int, palette: Palette) -> str:
    heads = "".join(
        f'<th align="{side}" bgcolor="{palette.head}">{escape(name)}</th>'
        for name, side in (("Indicator", "left"), (str(year), "right"), (str(year + 1), "right"), ("Verschil", "right"))
    )
    rows = "".join(
        f'<tr><td>{escape(one.name)}</td><td align="right">{escape(one.before)}</td>'
        f'<td align="right">{escape(one.now)}</td><td align="right">{escape(one.difference)}</td></tr>'
        for one in figures
    )
    style = f"border-collapse:collapse;border-style:solid;border-color:{palette.border}"
    return (
        f'<table width="100%" border="1" cellspacing="0" cellpadding="4" style="{style}"><tr>{heads}</tr>{rows}</table>'
    )


def _kept(title: str, found: Sequence[Kept], palette: Palette) -> Iterator[str]:
    if found:
        yield _heading(title, palette)
    for one in found:
        about = f' <span style="color:{palette.muted}">({escape(one.about)})</span>' if one.about else ""
        yield f'<p style="margin-bottom:0"><b>{escape(one.title)}</b>{about}</p>'
        if one.text:
            yield f'<p style="margin-top:0">{escape(one.text)}</p>'
