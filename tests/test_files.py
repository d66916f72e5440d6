"""A file is replaced whole or not at all, whatever fails on the way."""

import errno
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from riec_desktop.errors import RiecError
from riec_desktop.files import (
    REAL,
    RETRY_WAITS,
    FileSystem,
    digest,
    digest_of,
    file_name_part,
    is_gone,
    read_file,
    replace_file,
)
from riec_desktop.messages import sentence
from tests.helpers.faults import WRITING_STEPS, Crash, crashing, failing, losing_end, short_writing

OLD = b"het oude bestand"
NEW = b"het nieuwe bestand" * 1000
LIMIT = 1_000_000


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "map" / "dossier.riec"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def names(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


def refusal(path: Path, fs: FileSystem) -> RiecError:
    with pytest.raises(RiecError) as caught:
        replace_file(path, NEW, fs)
    assert sentence(caught.value)
    return caught.value


def test_a_file_is_replaced_and_nothing_is_left_beside_it(target: Path) -> None:
    replace_file(target, NEW)
    assert target.read_bytes() == NEW
    assert names(target) == ["dossier.riec"]


def test_a_file_that_was_not_there_is_made(target: Path) -> None:
    replace_file(target.with_name("ander.riec"), b"")
    assert target.with_name("ander.riec").read_bytes() == b""


ERRORS = {
    "disk full": OSError(errno.ENOSPC, "No space left on device"),
    "quota": OSError(errno.EDQUOT, "Disk quota exceeded"),
    "no permission": PermissionError(errno.EACCES, "Permission denied"),
    "broken disk": OSError(errno.EIO, "Input/output error"),
    "stopped by the user": KeyboardInterrupt(),
}


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS.keys())
@pytest.mark.parametrize("step", WRITING_STEPS)
def test_a_failing_step_leaves_the_old_file_and_nothing_else(target: Path, step: str, error: BaseException) -> None:
    with pytest.raises((RiecError, KeyboardInterrupt)):
        replace_file(target, NEW, failing(step, error))
    assert target.read_bytes() == OLD
    assert names(target) == ["dossier.riec"]


@pytest.mark.parametrize("step", WRITING_STEPS)
def test_a_crash_before_a_step_leaves_the_old_file(target: Path, step: str) -> None:
    with pytest.raises(Crash):
        replace_file(target, NEW, crashing(step))
    assert target.read_bytes() == OLD
    replace_file(target, NEW)
    assert target.read_bytes() == NEW


def test_a_crash_after_replacing_leaves_the_new_file(target: Path) -> None:
    with pytest.raises(Crash):
        replace_file(target, NEW, crashing("replace", after=True))
    assert target.read_bytes() == NEW


def test_a_folder_that_cannot_be_synced_is_no_failure(target: Path) -> None:
    replace_file(target, NEW, failing("sync_folder", ERRORS["broken disk"]))
    assert target.read_bytes() == NEW


def test_short_writes_are_continued(target: Path) -> None:
    replace_file(target, NEW, short_writing(7))
    assert target.read_bytes() == NEW


def test_a_disk_that_loses_what_it_took_is_noticed(target: Path) -> None:
    assert refusal(target, losing_end()).code == "file.not_written"
    assert target.read_bytes() == OLD
    assert names(target) == ["dossier.riec"]


CODES = [
    ("create", PermissionError(errno.EACCES, "Permission denied"), "file.folder_read_only"),
    ("create", OSError(errno.EROFS, "Read-only file system"), "file.folder_read_only"),
    ("create", FileNotFoundError(errno.ENOENT, "No such file or directory"), "file.folder_missing"),
    ("create", OSError(errno.EIO, "Input/output error"), "file.not_written"),
    ("create", OSError(errno.ENOSPC, "No space left on device"), "file.disk_full"),
    ("write", OSError(errno.ENOSPC, "No space left on device"), "file.disk_full"),
    ("write", OSError(errno.EFBIG, "File too large"), "file.disk_full"),
    ("sync", OSError(errno.EIO, "Input/output error"), "file.not_written"),
    ("replace", PermissionError(errno.EACCES, "Permission denied"), "file.held"),
    ("replace", OSError(errno.EIO, "Input/output error"), "file.not_written"),
]


@pytest.mark.parametrize(("step", "error", "code"), CODES)
def test_each_failure_has_its_own_sentence(target: Path, step: str, error: OSError, code: str) -> None:
    refused = refusal(target, failing(step, error))
    assert refused.code == code
    assert refused.__cause__ is error


def test_a_full_disk_on_windows_is_known_by_its_own_number(target: Path) -> None:
    class DiskFullError(OSError):
        winerror = 112

    assert refusal(target, failing("write", DiskFullError(errno.EINVAL, "niet genoeg"))).code == "file.disk_full"


