"""What goes into the frozen folder, what Windows tells about it, and which packages another system needs."""

import re
from pathlib import Path

import build_results
import frozen_parts
import locked_for
import pytest
import signing
import windows_version
from bootstrap import SetupError

from riec_desktop import __version__

ROOT = Path(__file__).parents[2]

NEEDED = [
    "PySide6/Qt6Core.dll",
    "PySide6/Qt6Widgets.dll",
    "PySide6/Qt/lib/libQt6Svg.so.6",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/plugins/platforms/qoffscreen.dll",
    "PySide6/plugins/styles/qmodernwindowsstyle.dll",
    "PySide6/plugins/imageformats/qjpeg.dll",
    "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
    "PySide6/translations/qtbase_nl.qm",
    "resources/start.json",
    "lxml/etree.pyd",
    "sqlite3.dll",
]
DEAD_WEIGHT = [
    "PySide6/opengl32sw.dll",
    "PySide6/Qt6Network.dll",
    "PySide6/Qt6Quick.dll",
    "PySide6/Qt/lib/libQt6Pdf.so.6",
    "PySide6/plugins/imageformats/qwebp.dll",
    "PySide6/plugins/platformthemes/qgtk3.so",
    "PySide6/translations/qtbase_de.qm",
    "PySide6\\translations\\qt_help_nl.qm",
    "lxml/includes/etree_defs.h",
]


@pytest.mark.parametrize("path", NEEDED)
def test_what_the_program_uses_is_packed(path: str) -> None:
    assert frozen_parts.is_wanted(path)


@pytest.mark.parametrize("path", DEAD_WEIGHT)
def test_what_nobody_uses_stays_out(path: str) -> None:
    assert not frozen_parts.is_wanted(path)


def test_what_stays_out_is_imported_nowhere_in_the_program() -> None:
    program = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "riec_desktop").rglob("*.py"))
    imported = set(re.findall(r"""(?:^\s*(?:from|import) |import_module\(")([\w.]+)""", program, re.MULTILINE))
    assert {"xlsxwriter", "hunspell", "sqlite3", "PySide6.QtCore", "lxml.etree"} <= imported
    inside = tuple(f"{name}." for name in frozen_parts.EXCLUDED)
    assert [one for one in imported if one in frozen_parts.EXCLUDED or one.startswith(inside)] == []


@pytest.mark.parametrize(
    ("version", "found"), [("0.1.0", (0, 1, 0, 0)), ("12.3", (12, 3, 0, 0)), ("1.2.3.4.5", (1, 2, 3, 4))]
)
def test_a_version_is_four_numbers_for_windows(version: str, found: tuple[int, ...]) -> None:
    assert windows_version.numbers(version) == found


def test_explorer_shows_our_name_and_the_one_version() -> None:
    shown = windows_version.texts(__version__, "riec-desktop.exe")
    assert (shown["ProductName"], shown["FileVersion"]) == ("RIEC Jaarverslag", __version__)
    assert shown["InternalName"] == "riec-desktop"


LOCK = """# a remark
pefile==2024.8.26 ; sys_platform == 'win32' \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
    # via pyinstaller
macholib==1.16.4 ; sys_platform == 'darwin' \\
    --hash=sha256:{a}
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:{a}
lxml==6.1.3 \\
    --hash=sha256:{b}
""".format(a="a" * 64, b="b" * 64)


