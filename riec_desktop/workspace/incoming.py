"""Files that came back, whatever they are: forms and tables are read as forms, Word documents as drafts."""

from collections.abc import Sequence
from pathlib import Path

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.errors import RiecError
from riec_desktop.workspace import forms
from riec_desktop.workspace.forms import Received, RefusedFile
from riec_desktop.workspace.progress import Cancel, Progress, never, no_progress, step
from riec_desktop.workspace.review import Incoming

WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".doc", ".odt")
"""Files that may be drafts; those that cannot be read get a sentence that says what to do."""


def read_incoming(
    dossier: Dossier,
    paths: Sequence[Path],
    dossier_id: str = "",
    progress: Progress = no_progress,
    cancel: Cancel = never,
) -> Received:
    """What these files bring, for review; a folder stands for the forms and drafts in it.

    Raises `Cancelled`, or `RiecError` (`form.no_files`) for a folder without any.
    """
    drafts = [draft for path in paths for draft in _drafts(path)]
    rest = [path for path in paths if path not in drafts and not _holds_only_drafts(path, drafts)]
    found: list[Incoming | RefusedFile] = []
    for at, path in enumerate(drafts):
        step(progress, cancel, at / len(drafts), "Word-documenten lezen")
        found.append(_read_draft(dossier, path, dossier_id))
    read = forms.read_forms(dossier, rest, dossier_id, progress, cancel) if rest else Received(incoming=(), refused=())
    return Received(
        incoming=(*(one for one in found if isinstance(one, Incoming)), *read.incoming),
        refused=(*(one for one in found if isinstance(one, RefusedFile)), *read.refused),
    )


def _drafts(path: Path) -> list[Path]:
    if path.is_dir():
        inside = (one for one in sorted(path.iterdir()) if one.suffix.lower() == ".docx" and one.is_file())
        return [one for one in inside if not one.name.startswith(("~$", ".~lock"))]
    return [path] if path.suffix.lower() in WORD_SUFFIXES else []


def _holds_only_drafts(path: Path, drafts: Sequence[Path]) -> bool:
    """Whether a folder has drafts in it and no forms."""
    if not path.is_dir() or not any(one.parent == path for one in drafts):
        return False
    return not any(one.suffix.lower() in forms.SUFFIXES for one in path.iterdir())


def _read_draft(dossier: Dossier, path: Path, dossier_id: str) -> Incoming | RefusedFile:
    from riec_desktop.workspace.word_in import read_back

    try:
        return read_back(dossier, path, dossier_id)
    except RiecError as error:
        return RefusedFile(path=path, error=error)
