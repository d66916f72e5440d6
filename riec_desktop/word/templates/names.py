"""The styles of a chapter: their names, their kinds, and the other names under which programs keep them.

Word keeps its built-in styles under English names in whatever language it runs ('heading 1' with the id 'Kop1');
LibreOffice writes 'Heading 1', other programs write what they show. So a style is found by any of its spellings.
"""

from collections.abc import Mapping

STYLE_NAMES = (
    "Normal",
    *(f"heading {level}" for level in range(1, 7)),
    *(f"toc {level}" for level in range(1, 5)),
    *("TOC Heading", "caption", "header", "footer", "Hyperlink"),
    *("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3"),
    *("Feiten", "Tussenkop", "Doel", "Tekst na tabel", "Figuur", "Figuur bijschrift", "Bronregel", "Melding"),
    *("Aandachtspunt", "Conceptmerk"),
    *("Kadertekst kop", "Kadertekst bron", "Kadertekst", "Kadertekst opsomming", "Kadertekst nummering"),
    *("Tabelkop", "Tabelkop getal", "Tabeltekst", "Tabelgetal", "RIEC tabel"),
)
"""Every style that a chapter uses, by its English name."""

HEADINGS = tuple(f"heading {level}" for level in range(1, 7))
NUMBERED_LEVELS = 4
"""Headings of level 1 to 4 are numbered."""
NUMBERED_HEADINGS = HEADINGS[:NUMBERED_LEVELS]
CONTENTS = tuple(f"toc {level}" for level in range(1, 5))
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
NUMBERS = ("List Number", "List Number 2", "List Number 3")
BOX_LISTS = ("Kadertekst opsomming", "Kadertekst nummering")

_KINDS = {"RIEC tabel": "table", "Hyperlink": "character", "Conceptmerk": "character"}
_DUTCH = {
    "Normal": "Standaard",
    **{f"heading {level}": f"Kop {level}" for level in range(1, 7)},
    **{f"toc {level}": f"Inhopg {level}" for level in range(1, 5)},
    "TOC Heading": "Kop van inhoudsopgave",
    "caption": "Bijschrift",
    "header": "Koptekst",
    "footer": "Voettekst",
    **{f"List Bullet{n}": f"Lijst opsom.teken{n}" for n in ("", " 2", " 3")},
    **{f"List Number{n}": f"Lijstnummering{n}" for n in ("", " 2", " 3")},
}
_OTHERS: Mapping[str, tuple[str, ...]] = {
    **{f"toc {level}": (f"contents {level}", f"inhoud {level}") for level in range(1, 5)},
    "TOC Heading": ("contents heading",),
    "Hyperlink": ("internet link",),
}
_OWN = " RIEC"


def kind_of(name: str) -> str:
    """The kind of a style, as in `w:type`: 'paragraph', 'character' or 'table'."""
    return _KINDS.get(name, "paragraph")


def dutch_name(name: str) -> str:
    """The name as a Dutch Word shows it: 'Kop 1'."""
    return _DUTCH.get(name, name)


def own_name(name: str) -> str:
    """The name of our own style beside one of the template that does not fit: 'Koptekst RIEC'."""
    return f"{dutch_name(name)}{_OWN}"


def spellings(name: str) -> tuple[str, ...]:
    """The names in lower case that a style may have, the one that counts first in front."""
    return (own_name(name).lower(), name.lower(), *_OTHERS.get(name, ()), dutch_name(name).lower())
