"""An update over a version that is really older, tried under Wine.

    .venv/bin/python packaging/update_trial.py [COMMIT]

`packaging/build.py` must have made the new setup in `dist/`. The older setup is made here, from the program as it was
at COMMIT and with the packaging of today, since the program is what is tried. It takes minutes, so it is no part of
the build. People read its output: that is Dutch. What came of it stands in docs/packaging.md.
"""

import io
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

import wine
from bootstrap import ROOT, SetupError, say
from build import BUILD, DIST, NAME, freeze_under_wine, make_setup, setup_of, version
from setup_trial import try_update_of

FORMAT_1 = "259873ad710e55ac0a1bed83635ab283af3eec53"
"""The last commit that wrote dossiers of format 1."""

OLDER_VERSION = "0.0.1"
_PROGRAM = ("riec_desktop", "resources", "templates")


def main(words: Sequence[str]) -> int:
    """Make the older setup, install it, use it, and put the new one over it. Gives the exit code."""
    try:
        windows = wine.prepare(BUILD / "wine")
        say("Oudere versie maken...")
        older = make_older(windows, words[0] if words else FORMAT_1, BUILD / "older")
        say("Oudere versie installeren, gebruiken en bijwerken...")
        try_update_of(windows, older, setup_of(version()), DIST / "windows" / NAME)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    say("Goed: bijwerken over een oudere versie.")
    return 0


def make_older(windows: wine.Wine, commit: str, folder: Path) -> Path:
    """The setup of the program as it was at this commit."""
    shutil.rmtree(folder, ignore_errors=True)
    git = shutil.which("git") or "git"
    packed = subprocess.run((git, "archive", commit, *_PROGRAM), cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    shutil.copytree(ROOT / "packaging", folder / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    about = folder / "riec_desktop" / "__init__.py"
    text = re.sub(r'__version__ = ".+"', f'__version__ = "{OLDER_VERSION}"', about.read_text(encoding="utf-8"))
    about.write_text(text, encoding="utf-8")
    frozen = freeze_under_wine(windows, folder / "packaging" / "riec.spec", folder / "dist", folder / "work")
    return make_setup(frozen, OLDER_VERSION, folder / "setup.exe")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
