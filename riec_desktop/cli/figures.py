"""The command `figures`: figures from any workbook, read as its heads say or as the options do."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from riec_desktop.cli.incoming import incoming_data, incoming_lines, taken_lines
from riec_desktop.cli.outcome import Outcome
from riec_desktop.cli.working import working
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Portfolio
from riec_desktop.errors import RiecError
from riec_desktop.excel.figure_mapping import FigureMapping, Meaning, Shape, mapping_problem
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.review import Incoming, accepted, default_ids
from riec_desktop.workspace.taking import take_in

if TYPE_CHECKING:
    from riec_desktop.excel.reading.cells import ReadSheet
    from riec_desktop.workspace.figure_import import FigureTable
    from riec_desktop.workspace.figure_names import Names


def figures(arguments: Namespace, env: Environment) -> Outcome:
    """Show what a workbook brings; with `toepassen` take in what has no doubt and no conflict."""
    from riec_desktop.workspace.figure_import import counted_figures, proposed
    from riec_desktop.workspace.figure_rows import read_figures

    dossier = read_dossier(arguments.dossier).dossier
    table, mapping = _how(arguments, env, dossier)
    reading = read_figures(dossier, table.sheet, mapping)
    incoming = proposed(dossier, table, reading)
    taken = _take_in(arguments, env, table, mapping, incoming) if arguments.toepassen else None
    lines = (*incoming_lines(incoming), counted_figures(reading), *taken_lines(taken))
    data = {"ok": True, "taken": taken, "count": reading.count, "unread": reading.unread, **incoming_data(incoming)}
    return Outcome(text="\n".join(lines), data=data)


def _take_in(
    arguments: Namespace, env: Environment, table: "FigureTable", mapping: FigureMapping, incoming: Incoming
) -> int:
    """Take in what is new and sure, as one step; tells how many proposals that were."""
    from riec_desktop.workspace.figure_profiles import remember

    with working(env, arguments.dossier) as session:
        ids = default_ids(incoming)
        take_in(session, (incoming,), accepted(incoming, ids, session.dossier))
        session.save()
    remember(env, table.sheet, mapping)
    return len(ids)


# --- How to read the sheet -------------------------------------------------------------------------------------------


def _how(arguments: Namespace, env: Environment, dossier: Dossier) -> tuple["FigureTable", FigureMapping]:
    """The sheet, and how to read it: as the options say, and for the rest as remembered or guessed."""
    from riec_desktop.workspace.figure_files import begin, first_table, guessed, read_figure_file
    from riec_desktop.workspace.figure_names import Names
    from riec_desktop.workspace.figure_profiles import profiles

    file, known = read_figure_file(arguments.file), profiles(env)
    table = file.table(arguments.blad) if arguments.blad else first_table(file, dossier, known)
    year = next((one.year for one in views.years(dossier)), None)
    if arguments.kopregel:
        start = guessed(table.sheet, dossier, year, arguments.kopregel)
    else:
        start = begin(table.sheet, dossier, known, year)
    mapping = _with_options(start, arguments, table.sheet, Names(dossier), dossier)
    problem = mapping_problem(mapping)
    if problem:
        raise RiecError("figures.no_mapping", sheet=table.sheet.name, problem=problem)
    return table, mapping


def _with_options(
    start: FigureMapping, arguments: Namespace, sheet: "ReadSheet", names: "Names", dossier: Dossier
) -> FigureMapping:
    portfolio_id = _portfolio_id(arguments.portefeuille, names, dossier) or start.portfolio_id
    return replace(
        start,
        shape=Shape(arguments.vorm) if arguments.vorm else start.shape,
        year=arguments.jaar or start.year,
        columns=_columns(start, arguments.kolom or (), sheet),
        portfolio_id=portfolio_id,
        indicator_id=_indicator_id(arguments.indicator, names, portfolio_id) or start.indicator_id,
    )


def _columns(start: FigureMapping, chosen: Sequence[tuple[Meaning, str]], sheet: "ReadSheet") -> Mapping[Meaning, int]:
    """The guessed columns with those that were chosen by their heads. Raises `RiecError` (`figures.no_column`)."""
    from riec_desktop.excel.figure_columns import heads
    from riec_desktop.excel.form_values import plain_name

    found = heads(sheet, start.header_row)
    by_head = {plain_name(text): column for column, text in reversed([*found.items()]) if text}
    columns = dict(start.columns)
    for meaning, head in chosen:
        if plain_name(head) not in by_head:
            known = ", ".join(filter(None, found.values()))
            raise RiecError("figures.no_column", name=head, row=start.header_row, known=known)
        column = by_head[plain_name(head)]
        columns = {**{one: at for one, at in columns.items() if at != column}, meaning: column}
    return columns


def _portfolio_id(name: str | None, names: "Names", dossier: Dossier) -> str:
    found = names.portfolio(name) if name else None
    if found is not None and not found.id:
        known = ", ".join(one.name for one in dossier.all(Portfolio))
        raise RiecError("figures.no_portfolio", name=name, known=known)
    return found.id if found else ""


def _indicator_id(name: str | None, names: "Names", portfolio_id: str | None) -> str:
    found = names.indicator(name, portfolio_id) if name else None
    if found is not None and not found.id:
        raise RiecError("figures.no_indicator", name=name)
    return found.id if found else ""
