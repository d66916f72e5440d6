"""`final`: the final documents of a year in one folder, or what stands in their way."""

from argparse import Namespace
from collections.abc import Iterator

from riec_desktop.chapter.options import default_options
from riec_desktop.cli.check import finding_data
from riec_desktop.cli.outcome import Exit, Outcome
from riec_desktop.cli.working import working
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.accepting import accept
from riec_desktop.workspace.documents import report_year, version_text
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.final import FinalMade, FinalRequest, make_final
from riec_desktop.workspace.gate import Gate, in_the_way, look
from riec_desktop.workspace.inspection import summary
from riec_desktop.workspace.progress import never, no_progress
from riec_desktop.workspace.traces import here

_WHAT_TO_DO = (
    "Herstel de fouten in het venster. Voor wat een reden vraagt: haal het weg, of geef met --reden aan waarom het mag "
    "blijven staan."
)


def final(arguments: Namespace, env: Environment) -> Outcome:
    """Make them; the exit code is 1 when something is in the way. With `reden` that is first kept in the dossier."""
    report_year(read_dossier(arguments.dossier).dossier, arguments.jaar)
    if arguments.reden is not None:
        _accept(arguments, env)
    content = read_dossier(arguments.dossier)
    gate = look(content.dossier, arguments.jaar)
    if not gate.is_clear:
        return _refused(arguments.jaar, gate)
    request = _request(arguments, env, content.dossier, content.id, version_text(content.version))
    made = make_final(content.dossier, request, env.now(), no_progress, never, office=env.office(), fs=env.files)
    return _made(arguments.jaar, made)


def _accept(arguments: Namespace, env: Environment) -> None:
    with working(env, arguments.dossier) as session:
        accept(session, env, look(session.dossier, arguments.jaar).asked, arguments.reden)
        session.save()


def _request(arguments: Namespace, env: Environment, dossier: Dossier, dossier_id: str, version: str) -> FinalRequest:
    return FinalRequest(
        year=arguments.jaar,
        options=default_options(dossier),
        folder=arguments.folder,
        here=here(env),
        dossier_id=dossier_id,
        version=version,
        template=arguments.template,
        exact_pages=not arguments.geschatte_bladzijden,
        pdf=arguments.pdf,
    )


def _refused(year: int, gate: Gate) -> Outcome:
    lines = [f"Over {year} is geen definitief document gemaakt. Nog te doen: {in_the_way(gate)}."]
    lines += [f"  fout          {one.sentence}" for one in gate.blocking]
    lines += [f"  reden nodig   {one.sentence}" for one in gate.asked]
    return Outcome(
        text="\n".join([*lines, _WHAT_TO_DO]),
        data={
            "ok": False,
            "year": year,
            "blocking": [finding_data(one) for one in gate.blocking],
            "reasons_needed": [finding_data(one) for one in gate.asked],
        },
        code=Exit.FINDINGS,
    )


def _made(year: int, made: FinalMade) -> Outcome:
    data = {
        "ok": True,
        "year": year,
        "files": [str(one) for one in made.files],
        "points": made.inspection.points,
        "accepted": len(made.gate.accepted),
        "still_to_agree": made.to_agree,
        "notes": list(made.notes),
    }
    return Outcome(text="\n".join(_lines(year, made)), data=data)


def _lines(year: int, made: FinalMade) -> Iterator[str]:
    yield f"De definitieve documenten over {year} staan in {made.files[0].parent}:"
    yield from (f"  {one.name}" for one in made.files)
    yield f"Het hoofdstuk is {summary(made.inspection)[:1].lower()}{summary(made.inspection)[1:]}"
    yield from filter(None, (made.to_agree,))
    yield "Lees in het controleverslag wat een mens nog moet beoordelen."
    yield from made.notes
