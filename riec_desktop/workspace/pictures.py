"""Pictures that a person brings: read in the background, then added to a portfolio as changes like any other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from riec_desktop.dossier import edits
from riec_desktop.dossier.changes import Change, set_fields
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Picture
from riec_desktop.errors import RiecError
from riec_desktop.files import read_file
from riec_desktop.pictures import Prepared, read_picture
from riec_desktop.workspace.progress import Cancel, Progress, step

MOST_BYTES = 60_000_000
"""More than a photo of the greatest size that is read needs, in any format that people send round."""

Sources = Sequence[Path | bytes]
"""Files, and pictures from the clipboard as the bytes of a file."""

CLIPBOARD = "van het klembord"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came of the pictures that a person brought, in their order."""

    pictures: tuple[Prepared, ...]
    refused: tuple[RiecError, ...]


def read_pictures(sources: Sources, progress: Progress, cancel: Cancel) -> Brought:
    """Read pictures and make them fit for the chapter; one that is refused keeps no other out. Raises `Cancelled`."""
    pictures: list[Prepared] = []
    refused: list[RiecError] = []
    for at, source in enumerate(sources):
        step(progress, cancel, at / len(sources), f"Afbeelding {at + 1} van {len(sources)} lezen")
        try:
            pictures.append(_read(source))
        except RiecError as error:
            refused.append(error)
    return Brought(pictures=tuple(pictures), refused=tuple(refused))


def _read(source: Path | bytes) -> Prepared:
    if isinstance(source, bytes):
        return read_picture(source, CLIPBOARD)
    return read_picture(_bytes_of(source), source.name)


def _bytes_of(path: Path) -> bytes:
    try:
        return read_file(path, MOST_BYTES)
    except RiecError as error:
        if error.code != "file.too_large":
            raise
        raise RiecError("picture.too_heavy", file=path.name, limit=MOST_BYTES // 1_000_000) from error


def add_pictures(
    dossier: Dossier, report_id: str, pictures: Sequence[Prepared], new_id: Callable[[], str]
) -> tuple[Change, ...]:
    """Pictures at the end of those of a portfolio, without words yet."""
    working, changes = dossier, list[Change]()
    for one in pictures:
        record = Picture(id=new_id(), report_id=report_id, content=one.content, width=one.width, height=one.height)
        made = edits.add_at_end(working, record)
        working = edits.applied(working, made)
        changes.extend(made)
    return tuple(changes)


def replace_picture(picture: Picture, prepared: Prepared) -> tuple[Change, ...]:
    """Another picture under the same words, at the same place."""
    return set_fields(picture, content=prepared.content, width=prepared.width, height=prepared.height)
