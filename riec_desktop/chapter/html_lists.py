"""List items as nested HTML lists, with the numbers that the items say."""

from collections.abc import Iterable

from riec_desktop.chapter.blocks import ListItem

_CLOSE = ' style="margin-top:0;margin-bottom:0"'
"""A list inside a list stands close to its item."""


def list_html(items: Iterable[tuple[ListItem, str]]) -> str:
    """Items with their words, as lists in lists. A list that does not begin at 1 says so."""
    written: list[str] = []
    tags: list[str] = []
    for item, words in items:
        written += _moved(tags, item)
        written.append(f"<li>{words}")
    written += [f"</li></{tag}>" for tag in reversed(tags)]
    return "".join(written)


def _moved(tags: list[str], item: ListItem) -> list[str]:
    """Close and open lists until an item of this level and kind fits; `tags` are the open lists."""
    tag = "ol" if item.ordered else "ul"
    depth = item.level + 1
    closed = [f"</li></{tags.pop()}>" for _ in range(len(tags) - depth)]
    if len(tags) == depth and tags[-1] == tag:
        return [*closed, "</li>"]
    if len(tags) == depth:
        closed.append(f"</li></{tags.pop()}>")
    opened = [f"<{tag}{_start(item)}{_CLOSE if item.level else ''}>"] * (depth - len(tags))
    tags += [tag] * len(opened)
    return [*closed, "<li>".join(opened)]


def _start(item: ListItem) -> str:
    return f' start="{item.number}"' if item.ordered and item.number != 1 else ""
