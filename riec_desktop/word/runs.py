"""Words in a line: runs, links, references and fields.

Every field is written whole, with its right result, so that nobody is asked to update it.
"""

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from riec_desktop.chapter.blocks import Span, Spans
from riec_desktop.word.job import Job, Target
from riec_desktop.word.markup import allowed, attribute, escape, run_content

_LOOKS = ("", "<w:b/><w:bCs/>", "<w:i/><w:iCs/>", "<w:b/><w:bCs/><w:i/><w:iCs/>")
_PROPERTIES = tuple(f"<w:rPr>{look}</w:rPr>" if look else "" for look in _LOOKS)
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?", re.IGNORECASE)
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_URI_CHARACTERS = "%/?#:@!$&'()*+,;=-._~"
_LONGEST_LINK = 2_000


def runs(spans: Spans, job: Job) -> str:
    """The runs of a paragraph."""
    if len(spans) == 1:
        (span,) = spans
        # By far the most common: spared the way that all others go.
        if not (span.bold or span.italic or span.href or span.target):
            return text_run(span.text)
    return "".join([_span(span, job) for span in spans])


def _span(span: Span, job: Job) -> str:
    if span.href or span.target:
        return _linked(span, job)
    if span.bold or span.italic:
        return _run(span.text, _PROPERTIES[_look(span)])
    return text_run(span.text)


def _look(span: Span) -> int:
    return span.bold + 2 * span.italic


def _run(text: str, properties: str) -> str:
    return f"<w:r>{properties}{run_content(text)}</w:r>" if text else ""


@lru_cache(maxsize=16384)
def text_run(text: str) -> str:
    """Plain text as a run; nothing for no text."""
    if text.isprintable() and text:
        return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return _run(text, "")


def _linked(span: Span, job: Job) -> str:
    """A link or a reference; what cannot be either stays text."""
    if span.target in job.targets:
        return _reference(span, job.targets[span.target])
    address = web_address(span.href)
    if not address or not span.text:
        return _run(span.text, _PROPERTIES[_look(span)])
    run = _run(span.text, f'<w:rPr><w:rStyle w:val="{job.link_style}"/>{_LOOKS[_look(span)]}</w:rPr>')
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


def _reference(span: Span, target: Target) -> str:
    """A reference to a heading or caption, or to the page where it stands.

    A field where Word's own text is the text that stands there (a label, a heading, its number); otherwise a link
    inside the document, which keeps the words of the writer.
    """
    shown = span.text.replace("\u00a0", " ")
    look = _PROPERTIES[_look(span)]
    run = _run(span.text, look)
    if span.page:
        return field(f"PAGEREF {span.target} \\h", run)
    if shown == (target.lead + target.text).replace("\u00a0", " "):
        return _run(target.lead, look) + field(f"REF {span.target} \\h", _run(target.text, look))
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
