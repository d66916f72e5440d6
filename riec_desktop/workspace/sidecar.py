"""The file beside final documents for the archive: what they are, in the terms of MDTO, as JSON.

MDTO (Nationaal Archief, 'Metagegevens voor duurzaam toegankelijke overheidsinformatie', XML schema 1.0.2): its names
are kept, in Dutch, in its spelling and order, and everything that it demands is there, so that an archive can take it
over. What only the organisation can decide says so ('Nader te bepalen'). The table is in docs/metagegevens.md.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from riec_desktop import __version__
from riec_desktop.files import digest_of

_OFFICE = {
    ".docx": ("Microsoft Word for Windows 2007 onwards", "fmt/412"),
    ".xlsx": ("Microsoft Excel for Windows 2007 onwards", "fmt/214"),
}
_PDF = {"1.4": "fmt/18", "1.5": "fmt/19", "1.6": "fmt/20", "1.7": "fmt/276", "2.0": "fmt/1129"}
"""The codes of PRONOM (The National Archives), which MDTO asks for."""
_PDF_VERSION = re.compile(rb"%PDF-(\d\.\d)")
_OWN_TERMS = "RIEC Jaarverslag"
_UNDECIDED = "Nader te bepalen"


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
    described = {
        "informatieobject": _object(about, files),
        "bestand": [_file(about, name, data) for name, data in files.items()],
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def _object(about: Described, files: Mapping[str, bytes]) -> Mapping[str, object]:
    return {
        "identificatie": [_object_id(about)],
        "naam": about.title,
        "aggregatieniveau": _term("Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO"),
        "classificatie": [_term("Jaarverslag", _OWN_TERMS)],
        "omschrijving": [_description(about)],
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
                "eventType": _term("Creatie", "Begrippenlijst EventTypeLijst MDTO"),
                "eventTijd": about.made_at.date().isoformat(),
                "eventVerantwoordelijkeActor": {"verwijzingNaam": about.organisation},
            }
        ],
        "waardering": _term(_UNDECIDED, "Begrippenlijst Waarderingen MDTO", "N"),
        "heeftRepresentatie": [_reference(name, _file_id(data)) for name, data in files.items()],
        "archiefvormer": [{"verwijzingNaam": about.organisation}],
        "beperkingGebruik": [{"beperkingGebruikType": _term(_UNDECIDED, _OWN_TERMS)}],
    }


def _description(about: Described) -> str:
    """MDTO has no field for a version, so it stands here."""
    version = f" Gemaakt van {about.version} van het dossier." if about.version else ""
    return f"Definitief hoofdstuk, overzicht en controleverslag bij het Jaarverslag {about.year}.{version}"


def _file(about: Described, name: str, data: bytes) -> Mapping[str, object]:
    return {
        "identificatie": [_file_id(data)],
        "naam": name,
        "omvang": len(data),
        "bestandsformaat": _format(name, data),
        "checksum": [
            {
                "checksumAlgoritme": _term("SHA256", "Begrippenlijst ChecksumAlgoritme MDTO"),
                "checksumWaarde": digest_of(data),
                "checksumDatum": about.made_at.isoformat(),
            }
        ],
        "isRepresentatieVan": _reference(about.title, _object_id(about)),
    }


def _format(name: str, data: bytes) -> Mapping[str, object]:
    if PurePath(name).suffix in _OFFICE:
        label, code = _OFFICE[PurePath(name).suffix]
    else:
        found = _PDF_VERSION.match(data)
        version = found[1].decode() if found else ""
        label, code = f"Acrobat PDF {version} - Portable Document Format".replace("  ", " "), _PDF.get(version, "")
    return _term(label, "PRONOM-register", code)


# --- Groups of MDTO --------------------------------------------------------------------------------------------------


def _object_id(about: Described) -> Mapping[str, str]:
    return _identity(f"{about.dossier_id}/{about.year}", f"RIEC Jaarverslag {__version__}")


def _file_id(data: bytes) -> Mapping[str, str]:
    return _identity(digest_of(data), "SHA-256")


def _identity(mark: str, source: str) -> Mapping[str, str]:
    return {"identificatieKenmerk": mark, "identificatieBron": source}


def _reference(name: str, identity: Mapping[str, str]) -> Mapping[str, object]:
    return {"verwijzingNaam": name, "verwijzingIdentificatie": identity}


def _term(word: str, taken_from: str, code: str = "") -> Mapping[str, object]:
    """A word out of a list, with its code there if it has one, and which list that is: MDTO asks for it."""
    coded = {"begripCode": code} if code else {}
    return {"begripLabel": word, **coded, "begripBegrippenlijst": {"verwijzingNaam": taken_from}}
