"""Dutch sentences about a form as a whole: what was odd about the file, and what did not come back."""

from collections.abc import Iterator, Mapping

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    IndicatorValue,
    PortfolioReport,
    Promise,
    Record,
    RegionalSection,
)
from riec_desktop.dossier.views import report_name
from riec_desktop.excel.form_answer import FormAnswer
from riec_desktop.excel.form_fields import Sent, read_key
from riec_desktop.excel.form_plan import SheetKind
from riec_desktop.excel.reading.cells import Oddity

OTHER_DOSSIER = "Dit formulier hoort bij een ander dossier."

_SHEETS: Mapping[type[Record], tuple[SheetKind, str]] = {
    Promise: (SheetKind.PROMISES, "Beloften"),
    Activity: (SheetKind.ACTIVITIES, "Activiteiten"),
    IndicatorValue: (SheetKind.FIGURES, "Cijfers"),
    Callout: (SheetKind.CALLOUTS, "Kaderteksten"),
    RegionalSection: (SheetKind.REGION, "Regionale bijdrage"),
}
_MOST_STRAYS = 200

ODDITIES: Mapping[str, str] = {
    "entries": "In het bestand zitten veel onderdelen die niet nodig zijn; ze zijn niet gelezen.",
    "external": "Het bestand verwijst naar andere bestanden; die zijn niet geopend.",
    "formula": "{place}staat een formule; de uitkomst is gelezen.",
    "formula_without_value": "{place}staat een formule zonder uitkomst; het vak is als leeg gelezen.",
    "like_formula": "{place}staat tekst die op een formule lijkt; zij is als tekst gelezen.",
    "error": "{place}staat een fout van Excel.",
    "no_number": "{place}staat een getal dat geen getal is.",
    "long_number": "{place}staat een getal met meer cijfers dan Excel onthoudt.",
    "no_day": "{place}staat een datum die niet bestaat.",
    "long_text": "{place}staat een tekst die langer is dan een vak in Excel kan bevatten.",
    "control": "{place}stonden onzichtbare tekens; ze zijn weggehaald.",
    "merged": "{place}zijn vakken samengevoegd; de tekst is gelezen bij het eerste vak.",
    "empty_rows": "{place}staan heel veel lege rijen.",
    "dimension": "{place}lijkt het blad veel groter dan het is.",
    "from_1904": "Het bestand telt datums vanaf 1904, zoals een oude Mac; daar is rekening mee gehouden.",
    "hidden": "Het blad {sheet} is verborgen; het is wel gelezen.",
    "sheet_name": "Een blad heeft een naam die in Excel niet kan.",
}
"""Oddity → sentence; `place` is 'Op blad X, vak B3, ' or ''."""


def notes_of(dossier: Dossier, answer: FormAnswer, sent: Sent, *, known: bool, foreign: bool) -> tuple[str, ...]:
    """The sentences about a form. `known`: the dossier has a record of sending it."""
    return tuple(_notes(dossier, answer, sent, known=known, foreign=foreign))


def _notes(dossier: Dossier, answer: FormAnswer, sent: Sent, *, known: bool, foreign: bool) -> Iterator[str]:
    if foreign:
        yield f"{OTHER_DOSSIER} Neem alleen over wat u zeker weet."
    elif not known:
        yield "Dit dossier weet niet dat dit formulier is verstuurd. Wat anders is, ziet u als botsing."
    if answer.remark:
        yield f"Opmerking van wie het invulde: {answer.remark}"
    yield from _questions_not_back(dossier, answer, sent)
    back = {row.kind for row in answer.rows}
    asked = {key.kind for text in sent.values if (key := read_key(text))}
    for record, (kind, name) in _SHEETS.items():
        if record in asked and kind not in back:
            yield f"In dit bestand zit het blad {name} niet. Daarvan verandert niets."
    if len(answer.strays) > _MOST_STRAYS:
        yield f"Er staat nog veel meer tekst buiten het formulier dan de {_MOST_STRAYS} regels die u ziet."
    yield from map(oddity_note, answer.oddities)


def _questions_not_back(dossier: Dossier, answer: FormAnswer, sent: Sent) -> Iterator[str]:
    """A sentence for each portfolio whose sheet with questions did not come back."""
    keys = [read_key(row.key) for row in answer.rows if row.kind is SheetKind.QUESTIONS]
    back = {key.parts[0] for key in keys if key}
    asked = (key.parts[0] for text in sent.values if (key := read_key(text)) and key.kind is Answer)
    for report_id in dict.fromkeys(asked):
        report = dossier.get(PortfolioReport, report_id)
        if report is not None and report_id not in back and None not in keys:
            name = report_name(dossier, report)
            yield f"In dit bestand zitten de vragen over {name} niet. Daarvan verandert niets."


def oddity_note(oddity: Oddity) -> str:
    """The sentence about something odd."""
    cell = f", vak {oddity.cell}" if oddity.cell and not oddity.cell.startswith("rij") else f", {oddity.cell}"
    place = f"Op blad {oddity.sheet}{cell if oddity.cell else ''}, " if oddity.sheet else ""
    text = ODDITIES[oddity.code].format(place=place, sheet=oddity.sheet)
    return text[:1].upper() + text[1:]
