"""The command line as a person or a program uses it: words in; exit code and everything that was printed out."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from riec_desktop.cli import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The output as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Terminal:
    """Runs commands in this process."""

    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: str | Path) -> Answer:
        self.capsys.readouterr()
        code = main([str(word) for word in words])
        printed = self.capsys.readouterr()
        return Answer(code=code, out=printed.out, err=printed.err)
