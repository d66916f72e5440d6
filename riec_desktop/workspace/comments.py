"""Writing, answering and resolving comments, as changes to hand to the session."""

from collections.abc import Iterable

from riec_desktop.dossier.changes import AddRecord, Change, set_field
from riec_desktop.dossier.comments import comments_at
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import set_value
from riec_desktop.dossier.records import Comment, Record
from riec_desktop.workspace.environment import Environment


def new_comment(env: Environment, record: Record, field: str) -> Comment:
    """A comment of the person at the keyboard on a field, still without words."""
    return Comment(
        id=env.new_id(),
        kind=type(record).__name__,
        record_id=record.id,
        field=field,
        author=env.author,
        written_at=env.now(),
    )


def write_comment(dossier: Dossier, record: Record, comment: Comment, text: str) -> tuple[Change, ...]:
    """Give a comment these words; its first words add it.

    What it is about is added with it where the dossier does not hold that yet (an answer that nobody wrote, a figure
    that nobody filled in), so that the comment always stands at something. Without words nothing is added.
    """
    words = set_value(dossier, comment, "text", text)
    held = dossier.get(type(record), record.id) is not None
    return words if held or not words else (AddRecord(record), *words)


def resolve(comments: Iterable[Comment], *, done: bool) -> tuple[Change, ...]:
    """Resolve all of these, or open them again."""
    return tuple(change for one in comments for change in set_field(one, "resolved", done))


def delete_comment(dossier: Dossier, comment: Comment) -> tuple[Change, ...]:
    """Remove one; nothing when it is gone already."""
    found = dossier.get(Comment, comment.id)
    return remove(dossier, found) if found is not None else ()


def field_counts(dossier: Dossier, record: Record, fields: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Field → how many comments are open and how many there are, for the fields that have any."""
    if not dossier.where(Comment, "record_id", record.id):
        return {}
    found = {field: comments_at(dossier, record, field) for field in fields}
    return {field: (sum(not one.resolved for one in some), len(some)) for field, some in found.items() if some}
