"""Contribution forms from the dossier to a file and back, with each program that colleagues have."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import Activity, Answer, ContributionForm, IndicatorValue
from riec_desktop.dossier.views import answer as answer_of
from riec_desktop.dossier.views import questions, reports, year_of
from riec_desktop.errors import Cancelled, RiecError
from riec_desktop.messages import sentence
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.forms import FormOrder, form_files, mail_text, read_forms, returned
from riec_desktop.workspace.review import Standing, accepted, default_ids
from tests.helpers.books import book, inline, row
from tests.helpers.forms import DOSSIER_ID, Filled, back, edited, made, order, sent, standings, taken, written
from tests.helpers.sample import YEAR, answer, sample

EXAMPLE = example_dossier()
SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def form() -> tuple[Dossier, bytes]:
    """A form about two portfolios of the example."""
    return sent(EXAMPLE, order(EXAMPLE, 2023, 1, 2))


def fill_in(filled: Filled) -> None:
    filled.put("Mensenhandel", "Context", text="Een nieuw begin.\n- een\n- twee")
    filled.put("Cijfers", "signalen", actual=1234.5, reference_date=date(2023, 12, 31), provisional="ja")
    filled.put("Activiteiten", "nieuw", title="Themadag", portefeuille="jonge aanwas", start=date(2023, 5, 1))


def check_filled_in(changed: Dossier) -> None:
    """Every value that was filled in is where it belongs."""
    year = year_of(changed, 2023)
    assert year is not None
    report = reports(changed, year)[1]
    context = questions(changed, year.id)[0]
    assert answer_of(changed, report, context).text == "Een nieuw begin.\n\n- een\n- twee"
    (day,) = [one for one in changed.all(Activity) if one.title == "Themadag"]
    assert (day.start, day.report_id) == (date(2023, 5, 1), reports(changed, year)[2].id)
    (signals,) = changed.where(IndicatorValue, "actual", Decimal("1234.5"))
    assert (signals.provisional, signals.reference_date) == (True, date(2023, 12, 31))


# --- Round trips -----------------------------------------------------------------------------------------------------


def test_an_untouched_form_of_the_whole_example_changes_nothing() -> None:
    dossier, workbook = sent(EXAMPLE, order(EXAMPLE, 2023, *range(8)))
    assert standings(back(dossier, workbook)) == []
    assert taken(dossier, workbook) == dossier


def test_bold_and_italic_words_that_a_colleague_leaves_alone_come_back() -> None:
    text = "Dit is **heel goed** werk.\n\n**Kop**\n\n- _een_ punt\n- nog een"
    dossier, workbook = sent(sample(answer(text)), order(sample(answer(text)), YEAR.year or 0, 0))
    assert standings(back(dossier, workbook)) == []

    def fill(filled: Filled) -> None:
        filled.put("Mensenhandel", "Context", text="Dit is heel goed werk.\n\nKop\n\n- een nieuw punt\n- nog een")

    (given,) = taken(dossier, edited(workbook, fill)).all(Answer)
    assert given.text == text.replace("_een_ punt", "_een_ nieuw punt")


def test_what_openpyxl_fills_in_arrives(form: tuple[Dossier, bytes]) -> None:
    workbook = edited(form[1], fill_in)
    assert len(standings(back(form[0], workbook))) == 5
    check_filled_in(taken(form[0], workbook))


def test_what_libreoffice_saved_twice_arrives(form: tuple[Dossier, bytes], tmp_path: Path) -> None:
    if SOFFICE is None:
        pytest.skip("LibreOffice is not on this computer")
    first = written(tmp_path, "formulier.xlsx", edited(form[1], fill_in))
    profile = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    for source, kind, folder in ((first, "ods", tmp_path), (tmp_path / "formulier.ods", "xlsx", tmp_path / "terug")):
        words = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
        subprocess.run(words, check=True, capture_output=True)
    workbook = (tmp_path / "terug" / "formulier.xlsx").read_bytes()
    assert len(standings(back(form[0], workbook))) == 5
    check_filled_in(taken(form[0], workbook))


def test_what_excel_writes_arrives(form: tuple[Dossier, bytes]) -> None:
    """Shared strings with runs, a date cell and a number put in by hand, as Excel spells them."""
    filled = Filled(form[1])
    context = filled.cell("Mensenhandel", "Context", "text").coordinate
    number = filled.cell("Cijfers", "signalen", "actual").coordinate
    day = filled.cell("Cijfers", "signalen", "reference_date").coordinate
    with ZipFile(BytesIO(form[1])) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    strings = parts["xl/sharedStrings.xml"].decode()
    count = strings.count("<si>")
    new = '<si><r><t xml:space="preserve">Dit is </t></r><r><rPr><b/><sz val="11"/></rPr><t>nieuw</t></r></si>'
    parts["xl/sharedStrings.xml"] = strings.replace("</sst>", f"{new}</sst>").encode()
    names = re.findall(r'<sheet name="([^"]*)"', parts["xl/workbook.xml"].decode())
    for name, cell, value in (
        ("Mensenhandel", context, f't="s"><v>{count}</v></c>'),
        ("Cijfers", number, "><v>1234.5</v></c>"),
        ("Cijfers", day, "><v>45291</v></c>"),
    ):
        part = f"xl/worksheets/sheet{names.index(name) + 1}.xml"
        old = parts[part].decode()
        parts[part] = re.sub(rf'(<c r="{cell}" s="\d+")[^>]*?(/>|>.*?</c>)', rf"\1 {value}", old, count=1).encode()
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    incoming = back(form[0], target.getvalue())
    found = {one.label: one.theirs for one in incoming.proposals if one.changes}
    assert found == {"antwoord": "Dit is nieuw", "werkelijk": "1.234,5", "peildatum": "31-12-2023"}
    changed = applied(form[0], accepted(incoming, default_ids(incoming), form[0]))
    year = year_of(changed, 2023)
    assert year is not None
    given = answer_of(changed, reports(changed, year)[1], questions(changed, year.id)[0])
    assert given.text == "Dit is **nieuw**"


def test_one_sheet_as_a_table_with_semicolons_arrives(form: tuple[Dossier, bytes], tmp_path: Path) -> None:
    filled = Filled(form[1])
    fill_in(filled)
    lines = [";".join(_quoted(cell.value) for cell in one) for one in filled.sheet("Cijfers").iter_rows()]
    path = written(tmp_path, "cijfers.csv", "\r\n".join(lines).encode("cp1252", "replace"))
    (incoming,) = read_forms(form[0], [path], DOSSIER_ID).incoming
    found = {one.label: one.theirs for one in incoming.proposals if one.changes}
    assert found["werkelijk"] == "1.234,5"
    assert found["peildatum"] == "31-12-2023"
    assert "In dit bestand zit het blad Activiteiten niet. Daarvan verandert niets." in incoming.notes


def _quoted(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime() | date():
            return f"{value.day}-{value.month}-{value.year}"
        case float():
            return str(value).replace(".", ",")
        case _:
            return '"' + str(value).replace('"', '""') + '"'


# --- Making ----------------------------------------------------------------------------------------------------------


def test_what_was_sent_is_noted() -> None:
    form = made(EXAMPLE, order(EXAMPLE, 2023, 0))
    (record,) = applied(EXAMPLE, form.changes).all(ContributionForm)
    assert (record.recipient, record.sender, record.deadline) == ("RIEC Goor", "Anja de Boer", date(2024, 3, 1))
    assert record.sent_at == datetime(2024, 1, 15, 9, tzinfo=UTC)
    assert record.content
    assert form.file_name == "Aanleverformulier 2023 integrale informatiepositie.xlsx"


def test_the_same_order_gives_the_same_file() -> None:
    assert made(EXAMPLE, order(EXAMPLE, 2023, 0)).workbook == made(EXAMPLE, order(EXAMPLE, 2023, 0)).workbook


def test_the_mail_is_ready_to_copy() -> None:
    text = mail_text(EXAMPLE, order(EXAMPLE, 2023, 1, 2))
    assert text.startswith("Beste RIEC Goor,\n")
    assert "over mensenhandel en jonge aanwas" in text
    assert "uiterlijk vrijdag 1 maart 2024" in text
    assert text.endswith("Anja de Boer")
    assert "zodra u kunt" in mail_text(EXAMPLE, replace(order(EXAMPLE, 2023, 1), deadline=None))


def test_many_portfolios_give_a_short_name() -> None:
    assert made(EXAMPLE, order(EXAMPLE, 2023, 0, 1, 2)).file_name == "Aanleverformulier 2023 drie portefeuilles.xlsx"


def test_a_form_about_nothing_is_refused() -> None:
    with pytest.raises(RiecError, match=r"form\.no_content"):
        made(EXAMPLE, FormOrder(year=YEAR))


def test_a_text_that_no_cell_can_hold_is_refused_with_its_place() -> None:
    dossier = sample(answer("woord " * 6000))
    with pytest.raises(RiecError) as caught:
        made(dossier, order(dossier, 2022, 0))
    assert caught.value.code == "form.too_long"
    assert caught.value.values["place"] == "mensenhandel › Context"
    assert sentence(caught.value).startswith("De tekst mensenhandel › Context is te lang")


# --- Reading ---------------------------------------------------------------------------------------------------------


def test_a_folder_stands_for_the_forms_in_it(form: tuple[Dossier, bytes], tmp_path: Path) -> None:
    for name in ("b.xlsx", "a.xlsx", "~$a.xlsx", "foto.png"):
        written(tmp_path, name, form[1])
    assert [one.name for one in form_files([tmp_path, tmp_path / "a.xlsx"])] == ["a.xlsx", "b.xlsx"]
    (tmp_path / "leeg").mkdir()
    with pytest.raises(RiecError, match=r"form\.no_files"):
        form_files([tmp_path / "leeg"])


def test_files_that_are_no_forms_are_refused_by_name_and_place(form: tuple[Dossier, bytes], tmp_path: Path) -> None:
    paths = [
        written(tmp_path, "goed.xlsx", form[1]),
        written(tmp_path, "anders.xlsx", book(row(inline("a")))),
        written(tmp_path, "kapot.xlsx", book(row('<c r="A1" t="s"><v>5</v></c>'))),
        written(tmp_path, "leeg.xlsx", b""),
        tmp_path / "weg.xlsx",
    ]
    received = read_forms(form[0], paths, DOSSIER_ID)
    assert [one.origin for one in received.incoming] == ["goed.xlsx"]
    told = [sentence(one.error) for one in received.refused]
    assert told[0].startswith("Het bestand anders.xlsx is geen aanleverformulier")
    assert "kapot.xlsx is beschadigd, op blad Blad, vak A1." in told[1]
    assert told[2].startswith("Het bestand leeg.xlsx is leeg.")
    assert told[3].startswith("Het bestand weg.xlsx is niet gevonden.")


def test_reading_can_be_stopped(form: tuple[Dossier, bytes], tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        read_forms(form[0], [written(tmp_path, "a.xlsx", form[1])], cancel=lambda: True)


def test_that_a_form_came_back_is_noted(form: tuple[Dossier, bytes]) -> None:
    now = datetime(2024, 2, 1, tzinfo=UTC)
    changed = applied(form[0], returned(form[0], [back(*form)], now))
    assert [one.returned_at for one in changed.all(ContributionForm)] == [now]


def test_two_forms_that_say_something_else_are_a_conflict_in_both(form: tuple[Dossier, bytes], tmp_path: Path) -> None:
    paths = [
        written(
            tmp_path,
            f"{text}.xlsx",
            edited(form[1], lambda filled, text=text: filled.put("Mensenhandel", "Context", text=text)),
        )
        for text in ("Wit.", "Zwart.")
    ]
    incoming = read_forms(form[0], paths, DOSSIER_ID).incoming
    assert [standings(one) for one in incoming] == [["botsing mensenhandel › Context"]] * 2
    assert [default_ids(one) for one in incoming] == [frozenset()] * 2
    told = [one.doubt for form_back in incoming for one in form_back.proposals if one.standing is Standing.CONFLICT]
    other = "Een ander formulier zegt hier iets anders"
    assert told == [f"{other} (Zwart..xlsx: Zwart.).", f"{other} (Wit..xlsx: Wit.)."]
    same = read_forms(
        form[0], [paths[0], written(tmp_path, "nog eens.xlsx", paths[0].read_bytes())], DOSSIER_ID
    ).incoming
    assert [standings(one) for one in same] == [["gewijzigd mensenhandel › Context"]] * 2


def test_two_colleagues_who_fill_one_empty_row_both_keep_their_activity(
    form: tuple[Dossier, bytes], tmp_path: Path
) -> None:
    def filled(title: str) -> bytes:
        return edited(form[1], lambda one: one.put("Activiteiten", "nieuw", title=title, portefeuille="mensenhandel"))

    paths = [written(tmp_path, f"{title}.xlsx", filled(title)) for title in ("Les", "Themadag")]
    dossier = form[0]
    incoming = read_forms(dossier, paths, DOSSIER_ID).incoming
    assert [standings(one)[0].split()[0] for one in incoming] == ["nieuw"] * 2
    assert [default_ids(one) for one in incoming] == [frozenset()] * 2
    for one in incoming:
        (proposal,) = (each for each in one.proposals if each.standing is Standing.NEW)
        assert "vult deze lege regel met iets anders" in proposal.doubt
        dossier = applied(dossier, accepted(one, {proposal.id}, dossier))
    assert {"Les", "Themadag"} <= {one.title for one in dossier.all(Activity)}
