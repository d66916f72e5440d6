"""The one table from error codes to Dutch sentences: what happened, what is safe, what to do."""

from riec_desktop.errors import RiecError

SENTENCES: dict[str, str] = {
    "file.not_found": "Het bestand {file} bestaat niet meer. Kies een ander bestand.",
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
}


def sentence(error: RiecError) -> str:
    """The Dutch sentence for a known failure."""
    return SENTENCES[error.code].format(**error.values)
