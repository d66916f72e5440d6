"""The sheet 'Leeswijzer': what the workbook is, from which dossier, where to find what, and what the colours say."""

from collections.abc import Iterator
from datetime import date

from riec_desktop import __version__
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import long_date, number
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import ReportYear
from riec_desktop.dossier.views import settings
from riec_desktop.excel.plan import Column, ColumnType, Link, Mark, SheetPlan, Tone

NAME = "Leeswijzer"

_ABOUT, _SHEETS, _USE, _COLOURS = "Over dit bestand", "Werkbladen", "Gebruik", "Kleuren"

_USES = (
    ("Zoeken en kiezen", "Klik op het pijltje in een kolomkop om te sorteren of te filteren."),
    ("Draaitabel", "Ga op het blad Cijfers staan en kies Invoegen, Draaitabel. De tabel heet ook Cijfers."),
    ("Grafieken", "Onder de tabel van het blad Trends. Sorteert u die tabel, dan gaan de grafieken mee."),
    (
        "Iets wijzigen",
        "Wat u hier wijzigt, komt niet in het dossier. Wijzig het in RIEC Jaarverslag en maak dit overzicht opnieuw.",
    ),
)

_LEGEND = (
    (
        Mark("groen", Tone.DONE),
        "Klaar of in orde: afgerond, akkoord, ingevuld, past, in beeld, beter, afgehandeld, gedaan, doel gehaald (ja).",
    ),
    (
        Mark("blauw", Tone.BUSY),
        "Ermee bezig of een tip: lopend, loopt, ter beoordeling, deels gedaan, tip, een aantal boven nul.",
    ),
    (
        Mark("geel", Tone.WAITING),
        (
            "Nog niet zeker of nog te doen: in voorbereiding, concept, gepland, voorlopig, onbekend, te lang, open, "
            "niet gedaan, waarschuwing."
        ),
    ),
    (
        Mark("rood", Tone.LACKING),
        (
            "Ontbreekt of niet goed: leeg, ontbreekt, fout, slechter, niet geleverd, nog open, nog geen kadertekst, "
            "doel niet gehaald (nee)."
        ),
    ),
    (
        Mark("grijs", Tone.QUIET),
        "Telt niet (meer) mee of is niet te zien: hoeft niet, gelijk, gestopt, samengevoegd, vervallen, vertrouwelijk.",
    ),
)


def guide(dossier: Dossier, year: ReportYear, sheets: tuple[SheetPlan, ...], made_on: date, version: str) -> SheetPlan:
    """The first sheet, with a link to each of the others."""
    about = (*_about(dossier, year), ("Gemaakt op", _made(made_on)), ("Versie van het dossier", version))
    return SheetPlan(
        name=NAME,
        description="Wat dit bestand is, waar het uit komt en wat er op de andere bladen staat.",
        columns=(
            Column(name="Onderdeel", widest=22),
            Column(
                name="Onderwerp", type=ColumnType.LINK, widest=26, bold=True, marks=tuple(mark for mark, _ in _LEGEND)
            ),
            Column(name="Uitleg", widest=100),
        ),
        rows=(
            *((_ABOUT, name, text) for name, text in about if text),
            *((_SHEETS, Link(sheet.name, sheet.name), f"{sheet.description} {_size(sheet)}") for sheet in sheets),
            *((_USE, name, text) for name, text in _USES),
            *((_COLOURS, mark.word, text) for mark, text in _LEGEND),
        ),
        nothing="",
    )


def _about(dossier: Dossier, year: ReportYear) -> Iterator[tuple[str, str]]:
    yield "Wat dit is", "Een overzicht van één verslagjaar, gemaakt uit het dossier. De cijfers zijn van alle jaren."
    yield "Dossier", settings(dossier).name
    yield "Verslagjaar", f"{year.year} ({word(year.state)})" if year.year else ""
    yield "Hoofdstuk", f"{year.number} {year.title}".strip()


def _made(made_on: date) -> str:
    return f"{long_date(made_on)}, met RIEC Jaarverslag {__version__}"


def _size(sheet: SheetPlan) -> str:
    count = len(sheet.rows)
    return "1 regel." if count == 1 else f"{number(count)} regels."
