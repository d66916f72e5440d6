"""What was found, counted in Dutch and as text to copy."""

from pathlib import Path

from riec_desktop.chapter.blocks import State
from riec_desktop.severity import Severity
from riec_desktop.word.inspection.remarks import Inspection, Remark
from riec_desktop.workspace.inspection import inspect_file, report, summary
from tests.helpers.edited import before_end, example_document, paragraph_xml


def found(*severities: Severity, final: bool = False) -> Inspection:
    remarks = tuple(Remark(code="x", severity=one, place="in de voettekst", reason="Zo is het.") for one in severities)
    return Inspection(final=final, points=57, remarks=remarks)


def test_the_summary_counts_and_never_promises() -> None:
    assert summary(found()) == "Gecontroleerd op 57 punten: niets gevonden."
    assert summary(found(Severity.ERROR)) == "Gecontroleerd op 57 punten: 1 fout."
    several = found(Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.TIP)
    assert summary(several) == "Gecontroleerd op 57 punten: 1 fout, 2 waarschuwingen en 1 tip."


def test_the_report_has_every_remark_on_a_line() -> None:
    lines = report("a.docx", found(Severity.TIP, final=True)).splitlines()
    assert lines[0] == "a.docx (als definitief document)"
    assert lines[2:] == ["tip: in de voettekst. Zo is het."]


def test_no_remark_tells_what_points_to_a_person(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    texts = ("XXX Bel 06-12345678 of de heer Verklikker.", f"XXX {'heel ' * 9}vaak bellen met 06-12345678.")
    document = example_document(state=State.DRAFT)
    for text in texts:
        document = before_end(document, paragraph_xml(text))
    path.write_bytes(document)
    told = report("a.docx", inspect_file(path, final=True))
    assert "alinea ‘XXX Bel 06…8 of de…r" in told
    assert not [one for one in ("12345678", "06-1", "Verklikker") if one in told]
