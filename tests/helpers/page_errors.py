"""How far the estimate of pages is off: entries of the contents against the pages of the office program."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from riec_desktop.chapter.blocks import Contents
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.dossier.choices import Layout
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.office import Office, page_count, to_pdf
from riec_desktop.paths import data_file
from riec_desktop.word import load_template, render_chapter
from riec_desktop.workspace.documents import report_year
from riec_desktop.workspace.exact_pages import pages_in
from riec_desktop.workspace.progress import never


@dataclass(frozen=True, slots=True, kw_only=True)
class PageErrors:
    """Estimated minus true page of every entry by its title, and how many pages there are."""

    errors: Mapping[str, int]
    pages: int

    @property
    def mean(self) -> float:
        """The mean distance in pages."""
        return sum(map(abs, self.errors.values())) / len(self.errors)

    @property
    def worst(self) -> int:
        """The largest distance in pages."""
        return max(map(abs, self.errors.values()))

    @property
    def right(self) -> int:
        """How many entries name the very page."""
        return sum(error == 0 for error in self.errors.values())


def page_errors(dossier: Dossier, year: int, options: ChapterOptions, office: Office) -> PageErrors:
    """Lay one chapter out and compare."""
    chapter = compose(dossier, report_year(dossier, year), options, made_on=date(2026, 11, 24))
    pdf = to_pdf(office, render_chapter(chapter, load_template(data_file("templates", "riec.docx"))), never).pdf
    true = pages_in(chapter, pdf)
    entries = (entry for block in chapter.blocks if isinstance(block, Contents) for entry in block.entries)
    return PageErrors(
        errors={f"{one.number} {one.text}".strip(): one.page - true[one.bookmark] for one in entries},
        pages=page_count(pdf),
    )


def all_parts(layout: Layout) -> ChapterOptions:
    """A chapter with everything in it."""
    return ChapterOptions(layout=layout, annexes=True, questions_shown=True)
