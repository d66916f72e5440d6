"""What a person chooses when a chapter is made; the house style comes from the team's settings."""

from dataclasses import dataclass

from riec_desktop.chapter.blocks import State
from riec_desktop.dossier.choices import Layout
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.views import settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterOptions:
    """The choices for one chapter. An empty `report_ids` means all portfolios.

    `report_title` puts 'Jaarverslag 2023' above everything, `opening` to `callouts` are parts that can be left out,
    `draft_mark` is the word in the header of a document that is not final. `findings_shown` puts the open findings at
    the end, except in a final document.
    """

    state: State = State.DRAFT
    layout: Layout = Layout.PORTRAIT
    report_title: bool = True
    contents: bool = True
    regional_pages: bool = True
    opening: bool = True
    activities: bool = True
    figures: bool = True
    charts: bool = True
    pictures: bool = True
    callouts: bool = True
    annexes: bool = False
    promises: bool = False
    questions_shown: bool = False
    numbered_portfolios: bool = False
    trailing_dot: bool = True
    persons_shown: bool = False
    draft_mark: bool = True
    findings_shown: bool = False
    report_ids: tuple[str, ...] = ()


def default_options(dossier: Dossier) -> ChapterOptions:
    """A draft of everything in the house style of the team."""
    chosen = settings(dossier)
    return ChapterOptions(
        layout=chosen.layout,
        charts=chosen.charts,
        questions_shown=chosen.questions_shown,
        numbered_portfolios=chosen.numbered_portfolios,
        trailing_dot=chosen.trailing_dot,
        persons_shown=chosen.persons_shown,
        promises=chosen.promises_shown,
    )
