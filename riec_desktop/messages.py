"""The one table from error codes to Dutch sentences: what happened, what is safe, what to do."""

from riec_desktop.errors import RiecError
from riec_desktop.sentences import ABOUT_COMMANDS, ABOUT_FILES, ABOUT_MAKING

SENTENCES: dict[str, str] = {
    **ABOUT_FILES,
    "file.not_found": "Het bestand {file} is niet gevonden. Kies een ander bestand.",
    "file.not_readable": "Het bestand {file} kan niet worden gelezen. Kijk of u rechten hebt voor deze map.",
    "file.held": (
        "Het bestand {file} is geopend in een ander programma. Uw werk is bewaard op deze computer. "
        "Sluit het bestand daar en kies Opnieuw."
    ),
    "file.folder_read_only": (
        "In de map {folder} mag u geen bestanden opslaan. Uw werk is bewaard op deze computer. "
        "Kies een andere map met Opslaan als."
    ),
    "file.disk_full": (
        "Er is te weinig ruimte om {file} te schrijven. Het vorige bestand is niet veranderd en uw werk is bewaard "
        "op deze computer. Maak ruimte vrij en kies Opnieuw."
    ),
    "file.not_written": (
        "Het bestand {file} kon niet worden geschreven ({reason}). Het vorige bestand is niet veranderd en uw werk is "
        "bewaard op deze computer. Probeer het opnieuw of kies een andere map."
    ),
    "file.held_reading": (
        "Het bestand {file} is geopend in een ander programma, dat het voor zichzelf houdt. Er is niets veranderd. "
        "Sluit het bestand daar en kies Opnieuw."
    ),
    "file.too_large": (
        "Het bestand {file} is groter dan {limit} MB. Zo groot wordt een bestand van dit programma niet. "
        "Er is niets veranderd. Kies een ander bestand."
    ),
    "file.read_only": (
        "Het bestand {file} is alleen-lezen. Het is niet veranderd en uw werk is bewaard op deze computer. "
        "Kies een andere naam met Opslaan als."
    ),
    "file.folder_missing": (
        "De map {folder} bestaat niet of is niet bereikbaar. Uw werk is bewaard op deze computer. "
        "Kijk of de netwerkschijf verbonden is en kies Opnieuw, of kies een andere map met Opslaan als."
    ),
    "file.path_too_long": (
        "De namen van de map en van {file} zijn samen te lang voor deze computer. Uw werk is bewaard op deze computer. "
        "Kies met Opslaan als een map met een kortere naam."
    ),
    "dossier.empty": (
        "Het bestand {file} is leeg. Misschien is het nog niet klaar met synchroniseren: wacht even en open het dan "
        "opnieuw, of kies een ander bestand."
    ),
    "dossier.other_file": (
        "Het bestand {file} is geen dossier van dit programma. Het is niet veranderd. Kies een bestand dat eindigt op "
        ".riec."
    ),
    "dossier.newer": (
        "Het dossier {file} is gemaakt met een nieuwere versie van dit programma. Het is niet veranderd. "
        "Werk het programma bij en open het dan opnieuw."
    ),
    "dossier.unknown_version": (
        "Het dossier {file} heeft een vorm die dit programma niet kent. Het is niet veranderd. Vraag degene van wie u "
        "het kreeg om het opnieuw op te slaan."
    ),
    "dossier.foreign": (
        "In het dossier {file} staan onderdelen die niet van dit programma zijn. Daarom is het niet geopend en niet "
        "veranderd. Vraag degene van wie u het kreeg om het opnieuw op te slaan."
    ),
    "dossier.damaged": (
        "Het dossier {file} is beschadigd en kan niet worden geopend. Het is niet veranderd. Zet een eerdere versie "
        "terug (in SharePoint of OneDrive: Versiegeschiedenis). Voor de helpdesk: {detail}."
    ),
    "dossier.not_kept": (
        "Het dossier {file} is niet opgeslagen, want bij het nakijken klopte het niet. Het vorige bestand is niet "
        "veranderd en uw werk is bewaard op deze computer. Voor de helpdesk: {detail}."
    ),
    "history.damaged": (
        "De stap ‘{label}’ van {time} in de geschiedenis is beschadigd en kan niet worden getoond. "
        "De inhoud van het dossier is wel goed."
    ),
    "store.in_use": (
        "Dit werk is al geopend in een ander venster van dit programma. Ga verder in dat venster, of sluit het en kies "
        "Opnieuw."
    ),
    "store.not_found": "Het bewaarde werk {file} staat niet meer op deze computer. Open het dossier zelf.",
    "store.other_version": (
        "Het bewaarde werk {file} is gemaakt met een andere versie van dit programma en kan hiermee niet worden "
        "geopend. Het is niet veranderd. Open het met de versie waarmee het is gemaakt."
    ),
    "store.damaged": (
        "Het bewaarde werk {file} op deze computer is beschadigd. Het dossierbestand zelf is niet veranderd: open dat. "
        "Voor de helpdesk: {detail}."
    ),
    "store.disk_full": (
        "De laatste wijziging is niet bewaard, want de schijf van deze computer is vol. Alles daarvoor is wel bewaard. "
        "Maak ruimte vrij en probeer het opnieuw."
    ),
    "store.not_written": (
        "De laatste wijziging kon niet op deze computer worden bewaard. Alles daarvoor is wel bewaard. "
        "Probeer het opnieuw. Voor de helpdesk: {detail}."
    ),
    "store.out_of_step": (
        "De laatste wijziging past niet bij wat op deze computer is bewaard en is daarom niet bewaard. Alles daarvoor "
        "is wel bewaard. Sluit het dossier en open het opnieuw."
    ),
    "json.no_form": (
        'Dit is geen dossier in JSON. Het moet beginnen met {{"format": "riec-dossier", "version": 1, "records": …}}. '
        "Er is niets ingelezen."
    ),
    "json.newer": (
        "Deze JSON is gemaakt met een nieuwere versie van dit programma (vorm {version}). Er is niets ingelezen. "
        "Werk het programma bij."
    ),
    "json.unknown_type": (
        "In records staat {name}, maar die soort gegevens kent een dossier niet. Er is niets ingelezen. "
        "Kies uit: {known}."
    ),
    "json.unknown_field": (
        "In {place} staat het veld {field}, maar dat bestaat niet. Er is niets ingelezen. Kies uit: {known}."
    ),
    "json.wrong_value": "In {place} staat {found}. Daar hoort te staan: {expected}. Er is niets ingelezen.",
    "json.no_id": "In {place} ontbreekt het veld id. Er is niets ingelezen.",
    "json.duplicate_id": "In {place} staat {id}, maar dat staat al eerder in dit bestand. Er is niets ingelezen.",
    "json.no_record": "In {place} staat {found}, maar er is geen {kind} met dat id. Er is niets ingelezen.",
    "json.broken": (
        "Het bestand {file} is geen goede JSON: het gaat mis op regel {line}, teken {column}. Er is niets ingelezen."
    ),
    "json.no_text": "Het bestand {file} is geen JSON in UTF-8. Er is niets ingelezen.",
    "file.changed_underneath": (
        "In {file} heeft intussen ook iemand anders opgeslagen. Er is niets overschreven en uw werk is bewaard op deze "
        "computer. Kies Samenvoegen om het werk van u allebei in het bestand te zetten, of kies een andere naam met "
        "Opslaan als."
    ),
    "file.other_dossier": (
        "Op de plaats van {file} staat nu een ander dossier. Er is niets veranderd en uw werk is bewaard op deze "
        "computer. Kies een andere naam met Opslaan als."
    ),
    "dossier.no_path": "Dit dossier heeft nog geen bestand. Uw werk is bewaard op deze computer. Kies Opslaan als.",
    "dossier.open_elsewhere": (
        "Het dossier {file} is al open in een ander venster op deze computer. Er is niets veranderd. Ga naar dat "
        "venster, of sluit het daar en kies Opnieuw."
    ),
    "session.read_only": (
        "U kijkt in dit dossier en kunt er niets in veranderen. Er is niets veranderd. Wilt u wel iets wijzigen, open "
        "het dossier dan opnieuw en kies Meewerken, of maak een eigen kopie met Opslaan als."
    ),
    "backup.unknown": "Reservekopie {number} is er niet. Zonder --terugzetten ziet u welke er zijn.",
    "backup.failed": (
        "Er kon geen reservekopie worden gemaakt ({reason}). Uw dossier en uw werk zijn wel bewaard. Kijk of er ruimte "
        "is op de schijf van deze computer: de kopieën staan in {folder}."
    ),
    "store.no_base": (
        "Het dossier is opgeslagen, maar op deze computer kon geen kopie van het bestand worden bewaard. Maak ruimte "
        "vrij op de schijf van deze computer. Voor de helpdesk: {detail}."
    ),
    "dossier.exists": (
        "Het bestand {file} bestaat al. Het is niet veranderd. Kies een andere naam, of vervang het met --overschrijf."
    ),
    "part.unknown": "De portefeuille {name} staat niet in dit dossier. Er is niets gemaakt. Kies uit: {known}.",
    "version.no_name": "Geef de versie een naam, bijvoorbeeld ‘naar hoofdenoverleg 12 maart’. Er is niets veranderd.",
    "export.none": (
        "{file} is geen export van een dossier. Er is niets ingelezen. Kies de map of het zip-bestand dat met ‘Alles "
        "exporteren’ is gemaakt."
    ),
    "export.newer": (
        "{file} is gemaakt met een nieuwere versie van het programma. Er is niets ingelezen. Installeer de nieuwste "
        "versie."
    ),
    "export.damaged": (
        "De export {file} is beschadigd of niet volledig ({detail}). Er is niets ingelezen en de export is niet "
        "veranderd. Vraag een nieuwe, of pak het zip-bestand opnieuw in."
    ),
    "export.too_large": "In {file} zit een bestand dat te groot is om veilig te lezen. Er is niets ingelezen.",
    "export.folder_exists": (
        "De map {folder} bestaat al en is niet leeg. Er is niets veranderd. Kies een andere naam, of een naam die op "
        ".zip eindigt."
    ),
    "import.open_dossier": (
        "{file} is het dossier dat u open hebt; een export komt daar niet voor in de plaats. Er is niets veranderd. "
        "Geef het nieuwe dossier een andere naam."
    ),
    "part.nothing_chosen": "Kies ten minste één portefeuille. Er is niets gemaakt.",
    "part.own_file": (
        "{file} is het bestand van het hele dossier; het deel kan daar niet in de plaats komen. Er is niets gemaakt. "
        "Geef het deel een andere naam."
    ),
    "year.closed": (
        "Het verslagjaar {year} is afgesloten. Er is niets veranderd. Wilt u toch iets wijzigen, open het jaar dan "
        "weer bij Inrichting, Verslagjaren."
    ),
    "year.exists": "Het verslagjaar {year} staat al in dit dossier. Er is niets veranderd. Kies een ander jaar.",
    "year.unknown": "Het verslagjaar {year} staat niet in dit dossier. Kies uit: {known}.",
    "year.none": "In dit dossier staat nog geen verslagjaar. Voeg er een toe bij Inrichting, Verslagjaren.",
    "store.no_folder": (
        "De map {folder} kan niet worden gemaakt. Daar bewaart het programma uw werk. Er is niets veranderd. Vraag de "
        "beheerder van deze computer om rechten voor die map."
    ),
    "portfolio.unknown": "De portefeuille {name} staat niet in het verslagjaar {year}. Kies uit: {known}.",
    "output.other_kind": (
        "De naam {file} past niet. {kind} eindigt op {suffix}. Er is niets geschreven. Kies een andere naam."
    ),
    "output.no_folder": (
        "De map {folder} kan niet worden gemaakt ({reason}). Er is niets geschreven. Kies een andere map."
    ),
    "window.no_screen": (
        "Hier is geen scherm, dus het venster kan niet open. De opdrachten zonder venster ziet u met "
        "riec-desktop --help."
    ),
    "window.no_qt": (
        "Het venster kan niet open: een onderdeel ontbreekt op deze computer ({detail}). De opdrachten zonder venster "
        "werken wel; u ziet ze met riec-desktop --help."
    ),
    "organisation.unknown": "De organisatie {name} staat niet in dit dossier. Kies uit: {known}.",
    "rules.none": (
        "{file} is geen bestand met eigen regels van dit programma. Er is niets veranderd. Kies een bestand dat bij "
        "Eigen regels is opgeslagen."
    ),
    "file.differs": (
        "Het bestand {file} is niet goed opgeslagen: er staat iets anders dan is gemaakt. Wat er al stond, is "
        "teruggezet. Kies een andere map en probeer het opnieuw."
    ),
    "final.blocked": (
        "Er is geen definitief document gemaakt. Nog te doen: {what}. Het eerste: {first} Kijk bij Definitief maken "
        "wat er moet gebeuren. Uw dossier is niet veranderd."
    ),
    "final.no_reason": (
        "Er is niets geaccepteerd: geef een reden van ten minste een paar woorden. Zij komt in het controleverslag te "
        "staan."
    ),
    "final.not_clean": (
        "Er is niets geschreven: in {file} zit nog iets dat niet naar buiten mag. {first} Kies een ander sjabloon of "
        "herstel dit, en probeer het opnieuw."
    ),
    "spelling.no_dictionary": (
        "De spelling wordt niet gecontroleerd: het Nederlandse woordenboek ontbreekt of is beschadigd. Uw tekst is "
        "veilig en u kunt gewoon verder werken. Installeer het programma opnieuw om de spelling weer te controleren."
    ),
    "spelling.stopped": (
        "De spelling wordt niet meer gecontroleerd: de controle is onverwacht gestopt. Uw tekst is veilig en u kunt "
        "gewoon verder werken. Start het programma opnieuw om de spelling weer te controleren."
    ),
}


def sentence(error: RiecError) -> str:
    """The Dutch sentence for a known failure."""
    return SENTENCES[error.code].format(**error.values)


def making_sentence(error: RiecError) -> str:
    """`sentence` for a document that could not be made, in the dialog where its folder is chosen with 'Kiezen…'."""
    return ABOUT_MAKING.get(error.code, SENTENCES[error.code]).format(**error.values)


def command_sentence(error: RiecError) -> str:
    """`sentence` for the command line."""
    return ABOUT_COMMANDS.get(error.code, SENTENCES[error.code]).format(**error.values)
