"""Every command with its arguments, as a person reads them in the help."""

import argparse
from pathlib import Path
from typing import Any

from riec_desktop import __version__
from riec_desktop.cli.parser import DutchParser
from riec_desktop.cli.switches import SWITCHES
from riec_desktop.cli.values import a_backup, a_column, a_day, a_row, a_year
from riec_desktop.excel.figure_mapping import Meaning, Shape

_PROGRAM = "riec-desktop"

_ABOUT = """Maakt hoofdstuk 3.4 van het jaarverslag RIEC-LIEC (Word) en overzichten (Excel) uit een dossier.

Zonder opdracht opent het venster. Met alleen een dossier (riec-desktop DOSSIER.riec) opent het venster met dat
dossier."""

_ENDING = """Voorbeelden:
  riec-desktop example voorbeeld.riec
  riec-desktop word voorbeeld.riec --jaar 2023
  riec-desktop check voorbeeld.riec

Afsluitcodes:
  0  gelukt
  1  gelukt, maar er zijn fouten gevonden (check, inspect) of er is iets te kiezen (merge)
  2  de opdracht klopt niet
  3  een bestand of de invoer klopt niet
  4  onverwachte fout; de details staan in het logboek

Met --json is de uitvoer bedoeld voor een ander programma. Alles over de opdrachten: docs/opdrachtregel.md.
Uitleg over één opdracht: riec-desktop OPDRACHT --help"""


_MEANINGS = f"kies uit {', '.join(Meaning)}"
_REPLACED = "Een bestand dat er al staat, wordt vervangen."


def parser() -> argparse.ArgumentParser:
    """The whole command line. `command` is None when none was given."""
    made = DutchParser(prog=_PROGRAM, description=_ABOUT, epilog=_ENDING)
    made.options.add_argument(
        "--versie", action="version", version=f"RIEC Jaarverslag {__version__}", help="het versienummer tonen"
    )
    made.set_defaults(json=False)
    commands = made.add_subparsers(title="Opdrachten", metavar="OPDRACHT", dest="command", parser_class=DutchParser)
    for add in (
        _new,
        _example,
        _word,
        _excel,
        _form,
        _read,
        _figures,
        _rollover,
        _check,
        _final,
        _inspect,
        _template,
        _show,
        _export,
        _import,
        _merge,
        _part,
        _backups,
        _selftest,
        _demo,
    ):
        add(commands)
    return made


def _command(commands: Any, name: str, summary: str, text: str = "") -> DutchParser:
    """A command; `summary` stands in the list, `text` tells more in its own help."""
    described = f"{summary[:1].upper()}{summary[1:]}."
    made: DutchParser = commands.add_parser(
        name, help=summary, description=f"{described} {text}".strip(), prog=f"{_PROGRAM} {name}"
    )
    made.options.add_argument("--json", action="store_true", help="uitvoer voor een ander programma")
    return made


def _overwrite(made: DutchParser) -> None:
    made.options.add_argument("--overschrijf", action="store_true", help="een dossier dat er al staat vervangen")


def _source(made: DutchParser) -> None:
    made.given.add_argument("dossier", metavar="DOSSIER", type=Path, help="het dossier (.riec); het verandert niet")


def _which_year(made: DutchParser, text: str = "verslagjaar (anders het nieuwste)") -> None:
    made.options.add_argument("--jaar", type=a_year, metavar="JAAR", help=text)


def _target(made: DutchParser, kind: str) -> None:
    made.options.add_argument(
        "-o", "--uit", type=Path, metavar="BESTAND", help=f"naam van {kind} (anders een vaste naam naast het dossier)"
    )


# --- The commands ----------------------------------------------------------------------------------------------------


def _new(commands: Any) -> None:
    made = _command(commands, "new", "een nieuw dossier met de begininhoud maken")
    made.given.add_argument("file", metavar="BESTAND", type=Path, help="naam van het nieuwe dossier (.riec)")
    made.options.add_argument("--jaar", type=a_year, metavar="JAAR", help="eerste verslagjaar")
    _overwrite(made)


def _example(commands: Any) -> None:
    made = _command(commands, "example", "het voorbeelddossier maken", "De inhoud is verzonnen.")
    made.given.add_argument("file", metavar="BESTAND", type=Path, help="naam van het dossier (.riec)")
    _overwrite(made)


