"""What the writers of blocks share while one chapter is written: the template's styles, and what they hand out.

A job is made for one chapter and thrown away. It gives out relationship ids, bookmark ids and list instances in the
order of the text, so that the same chapter always gets the same ones.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from riec_desktop.chapter.blocks import Anchor, Block, Caption, Chart, Heading, Picture, Table, caption_label
from riec_desktop.word.attachments import Attachments
from riec_desktop.word.lists import Lists
from riec_desktop.word.marking import Marks
from riec_desktop.word.template import STYLE_NAMES, Template

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference can point to: the number of a heading ('' for none), and the text in the bookmark.

    `lead` is what stands before that text: the word and the space of a caption.
    """

    number: str
    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Styles:
    """The beginnings of paragraphs by style name.

    `open` leaves the properties open for more ('<w:p><w:pPr><w:pStyle …/>'), `closed` is ready for runs. Running text
    has the default style, so it is not named.
    """

    open: Mapping[str, str]
    closed: Mapping[str, str]


def paragraph_starts(template: Template) -> Styles:
    """The beginnings for all styles that chapters use."""
    opened = {name: f'<w:p><w:pPr><w:pStyle w:val="{template.id(name)}"/>' for name in STYLE_NAMES}
    closed = {name: f"{start}</w:pPr>" for name, start in opened.items()}
    return Styles(opened | {"Normal": "<w:p><w:pPr>"}, closed | {"Normal": "<w:p>"})


def targets(blocks: Iterable[Block]) -> dict[str, Target]:
    """Everything in a chapter that a reference can point to, by bookmark."""
    found: dict[str, Target] = {}
    for block in blocks:
        if isinstance(block, Heading):
            found[block.bookmark] = Target(block.number, block.text)
        elif isinstance(block, Table | Chart | Picture):
            found[block.caption.bookmark] = _captioned(block.caption)
    return found


def _captioned(caption: Caption) -> Target:
    lead = caption.label + NBSP
    return Target("", caption_label(caption).removeprefix(lead), lead)


@dataclass(slots=True, kw_only=True)
class Job:
    """The state of writing one chapter.

    `numbers` gives the bookmark of a heading by its number without a trailing dot. `width` is the width of the text
    column in twips, `full_width` and `height` are those of the whole page between its margins.
    """

    template: Template
    styles: Styles
    targets: Mapping[str, Target]
    numbers: Mapping[str, str]
    lists: Lists
    width: int
    full_width: int
    height: int
    link_style: str
    links: dict[str, str] = field(default_factory=dict[str, str])
    attachments: Attachments = field(default_factory=Attachments)
    bookmarks: int = 0
    marks: Marks = field(default_factory=lambda: Marks(None, {}))
    after_table: bool = False
    before_source: bool = False

    def link(self, address: str) -> str:
        """The relationship id of a web address; the same address keeps the same one."""
        return self.links.setdefault(address, f"rIdLink{len(self.links) + 1}")

    def typed(self, place: Anchor | None, topic: str, runs: str) -> str:
        """The runs of a paragraph with the marks by which it is read back, when somebody typed it."""
        if place is None or not topic:
            return runs
        if place.index == 0:
            self.bookmarks += 1
        return self.marks.around(place, topic, runs, self.bookmarks)

    def bookmark(self, name: str, runs: str) -> str:
        """Runs inside a bookmark with an id of its own."""
        self.bookmarks += 1
        number = self.bookmarks
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
