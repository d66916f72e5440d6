"""The part of the command `word` that sends a draft round: what is sent stands in the dossier afterwards."""

from argparse import Namespace
from pathlib import Path

from riec_desktop.chapter.blocks import State
from riec_desktop.cli.working import working
from riec_desktop.storage.content import FileContent
from riec_desktop.workspace.documents import Made
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.review_order import ReviewOrder


def review_order(arguments: Namespace, content: FileContent, env: Environment) -> ReviewOrder | None:
    """The draft that is asked for; None when the document is something else."""
    if State(arguments.state) is not State.REVIEW:
        return None
    return ReviewOrder(document_id=env.new_id(), dossier_id=content.id, now=env.now())


def note_sent(path: Path, made: Made, env: Environment) -> None:
    """Note in the dossier what was sent. Raises `RiecError` as saving does; the document is there then."""
    if not made.changes:
        return
    with working(env, path) as session:
        session.edit(f"Reviewversie maken: {made.path.stem}", made.changes)
        session.save()
