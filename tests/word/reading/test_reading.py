"""Word documents of others: what is read from them, and what is refused, in a child process and within its limits."""

import io
import json
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.word.reading import reader
from riec_desktop.word.reading.child import answer
from riec_desktop.word.reading.document import read_document
from riec_desktop.word.reading.read import Para, ReadDocument, from_json, to_json
from riec_desktop.word.reading.reader import read_draft

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(*items: tuple[str, str, str]) -> bytes:
    """Relationships: kind, target and mode."""
    made = (
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
        for at, (kind, target, mode) in enumerate(items)
    )
    return f'<Relationships xmlns="{RELS}">{"".join(made)}</Relationships>'.encode()


def docx(body: str, more: Mapping[str, bytes] | None = None) -> bytes:
    """A document with this text and other parts."""
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": relations(("officeDocument", "word/document.xml", "")),
        "word/document.xml": (
            f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
            f"<w:body>{body}</w:body></w:document>"
        ).encode(),
        **(more or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t>{text}</w:t></w:r>"


def mark(kind: str) -> str:
    """The beginning, middle or end of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def paras(body: str, more: Mapping[str, bytes] | None = None) -> tuple[Para, ...]:
    return read_document(docx(body, more)).paras


def one(body: str, more: Mapping[str, bytes] | None = None) -> Para:
    (found,) = paras(body, more)
    return found


# --- Reading ---------------------------------------------------------------------------------------------------------


def test_added_and_removed_text_knows_who_did_it() -> None:
    mark = 'w:author="An" w:date="2026-03-03T10:00:00Z"'
    removed = f"<w:del {mark}><w:r><w:delText>oud</w:delText></w:r></w:del>"
    found = one(f"<w:p>{run('een ')}<w:ins {mark}>{run('nieuw')}</w:ins>{removed}</w:p>")
    assert (found.text, found.before) == ("een nieuw", "een oud")
    assert [(part.fate, part.author) for part in found.stretches] == [("", ""), ("in", "An"), ("out", "An")]


def test_moved_text_knows_its_move() -> None:
    body = (
        '<w:p><w:moveFromRangeStart w:id="1" w:name="m1"/><w:moveFrom w:author="An">'
        f'{run("weg")}</w:moveFrom><w:moveFromRangeEnd w:id="1"/></w:p>'
    )
    assert [(part.fate, part.move) for part in one(body).stretches] == [("out", "m1")]


def test_looks_come_from_the_run_and_the_style_of_its_words() -> None:
    strong = '<w:style w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    styles = f'<w:styles xmlns:w="{W}">{strong}</w:styles>'
    more = {
        "word/styles.xml": styles.encode(),
        "word/_rels/document.xml.rels": relations(("styles", "styles.xml", "")),
    }
    looks = ('<w:rStyle w:val="S"/>', "<w:i/>", '<w:b w:val="0"/>')
    body = f"<w:p>{''.join(run(str(at), look) for at, look in enumerate(looks))}</w:p>"
    assert [(part.bold, part.italic) for part in one(body, more).stretches] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_a_list_is_known_by_its_numbering() -> None:
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    more = {
        "word/numbering.xml": numbering.encode(),
        "word/_rels/document.xml.rels": relations(("numbering", "numbering.xml", "")),
    }
    body = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr>{run("x")}</w:p>'
    assert (one(body, more).kind, one(body, more).depth) == ("bullet", 1)


def test_a_link_keeps_its_address_and_a_field_its_result() -> None:
    more = {"word/_rels/document.xml.rels": relations(("hyperlink", "https://riec.nl", ' TargetMode="External"'))}
    body = (
        f'<w:p><w:hyperlink r:id="r0">{run("site")}</w:hyperlink>'
        f'<w:fldSimple w:instr=" PAGE ">{run("12")}</w:fldSimple>'
        f'{mark("begin")}<w:r><w:instrText> HYPERLINK "https://liec.nl" </w:instrText></w:r>{mark("separate")}'
        f"{run('LIEC')}{mark('end')}</w:p>"
    )
    found = [(part.text, part.href) for part in one(body, more).stretches]
    assert found == [("site", "https://riec.nl"), ("#", ""), ("LIEC", "https://liec.nl")]


def test_what_is_no_text_leaves_a_word() -> None:
    body = (
        "<w:p><w:r><w:drawing/></w:r><w:r><w:footnoteReference/></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
        "<w:r><w:tab/><w:noBreakHyphen/></w:r></w:p>"
    )
    assert [part.thing for part in one(body).stretches if part.thing] == ["afbeelding", "voetnoot", "formule"]
    assert one(body).text == "x\t\u2011"


def test_cells_know_their_place_and_a_deleted_row_its_fate() -> None:
    row = '<w:tr><w:trPr><w:del w:author="An"/></w:trPr><w:tc><w:p>{}</w:p></w:tc></w:tr>'
    found = paras(f"<w:tbl><w:tr><w:tc><w:p>{run('a')}</w:p></w:tc></w:tr>{row.format(run('b'))}</w:tbl>")
    assert [para.cell for para in found] == [(0, 0, 0), (0, 1, 0)]
    assert found[1].stretches[0].fate == "out"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('vak')}</w:p></w:txbxContent>"
    ways = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    both = f"<mc:AlternateContent>{ways}</mc:AlternateContent>"
    found = paras(f"<w:p><w:r>{both}</w:r></w:p>")
    assert [(para.part, para.text) for para in found] == [("", ""), ("tekstvak", "vak")]


def test_replies_and_settled_remarks_are_known() -> None:
    w14, w15 = (
        "http://schemas.microsoft.com/office/word/2010/wordml",
        "http://schemas.microsoft.com/office/word/2012/wordml",
    )
    comments = (
        f'<w:comments xmlns:w="{W}" xmlns:w14="{w14}">'
        f'<w:comment w:id="1" w:author="An"><w:p w14:paraId="A1">{run("Vraag")}</w:p></w:comment>'
        f'<w:comment w:id="2" w:author="Bo"><w:p w14:paraId="B2">{run("Antwoord")}</w:p></w:comment></w:comments>'
    )
    extended = (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="A1" w15:done="1"/>'
        '<w15:commentEx w15:paraId="B2" w15:paraIdParent="A1"/></w15:commentsEx>'
    )
    more = {
        "word/comments.xml": comments.encode(),
        "word/commentsExtended.xml": extended.encode(),
        "word/_rels/document.xml.rels": relations(
            ("comments", "comments.xml", ""), ("commentsExtended", "commentsExtended.xml", "")
        ),
    }
    first, second = read_document(docx("<w:p/>", more)).remarks
    assert (first.done, second.parent, second.text) == (True, "1", "Antwoord")


SIGN = '<w:r><w:commentReference w:id="7"/></w:r>'


@pytest.mark.parametrize(
    ("body", "about"),
    [
        (f"{run('Eén signaal zegt weinig.')}{SIGN}{run('Meer.')}", ["weinig."]),
        (f"{run('Weinig')}{SIGN}", ["Weinig"]),
        (f"{run('zegt weinig. ')}<w:ins w:author='Els'>{SIGN}</w:ins>{run('Meer.')}", ["weinig. "]),
        (f"{SIGN}{run('Vooraan.')}{run(' Meer.', '<w:b/>')}", ["Vooraan."]),
        (f'<w:commentRangeStart w:id="7"/>{run("Dit")}<w:commentRangeEnd w:id="7"/>{SIGN}{run(" niet.")}', ["Dit"]),
        (f"{SIGN}</w:p><w:p>{run('Een andere alinea.')}", []),
    ],
)
def test_a_remark_at_a_place_is_about_the_word_before_it_or_what_follows(body: str, about: list[str]) -> None:
    found = [one for para in paras(f"<w:p>{body}</w:p>") for one in para.stretches if one.remarks]
    assert [one.text for one in found] == about
    assert all(one.remarks == ("7",) for one in found)


def test_a_document_survives_the_way_from_the_child() -> None:
    document = read_document(docx(f"<w:tbl><w:tr><w:tc><w:p>{run('a', '<w:b/>')}</w:p></w:tc></w:tr></w:tbl>"))
    assert from_json(json.loads(json.dumps(to_json(document)))) == document
    assert from_json({}) == ReadDocument()


# --- What is odd, and what is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("oddity", "body", "more"),
    [
        ("altchunk", "<w:altChunk/>", {}),
        ("hidden", f"<w:p>{run('x', '<w:vanish/>')}</w:p>", {}),
        ("dde", f'<w:p><w:fldSimple w:instr="DDEAUTO excel">{run("x")}</w:fldSimple></w:p>', {}),
        ("macros", "<w:p/>", {"word/vbaProject.bin": b""}),
        (
            "external",
            "<w:p/>",
            {"word/_rels/document.xml.rels": relations(("image", "//server/x", ' TargetMode="External"'))},
        ),
        ("nested", "<w:tbl><w:tr><w:tc>" * 30 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 30, {}),
    ],
)
def test_what_is_odd_is_told_and_read(oddity: str, body: str, more: Mapping[str, bytes]) -> None:
    assert oddity in read_document(docx(body, more)).oddities


def _with_document(xml: bytes) -> bytes:
    return docx("", {"word/document.xml": xml})


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("draft.not_docx", b"geen document"),
        ("draft.encrypted", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
        ("draft.old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("draft.damaged", docx("<w:p/>")[:-40]),
        ("draft.damaged", b"PK\x05\x06" + bytes(18)),
        ("draft.damaged", _with_document(b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w/>')),
        ("draft.damaged", _with_document(b"<a>" * 10_000 + b"</a>" * 10_000)),
        ("draft.damaged", _with_document(b"<w:p>\xff\xfe</w:p>")),
        ("draft.strict", _with_document(b'<w xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')),
        (
            "draft.not_docx",
            docx("", {"_rels/.rels": relations(("officeDocument", "xl/workbook.xml", "")), "xl/workbook.xml": b"<w/>"}),
        ),
        ("draft.not_docx", docx("", {"_rels/.rels": relations()})),
        ("draft.damaged", docx("", {"_rels/.rels": relations(("officeDocument", "word/weg.xml", ""))})),
        ("draft.too_large", docx("", {"word/document.xml": b" " * 30_000_000})),
    ],
)
def test_what_cannot_be_trusted_is_refused(code: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "terug.docx"
    path.write_bytes(data)
    assert answer(path)["refused"] == code


def test_the_child_reads_a_document_and_refuses_another(tmp_path: Path) -> None:
    good, bad = tmp_path / "goed.docx", tmp_path / "fout.docx"
    good.write_bytes(docx(f"<w:p>{run('hallo')}</w:p>"))
    bad.write_bytes(b"PK niets")
    assert read_draft(good).paras[0].text == "hallo"
    with pytest.raises(RiecError) as caught:
        read_draft(bad)
    assert "fout.docx is beschadigd" in sentence(caught.value)


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("", "draft.no_reader"),
        ("print('klaar', flush=True); input()", "draft.too_large"),
        ("print(1, flush=True); input(); input()", "draft.slow"),
    ],
)
def test_a_child_that_fails_is_told(program: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "goed.docx"
    path.write_bytes(docx("<w:p/>"))
    monkeypatch.setattr(reader, "own_command", _command(program))
    with pytest.raises(RiecError) as caught:
        read_draft(path, seconds=0.5)
    assert caught.value.code == code


def _command(program: str) -> Callable[[str], tuple[str, ...]]:
    """In the place of `own_command`: a child that runs this."""

    def command(_: str) -> tuple[str, ...]:
        return sys.executable, "-c", program

    return command