def test_a_lock_gives_the_lines_of_windows_without_markers(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text(LOCK, encoding="utf-8")
    found = locked_for.requirements_for(lock, locked_for.WINDOWS, ("numpy",))
    assert found == (
        f"pefile==2024.8.26 --hash=sha256:{'a' * 64} --hash=sha256:{'b' * 64}",
        f"lxml==6.1.3 --hash=sha256:{'b' * 64}",
    )


def test_the_real_lock_has_what_pyinstaller_needs_on_windows() -> None:
    found = locked_for.requirements_for(ROOT / "packaging" / "requirements-freeze.txt", locked_for.WINDOWS)
    names = {line.split("==")[0] for line in found}
    assert {"pyinstaller", "pefile", "pywin32-ctypes", "pyside6-essentials", "lxml"} <= names


def test_without_a_certificate_nothing_is_signed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = tmp_path / "programma.exe"
    program.write_bytes(b"MZ")
    signing.sign([program], {})
    assert program.read_bytes() == b"MZ"
    assert "Niet ondertekend" in capsys.readouterr().out


def windows_program(*, signature: int) -> bytes:
    """A program with nothing in it but where its certificates stand, and how many bytes those take."""
    head = bytearray(0x200)
    head[0x3C:0x40] = (0x80).to_bytes(4, "little")
    at = 0x80 + 24 + 112 + 4 * 8 + 4
    head[at : at + 4] = signature.to_bytes(4, "little")
    return bytes(head)


def test_what_others_have_signed_is_not_signed_again(tmp_path: Path) -> None:
    for name, size in (("ons.exe", 0), ("van qt.dll", 9000), ("zonder.pyd", 0)):
        (tmp_path / name).write_bytes(windows_program(signature=size))
    (tmp_path / "tekst.txt").write_bytes(b"")
    assert [path.name for path in signing.unsigned(tmp_path)] == ["ons.exe", "zonder.pyd"]


def test_signing_takes_the_newest_kit_of_windows(tmp_path: Path) -> None:
    for version in ("10.0.9.0", "10.0.26100.0", "arm64"):
        tool = tmp_path / "Windows Kits" / "10" / "bin" / version / "x64" / "signtool.exe"
        tool.parent.mkdir(parents=True)
        tool.write_bytes(b"MZ")
    found = signing.signtool({"ProgramFiles(x86)": str(tmp_path)})
    assert Path(found).parts[-3:] == ("10.0.26100.0", "x64", "signtool.exe")
    assert signing.signtool({}) == "signtool"


def test_the_icons_hold_every_size_that_windows_asks_for() -> None:
    for name in ("program.ico", "dossier.ico"):
        data = (ROOT / "packaging" / "windows" / name).read_bytes()
        count = int.from_bytes(data[4:6], "little")
        sizes = {data[6 + 16 * at] or 256 for at in range(count)}
        assert sizes == {16, 20, 24, 32, 40, 48, 64, 128, 256}


def test_libraries_of_the_system_that_only_a_left_out_plugin_loads_stay_out() -> None:
    theme, screen = "PySide6/Qt/plugins/platformthemes/libqgtk3.so", "PySide6/Qt/plugins/platforms/libqxcb.so"
    loads = {theme: {"libgtk-3.so.0", "libX11.so.6"}, screen: {"libX11.so.6"}}
    paths = (theme, screen, "libgtk-3.so.0", "libX11.so.6", "libpython3.11.so.1.0")
    packed = [(path, path, "BINARY") for path in paths] + [("libQt6Gui.so.6", "elsewhere", "SYMLINK")]
    kept = [path for path, _, _ in frozen_parts.without_unused(packed, lambda path: loads.get(path, ()))]
    assert kept == [screen, "libX11.so.6", "libpython3.11.so.1.0", "libQt6Gui.so.6"]


def test_a_link_takes_no_room(tmp_path: Path) -> None:
    (tmp_path / "bibliotheek.so").write_bytes(b"12345")
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "tekst").write_bytes(b"123")
    assert build_results.size_of(tmp_path) == 8
    with pytest.raises(SetupError, match="hoogstens 0 MB"):
        build_results.expect_size("map", 8, 7)


@pytest.mark.parametrize(
    "name", ["LGPL-2.1.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "Bibliotheken in andere onderdelen.txt"]
)
def test_licences_that_no_wheel_brings_are_ours_to_bring(name: str) -> None:
    assert (ROOT / "packaging" / "licences" / name).stat().st_size > 1000