def _word(commands: Any) -> None:
    made = _command(commands, "word", "het hoofdstuk als Word-document maken", _REPLACED)
    _source(made)
    _target(made, "het Word-document")
    _which_year(made)
    made.options.add_argument(
        "--state",
        choices=("concept", "reviewversie", "definitief"),
        default="concept",
        metavar="STAAT",
        help="concept (als u niets kiest), reviewversie of definitief",
    )
    made.options.add_argument(
        "--layout", choices=("staand", "liggend"), metavar="VORM", help="staand, of liggend in twee kolommen"
    )
    made.options.add_argument("--template", type=Path, metavar="BESTAND", help="eigen Word-sjabloon (.docx, .dotx, …)")
    made.options.add_argument(
        "--portefeuille", action="append", metavar="NAAM", help="alleen deze portefeuille (mag vaker)"
    )
    made.options.add_argument("--pdf", action="store_true", help="ook een PDF ernaast (met Word of LibreOffice)")
    made.options.add_argument(
        "--geschatte-bladzijden", action="store_true", help="bladzijden schatten in plaats van tellen (sneller)"
    )
    _switches(made)


def _switches(made: DutchParser) -> None:
    """Each choice once in the help, on and off."""
    text = "Zonder keuze gelden de instellingen van het dossier. Iets weglaten kan ook: --geen-inhoud, --geen-regios, …"
    shown = made.add_argument_group("Wat erin komt", text)
    for switch in SWITCHES:
        _pair(shown, switch.name, switch.field, switch.help)


def _pair(group: Any, name: str, field: str, told: str) -> None:
    """`--name` and `--geen-name`; None in `field` when neither was given."""
    pair = group.add_mutually_exclusive_group()
    pair.add_argument(f"--{name}", dest=field, action="store_true", default=None, help=told)
    pair.add_argument(f"--geen-{name}", dest=field, action="store_false", default=None, help=argparse.SUPPRESS)


def _excel(commands: Any) -> None:
    made = _command(commands, "excel", "het overzicht als Excel-werkmap maken", _REPLACED)
    _source(made)
    _target(made, "de werkmap")
    _which_year(made)


def _form(commands: Any) -> None:
    text = "Print ook de tekst voor de mail. In het dossier komt te staan wat u hebt verstuurd."
    made = _command(commands, "form", "een aanleverformulier maken om te mailen", text)
    made.given.add_argument("dossier", metavar="DOSSIER", type=Path, help="het dossier (.riec)")
    _target(made, "het formulier")
    _which_year(made)
    made.options.add_argument("--portefeuille", action="append", metavar="NAAM", help="deze portefeuille (mag vaker)")
    made.options.add_argument("--organisatie", metavar="NAAM", help="voor één RIEC of het LIEC")
    made.options.add_argument("--aan", metavar="NAAM", help="voor wie het formulier is")
    made.options.add_argument("--van", metavar="NAAM", help="van wie het komt (anders de naam van de gebruiker)")
    made.options.add_argument("--termijn", type=a_day, metavar="DATUM", help="terug voor deze dag, zoals 1-3-2024")


def _read(commands: Any) -> None:
    text = "Zonder --toepassen verandert er niets. Een map staat voor alle formulieren en reviewversies erin."
    made = _command(commands, "read", "ingevulde formulieren en reviewversies lezen", text)
    made.given.add_argument("dossier", metavar="DOSSIER", type=Path, help="het dossier (.riec)")
    made.given.add_argument(
        "files",
        metavar="BESTAND",
        nargs="+",
        type=Path,
        help="formulieren (.xlsx, .csv), reviewversies (.docx), een map",
    )
    _which_year(made, "het Word-document is het hoofdstuk van dit (eerdere) jaar")
    made.options.add_argument(
        "--toepassen", action="store_true", help="overnemen wat nieuw of gewijzigd is en waarover geen twijfel is"
    )


def _figures(commands: Any) -> None:
    text = (
        "Wat u niet opgeeft, leest het programma af aan het blad, of onthield het van de vorige keer. Zonder "
        "--toepassen verandert er niets."
    )
    made = _command(commands, "figures", "cijfers uit een willekeurige werkmap lezen", text)
    made.given.add_argument("dossier", metavar="DOSSIER", type=Path, help="het dossier (.riec)")
    made.given.add_argument("file", metavar="BESTAND", type=Path, help="de werkmap (.xlsx) of tabel (.csv)")
    made.options.add_argument("--blad", metavar="NAAM", help="het blad met de cijfers")
    made.options.add_argument("--kopregel", type=a_row, metavar="NUMMER", help="de rij met de koppen, zoals Excel telt")
    made.options.add_argument(
        "--kolom", action="append", type=a_column, metavar="WAT=KOP", help=f"kop per gegeven (mag vaker); {_MEANINGS}"
    )
    made.options.add_argument(
        "--vorm",
        choices=tuple(one.value for one in Shape),
        metavar="VORM",
        help="regels (elk cijfer een regel), of jaren of organisaties naast elkaar",
    )
    _which_year(made, "jaar van cijfers waar geen jaar bij staat (anders dat boven de tabel, of het nieuwste)")
    made.options.add_argument("--portefeuille", metavar="NAAM", help="hier horen indicatoren die nieuw zijn")
    made.options.add_argument("--indicator", metavar="NAAM", help="alle getallen zijn van deze indicator")
    made.options.add_argument(
        "--toepassen", action="store_true", help="overnemen wat nieuw of gewijzigd is en waarover geen twijfel is"
    )


