"""What of the chapter can be put on and off on the command line, as a table; `arguments` makes options of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """A choice of the chapter that can be put on and off; not given, the house style of the dossier decides."""

    name: str
    field: str
    help: str


SWITCHES = (
    Switch(name="titel", field="report_title", help="titel van het jaarverslag erboven"),
    Switch(name="inhoud", field="contents", help="inhoudsopgave"),
    Switch(name="regios", field="regional_pages", help="bladzijden van de RIEC’s vooraf"),
    Switch(name="inleiding", field="opening", help="inleiding en agenda"),
    Switch(name="activiteiten", field="activities", help="tabellen met activiteiten"),
    Switch(name="cijfers", field="figures", help="tabellen met cijfers"),
    Switch(name="grafieken", field="charts", help="grafieken bij de cijfers"),
    Switch(name="afbeeldingen", field="pictures", help="afbeeldingen"),
    Switch(name="kaders", field="callouts", help="kaderteksten"),
    Switch(name="bijlagen", field="annexes", help="bijlagen met alle portefeuilles en indicatoren"),
    Switch(name="beloften", field="promises", help="bijlage met de beloften van vorig jaar en wat ervan kwam"),
    Switch(name="vragen", field="questions_shown", help="vragen als kopje boven de antwoorden"),
    Switch(name="nummers", field="numbered_portfolios", help="nummers voor de koppen van portefeuilles"),
    Switch(name="punt", field="trailing_dot", help="punt achter het nummer van een kop"),
    Switch(name="namen", field="persons_shown", help="namen van opdrachtnemers"),
    Switch(
        name="merk", field="draft_mark", help="het woord CONCEPT boven elke bladzijde, zolang het niet definitief is"
    ),
    Switch(name="aandachtspunten", field="findings_shown", help="open aandachtspunten achteraan"),
)
