"""The remarks of readers, with what answers what and what was settled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from riec_desktop.word.etree import Element, W
from riec_desktop.word.reading.opened import Opened
from riec_desktop.word.reading.read import Remark

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ON = ("1", "true", "on")


@dataclass(frozen=True, slots=True, kw_only=True)
class _More:
    """What Word 2013 and later say of a remark, by the id of its last paragraph."""

    parent: str
    done: bool


def remarks_of(document: Opened) -> tuple[Remark, ...]:
    """The remarks in a document, in the order of their part. Raises `RiecError` (`draft.damaged`)."""
    root = _tree(document, "comments")
    if root is None:
        return ()
    more = _more(_tree(document, "commentsExtended"))
    found = list(root.iter(f"{W}comment"))
    by_paragraph = {name: one.get(f"{W}id", "") for one in found for name in _paragraphs(one)}
    return tuple(_remark(one, more, by_paragraph) for one in found)


def _tree(document: Opened, kind: str) -> Element | None:
    name = next(document.related(kind), None)
    return document.tree(name) if name else None


def _more(root: Element | None) -> Mapping[str, _More]:
    if root is None:
        return {}
    return {
        one.get(f"{_W15}paraId", ""): _More(
            parent=one.get(f"{_W15}paraIdParent", ""), done=one.get(f"{_W15}done", "0") in _ON
        )
        for one in root.iter(f"{_W15}commentEx")
    }


def _paragraphs(comment: Element) -> Iterator[str]:
    yield from (name for one in comment.iter(f"{W}p") if (name := one.get(f"{_W14}paraId", "")))


def _remark(comment: Element, more: Mapping[str, _More], by_paragraph: Mapping[str, str]) -> Remark:
    known = next((more[name] for name in _paragraphs(comment) if name in more), _More(parent="", done=False))
    lines = ("".join(part.text or "" for part in one.iter(f"{W}t")) for one in comment.iter(f"{W}p"))
    return Remark(
        id=comment.get(f"{W}id", ""),
        author=comment.get(f"{W}author", ""),
        when=comment.get(f"{W}date", ""),
        text="\n".join(lines).strip(),
        parent=by_paragraph.get(known.parent, ""),
        done=known.done,
    )
