"""What came in as a person and as a program read it on the command line, whatever brought it."""

from collections.abc import Iterator, Mapping

from riec_desktop.cli.summary import counted
from riec_desktop.workspace.review import Incoming, Proposal, tally

_MOST_TEXT = 70


def incoming_lines(incoming: Incoming) -> Iterator[str]:
    """A file with its tally, its notes and its proposals."""
    yield f"{incoming.title} ({incoming.origin}): {_tally(incoming)}"
    yield from (f"  ! {note}" for note in incoming.notes)
    yield from (_line(proposal) for proposal in incoming.proposals)


def _tally(incoming: Incoming) -> str:
    counts = tally(incoming)
    told = ", ".join(standing.counted(count) for standing, count in counts.items() if count)
    return told or "niets nieuws"


def _line(proposal: Proposal) -> str:
    theirs = " ".join(proposal.theirs.split())
    short = theirs if len(theirs) <= _MOST_TEXT else f"{theirs[:_MOST_TEXT]}…"
    doubt = f" [{proposal.doubt}]" if proposal.doubt else ""
    nothing = "(staat er niet meer in)" if proposal.is_gone else "(leeg)"
    return f"  {proposal.standing.value:<13}{proposal.place}, {proposal.label}: {short or nothing}{doubt}"


def taken_lines(count: int | None) -> Iterator[str]:
    """How much was taken in; None when nothing was asked to be."""
    if count is None:
        yield "Er is niets overgenomen. Met --toepassen neemt u over wat nieuw of gewijzigd is en zeker is."
    else:
        yield f"Overgenomen: {counted(count, 'voorstel', 'voorstellen')}. De rest bekijkt u in het venster."


def incoming_data(incoming: Incoming) -> Mapping[str, object]:
    """A file with its notes and proposals, for another program."""
    return {
        "title": incoming.title,
        "file": incoming.origin,
        "notes": list(incoming.notes),
        "proposals": [
            {
                "standing": one.standing.value,
                "place": one.place,
                "field": one.label,
                "mine": one.mine,
                "theirs": one.theirs,
                "doubt": one.doubt,
            }
            for one in incoming.proposals
        ],
    }
