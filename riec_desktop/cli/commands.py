"""What every command does: a use case of the workspace, told in Dutch and as data."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from riec_desktop.chapter.blocks import State
from riec_desktop.chapter.options import ChapterOptions, default_options
from riec_desktop.cli.backups import backups
from riec_desktop.cli.check import check
from riec_desktop.cli.choosing import chosen_year, named, report_ids
from riec_desktop.cli.demo import demo
from riec_desktop.cli.draft import note_sent, review_order
from riec_desktop.cli.figures import figures
from riec_desktop.cli.final import final
from riec_desktop.cli.form import form, read
from riec_desktop.cli.inspect import inspect
from riec_desktop.cli.merge import merge, part
from riec_desktop.cli.outcome import Outcome
from riec_desktop.cli.rollover import rollover
from riec_desktop.cli.selftest import selftest
from riec_desktop.cli.summary import counted, summary
from riec_desktop.cli.switches import SWITCHES
from riec_desktop.cli.template import template
from riec_desktop.cli.window import open_window
from riec_desktop.dossier.choices import Layout
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.json_form import dossier_to_json
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import SUFFIX, read_dossier
from riec_desktop.workspace.content import example_dossier, import_json, new_content, starting_dossier, write_content
from riec_desktop.workspace.documents import (
    ExcelRequest,
    Made,
    WordRequest,
    default_name,
    make_excel,
    make_word,
    version_text,
)
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.open_export import write_export
from riec_desktop.workspace.open_import import is_export, read_export
from riec_desktop.workspace.progress import never, no_progress

_LAYOUTS = {"staand": Layout.PORTRAIT, "liggend": Layout.LANDSCAPE}


# --- Dossiers --------------------------------------------------------------------------------------------------------


def _new(arguments: Namespace, env: Environment) -> Outcome:
    return _kept(arguments.file, starting_dossier(arguments.jaar), arguments, env)


def _example(arguments: Namespace, env: Environment) -> Outcome:
    return _kept(arguments.file, example_dossier(), arguments, env)


def _export(arguments: Namespace, env: Environment) -> Outcome:
    content = read_dossier(arguments.dossier)
    path = arguments.uit or arguments.dossier.with_name(f"{arguments.dossier.stem} export.zip")
    write_export(path, content, env.files)
    return Outcome(text=f"Alles uit {arguments.dossier.name} staat in {path}.", data={"ok": True, "file": str(path)})


def _import(arguments: Namespace, env: Environment) -> Outcome:
    first, *others = arguments.files
    if not others and is_export(first):
        return _content_kept(arguments.uit, read_export(first, env.files), arguments)
    return _kept(arguments.uit, import_json(*arguments.files), arguments, env)


def _kept(file: Path, dossier: Dossier, arguments: Namespace, env: Environment) -> Outcome:
    return _content_kept(file, new_content(env, dossier), arguments)


def _content_kept(file: Path, content: FileContent, arguments: Namespace) -> Outcome:
    path = named(file, SUFFIX)
    write_content(content, path, overwrite=arguments.overschrijf)
    count = sum(1 for _ in content.dossier.records())
    text = f"Het dossier staat in {path} ({counted(count, 'gegeven', 'gegevens')})."
    return Outcome(text=text, data={"ok": True, "file": str(path), "records": count})


def _show(arguments: Namespace, _: Environment) -> Outcome:
    content = read_dossier(arguments.dossier)
    if arguments.json:
        return Outcome(text="", data=dossier_to_json(content.dossier))
    return Outcome(text=summary(content.dossier, arguments.dossier.name, content.version))


# --- Documents -------------------------------------------------------------------------------------------------------


def _word(arguments: Namespace, env: Environment) -> Outcome:
    content = read_dossier(arguments.dossier)
    dossier = content.dossier
    year = chosen_year(arguments, dossier)
    order = review_order(arguments, content, env)
    options = _options(arguments, dossier, year)
    target = arguments.uit or arguments.dossier.parent / default_name(dossier, year, "word", options.state)
    request = WordRequest(
        year=year,
        options=options,
        version=version_text(content.version),
        template=arguments.template,
        target=named(target, ".docx"),
        exact_pages=not arguments.geschatte_bladzijden,
        pdf=arguments.pdf,
        review=order,
    )
    made = make_word(dossier, request, env.now().date(), no_progress, never, office=env.office())
    note_sent(arguments.dossier, made, env)
    return _word_made(made, year)


def _word_made(made: Made, year: int) -> Outcome:
    """Where the chapter stands, its PDF, and what to know of it."""
    outcome = _made("Het Word-document", made.path, year)
    lines = [outcome.text, *([f"De PDF staat in {made.pdf}."] if made.pdf else []), *made.notes]
    pdf = {"pdf": str(made.pdf)} if made.pdf else {}
    return Outcome(text="\n".join(lines), data={**outcome.data, **pdf, "notes": list(made.notes)})


def _options(arguments: Namespace, dossier: Dossier, year: int) -> ChapterOptions:
    """The house style of the dossier, with what was chosen on the command line."""
    chosen: dict[str, Any] = {one.field: getattr(arguments, one.field) for one in SWITCHES}
    if arguments.layout is not None:
        chosen["layout"] = _LAYOUTS[arguments.layout]
    return replace(
        default_options(dossier),
        state=State(arguments.state),
        report_ids=report_ids(arguments.portefeuille or (), dossier, year),
        **{name: value for name, value in chosen.items() if value is not None},
    )


def _excel(arguments: Namespace, env: Environment) -> Outcome:
    content: FileContent = read_dossier(arguments.dossier)
    year = chosen_year(arguments, content.dossier)
    target = arguments.uit or arguments.dossier.parent / default_name(content.dossier, year, "excel")
    request = ExcelRequest(year=year, version=str(content.version), target=named(target, ".xlsx"))
    path = make_excel(content.dossier, request, env.now().date(), no_progress, never)
    return _made("De Excel-werkmap", path, year)


def _made(what: str, path: Path, year: int) -> Outcome:
    return Outcome(text=f"{what} over {year} staat in {path}.", data={"ok": True, "file": str(path), "year": year})


# --- The window ------------------------------------------------------------------------------------------------------


def _window(arguments: Namespace, env: Environment) -> Outcome:
    files = (arguments.dossier,) if "dossier" in arguments else ()
    return Outcome(text="", then=lambda: open_window(files, env))


COMMANDS: Mapping[str | None, Callable[[Namespace, Environment], Outcome]] = {
    None: _window,
    "new": _new,
    "example": _example,
    "word": _word,
    "excel": _excel,
    "form": form,
    "read": read,
    "figures": figures,
    "rollover": rollover,
    "check": check,
    "final": final,
    "inspect": inspect,
    "template": template,
    "show": _show,
    "export": _export,
    "import": _import,
    "merge": merge,
    "part": part,
    "backups": backups,
    "selftest": selftest,
    "demo": demo,
}
"""Every command by its name; None is no command."""
