"""Own rules as a file: what goes out, what comes in, and that nothing of it is trusted."""

import json
from pathlib import Path
from typing import Any

import pytest

from riec_desktop.checks.secret_names import is_secret, secret
from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import Settings, WordRule
from riec_desktop.errors import RiecError
from riec_desktop.workspace.review import default_ids, sure_changes
from riec_desktop.workspace.rule_files import incoming_rules, rules_file, secret_names
from tests.helpers.sample import sample

OWN = (
    WordRule(id="1", kind=WordRuleKind.HARD, text="implementeren", instead="invoeren"),
    WordRule(id="2", kind=WordRuleKind.NAME, text="operatie Zilverreiger", note="loopt nog"),
    WordRule(id="3", kind=WordRuleKind.PATTERN, text="PL####", note="zaak"),
)
SETTINGS = Settings(id="settings", small_number=5)


def file_of(tmp_path: Path, dossier: Dossier) -> Path:
    path = tmp_path / "regels.json"
    path.write_bytes(rules_file(dossier, lambda: "zout"))
    return path


def written(tmp_path: Path, content: Any) -> Path:
    path = tmp_path / "regels.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_what_goes_out_comes_in(tmp_path: Path) -> None:
    path = file_of(tmp_path, sample(*OWN, SETTINGS))
    target = sample(Settings(id="settings", small_number=10))
    incoming = incoming_rules(target, path)
    after = applied(target, sure_changes(incoming, target))
    assert {(one.kind, one.text) for one in after.all(WordRule)} == {
        (WordRuleKind.HARD, "implementeren"),
        (WordRuleKind.NAME, secret("operatie Zilverreiger", "zout")),
        (WordRuleKind.PATTERN, "PL####"),
    }
    assert after.rows(Settings)["settings"].small_number == 5
    assert len(default_ids(incoming)) == 4


def test_no_name_leaves_in_clear(tmp_path: Path) -> None:
    text = file_of(tmp_path, sample(*OWN)).read_text(encoding="utf-8")
    assert "zilverreiger" not in text.casefold()
    assert "loopt nog" not in text
    assert "implementeren" in text


def test_what_is_there_is_not_proposed_again(tmp_path: Path) -> None:
    known = sample(WordRule(id="x", kind=WordRuleKind.HARD, text="Implementeren"), SETTINGS)
    kinds = [one.theirs for one in incoming_rules(known, file_of(tmp_path, sample(*OWN, SETTINGS))).proposals]
    assert not any("mplementeren" in one for one in kinds)


@pytest.mark.parametrize("content", [[], {"soort": "iets"}, "tekst", {}])
def test_another_file_is_refused(tmp_path: Path, content: Any) -> None:
    with pytest.raises(RiecError) as caught:
        incoming_rules(sample(), written(tmp_path, content))
    assert caught.value.code == "rules.none"


@pytest.mark.parametrize(
    "entry",
    [
        3,
        {"soort": "onbekend", "tekst": "a"},
        {"soort": "eigen term"},
        {"soort": "eigen term", "tekst": "a" * 301},
        {"soort": "eigen term", "tekst": "a", "liever": 7},
        {"soort": "eigen patroon", "tekst": "***a"},
    ],
)
def test_an_entry_that_cannot_be_used_is_passed_over_and_told(tmp_path: Path, entry: Any) -> None:
    good = {"soort": "eigen term", "tekst": "weerbaar\u0000heidsscan"}
    incoming = incoming_rules(sample(), written(tmp_path, {"soort": "riec-regels", "regels": [entry, good]}))
    assert [one.theirs for one in incoming.proposals] == ["weerbaarheidsscan"]
    assert incoming.notes == ("1 regel in het bestand is niet te gebruiken en overgeslagen.",)


@pytest.mark.parametrize("number", [0, 10_000, True, "5", None])
def test_a_threshold_that_makes_no_sense_is_passed_over(tmp_path: Path, number: Any) -> None:
    content = {"soort": "riec-regels", "drempels": {"small_number": number}}
    assert not incoming_rules(sample(SETTINGS), written(tmp_path, content)).proposals


def test_secret_names_share_one_salt_and_come_once() -> None:
    ids = iter("abcdefgh")
    first = secret_names(sample(), "Een\nTwee", hidden=True, new_id=lambda: next(ids))
    dossier = applied(sample(), first)
    assert len({one.text.split(":")[2] for one in dossier.all(WordRule)}) == 1
    assert all(is_secret(one.text) for one in dossier.all(WordRule))
    assert not secret_names(dossier, "twee", hidden=True, new_id=lambda: next(ids))
