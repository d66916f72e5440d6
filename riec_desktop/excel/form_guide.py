"""The sheet 'Uitleg' of a contribution form: what is asked, by when, how to fill it in and how to return it."""

from collections.abc import Iterable, Iterator
from datetime import date

from riec_desktop.dossier.dutch import listing, long_date
from riec_desktop.dossier.records import Organisation
from riec_desktop.dossier.views import report_name
from riec_desktop.excel.form_making import Making
from riec_desktop.excel.form_plan import Entry, Fixed, FormColumn, FormRow, FormSheet, Open, SheetKind

NAME = "Uitleg"
FILLED_BY, REMARK = "formulier|ingevuld_door", "formulier|opmerking"
"""Keys of the rows in which a colleague tells who filled the form in, and anything else."""

_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_FILL_IN = (
    "Vul alleen de gele vakken in. In de kop van zo’n kolom staat (vul in), (kies), (getal) of (datum). De andere "
    "vakken zijn vergrendeld, zodat er niets per ongeluk verandert. Er is geen wachtwoord."
)
_LOOKS = (
    "Een nieuwe regel in een vak maakt u met Alt+Enter. Begin een regel met een streepje en een spatie voor een "
    "opsomming, of met 1. voor een nummer. Vette en schuine woorden ziet u hier als gewone letters; wat u daarvan laat "
    "staan, blijft in het verslag vet of schuin. U mag ook zelf woorden vet maken."
)
_TOKENS = (
    "Staat er in een tekst iets als [cijfer 1: 24] of [zie 2: …]? Laat dat staan, dan past het programma het later "
    "zelf aan. U mag het wel verplaatsen of weghalen. Een ander getal vult u in op het blad Cijfers."
)
_NUMBERS = (
    "Typ alleen het getal, zonder woorden. Weet u een getal niet, laat het vak dan leeg en kies een reden. Is het "
    "getal nog niet zeker, kies dan ja bij Voorlopig."
)
_NAMES = "Kies een naam uit de lijst of typ hem. Zijn er meer, zet dan een puntkomma tussen de namen."
_SPARE = (
    "Onderaan Activiteiten en Kaderteksten staan lege regels voor wat nieuw is. Klopt een regel niet meer, haal hem "
    "dan niet weg, maar schrijf dat hieronder bij Opmerkingen."
)
_PRIVACY = "Schrijf geen namen, adressen of andere gegevens van personen op, en geen zaken die daarnaar wijzen."


def guide(making: Making, sheets: tuple[FormSheet, ...]) -> FormSheet:
    """The first sheet, with a link to each of the others."""
    return FormSheet(
        kind=SheetKind.GUIDE,
        name=NAME,
        table="Uitleg",
        description="Wat u wordt gevraagd en hoe u het formulier invult en terugstuurt.",
        columns=(
            FormColumn(key="onderwerp", name="Onderwerp", width=30),
            FormColumn(key="text", name="Uitleg", width=96, entry=Entry.LINE),
        ),
        rows=tuple(_rows(making, sheets)),
    )


def _rows(making: Making, sheets: tuple[FormSheet, ...]) -> Iterator[FormRow]:
    yield from (_told(subject, text) for subject, text in _introduction(making))
    for sheet in sheets:
        link = Fixed(f"Naar blad {sheet.name}", sheet=sheet.name)
        yield FormRow(key="", cells=(link, Fixed(sheet.description)))
    yield from (_told(subject, text) for subject, text in _how(making, sheets))
    yield _asked(FILLED_BY, "Uw naam of functie (vul in)", lines=1)
    yield _asked(REMARK, "Opmerkingen (vul in)", lines=4)


def _told(subject: str, text: str) -> FormRow:
    return FormRow(key="", cells=(Fixed(subject, bold=True), Fixed(text)))


def _asked(key: str, subject: str, lines: int) -> FormRow:
    return FormRow(key=key, cells=(Fixed(subject, bold=True), Open()), lines=lines)


def about(making: Making) -> str:
    """What the form is about: names of portfolios, or of the one organisation."""
    organisation = making.dossier.get(Organisation, making.request.organisation_id)
    if organisation is not None:
        return organisation.name
    names = [report_name(making.dossier, one) for one in making.reports]
    return ("de portefeuille " if len(names) == 1 else "de portefeuilles ") + listing(names)


def day(deadline: date) -> str:
    """'vrijdag 1 maart 2024'."""
    return f"{_DAYS[deadline.weekday()]} {long_date(deadline)}"


def _introduction(making: Making) -> Iterator[tuple[str, str]]:
    request = making.request
    chapter = f"hoofdstuk {request.year.number} ({request.year.title})".replace(" ()", "")
    yield "Waarvoor dit is", f"Met dit formulier levert u aan voor het jaarverslag {request.year.year}, {chapter}."
    yield "Waarover het gaat", f"Het gaat over {about(making)}. Wat al bekend is, staat er al in: controleer dat."
    if request.recipient:
        yield "Voor wie", request.recipient
    yield "Terug voor", day(request.deadline) if request.deadline else f"Spreek een dag af met {_sender(making)}."


def _how(making: Making, sheets: Iterable[FormSheet]) -> Iterator[tuple[str, str]]:
    kinds = {sheet.kind for sheet in sheets}
    yield "Zo vult u in", _FILL_IN
    yield "Tekst", _LOOKS
    if making.tokens.numbers:
        yield "Gekoppelde cijfers", _TOKENS
    if SheetKind.FIGURES in kinds:
        yield "Getallen", _NUMBERS
    if kinds & {SheetKind.ACTIVITIES, SheetKind.CALLOUTS}:
        yield "Namen", _NAMES
        yield "Nieuwe regels", _SPARE
    yield "Personen", _PRIVACY
    yield "Terugsturen", f"Sla dit bestand op als Excel-werkmap (.xlsx) en mail het naar {_sender(making)}."


def _sender(making: Making) -> str:
    return making.request.sender or "degene van wie u het kreeg"
