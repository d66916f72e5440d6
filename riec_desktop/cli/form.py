"""The commands `form` and `read`: contribution forms out, and back."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from riec_desktop.cli.choosing import chosen_year, named, report_ids
from riec_desktop.cli.incoming import incoming_data, incoming_lines, taken_lines
from riec_desktop.cli.outcome import Exit, Outcome
from riec_desktop.cli.summary import counted
from riec_desktop.cli.working import working
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Change, Source
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import ContributionForm, Organisation
from riec_desktop.errors import RiecError
from riec_desktop.files import replace_file
from riec_desktop.messages import command_sentence
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.documents import report_year
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.forms import FormOrder, MadeForm, Received, make_form, returned
from riec_desktop.workspace.incoming import read_incoming
from riec_desktop.workspace.review import Incoming, Standing, default_ids, sure_changes, tally

# --- Out -------------------------------------------------------------------------------------------------------------


def form(arguments: Namespace, env: Environment) -> Outcome:
    """Make a form, note in the dossier what was sent, and print the text of the mail."""
    with working(env, arguments.dossier) as session:
        order = _order(arguments, session.dossier, env)
        version = str(read_dossier(arguments.dossier).version)
        made = make_form(
            session.dossier,
            order,
            dossier_id=session.dossier_id,
            version=version,
            form_id=env.new_id(),
            now=env.now(),
        )
        target = named(arguments.uit or arguments.dossier.parent / made.file_name, ".xlsx")
        replace_file(target, made.workbook)
        session.edit(f"Formulier maken: {target.stem}", made.changes)
        session.save()
    return _told(made, target)


def _order(arguments: Namespace, dossier: Dossier, env: Environment) -> FormOrder:
    year = report_year(dossier, chosen_year(arguments, dossier))
    return FormOrder(
        year=year,
        report_ids=report_ids(arguments.portefeuille or (), dossier, year.year or 0),
        organisation_id=_organisation_id(arguments.organisatie, dossier, year.year),
        sender=arguments.van or env.author,
        recipient=arguments.aan or "",
        deadline=arguments.termijn,
    )


def _organisation_id(name: str | None, dossier: Dossier, year: int | None) -> str | None:
    if name is None:
        return None
    wanted = name.strip().casefold()
    found: Sequence[Organisation] = views.centres(dossier, year)
    by_name = {text.casefold(): one.id for one in found for text in (one.name, *one.aliases)}
    if wanted not in by_name:
        raise RiecError("organisation.unknown", name=name, known=", ".join(one.name for one in found))
    return by_name[wanted]


def _told(made: MadeForm, target: Path) -> Outcome:
    lines = (
        f"Het formulier staat in {target}. In het dossier staat dat u het hebt gemaakt.",
        "",
        "Tekst voor de mail:",
        f"Onderwerp: {made.subject}",
        "",
        made.mail,
    )
    data = {"ok": True, "file": str(target), "subject": made.subject, "mail": made.mail}
    return Outcome(text="\n".join(lines), data=data)


# --- Back ------------------------------------------------------------------------------------------------------------


def read(arguments: Namespace, env: Environment) -> Outcome:
    """Show what forms bring; with `toepassen` take in what has no doubt and no conflict."""
    content = read_dossier(arguments.dossier)
    received = _received(arguments, content)
    taken = _take_in(arguments.dossier, received, env) if arguments.toepassen and received.incoming else None
    return Outcome(
        text="\n".join([*_overview(received), *(taken_lines(taken) if received.incoming else ())]),
        data={"ok": not received.refused, "taken": taken, **_as_data(received)},
        code=Exit.INPUT if received.refused and not received.incoming else Exit.OK,
    )


def _received(arguments: Namespace, content: FileContent) -> Received:
    """What the files bring; with a year they are chapters of that year."""
    if arguments.jaar is None:
        return read_incoming(content.dossier, arguments.files, content.id)
    from riec_desktop.workspace.word_in import read_year

    found = tuple(read_year(content.dossier, path, arguments.jaar) for path in arguments.files)
    return Received(incoming=found, refused=())


def _take_in(path: Path, received: Received, env: Environment) -> int:
    """Take in what is new or changed without doubt, as one step; tells how many proposals that were."""
    with working(env, path) as session:
        changes: list[Change] = []
        dossier = session.dossier
        for one in received.incoming:
            more = sure_changes(one, dossier)
            dossier = applied(dossier, more)
            changes += more
        changes += returned(dossier, _ours(dossier, received.incoming), env.now())
        session.edit(_label(received), changes, source=_source(received))
        session.save()
    return sum(len(default_ids(one)) for one in received.incoming)


def _ours(dossier: Dossier, incoming: Sequence[Incoming]) -> tuple[Incoming, ...]:
    return tuple(one for one in incoming if dossier.get(ContributionForm, one.answers))


def _source(received: Received) -> Source:
    """Of a mixture the first file says it."""
    return received.incoming[0].source if received.incoming else Source.FORM


def _label(received: Received) -> str:
    names = [one.title for one in received.incoming]
    words = ("formulier", "formulieren") if _source(received) is Source.FORM else ("bestand", "bestanden")
    return names[0] if len(names) == 1 else f"{counted(len(names), *words)} overnemen"


def _overview(received: Received) -> Iterator[str]:
    """All files together: each with its tally, its notes and its proposals; then what was refused."""
    for one in received.incoming:
        yield from incoming_lines(one)
    yield from (command_sentence(one.error) for one in received.refused)
    if len(received.incoming) > 1:
        yield f"Samen: {_total(received.incoming)}"


def _total(incoming: Sequence[Incoming]) -> str:
    counts = {each: sum(tally(one)[each] for one in incoming) for each in Standing}
    return ", ".join(standing.counted(count) for standing, count in counts.items())


def _as_data(received: Received) -> Mapping[str, object]:
    return {
        "forms": [incoming_data(one) for one in received.incoming],
        "refused": [{"file": one.path.name, "sentence": command_sentence(one.error)} for one in received.refused],
    }
