"""The table of contents: a TOC field that shows titles, numbers and page numbers before anybody updates it."""

from riec_desktop.chapter.blocks import Contents, ContentsEntry
from riec_desktop.word.job import Job
from riec_desktop.word.paragraphs import start
from riec_desktop.word.runs import FIELD_END, field, field_begin, text_run
from riec_desktop.word.sections import text_width

_TAB = "<w:r><w:tab/></w:r>"
_GALLERY = (
    '<w:sdt><w:sdtPr><w:id w:val="340000001"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
    "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
)
_INDENTS = (0, 0, 680, 1474)
_NUMBER_WIDTHS = (680, 680, 794, 907)
"""Where the number of a level begins and how wide it is, in twips, as in the toc styles of the house.

A level begins where the titles of the one above it do: so a title without a number lines up with something, also after
Word has made the contents again.
"""


def write_contents(block: Contents, job: Job) -> str:
    """Title and entries, in the frame that Word gives a contents of its own, so that 'Tabel bijwerken' works."""
    title = f"{job.styles.closed['TOC Heading']}{text_run(block.title)}</w:p>"
    if not block.entries:
        return title
    levels = [entry.level for entry in block.entries]
    begin = field_begin(f'TOC \\o "{min(levels)}-{max(levels)}" \\h \\z')
    last = len(block.entries) - 1
    entries = "".join(
        _entry(entry, begin if at == 0 else "", FIELD_END if at == last else "", job)
        for at, entry in enumerate(block.entries)
    )
    return f"{_GALLERY}{title}{entries}</w:sdtContent></w:sdt>"


def _entry(entry: ContentsEntry, before: str, after: str, job: Job) -> str:
    """One line: number, title and page, all a link to the heading."""
    page = field(f"PAGEREF {entry.bookmark} \\h", text_run(str(entry.page)))
    number = text_run(entry.number) + _TAB if entry.number else ""
    line = (
        f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">'
        f"{number}{text_run(entry.text)}{_TAB}{page}</w:hyperlink>"
    )
    style = f"toc {entry.level}"
    return f"{start(style, _tabs(entry, job), job)}{before}{line}{after}</w:p>"


def _tabs(entry: ContentsEntry, job: Job) -> str:
    """The tab after the number (as Word writes it), and the right margin where it is not that of the template."""
    level = entry.level - 1
    own = text_width(job.template.page)
    clear = f'<w:tab w:val="clear" w:pos="{own}"/>' if own != job.full_width else ""
    number = f'<w:tab w:val="left" w:pos="{_INDENTS[level] + _NUMBER_WIDTHS[level]}"/>' if entry.number else ""
    right = f'<w:tab w:val="right" w:leader="dot" w:pos="{job.full_width}"/>' if clear else ""
    return f"<w:tabs>{clear}{number}{right}</w:tabs>" if number or right else ""
