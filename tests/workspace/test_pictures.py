"""Pictures from files and from the clipboard become changes; what cannot be read is told and keeps no other out."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pytest

from riec_desktop.dossier import edits
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Picture
from riec_desktop.errors import Cancelled
from riec_desktop.messages import sentence
from riec_desktop.workspace.pictures import MOST_BYTES, Brought, Sources, add_pictures, read_pictures, replace_picture
from tests.helpers.images import drawing, file_of, photo
from tests.helpers.sample import TRAFFICKING, sample


def read(sources: Sources) -> Brought:
    return read_pictures(sources, lambda _part, _text: None, lambda: False)


def pictures(dossier: Dossier) -> Sequence[Picture]:
    return dossier.where(Picture, "report_id", TRAFFICKING.id)


def added(dossier: Dossier, sources: Sources) -> Dossier:
    numbers = count(len(pictures(dossier)) + 1)
    changes = add_pictures(dossier, TRAFFICKING.id, read(sources).pictures, lambda: f"beeld-{next(numbers)}")
    return edits.applied(dossier, changes)


def a_file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_file_and_a_picture_of_the_clipboard_come_in_their_order(tmp_path: Path) -> None:
    path = a_file(tmp_path, "foto.jpg", file_of(photo(900, 600), "JPEG"))
    found = pictures(added(sample(), [path, file_of(drawing(700, 400))]))
    assert [(one.id, one.width, one.height) for one in found] == [("beeld-1", 900, 600), ("beeld-2", 700, 400)]
    assert [one.content[:4] for one in found] == [b"\xff\xd8\xff\xe0", b"\x89PNG"]


def test_a_new_picture_comes_after_those_that_are_there() -> None:
    once = added(sample(), [file_of(drawing())])
    assert [one.id for one in pictures(added(once, [file_of(drawing())]))] == ["beeld-1", "beeld-2"]


def test_a_bad_file_keeps_no_other_out(tmp_path: Path) -> None:
    bad = a_file(tmp_path, "tekening.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    brought = read([bad, tmp_path / "weg.png", b"", file_of(drawing())])
    assert [one.code for one in brought.refused] == ["picture.drawing", "file.not_found", "picture.empty"]
    assert len(brought.pictures) == 1
    assert all(sentence(one) for one in brought.refused)


def test_a_file_that_is_too_heavy_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "film.bmp"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    (error,) = read([path]).refused
    assert error.code == "picture.too_heavy"
    assert "60 MB" in sentence(error)


def test_another_picture_keeps_the_words_and_the_place() -> None:
    dossier = added(sample(), [file_of(drawing())])
    before = pictures(dossier)[0]
    named = edits.applied(dossier, edits.set_value(dossier, before, "alt", "Een lijn."))
    (prepared,) = read([file_of(photo(900, 600))]).pictures
    after = pictures(edits.applied(named, replace_picture(pictures(named)[0], prepared)))[0]
    assert (after.alt, after.position, after.id) == ("Een lijn.", before.position, before.id)
    assert (after.content, after.width, after.height) == (prepared.content, 900, 600)


def test_reading_tells_how_far_it_is_and_can_be_stopped() -> None:
    told: list[str] = []
    read_pictures([file_of(drawing())] * 2, lambda _part, text: told.append(text), lambda: False)
    assert told == ["Afbeelding 1 van 2 lezen", "Afbeelding 2 van 2 lezen"]
    with pytest.raises(Cancelled):
        read_pictures([file_of(drawing())], lambda _part, _text: None, lambda: True)