def _rollover(commands: Any) -> None:
    text = (
        "Alles gaat mee zoals het was; wat eindigt of verandert, kiest u in het venster. Het jaar ervoor wordt "
        "afgesloten."
    )
    made = _command(commands, "rollover", "een nieuw verslagjaar beginnen", text)
    made.given.add_argument("dossier", metavar="DOSSIER", type=Path, help="het dossier (.riec)")
    made.given.add_argument("jaar", metavar="JAAR", type=a_year, help="het nieuwe verslagjaar")
    made.options.add_argument("--open-laten", action="store_true", help="het jaar ervoor niet afsluiten")
    made.options.add_argument("--proef", action="store_true", help="alleen zeggen wat er zou gebeuren")


def _check(commands: Any) -> None:
    text = "Geeft afsluitcode 1 als er een fout bij is; waarschuwingen en tips tellen daarvoor niet."
    made = _command(commands, "check", "aandachtspunten van een verslagjaar tonen", text)
    _source(made)
    _which_year(made)
    made.options.add_argument(
        "--soort",
        action="append",
        choices=("volledigheid", "privacy", "cijfers", "namen", "jaartallen", "taal", "opmaak"),
        metavar="SOORT",
        help="alleen deze soort (mag vaker): volledigheid, privacy, cijfers, namen, jaartallen, taal of opmaak",
    )
    made.options.add_argument(
        "--definitief", action="store_true", help="ook zeggen of het definitief kan; kan dat niet, dan afsluitcode 1"
    )
    told = "de spelling nakijken, of met --geen-spelling juist niet (anders zoals het dossier zegt bij Controles)"
    _pair(made.options, "spelling", "spelling", told)


def _final(commands: Any) -> None:
    text = (
        "Maakt het hoofdstuk en het overzicht zonder namen en opmerkingen, een controleverslag en een bestand voor het "
        "archief: alles of niets. Geeft afsluitcode 1 als er nog een fout is of iets een reden vraagt."
    )
    made = _command(commands, "final", "de definitieve documenten van een verslagjaar maken", text)
    made.given.add_argument(
        "dossier", metavar="DOSSIER", type=Path, help="het dossier (.riec); het verandert alleen met --reden"
    )
    made.given.add_argument("jaar", metavar="JAAR", type=a_year, help="het verslagjaar")
    made.given.add_argument("folder", metavar="MAP", type=Path, help="waar de bestanden komen")
    made.options.add_argument(
        "--reden", metavar="TEKST", help="waarom alles wat een reden vraagt, mag blijven staan; komt in het dossier"
    )
    made.options.add_argument("--template", type=Path, metavar="BESTAND", help="eigen Word-sjabloon (.docx, .dotx, …)")
    made.options.add_argument("--pdf", action="store_true", help="ook een PDF van het hoofdstuk")
    made.options.add_argument(
        "--geschatte-bladzijden", action="store_true", help="bladzijden schatten in plaats van tellen (sneller)"
    )


def _inspect(commands: Any) -> None:
    text = (
        "Kijkt naar toegankelijkheid, verwijzingen, opmaak en verborgen gegevens. Het bestand verandert niet. Geeft "
        "afsluitcode 1 als er een fout bij is; waarschuwingen en tips tellen daarvoor niet."
    )
    made = _command(commands, "inspect", "een Word-document controleren", text)
    made.given.add_argument("document", metavar="BESTAND.docx", type=Path, help="het Word-document")
    made.options.add_argument(
        "--definitief",
        action="store_true",
        help="ook de punten voor een definitief document (anders zegt het bestand het)",
    )


