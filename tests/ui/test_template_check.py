"""Below the field with the template stands what it misses, with a button for a copy."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from riec_desktop.ui.generate.template_check import TemplateCheck
from riec_desktop.workspace.templates import template_report
from tests.helpers.program import Program, click
from tests.helpers.templates import ORIGINS, dutch_word


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    return made


def checked(field: QLineEdit, program: Program, path: Path, qtbot: QtBot) -> TemplateCheck:
    made = TemplateCheck(field, program.around)
    qtbot.addWidget(made)
    field.setText(str(path))
    qtbot.waitUntil(lambda: not made.isHidden(), timeout=10_000)
    return made


def written(folder: Path, content: bytes, name: str = "huisstijl.docx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_nothing_is_said_without_a_template(field: QLineEdit, example: Program, qtbot: QtBot) -> None:
    made = TemplateCheck(field, example.around)
    qtbot.addWidget(made)
    assert made.isHidden()


def test_the_missing_styles_are_counted(field: QLineEdit, example: Program, qtbot: QtBot, tmp_path: Path) -> None:
    made = checked(field, example, written(tmp_path, dutch_word()), qtbot)
    assert made.told.text().startswith("Dit sjabloon mist ")
    assert "Bijschrift" in made.told.toolTip()
    assert made.told.accessibleDescription() == made.told.toolTip()


def test_every_remark_can_be_read(field: QLineEdit, example: Program, qtbot: QtBot, tmp_path: Path) -> None:
    made = checked(field, example, written(tmp_path, dutch_word()), qtbot)
    example.person.will(click("Sluiten"))
    made.more.click()
    assert "Nummering van koppen: " in example.person.said[-1]


def test_the_copy_is_saved_and_chosen(field: QLineEdit, example: Program, qtbot: QtBot, tmp_path: Path) -> None:
    made = checked(field, example, written(tmp_path, dutch_word()), qtbot)
    target = tmp_path / "kopie.docx"
    example.person.will_pick(target)
    made.save.click()
    assert template_report(target).missing == ()
    assert field.text() == str(target)


def test_no_copy_is_saved_when_no_place_is_chosen(
    field: QLineEdit, example: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = written(tmp_path, dutch_word())
    made = checked(field, example, path, qtbot)
    example.person.will_pick(None)
    made.save.click()
    assert field.text() == str(path)


def test_the_template_is_not_overwritten(field: QLineEdit, example: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path = written(tmp_path, dutch_word())
    made = checked(field, example, path, qtbot)
    example.person.will_pick(path)
    example.person.will(click("Sluiten"))
    made.save.click()
    assert path.read_bytes() == dutch_word()


def test_a_damaged_template_is_told_at_once(field: QLineEdit, example: Program, qtbot: QtBot, tmp_path: Path) -> None:
    made = checked(field, example, written(tmp_path, b"PK\3\4 en niets meer"), qtbot)
    assert "beschadigd" in made.told.text()
    assert made.save.isHidden()


def test_a_complete_template_says_nothing(field: QLineEdit, example: Program, qtbot: QtBot, tmp_path: Path) -> None:
    made = checked(field, example, written(tmp_path, dutch_word()), qtbot)
    field.setText(str(written(tmp_path, ORIGINS["het huis"](), "huis.docx")))
    qtbot.waitUntil(made.is_quiet, timeout=10_000)
    assert made.isHidden()
