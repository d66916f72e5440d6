"""What stands beside the program that was built: archives, licences, checksums, sizes."""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path

from bill import Part, licence_of
from bootstrap import ROOT, SetupError
from frozen_parts import EXCLUDED
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LICENCES = "licenties"
LOADER = "pyinstaller"
_LICENCE_NAMES = ("licen", "copying", "notice", "copyright", "authors")


# --- Archives --------------------------------------------------------------------------------------------------------


def pack(folder: Path, archive: Path) -> None:
    """Pack a frozen folder, as a zip or a tar.gz by the name of the archive, with the folder itself in it."""
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            for path in files_in(folder):
                packed.write(path, path.relative_to(folder.parent))
    else:
        with tarfile.open(archive, "w:gz") as packed:
            packed.add(folder, folder.name)


def files_in(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in order of name."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def size_of(folder: Path) -> int:
    """The bytes of all files below a folder; a link counts for nothing."""
    return sum(path.stat().st_size for path in files_in(folder) if not path.is_symlink())


def expect_size(name: str, size: int, most: int) -> None:
    """Raise `SetupError` when this became larger than we promised the users."""
    if size > most:
        raise SetupError(f"{name} is {size / 1e6:.0f} MB; hoogstens {most / 1e6:.0f} MB is afgesproken.")


# --- Licences --------------------------------------------------------------------------------------------------------


def add_licences(folder: Path, python: Path) -> None:
    """Put the licence of the program and of all that is shipped with it into the frozen folder.

    `python` is the folder of the Python that was frozen.
    """
    target = folder / LICENCES
    target.mkdir(exist_ok=True)
    shutil.copy(ROOT / "LICENSE", target / "RIEC Jaarverslag (EUPL-1.2).txt")
    shutil.copy(ROOT / "resources" / "spelling" / "LICENTIE-OpenTaal.txt", target / "Woordenlijst OpenTaal.txt")
    for text in (ROOT / "packaging" / "licences").iterdir():
        shutil.copy(text, target / text.name)
    shutil.copy(python_licence(python), target / "Python.txt")
    for package in shipped_packages(python):
        _copy_licences(package, target / f"{package.metadata['Name']} {package.version}")


def add_system_licences(folder: Path) -> tuple[Part, ...]:
    """On Debian: what its packages say of the libraries of the system in the frozen folder; gives those packages.

    Raises `SetupError` when a library has no text: then it is not clear whether it may be handed out.
    """
    query = shutil.which("dpkg-query")
    if query is None:
        return ()
    target = folder / LICENCES / "Bibliotheken van Debian"
    target.mkdir()
    packages = sorted({debian_package(query, name) for name in system_libraries(folder)})
    for package in packages:
        shutil.copy(Path("/usr/share/doc") / package / "copyright", target / f"{package}.txt")
    return tuple(_debian_part(query, package) for package in packages)


def system_libraries(folder: Path) -> tuple[str, ...]:
    """The names of the libraries in a frozen folder that are the system's: neither Python's own nor a package's."""
    own = (Path(sys.base_prefix) / "lib").resolve()
    found = sorted((folder / "_internal").glob("lib*.so*"))
    return tuple(one.name for one in found if not one.is_symlink() and not (own / one.name).exists())


def _debian_part(query: str, package: str) -> Part:
    command = (query, "-W", "-f", "${Version}\n", package)
    version = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")[0]
    said = f"zie licenties/Bibliotheken van Debian/{package}.txt"
    return Part(reference=f"debian/{package}", name=package, version=version, licences=(said,), known=False)


def debian_package(query: str, library: str) -> str:
    """The installed package that holds this shared library. Raises `SetupError` when there is none."""
    said = subprocess.run([query, "-S", f"*/{library}"], capture_output=True, text=True, check=False).stdout
    found = sorted(line.split(":")[0] for line in said.splitlines() if line.endswith(f"/{library}"))
    if not found:
        raise SetupError(f"Van {library} is niet bekend uit welk pakket van Debian het komt.")
    return found[0]


def python_licence(python: Path) -> Path:
    """The licence of the Python that was frozen: beside a Windows Python, in the library of others."""
    beside = python / "LICENSE.txt"
    return beside if beside.is_file() else Path(os.__file__).with_name("LICENSE.txt")


def shipped_packages(python: Path) -> tuple[Distribution, ...]:
    """The packages that the program is made of, without those that stay out of the frozen folder."""
    places = [str(path) for path in (*python.glob("lib/python3*/site-packages"), *python.glob("Lib/site-packages"))]
    found: dict[str, Distribution] = {
        canonicalize_name(one.metadata["Name"]): one for one in distributions(path=places)
    }
    # Every frozen program begins with the loader of PyInstaller.
    wanted = {name: found[name] for name in (LOADER,) if name in found}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    _add_needed(project["dependencies"], found, wanted)
    return tuple(wanted[name] for name in sorted(wanted))


def _add_needed(lines: Iterable[str], found: Mapping[str, Distribution], wanted: dict[str, Distribution]) -> None:
    for line in lines:
        needed = Requirement(line)
        name = canonicalize_name(needed.name)
        if name in wanted or name in EXCLUDED or (needed.marker and not needed.marker.evaluate({"extra": ""})):
            continue
        if name in found:
            wanted[name] = found[name]
            _add_needed(found[name].requires or (), found, wanted)


def _copy_licences(package: Distribution, target: Path) -> None:
    """The licence files of a package; where its wheel has none, what its metadata says."""
    files = [one for one in package.files or () if ".dist-info/" in str(one) and _is_licence(one.name)]
    target.mkdir(exist_ok=True)
    for file in files:
        shutil.copy(Path(str(package.locate_file(file))), target / file.name)
    if not files:
        (target / "licentie.txt").write_text(f"Licentie: {licence_of(package)}\n", encoding="utf-8")


def _is_licence(name: str) -> bool:
    return any(part in name.lower() for part in _LICENCE_NAMES)


# --- Lists -----------------------------------------------------------------------------------------------------------


def write_sums(dist: Path) -> None:
    """`SHA256SUMS` of every file that is handed out, as `sha256sum --check` reads it."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(dist.glob("*.*"))]
    (dist / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


def write_sizes(dist: Path, took: Mapping[str, float]) -> None:
    """`groottes.txt`: how large everything became and how long it took."""
    lines = [f"{system}: gemaakt in {seconds:.0f} s" for system, seconds in took.items()]
    lines += [f"{path.name}: {path.stat().st_size / 1e6:.1f} MB" for path in sorted(dist.glob("*.*"))]
    for folder in sorted(dist.glob("*/*")):
        lines.append(f"{folder.parent.name}, uitgepakt: {size_of(folder) / 1e6:.1f} MB")
        lines += [f"    {name}: {size / 1e6:.1f} MB" for name, size in _largest(folder)]
    (dist / "groottes.txt").write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def _largest(folder: Path) -> list[tuple[str, int]]:
    sizes = {one.name: size_of(one) if one.is_dir() else one.stat().st_size for one in (folder / "_internal").iterdir()}
    return sorted(sizes.items(), key=lambda one: -one[1])[:12]