def _template(commands: Any) -> None:
    text = "Wat ontbreekt, vult word vanzelf aan. Het sjabloon zelf verandert niet."
    made = _command(commands, "template", "een eigen Word-sjabloon bekijken, of een aangevulde kopie maken", text)
    made.given.add_argument("template", metavar="BESTAND.docx", type=Path, help="het sjabloon (.docx, .dotx, …)")
    made.options.add_argument("-o", "--uit", type=Path, metavar="BESTAND", help="naam van een aangevulde kopie")


def _show(commands: Any) -> None:
    text = "Met --json alle gegevens, in de vorm die import weer leest (docs/json-formaat.md)."
    made = _command(commands, "show", "laten zien wat er in een dossier staat", text)
    _source(made)


def _export(commands: Any) -> None:
    text = "JSON met zijn schema, tabellen als CSV, afbeeldingen en de geschiedenis. Met import leest u het terug."
    made = _command(commands, "export", "alles uit een dossier in open vormen bewaren", text)
    _source(made)
    made.options.add_argument(
        "-o", "--uit", type=Path, metavar="MAP", help="naam van een nieuwe map, of van een bestand op .zip"
    )


def _import(commands: Any) -> None:
    text = (
        "Van een export komt alles terug, ook de geschiedenis. Staat een gegeven in meer JSON-bestanden, dan geldt het "
        "laatste; de vorm staat in docs/json-formaat.md."
    )
    made = _command(commands, "import", "een dossier maken uit een export of uit JSON", text)
    made.given.add_argument(
        "files", metavar="BESTAND", nargs="+", type=Path, help="één export (map of .zip), of JSON-bestanden op volgorde"
    )
    made.options.add_argument("-o", "--uit", type=Path, metavar="DOSSIER", required=True, help="het nieuwe dossier")
    _overwrite(made)


def _merge(commands: Any) -> None:
    text = (
        "Neemt over wat alleen daar is veranderd, en noemt wat u zelf moet kiezen. Geeft afsluitcode 1 als er iets te "
        "kiezen overblijft."
    )
    made = _command(commands, "merge", "het dossier van een collega, of een deel dat terugkomt, samenvoegen", text)
    made.given.add_argument("dossier", metavar="DOSSIER", type=Path, help="uw dossier (.riec)")
    made.given.add_argument("files", metavar="ANDER", nargs="+", type=Path, help="dossiers van anderen, op volgorde")
    made.options.add_argument(
        "-o",
        "--uit",
        type=Path,
        metavar="BESTAND",
        help="het resultaat in dit bestand zetten; uw dossier blijft gelijk",
    )


def _part(commands: Any) -> None:
    text = "In uw dossier komt te staan dat u het deel hebt gedeeld, zodat het later kan worden samengevoegd."
    made = _command(commands, "part", "een dossier met alleen een paar portefeuilles maken, voor een collega", text)
    made.given.add_argument("dossier", metavar="DOSSIER", type=Path, help="uw dossier (.riec)")
    made.options.add_argument(
        "--portefeuille", action="append", metavar="NAAM", required=True, help="deze portefeuille (mag vaker)"
    )
    _target(made, "het deel")


def _backups(commands: Any) -> None:
    text = (
        "Zonder --terugzetten ziet u welke er zijn. Terugzetten is één wijziging, die u in het venster weer terug kunt "
        "draaien; eerst komt er een reservekopie van hoe het nu is."
    )
    made = _command(commands, "backups", "de reservekopieën van een dossier op deze computer", text)
    made.given.add_argument("dossier", metavar="DOSSIER", type=Path, help="uw dossier (.riec)")
    made.options.add_argument("--terugzetten", type=a_backup, metavar="NUMMER", help="deze kopie terugzetten")
    made.options.add_argument(
        "-o", "--uit", type=Path, metavar="BESTAND", help="de kopie in dit bestand zetten; uw dossier blijft gelijk"
    )


def _selftest(commands: Any) -> None:
    text = "Maakt het voorbeeld met zijn documenten in een tijdelijke map, controleert ze en ruimt ze op."
    _command(commands, "selftest", "nagaan of het programma hier goed werkt", text)


def _demo(commands: Any) -> None:
    text = "Een voorbeelddossier dat er al staat, blijft zoals het is. Is er een scherm, dan opent het venster ermee."
    made = _command(commands, "demo", "het voorbeeld met zijn Word-hoofdstuk en Excel-overzicht maken", text)
    made.given.add_argument(
        "folder", metavar="MAP", nargs="?", type=Path, default=Path("voorbeeld"), help="waar (anders: voorbeeld)"
    )
    made.options.add_argument("--geen-venster", action="store_true", help="het venster niet openen")
