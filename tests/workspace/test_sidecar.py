"""The file for the archive has the names of MDTO, in its order, with everything that it demands."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from riec_desktop.files import digest_of
from riec_desktop.workspace.sidecar import Described, sidecar

OBJECT = (
    "identificatie! naam! aggregatieniveau classificatie trefwoord omschrijving raadpleeglocatie dekkingInTijd "
    "dekkingInRuimte taal event waardering! bewaartermijn informatiecategorie isOnderdeelVan bevatOnderdeel "
    "heeftRepresentatie aanvullendeMetagegevens gerelateerdInformatieobject archiefvormer! betrokkene activiteit "
    "beperkingGebruik!"
)
FILE = "identificatie! naam! omvang! bestandsformaat! checksum! URLBestand isRepresentatieVan!"
GROUPS = {
    "identificatie": "identificatieKenmerk! identificatieBron!",
    "begrip": "begripLabel! begripCode begripBegrippenlijst!",
    "verwijzing": "verwijzingNaam! verwijzingIdentificatie",
    "dekkingInTijd": "dekkingInTijdType! dekkingInTijdBegindatum! dekkingInTijdEinddatum",
    "event": "eventType! eventTijd eventVerantwoordelijkeActor eventResultaat",
    "checksum": "checksumAlgoritme! checksumWaarde! checksumDatum!",
    "beperkingGebruik": (
        "beperkingGebruikType! beperkingGebruikNadereBeschrijving beperkingGebruikDocumentatie beperkingGebruikTermijn"
    ),
}
"""The elements of the XML schema 1.0.2 of MDTO in their order; with a mark those that must be there."""
FILES = {"a.docx": b"een", "b.xlsx": b"twee", "a.pdf": b"%PDF-1.7 drie"}


@pytest.fixture(name="told", scope="module")
def everything() -> dict[str, Any]:
    about = Described(
        title="Jaarverslag 2023, hoofdstuk 3.4",
        organisation="LIEC",
        year=2023,
        version="versie 3",
        dossier_id="dossier",
        made_at=datetime(2024, 5, 1, 12, tzinfo=UTC),
    )
    return json.loads(sidecar(about, FILES))


def agrees(keys: list[str], model: str) -> bool:
    """Whether names come in the order of the model, with all that it demands and none that it does not know."""
    names = model.replace("!", "").split()
    needed = {one.removesuffix("!") for one in model.split() if one.endswith("!")}
    return needed <= set(keys) <= set(names) and keys == sorted(keys, key=names.index)


def groups_in(value: Any) -> list[Mapping[str, object]]:
    """Every group inside something, at any depth."""
    match value:
        case list():
            return [one for each in cast("list[Any]", value) for one in groups_in(each)]
        case dict():
            found = cast("dict[str, Any]", value)
            return [found, *(one for each in found.values() for one in groups_in(each))]
        case _:
            return []


def test_the_object_and_every_file_have_the_fields_of_mdto(told: dict[str, Any]) -> None:
    assert agrees(list(told["informatieobject"]), OBJECT)
    assert [one["naam"] for one in told["bestand"]] == list(FILES)
    assert all(agrees(list(one), FILE) for one in told["bestand"])


def test_every_group_inside_is_one_of_mdto(told: dict[str, Any]) -> None:
    inside = [one for part in (told["informatieobject"], *told["bestand"]) for one in groups_in(list(part.values()))]
    assert len(inside) > 30
    assert not [one for one in inside if not any(agrees(list(one), model) for model in GROUPS.values())]


def test_a_file_is_known_by_its_checksum_and_its_format(told: dict[str, Any]) -> None:
    for one in told["bestand"]:
        assert one["checksum"][0]["checksumWaarde"] == digest_of(FILES[one["naam"]])
        assert one["checksum"][0]["checksumAlgoritme"]["begripLabel"] == "SHA256"
        assert one["omvang"] == len(FILES[one["naam"]])
        assert one["isRepresentatieVan"]["verwijzingNaam"] == told["informatieobject"]["naam"]
    assert [one["bestandsformaat"]["begripCode"] for one in told["bestand"]] == ["fmt/412", "fmt/214", "fmt/276"]


def test_a_pdf_of_an_unknown_version_has_no_code() -> None:
    about = Described(
        title="t", organisation="o", year=1, version="", dossier_id="d", made_at=datetime(1, 1, 1, tzinfo=UTC)
    )
    (file,) = json.loads(sidecar(about, {"a.pdf": b"%PDF-3.1"}))["bestand"]
    assert file["bestandsformaat"]["begripLabel"] == "Acrobat PDF 3.1 - Portable Document Format"
    assert "begripCode" not in file["bestandsformaat"]


def test_what_only_the_archive_knows_is_said_to_be_open(told: dict[str, Any]) -> None:
    about = told["informatieobject"]
    assert (about["waardering"]["begripLabel"], about["waardering"]["begripCode"]) == ("Nader te bepalen", "N")
    assert about["beperkingGebruik"][0]["beperkingGebruikType"]["begripLabel"] == "Nader te bepalen"


def test_every_field_is_told_in_the_docs(told: dict[str, Any]) -> None:
    docs = (Path(__file__).parents[2] / "docs" / "metagegevens.md").read_text(encoding="utf-8")
    first, _, second = docs.partition("## `bestand`")
    assert re.findall(r"^\| `(\w+)` \|", first, re.MULTILINE) == list(told["informatieobject"])
    assert re.findall(r"^\| `(\w+)` \|", second, re.MULTILINE) == list(told["bestand"][0])
