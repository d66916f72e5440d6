"""Drafts that go round and come back: made by the program, edited as Word edits, and read again.

Editing is done on the XML with lxml, in the shapes that Word writes: split runs, revision ids, marks of the proofing.
"""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from riec_desktop.chapter.blocks import State
from riec_desktop.chapter.options import ChapterOptions, default_options
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied, set_value
from riec_desktop.dossier.records import Answer
from riec_desktop.word.reading.document import read_document
from riec_desktop.workspace.documents import WordRequest, make_word
from riec_desktop.workspace.progress import never, no_progress
from riec_desktop.workspace.review import Incoming, Proposal
from riec_desktop.workspace.review_order import ReviewOrder
from riec_desktop.workspace.word_in import proposals_of
from tests.helpers.incoming import answers_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
WHEN = "2026-03-03T14:05:00Z"
DRAFT_ID, DOSSIER_ID = "draft-1", "dossier-1"
_ETREE: Any = import_module("lxml.etree")


@dataclass(slots=True)
class Docx:
    """A document that can be edited: the parts of its package, and the tree of its text."""

    parts: dict[str, bytes]
    body: Any = field(init=False)

    def __post_init__(self) -> None:
        self.body = _ETREE.fromstring(self.parts["word/document.xml"])

    def bytes(self) -> bytes:
        parts = {**self.parts, "word/document.xml": _ETREE.tostring(self.body, encoding="UTF-8", standalone=True)}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    # --- finding -----------------------------------------------------------------------------------------------------

    def controls(self, record_id: str) -> list[Any]:
        """The controls of the paragraphs of a record's text."""
        tags = [one for one in self.body.iter(f"{W}tag") if record_id in one.get(f"{W}val")]
        return [next(one.iterancestors(f"{W}sdt")) for one in tags]

    def paragraph(self, record_id: str, at: int = 0) -> Any:
        """The paragraph of a control."""
        return next(self.controls(record_id)[at].iterancestors(f"{W}p"))

    def with_text(self, text: str) -> Any:
        """The first paragraph that says this."""
        return next(one for one in self.body.iter(f"{W}p") if text in "".join(one.itertext(f"{W}t")))

    # --- editing -----------------------------------------------------------------------------------------------------

    def split(self, record_id: str, words: str, at: int = 0) -> tuple[Any, Any]:
        """The run with these words cut into three; gives the one with the words, and what holds it."""
        control = self.controls(record_id)[at]
        for text in control.iter(f"{W}t"):
            if words in (text.text or ""):
                before, after = text.text.split(words, 1)
                run = text.getparent()
                holder = run.getparent()
                place = holder.index(run)
                middle = _copy(run, words)
                holder[place : place + 1] = [_copy(run, before), middle, _copy(run, after)]
                return middle, holder
        raise AssertionError(words)

    def insert(self, record_id: str, after: str, text: str, author: str = "An", at: int = 0) -> None:
        """Type words with record changes on."""
        run, holder = self.split(record_id, after, at)
        holder.insert(holder.index(run) + 1, _change("ins", author, _copy(run, text)))

    def delete(self, record_id: str, words: str, author: str = "An", at: int = 0) -> None:
        """Take words away with record changes on."""
        run, holder = self.split(record_id, words, at)
        place = holder.index(run)
        holder.remove(run)
        holder.insert(place, _change("del", author, run))
        for text in run.iter(f"{W}t"):
            text.tag = f"{W}delText"

    def retype(self, record_id: str, words: str, text: str, at: int = 0) -> None:
        """Change words with record changes off."""
        run, _ = self.split(record_id, words, at)
        run.find(f"{W}t").text = text

    def add_paragraph(self, after: Any, text: str, *, inside: bool = False) -> Any:
        """A new plain paragraph after another element."""
        made = element(f'<w:p w:rsidR="00AA11BB"><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>')
        holder = after if inside else after.getparent()
        holder.insert(len(holder) if inside else holder.index(after) + 1, made)
        return made

    def comment(self, record_id: str, words: str, text: str, author: str = "Bo") -> None:
        """A remark on words."""
        run, holder = self.split(record_id, words)
        place = holder.index(run)
        number = str(self.parts.get("word/comments.xml", b"").count(b"<w:comment "))
        holder.insert(place + 1, element(f'<w:commentRangeEnd w:id="{number}"/>'))
        holder.insert(place, element(f'<w:commentRangeStart w:id="{number}"/>'))
        said = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        one = f'<w:comment w:id="{number}" w:author="{author}" w:date="{WHEN}">{said}</w:comment>'
        before = self.parts.get("word/comments.xml", f'<w:comments xmlns:w="{W[1:-1]}"></w:comments>'.encode())
        self.parts["word/comments.xml"] = before.replace(b"</w:comments>", one.encode() + b"</w:comments>")
        self.relate("comments", "comments.xml")

    def relate(self, kind: str, target: str) -> None:
        """A relationship of the document, unless it is there."""
        name = "word/_rels/document.xml.rels"
        relation = (
            f'<Relationship Id="rId{kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            f'{kind}" Target="{target}"/>'
        ).encode()
        if relation not in self.parts[name]:
            self.parts[name] = self.parts[name].replace(b"</Relationships>", relation + b"</Relationships>")


