"""The JSON form: exact round trips, readable ids, and a sentence with the place for everything that is wrong."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from riec_desktop.dossier.choices import Layout, OrganisationKind, PortfolioStatus
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.json_form import dossier_from_json, dossier_to_json
from riec_desktop.dossier.json_schema import json_schema
from riec_desktop.dossier.keys import answer_id, value_id
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import (
    Answer,
    ContributionForm,
    Indicator,
    IndicatorValue,
    Organisation,
    PortfolioReport,
    Question,
    RegionalSection,
    ReportYear,
    Settings,
)
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from tests.helpers.strategies import dossiers

LIMBURG = natural_id("Organisation", "riec-limburg")
SCHEMA: Any = Draft202012Validator(json_schema())
UUID = "0a1b2c3d-0000-4000-8000-00000000000f"


def document(**records: object) -> dict[str, object]:
    return {"format": "riec-dossier", "version": 1, "records": records}


def refusal(*documents: object) -> str:
    with pytest.raises(RiecError) as caught:
        dossier_from_json(*documents)
    return sentence(caught.value)


@given(dossiers())
def test_a_dossier_survives_json_and_fits_the_schema(dossier: Dossier) -> None:
    written = json.loads(json.dumps(dossier_to_json(dossier)))
    assert dossier_from_json(written) == dossier
    SCHEMA.validate(written)


def test_fields_at_their_default_are_left_out() -> None:
    dossier = dossier_of([Organisation(id=UUID, name="RIEC Limburg")])
    assert dossier_to_json(dossier)["records"] == {"Organisation": [{"id": UUID, "name": "RIEC Limburg"}]}


def test_every_kind_of_field_can_be_written_by_hand() -> None:
    dossier = dossier_from_json(
        document(
            Settings=[{"layout": "landscape", "trailing_dot": False, "small_number": 10}],
            Organisation=[{"id": "riec-limburg", "kind": "riec", "aliases": ["Limburg", " "], "position": 1.5}],
            Question=[{"id": "context", "required_for": ["running", "finished"], "word_budget": None}],
            ContributionForm=[{"id": "form", "sent_at": "2022-03-01T09:30:00Z", "deadline": "2022-03-31"}],
        )
    )
    assert dossier.all(Settings) == (
        Settings(id="settings", layout=Layout.LANDSCAPE, trailing_dot=False, small_number=10),
    )
    assert dossier.all(Organisation) == (
        Organisation(id=LIMBURG, kind=OrganisationKind.RIEC, aliases=("Limburg",), position=Decimal("1.5")),
    )
    assert dossier.all(Question)[0].required_for == (PortfolioStatus.RUNNING, PortfolioStatus.FINISHED)
    form = dossier.all(ContributionForm)[0]
    assert (form.sent_at, form.deadline) == (datetime(2022, 3, 1, 9, 30, tzinfo=UTC), date(2022, 3, 31))


def test_a_readable_id_is_the_same_uuid_everywhere() -> None:
    dossier = dossier_from_json(
        document(
            Organisation=[{"id": "riec-limburg"}],
            PortfolioReport=[{"id": "verslag", "organisation_ids": ["riec-limburg"]}],
            Indicator=[{"id": "signalen"}],
            RegionalSection=[
                {"id": UUID, "organisation_id": "riec-limburg", "text": "{cijfer:signalen;organisatie=riec-limburg}"}
            ],
        )
    )
    assert dossier.get(Organisation, LIMBURG)
    assert dossier.all(PortfolioReport)[0].organisation_ids == (LIMBURG,)
    section = dossier.get(RegionalSection, UUID)
    assert section
    assert section.organisation_id == LIMBURG
    assert section.text == f"{{cijfer:{natural_id('Indicator', 'signalen')};organisatie={LIMBURG}}}"


def test_a_number_in_a_text_may_name_an_indicator_that_is_gone() -> None:
    dossier = dossier_from_json(document(ReportYear=[{"id": UUID, "opening": f"**Er** {{cijfer:{UUID}}} over."}]))
    assert dossier.all(ReportYear)[0].opening == f"**Er** {{cijfer:{UUID}}} over."


def test_what_a_record_is_about_gives_its_id() -> None:
    dossier = dossier_from_json(
        document(
            Indicator=[{"id": "signalen"}],
            IndicatorValue=[{"indicator_id": "signalen", "year": 2022, "actual": "12.50"}],
            PortfolioReport=[{"id": "verslag"}],
            Question=[{"id": "context"}],
            Answer=[{"report_id": "verslag", "question_id": "context"}],
        )
    )
    indicator, value = dossier.all(Indicator)[0], dossier.all(IndicatorValue)[0]
    assert value.id == value_id(indicator.id, 2022, None)
    assert value.actual == Decimal("12.5")
    answer = dossier.all(Answer)[0]
    assert answer.id == answer_id(dossier.all(PortfolioReport)[0].id, dossier.all(Question)[0].id)


def test_of_several_documents_the_later_record_counts_whole() -> None:
    first = document(Organisation=[{"id": "a", "name": "eerst", "kind": "riec"}, {"id": "b", "name": "blijft"}])
    later = document(Organisation=[{"id": "a", "name": "later", "follows_id": "b"}])
    merged = dossier_from_json(first, later)
    assert merged.get(Organisation, natural_id("Organisation", "a")) == Organisation(
        id=natural_id("Organisation", "a"), name="later", follows_id=natural_id("Organisation", "b")
    )
    assert len(merged.all(Organisation)) == 2


def test_text_is_normalised_as_it_comes_in() -> None:
    dossier = dossier_from_json(document(Organisation=[{"id": "a", "name": " e\u0301e\u0301n\x00\n"}]))
    assert dossier.all(Organisation)[0].name == "één"


@pytest.mark.parametrize(
    "data",
    [None, [], {}, {"format": "other"}, {"format": "riec-dossier"}, {"format": "riec-dossier", "version": True}],
)
def test_something_else_is_refused(data: object) -> None:
    assert "geen dossier in JSON" in refusal(data)


def test_a_newer_form_is_refused() -> None:
    assert "nieuwere versie" in refusal({"format": "riec-dossier", "version": 2, "records": {}})


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "unknown type": ({"Antwoord": []}, 'In records staat "Antwoord"'),
    "type is no list": ({"Answer": {}}, "In records › Answer staat {}"),
    "record is no object": ({"Answer": [1]}, "In records › Answer › 1 staat 1"),
    "unknown field": ({"Organisation": [{"id": "a", "naam": "x"}]}, 'Organisation › 1 staat het veld "naam"'),
    "no id": ({"Organisation": [{}]}, "In records › Organisation › 1 ontbreekt het veld id"),
    "bad id": ({"Organisation": [{"id": "A b"}]}, 'Organisation › 1 › id staat "A b"'),
    "id is no text": ({"Organisation": [{"id": 5}]}, "Organisation › 1 › id staat 5"),
    "other settings": ({"Settings": [{"id": "b"}]}, 'Settings › 1 › id staat "b"'),
    "twice": ({"Organisation": [{"id": "a"}, {"id": "a"}]}, "In records › Organisation › 2 staat a"),
    "twice, no id": ({"Answer": [{}, {}]}, "In records › Answer › 2 staat"),
    "text": ({"Answer": [{"text": 5}]}, "In records › Answer › 1 › text staat 5. Daar hoort te staan: een tekst."),
    "null": ({"Answer": [{"text": None}]}, "In records › Answer › 1 › text staat null."),
    "lines": ({"Organisation": [{"id": "a", "aliases": "x"}]}, "een lijst"),
    "a line": ({"Organisation": [{"id": "a", "aliases": [1]}]}, "aliases staat 1"),
    "integer": ({"ReportYear": [{"id": "a", "year": 2022.5}]}, "year staat 2022.5"),
    "flag as integer": ({"ReportYear": [{"id": "a", "year": True}]}, "year staat true"),
    "huge integer": ({"ReportYear": [{"id": "a", "year": 10**30}]}, "een geheel getal"),
    "decimal": ({"Portfolio": [], "IndicatorValue": [{"target": "1,5"}]}, 'target staat "1,5"'),
    "decimal word": ({"IndicatorValue": [{"target": "NaN"}]}, "een getal, bijvoorbeeld 12.5"),
    "decimal float": ({"IndicatorValue": [{"target": float("nan")}]}, "een getal, bijvoorbeeld 12.5"),
    "decimal flag": ({"IndicatorValue": [{"target": False}]}, "target staat false"),
    "date": ({"IndicatorValue": [{"reference_date": "31-12-2022"}]}, "een datum, bijvoorbeeld 2022-03-31"),
    "no such day": ({"IndicatorValue": [{"reference_date": "2022-02-30"}]}, "een datum, bijvoorbeeld 2022-03-31"),
    "time": ({"ReviewDocument": [{"id": "a", "sent_at": "2022-02-30"}]}, "een datum en tijd"),
    "no such time": ({"ReviewDocument": [{"id": "a", "sent_at": "2022-02-03T25:00"}]}, "een datum en tijd"),
    "flag": ({"Settings": [{"trailing_dot": "ja"}]}, "true of false"),
    "choice": ({"Organisation": [{"id": "a", "kind": "bedrijf"}]}, "een van: liec, riec, partner"),
    "choices": ({"Question": [{"id": "a", "required_for": ["later"]}]}, "een van: preparing, running"),
    "reference": ({"Answer": [{"report_id": "weg"}]}, '"weg", maar er is geen PortfolioReport met dat id'),
    "references": ({"Activity": [{"id": "a", "partner_ids": ["weg"]}]}, '"weg", maar er is geen Organisation'),
    "long": ({"Answer": [{"report_id": "x" * 500}]}, "x…"),
}


@pytest.mark.parametrize(("records", "expected"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_named_with_its_place(records: dict[str, Any], expected: str) -> None:
    assert expected in refusal(document(**records))


def test_records_must_be_there() -> None:
    assert "In records staat null" in refusal({"format": "riec-dossier", "version": 1})


SHIPPED = Path(__file__).parents[2] / "resources"


@pytest.mark.parametrize("path", [SHIPPED / "start.json", *sorted((SHIPPED / "example").glob("*.json"))], ids=str)
def test_what_we_ship_fits_the_schema(path: Path) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    SCHEMA.validate(content)
