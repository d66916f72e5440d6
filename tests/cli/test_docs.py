"""The pages on JSON and the command line tell what the program does: examples run, lists are whole."""

import json
import re
import shlex
from pathlib import Path

import pytest

from riec_desktop.cli.arguments import parser
from riec_desktop.cli.commands import COMMANDS
from riec_desktop.cli.switches import SWITCHES, Switch
from riec_desktop.dossier.keys import NATURAL_KEYS
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import RECORD_TYPES, Callout, Record
from riec_desktop.dossier.richtext import linked_numbers
from riec_desktop.storage.dossier_file import read_dossier
from tests.helpers.terminal import Terminal

DOCS = Path(__file__).parents[2] / "docs"
JSON_FORM = (DOCS / "json-formaat.md").read_text(encoding="utf-8")
COMMAND_LINE = (DOCS / "opdrachtregel.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The code blocks of a page."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def test_the_example_of_the_json_form_can_be_imported(riec: Terminal, tmp_path: Path) -> None:
    (example,) = blocks(JSON_FORM, "json")
    (tmp_path / "in.json").write_text(example, encoding="utf-8")
    assert riec("import", tmp_path / "in.json", "-o", tmp_path / "uit.riec").code == 0
    dossier = read_dossier(tmp_path / "uit.riec").dossier
    assert sum(1 for _ in dossier.records()) == sum(map(len, json.loads(example)["records"].values()))
    assert dossier.all(Callout)[0].text == "Een **goed** begin."


@pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.__name__)
def test_the_json_form_tells_of_every_record_type(kind: type[Record]) -> None:
    assert f"`{kind.__name__}`" in JSON_FORM


@pytest.mark.parametrize("kind", NATURAL_KEYS, ids=lambda kind: kind.__name__)
def test_the_json_form_tells_every_natural_key(kind: type[Record]) -> None:
    fields = ", ".join(f"`{name}`" for name in NATURAL_KEYS[kind])
    assert f"| `{kind.__name__}` | {fields} |" in JSON_FORM


def test_the_linked_numbers_that_are_shown_are_linked_numbers() -> None:
    shown = re.findall(r"\{cijfer:[^}]*\}", JSON_FORM)
    assert len(shown) == 2
    assert all(len(list(linked_numbers(parse(one)))) == 1 for one in shown)


def test_every_example_command_is_understood() -> None:
    (examples,) = blocks(COMMAND_LINE, "")
    for line in examples.splitlines():
        program, *words = shlex.split(line)
        assert program == "riec-desktop"
        assert parser().parse_args(words).command in COMMANDS


@pytest.mark.parametrize("command", [one for one in COMMANDS if one])
def test_every_command_is_told(command: str) -> None:
    assert f"`riec-desktop {command}" in COMMAND_LINE


@pytest.mark.parametrize("command", [one for one in COMMANDS if one])
def test_every_option_is_told_with_the_commands_that_have_it(riec: Terminal, command: str) -> None:
    told: dict[str, str] = {}
    for names, commands in re.findall(r"^\| (`-[^|]*) \| ([^|]*) \|", COMMAND_LINE, re.MULTILINE):
        told.update((name, told.get(name, "") + f", {commands},") for name in re.findall(r"`(--[\w-]+)", names))
    left_out = {name for one in SWITCHES for name in (f"--{one.name}", f"--geen-{one.name}")} | {"--help"}
    options = set(re.findall(r"--[\w-]+", riec(command, "--help").out.partition("\n\n")[0])) - left_out
    assert {one for one in options if not re.search(f", ({command}|alle opdrachten),", told.get(one, ""))} == set()


@pytest.mark.parametrize("switch", SWITCHES, ids=lambda switch: switch.name)
def test_every_switch_is_told_in_the_words_of_the_help(switch: Switch) -> None:
    assert f"| `--{switch.name}` | {switch.help.replace('’', chr(39))} |" in COMMAND_LINE
