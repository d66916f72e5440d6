"""Make `files/libreoffice.docx` again: a document as LibreOffice saves it, so that tests need no LibreOffice.

Run `python tests/helpers/libreoffice_template.py` on a computer that has it.
"""

import subprocess
import tempfile
from pathlib import Path

FIXTURE = Path(__file__).parent / "files" / "libreoffice.docx"
_TEXT = (
    "<h1>Kop een</h1><h2>Kop twee</h2><h3>Kop drie</h3><p>Tekst</p><ul><li>punt</li></ul><ol><li>een</li></ol>"
    "<table border=1><tr><th>a</th><th>b</th></tr></table>"
)
_STEPS = (("odt:writer8", "html"), ("docx:MS Word 2007 XML", "odt"))


def main() -> None:
    """By way of LibreOffice's own form: only then it writes the styles of its own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "huis.html").write_text(f"<html><body>{_TEXT}</body></html>", encoding="utf-8")
        for form, suffix in _STEPS:
            command = ["soffice", "--headless", "--convert-to", form, "--outdir", folder, f"{folder}/huis.{suffix}"]
            extra = ["--infilter=HTML (StarWriter)"] if suffix == "html" else []
            subprocess.run([*command, *extra], check=True, timeout=120)
        FIXTURE.write_bytes(Path(folder, "huis.docx").read_bytes())


if __name__ == "__main__":
    main()
