"""One proposal as a text with marked words, for the right side of the review dialog.

What came in is text of somebody else: it is escaped here, and never read as markup. What was added is bold and
underlined, what is gone is struck through, so that no mark is carried by colour alone.
"""

import html
from collections.abc import Iterable, Iterator

from riec_desktop.ui.theme import Colours, Tone
from riec_desktop.workspace.marked import Mark, Stretch, marked
from riec_desktop.workspace.review import Proposal

NOTHING, GONE = "(leeg)", "(staat er niet meer in)"


def proposal_html(proposal: Proposal, look: Colours) -> str:
    """The three texts of a proposal below each other, each with its name."""
    return "".join(_parts(proposal, look))


def file_html(title: str, notes: Iterable[str]) -> str:
    """What is to be said of a file as a whole."""
    told = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return f"<h3>{escape(title)}</h3>{told}"


def _parts(proposal: Proposal, look: Colours) -> Iterator[str]:
    title = f"{proposal.place} – {proposal.label}" if proposal.label else proposal.place
    yield f"<h3>{escape(title)}</h3>"
    if proposal.doubt:
        yield f'<p><b>Let op:</b> <span style="color:{_ink(look, Tone.WARNING)}">{escape(proposal.doubt)}</span></p>'
    found = marked(proposal.mine, proposal.theirs)
    yield from part("Binnengekomen", without(found, Mark.GONE), look, GONE if proposal.is_gone else NOTHING)
    if proposal.merged:
        yield from part("Samengevoegd", without(marked(proposal.mine, proposal.merged), Mark.GONE), look)
    yield from part("Nu in uw dossier", without(found, Mark.ADDED), look)
    if proposal.base not in (proposal.mine, proposal.theirs):
        yield from part("Zo was het daarvoor", without(marked(proposal.base, proposal.base), Mark.ADDED), look)


def without(stretches: Iterable[Stretch], mark: Mark) -> tuple[Stretch, ...]:
    """A comparison without what was added, or without what is gone: one of the two texts."""
    return tuple(one for one in stretches if one.mark is not mark)


def part(name: str, stretches: tuple[Stretch, ...], look: Colours, nothing: str = NOTHING) -> Iterator[str]:
    """A text with its name above it, as HTML; `nothing` stands there for an empty one."""
    yield f'<p style="color:{look.muted.name()};margin-bottom:0"><b>{name}</b></p>'
    words = "".join(_marked(one, look) for one in stretches)
    yield f'<p style="margin-top:2px">{words or nothing}</p>'


def _marked(stretch: Stretch, look: Colours) -> str:
    text = escape(stretch.text)
    match stretch.mark:
        case Mark.ADDED:
            return f'<b><u style="color:{_ink(look, Tone.SUCCESS)}">{text}</u></b>'
        case Mark.GONE:
            return f'<s style="color:{_ink(look, Tone.ERROR)}">{text}</s>'
        case Mark.SAME:
            return text


def _ink(look: Colours, tone: Tone) -> str:
    return look.tones[tone].text.name()


def escape(text: str) -> str:
    """Any text as text in HTML."""
    return html.escape(text).replace("\n", "<br/>")
