"""Words in a line: runs, links, references and fields.

Every field is written whole, with its right result, so that nobody is asked to update it.
"""

import re
from urllib.parse import quote, urlsplit

from riec_desktop.chapter.blocks import Span, Spans
from riec_desktop.word.job import Job, Target
from riec_desktop.word.markup import allowed, attribute, run_content

_LOOKS = ("", "<w:b/><w:bCs/>", "<w:i/><w:iCs/>", "<w:b/><w:bCs/><w:i/><w:iCs/>")
_PROPERTIES = tuple(f"<w:rPr>{look}</w:rPr>" if look else "" for look in _LOOKS)
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?", re.IGNORECASE)
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_URI_CHARACTERS = "%/?#:@!$&'()*+,;=-._~"
_LONGEST_LINK = 2_000


def runs(spans: Spans, job: Job) -> str:
    """The runs of a paragraph."""
    return "".join([_span(span, job) for span in spans])


def _span(span: Span, job: Job) -> str:
    look = span.bold + 2 * span.italic
    if span.href or span.target:
        return _linked(span, look, job)
    return f"<w:r>{_PROPERTIES[look]}{run_content(span.text)}</w:r>" if span.text else ""


def text_run(text: str) -> str:
    """Plain text as a run; nothing for no text."""
    return f"<w:r>{run_content(text)}</w:r>" if text else ""


def _linked(span: Span, look: int, job: Job) -> str:
    if span.target in job.targets:
        return _reference(span, look, job.targets[span.target])
    address = web_address(span.href)
    if not address or not span.text:
        return f"<w:r>{_PROPERTIES[look]}{run_content(span.text)}</w:r>" if span.text else ""
    run = f'<w:r><w:rPr><w:rStyle w:val="{job.link_style}"/>{_LOOKS[look]}</w:rPr>{run_content(span.text)}</w:r>'
    return f'<w:hyperlink r:id="{job.link(address)}" w:history="1">{run}</w:hyperlink>'


def web_address(href: str) -> str:
    """A web address as a relationship may hold it, or '' when it is none.

    Only http and https, and only well-formed ones (RFC 3986): Word refuses a whole file for one bad address.
    """
    try:
        parts = urlsplit(allowed(href).strip())
        host = parts.netloc.encode("idna").decode("ascii")
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(host):
        return ""
    rest = parts._replace(scheme="", netloc="").geturl()
    address = f"{parts.scheme}://{host}{quote(_BARE_PERCENT.sub('%25', rest), safe=_URI_CHARACTERS)}"
    return address if len(address) <= _LONGEST_LINK else ""


def _reference(span: Span, look: int, target: Target) -> str:
    """A reference to a heading or caption.

    A field where Word's own text is the text that stands there (a label, a heading, its number); otherwise a link
    inside the document, which keeps the words of the writer.
    """
    shown = span.text.replace("\u00a0", " ")
    run = f"<w:r>{_PROPERTIES[look]}{run_content(span.text)}</w:r>"
    if shown == target.text.replace("\u00a0", " "):
        return field(f"REF {span.target} \\h", f"<w:r>{_PROPERTIES[look]}{run_content(target.text)}</w:r>")
    if target.number and shown == target.number.rstrip("."):
        return field(f"REF {span.target} \\n \\h", run)
    return f'<w:hyperlink w:anchor="{attribute(span.target)}" w:history="1">{run}</w:hyperlink>'


def field(instruction: str, result: str) -> str:
    """A complex field with its result (ISO/IEC 29500-1, 17.16.18); `result` is runs."""
    return f"{field_begin(instruction)}{result}{FIELD_END}"


def field_begin(instruction: str) -> str:
    """A field up to its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