def element(xml: str) -> Any:
    """An element of a document."""
    start = xml.index("<")
    name_end = re.search(r"[\s/>]", xml[start + 1 :])
    assert name_end is not None
    at = start + 1 + name_end.start()
    return _ETREE.fromstring(f'{xml[:at]} xmlns:w="{W[1:-1]}"{xml[at:]}')


def _copy(run: Any, text: str) -> Any:
    made = _ETREE.fromstring(_ETREE.tostring(run))
    made.tail = None
    made.set(f"{W}rsidR", "00AA11BB")
    first, *rest = made.findall(f"{W}t")
    first.text = text
    first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for one in rest:
        made.remove(one)
    return made


def _change(kind: str, author: str, run: Any) -> Any:
    made = element(f'<w:{kind} w:id="900" w:author="{author}" w:date="{WHEN}"/>')
    made.append(run)
    return made


# --- Out and back ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Round:
    """A draft that went round: the dossier that knows of it, and the document."""

    dossier: Dossier
    data: bytes

    def docx(self) -> Docx:
        """The document, to be edited."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return Docx({name: archive.read(name) for name in archive.namelist()})

    def back(self, docx: Docx | bytes, dossier: Dossier | None = None, own_id: str = DOSSIER_ID) -> Incoming:
        """What the document brings."""
        data = docx if isinstance(docx, bytes) else docx.bytes()
        return proposals_of(dossier or self.dossier, read_document(data), "terug.docx", own_id)

    def edited(self, edit: Callable[[Docx], object], dossier: Dossier | None = None) -> Incoming:
        """What the document brings after an edit."""
        docx = self.docx()
        edit(docx)
        return self.back(docx, dossier)


def sent_round(dossier: Dossier, folder: Path, options: ChapterOptions | None = None, year: int = 2023) -> Round:
    """Make a draft and note it in the dossier."""
    target = folder / "rond.docx"
    request = WordRequest(
        year=year,
        options=replace(options or default_options(dossier), state=State.REVIEW),
        version="versie 3",
        target=target,
        exact_pages=False,
        review=ReviewOrder(document_id=DRAFT_ID, dossier_id=DOSSIER_ID, now=NOW),
    )
    made = make_word(dossier, request, date(2026, 3, 1), no_progress, never)
    return Round(applied(dossier, made.changes), target.read_bytes())


def small_round(dossier: Dossier, folder: Path, *texts: str) -> tuple[Round, tuple[Answer, ...]]:
    """A draft of one portfolio whose first answers are these texts, and those answers."""
    for answer, text in zip(answers_of(dossier, "mensenhandel"), texts, strict=False):
        dossier = applied(dossier, set_value(dossier, answer, "text", text))
    report = answers_of(dossier, "mensenhandel")[0].report_id or ""
    options = replace(default_options(dossier), report_ids=(report,), charts=False, figures=False)
    answers = tuple(answers_of(dossier, "mensenhandel")[: len(texts)])
    return sent_round(dossier, folder, options), answers


def only(incoming: Incoming) -> Proposal:
    """The one proposal that there is."""
    (found,) = incoming.proposals
    return found


def question_topics(dossier: Dossier) -> tuple[str, ...]:
    """The topics of the questions of the example."""
    year = views.year_of(dossier, 2023)
    assert year is not None
    return tuple(one.topic for one in views.questions(dossier, year.id))