def test_a_file_that_is_held_for_a_moment_is_replaced_a_little_later(target: Path) -> None:
    waits: list[float] = []

    def held_twice(source: Path, destination: Path) -> None:
        if len(waits) < 2:
            raise PermissionError(errno.EACCES, "Permission denied")
        REAL.replace(source, destination)

    replace_file(target, NEW, replace(REAL, replace=held_twice, wait=waits.append))
    assert target.read_bytes() == NEW
    assert waits == list(RETRY_WAITS[:2])


def test_a_file_that_stays_held_is_given_up_in_two_seconds(target: Path) -> None:
    waits: list[float] = []
    held = failing("replace", PermissionError(errno.EACCES, "Permission denied"))
    assert refusal(target, replace(held, wait=waits.append)).code == "file.held"
    assert waits == list(RETRY_WAITS)
    assert sum(waits) < 2


def test_a_read_only_file_stays_as_it_is(target: Path) -> None:
    def never(_: Path) -> bool:
        return False

    assert refusal(target, replace(REAL, writable=never)).code == "file.read_only"
    assert target.read_bytes() == OLD


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "weg" / "dossier.riec", REAL).code == "file.folder_missing"


def test_a_path_that_is_too_long_is_told_as_such(tmp_path: Path) -> None:
    target = tmp_path / ("map" * 80) / ("naam" * 10) / "dossier.riec"
    assert refusal(target, replace(REAL, opens_alone=True)).code == "file.path_too_long"
    assert refusal(target, replace(REAL, opens_alone=False)).code == "file.folder_missing"
    too_long = OSError(errno.ENAMETOOLONG, "File name too long")
    assert refusal(tmp_path / "dossier.riec", failing("create", too_long)).code == "file.path_too_long"


def test_what_nobody_can_look_at_is_not_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_gone(tmp_path / "weg")
    assert not is_gone(tmp_path)

    def no_network(_: Path) -> bool:
        raise OSError(errno.EINVAL, "The network location cannot be reached")

    monkeypatch.setattr(Path, "exists", no_network)
    assert not is_gone(tmp_path / "weg")


@pytest.mark.skipif(sys.platform == "win32", reason="making a link needs rights that a user has not")
def test_a_link_stays_a_link(target: Path) -> None:
    link = target.with_name("koppeling.riec")
    link.symlink_to(target)
    replace_file(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_a_file_is_read_up_to_a_limit(target: Path) -> None:
    assert read_file(target, LIMIT) == OLD
    assert read_file(target, len(OLD)) == OLD
    with pytest.raises(RiecError) as caught:
        read_file(target, len(OLD) - 1)
    assert caught.value.code == "file.too_large"
    assert "dossier.riec" in sentence(caught.value)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), "file.not_found"),
        (PermissionError(errno.EACCES, "Permission denied"), "file.not_readable"),
        (OSError(errno.EIO, "Input/output error"), "file.not_readable"),
    ],
)
def test_what_cannot_be_read_is_told(target: Path, error: OSError, code: str) -> None:
    with pytest.raises(RiecError) as caught:
        read_file(target, LIMIT, replace(failing("read", error), opens_alone=False))
    assert caught.value.code == code
    assert "dossier.riec" in sentence(caught.value)


def test_windows_programs_hold_a_file_for_themselves(target: Path) -> None:
    held = failing("read", PermissionError(errno.EACCES, "Permission denied"))
    with pytest.raises(RiecError) as caught:
        read_file(target, LIMIT, replace(held, opens_alone=True))
    assert caught.value.code == "file.held_reading"
    assert sentence(caught.value)


def test_a_file_that_is_held_for_a_moment_is_read_a_little_later(target: Path) -> None:
    waits: list[float] = []

    def held_once(path: Path, most: int) -> bytes:
        if not waits:
            raise PermissionError(errno.EACCES, "Permission denied")
        return REAL.read(path, most)

    assert read_file(target, LIMIT, replace(REAL, read=held_once, wait=waits.append, opens_alone=True)) == OLD
    assert waits == list(RETRY_WAITS[:1])


def test_a_folder_is_no_file(target: Path) -> None:
    with pytest.raises(RiecError) as caught:
        read_file(target.parent, LIMIT)
    assert caught.value.code == "file.not_readable"


def test_the_digest_tells_whether_a_file_is_still_the_same(target: Path) -> None:
    before = digest(target, LIMIT)
    assert before == digest_of(OLD)
    replace_file(target, NEW)
    assert digest(target, LIMIT) == digest_of(NEW) != before


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Jaarverslag 2023", "Jaarverslag 2023"),
        ('a<b>c:d"e/f\\g|h?i*j', "a b c d e f g h i j"),
        ("regel\neen\tdrie", "regel een drie"),
        ("eindigt op een punt. ", "eindigt op een punt"),
        ("CON", "CON_"),
        ("lpt1.oud", "lpt1_.oud"),
        ("contact", "contact"),
        ("?", ""),
    ],
)
def test_a_name_becomes_one_that_windows_allows(text: str, part: str) -> None:
    assert file_name_part(text) == part
