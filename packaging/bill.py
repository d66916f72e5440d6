"""The software bill of materials: what is in a frozen folder, with versions and licences, as CycloneDX JSON.

It is made from the packages that were frozen themselves and from what the libraries inside them say (`bundled`), so it
cannot differ from what is shipped. Format: https://cyclonedx.org/docs/1.6/json/
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from bootstrap import ROOT, SetupError
from packaging.utils import canonicalize_name

PRODUCT = "RIEC Jaarverslag"
_LOADER = (
    "GPLv2-or-later with a special exception which allows to use PyInstaller to build and distribute non-free programs "
    "(including commercial ones)"
)
_LEGACY = {
    "MIT": ("MIT",),
    "BSD-3-Clause": ("BSD-3-Clause",),
    "MIT + MPL 1.1/GPL 2.0/LGPL 2.1": ("MIT",),
    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": ("LGPL-3.0-only",),
    _LOADER: ("GPL-2.0-or-later WITH Bootloader-exception",),
}
"""The licence under which we hand a package out, for what older metadata says of it. chunspell's own code is MIT."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A component: `licences` are SPDX identifiers or, when `known` is False, a text; `inside` are references."""

    reference: str
    name: str
    version: str
    licences: tuple[str, ...]
    known: bool = True
    purl: str = ""
    inside: tuple[str, ...] = field(default=())


def write_bill(target: Path, version: str, parts: Sequence[Part]) -> None:
    """Write the bill of these parts. Raises `SetupError` when one has no version or the standard wants other."""
    if nameless := [part.reference for part in parts if not part.version]:
        raise SetupError(f"Van deze onderdelen is geen versie bekend: {', '.join(nameless)}. Zie packaging/bundled.py.")
    text = json.dumps(bill_of(version, parts), indent=2, ensure_ascii=False) + "\n"
    if wrong := mistake(text):
        raise SetupError(f"De lijst van onderdelen is niet geldig: {wrong}")
    target.write_text(text, encoding="utf-8", newline="\n")


def mistake(text: str) -> str:
    """What is not valid by the schema of CycloneDX 1.6; '' when all is well."""
    # By name: these libraries are there where the program is built, not where types are checked.
    validation: Any = import_module("cyclonedx.validation.json")
    schema: Any = import_module("cyclonedx.schema")
    return str(validation.JsonStrictValidator(schema.SchemaVersion.V1_6).validate_str(text) or "")


def bill_of(version: str, parts: Sequence[Part]) -> Mapping[str, object]:
    """The whole bill: the program, its parts, and what is in what."""
    nested = {inner for part in parts for inner in part.inside}
    top = [part.reference for part in parts if part.reference not in nested]
    program = {"type": "application", "bom-ref": "programma", "name": PRODUCT, "version": version}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**program, "licenses": [{"license": {"id": "EUPL-1.2"}}]}},
        "components": [_component(part) for part in parts],
        "dependencies": [
            {"ref": "programma", "dependsOn": sorted(top)},
            *({"ref": part.reference, "dependsOn": list(part.inside)} for part in parts),
        ],
    }


def _component(part: Part) -> Mapping[str, object]:
    word = "id" if part.known else "name"
    optional = {"version": part.version, "purl": part.purl}
    return {
        "type": "library",
        "bom-ref": part.reference,
        "name": part.name,
        "licenses": [{"license": {word: one}} for one in part.licences],
        **{key: value for key, value in optional.items() if value},
    }


# --- What the parts are ----------------------------------------------------------------------------------------------


def parts_of(
    packages: Iterable[Distribution], python: str, bundled: Sequence[Sequence[str]], system: Iterable[Part] = ()
) -> tuple[Part, ...]:
    """All parts: Python of this version, these packages, what is inside them (see `bundled`), the system's."""
    inner = [_inside(*row) for row in bundled]
    inside: dict[str, list[str]] = {}
    for part, (*_, holder) in zip(inner, bundled, strict=True):
        inside.setdefault(holder, []).append(part.reference)
    own = [_of_package(one, tuple(inside.get(canonicalize_name(one.metadata["Name"]), ()))) for one in packages]
    base = Part(
        reference="python", name="Python", version=python, licences=("PSF-2.0",), inside=tuple(inside.get("python", ()))
    )
    words = Part(
        reference="woordenlijst", name="opentaal-hunspell", version=spelling_version(), licences=("BSD-3-Clause",)
    )
    return (base, *own, words, *inner, *system)


def _inside(name: str, version: str, licences: str, holder: str) -> Part:
    return Part(
        reference=f"{holder}/{name}",
        name=name,
        version=version,
        licences=tuple(licences.split()),
        known="LicenseRef-" not in licences,
    )


def _of_package(package: Distribution, inside: tuple[str, ...]) -> Part:
    name = canonicalize_name(package.metadata["Name"])
    said = licence_of(package)
    licences = _LEGACY.get(said, (said,))
    return Part(
        reference=name,
        name=name,
        version=package.version,
        licences=licences,
        known=all(re.fullmatch(r"[\w.+-]+", one) for one in licences),
        purl=f"pkg:pypi/{name}@{package.version}",
        inside=inside,
    )


def licence_of(package: Distribution) -> str:
    """What the metadata of a package says of its licence: as an expression, or as older packages did."""
    said = package.metadata.get_all("License-Expression") or package.metadata.get_all("License")
    if said:
        return str(said[0])
    kinds = [str(one) for one in package.metadata.get_all("Classifier") or () if str(one).startswith("License ::")]
    return "MIT" if kinds == ["License :: OSI Approved :: MIT License"] else "; ".join(kinds) or "onbekend"


def spelling_version() -> str:
    """The edition of the word list, as its own file says."""
    first = (ROOT / "resources" / "spelling" / "nl.aff").read_text(encoding="utf-8")
    found = re.search(r"^# Date and version: \S+ \S+ ([\d.]+)$", first, re.MULTILINE)
    return found[1] if found else ""
