"""What a PDF carries besides its pages: properties, attachments, scripts, remarks, links to files, and its photos.

ISO 32000-1: 7.7.4 (names), 7.11.4 (embedded files), 12.5 (annotations), 12.6 (actions), 14.3 (metadata).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from riec_desktop.errors import RiecError
from riec_desktop.office.outline import reader_of

_LINKS = ("/Link", "/Widget", "/Popup")
_AWAY = ("/Launch", "/GoToR", "/ImportData", "/SubmitForm")
"""Actions that open or send files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """`properties` is everything that the file says about itself, `photos` the JPEG files in it, as they are."""

    properties: str
    attachments: int
    scripts: int
    remarks: int
    links: tuple[str, ...]
    photos: tuple[bytes, ...]


def carried(pdf: bytes) -> Carried:
    """What there is in a PDF. Raises `RiecError` (`office.bad_pdf`)."""
    reader = reader_of(pdf)
    try:
        return _carried(reader)
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
        raise RiecError("office.bad_pdf") from error


def _carried(reader: Any) -> Carried:
    root = reader.trailer["/Root"].get_object()
    names = _dictionary(root, "/Names")
    annotations = [one for page in reader.pages for one in _annotations(page)]
    actions = [*filter(None, (_action(root, "/OpenAction"), *(_action(one, "/A") for one in annotations)))]
    return Carried(
        properties="\n".join((*_told(reader.metadata or {}), _text(root, "/Metadata"))),
        attachments=len(reader.attachments) + ("/AF" in root),
        scripts=("/JavaScript" in names) + ("/AA" in root) + sum(one.get("/S") == "/JavaScript" for one in actions),
        remarks=sum(one.get("/Subtype") not in _LINKS for one in annotations),
        links=tuple(_links(actions)),
        photos=tuple(_photos(reader)),
    )


def _told(properties: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{name} {told}" for name, told in properties.items())


def _links(actions: list[Any]) -> Iterator[str]:
    """Where links lead outside the document: an address, or the kind of action that opens a file."""
    for one in actions:
        if one.get("/S") == "/URI":
            yield str(one.get("/URI", ""))
        elif one.get("/S") in _AWAY:
            yield str(one["/S"])


def _photos(reader: Any) -> Iterator[bytes]:
    for page in reader.pages:
        for one in _dictionary(_dictionary(page, "/Resources"), "/XObject").values():
            stream = one.get_object()
            if stream.get("/Subtype") == "/Image" and "/DCTDecode" in str(stream.get("/Filter")):
                yield stream.get_data()


# --- Objects ---------------------------------------------------------------------------------------------------------


def _dictionary(holder: Any, name: str) -> Any:
    found = holder.get(name)
    return {} if found is None else found.get_object()


def _annotations(page: Any) -> Iterator[Any]:
    found = page.get("/Annots")
    yield from (one.get_object() for one in (found.get_object() if found is not None else ()))


def _action(holder: Any, name: str) -> Any:
    """An action; a place in the document is none."""
    found = holder.get(name)
    known = found.get_object() if found is not None else None
    return known if known is not None and hasattr(known, "get") else None


def _text(holder: Any, name: str) -> str:
    found = holder.get(name)
    return "" if found is None else found.get_object().get_data().decode(errors="replace")
