"""What stands in a dossier never comes in the log, as the privacy statement says; also when something goes wrong."""

import logging
from pathlib import Path

import pytest

from riec_desktop.dossier.records import Answer, Portfolio
from riec_desktop.storage.dossier_file import read_dossier
from tests.helpers.terminal import Terminal

START = 25
"""Characters of a text that are enough to know it by."""


def test_texts_of_a_dossier_stay_out_of_the_log(
    riec: Terminal, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "riec_desktop")
    dossier, form, broken = tmp_path / "een.riec", tmp_path / "formulier.xlsx", tmp_path / "kapot.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing more")
    codes = [
        riec(*words).code
        for words in (
            ("example", dossier),
            ("word", dossier, "-o", tmp_path / "een.docx", "--geschatte-bladzijden"),
            ("form", dossier, "--portefeuille", "mensenhandel", "-o", form),
            ("read", dossier, form),
            ("read", dossier, broken),
            ("word", dossier, "-o", tmp_path / "geen map" / "een.docx"),
        )
    ]
    assert codes == [0, 0, 0, 0, 3, 3]
    content = read_dossier(dossier).dossier
    texts = [one.text[:START] for one in content.all(Answer) if one.text] + [one.name for one in content.all(Portfolio)]
    assert len(texts) > START
    assert [text for text in texts if text in caplog.text] == []
