"""The file beside final documents for the archive: what they are, in the terms of MDTO, as JSON.

MDTO 1.1 (Nationaal Archief, 'Metagegevens voor duurzaam toegankelijke overheidsinformatie'): the names of its fields
are kept, in Dutch and in its spelling, so that an archive can take them over. What only the organisation knows, such
as how long it keeps the documents, is left out and asked for in the report.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from riec_desktop import __version__
from riec_desktop.files import digest_of

_FORMATS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
}
_OWN_TERMS = "RIEC Jaarverslag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What the documents are. `version` is that of the dossier ('versie 3'), `dossier_id` tells dossiers apart."""

    title: str
    organisation: str
    year: int
    version: str
    dossier_id: str
    made_at: datetime


def sidecar(about: Described, files: Mapping[str, bytes]) -> bytes:
    """The JSON of documents by file name."""
    described = {"informatieobject": _object(about), "bestand": [_file(about, *one) for one in files.items()]}
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def _object(about: Described) -> Mapping[str, object]:
    day = about.made_at.date().isoformat()
    return {
        "identificatie": [
            {
                "identificatieKenmerk": f"{about.dossier_id}/{about.year}",
                "identificatieBron": f"RIEC Jaarverslag {__version__}",
            }
        ],
        "naam": about.title,
        "aggregatieniveau": _term("Archiefstuk", "MDTO, begrippenlijst aggregatieniveaus"),
        "classificatie": [_term("jaarverslag", _OWN_TERMS)],
        "omschrijving": [f"Definitief hoofdstuk en overzicht bij het Jaarverslag {about.year}."],
        "dekkingInTijd": [
            {
                "dekkingInTijdType": _term("Heeft betrekking op", _OWN_TERMS),
                "dekkingInTijdBegindatum": f"{about.year}-01-01",
                "dekkingInTijdEinddatum": f"{about.year}-12-31",
            }
        ],
        "taal": ["nl"],
        "event": [
            {
                "eventType": _term("Creatie", "MDTO, begrippenlijst eventsoorten"),
                "eventTijd": day,
                "eventVerantwoordelijkeActor": {"verwijzingNaam": about.organisation},
            }
        ],
        "archiefvormer": [{"verwijzingNaam": about.organisation}],
        "versie": about.version,
    }


def _file(about: Described, name: str, data: bytes) -> Mapping[str, object]:
    return {
        "identificatie": [{"identificatieKenmerk": digest_of(data), "identificatieBron": "SHA-256"}],
        "naam": name,
        "omvang": len(data),
        "bestandsformaat": _term(_FORMATS.get(PurePath(name).suffix, "application/octet-stream"), "IANA Media Types"),
        "checksum": [
            {
                "checksumAlgoritme": _term("SHA-256", "MDTO, begrippenlijst checksum algoritmen"),
                "checksumWaarde": digest_of(data),
                "checksumDatum": about.made_at.isoformat(),
            }
        ],
        "isRepresentatieVan": {"verwijzingNaam": about.title},
    }


def _term(word: str, taken_from: str) -> Mapping[str, object]:
    """A word out of a list, and which list that is: MDTO asks for both."""
    return {"begripLabel": word, "begripBegrippenlijst": {"verwijzingNaam": taken_from}}
