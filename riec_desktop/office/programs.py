"""The office programs that can make a PDF of a Word document."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class LibreOffice:
    """LibreOffice; `path` is its program `soffice`."""

    path: Path
    name: str = "LibreOffice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Word on Windows, which is asked through PowerShell; `powershell` is that program."""

    powershell: Path
    name: str = "Word"


Program = LibreOffice | Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What this computer has: the programs in the order in which they are tried, at least one."""

    programs: tuple[Program, ...]

    @property
    def name(self) -> str:
        """The name of the program that is tried first, for people."""
        return self.programs[0].name
