"""Draw how the packages depend on each other, from the code: `.venv/bin/python packaging/make_architecture.py`.

Writes `docs/architecture.svg`: a package stands below everything that it imports, and an arrow goes from a package to
what it imports directly, without those that follow from others.
"""

import sys
from collections.abc import Mapping
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "architecture.svg"
PACKAGE = "riec_desktop"
WIDTH, HEIGHT, GAP, ROW = 116, 40, 22, 104
Needs = Mapping[str, frozenset[str]]
"""What each package imports."""


def main() -> int:
    """Write the picture."""
    TARGET.write_text(picture(needs_of_code()), encoding="utf-8", newline="\n")
    return 0


def needs_of_code() -> Needs:
    """The imports between the packages, as the code has them; single modules at the top count as one, 'base'."""
    graph = grimp.build_graph(PACKAGE)
    packages = {one for one in graph.find_children(PACKAGE) if graph.find_children(one)}
    found: dict[str, set[str]] = {_name(one): set() for one in packages}
    for importer in packages:
        inside = {importer, *graph.find_descendants(importer)}
        for module in inside:
            for imported in graph.find_modules_directly_imported_by(module):
                other = ".".join(imported.split(".")[:2])
                if other != importer:
                    found[_name(importer)].add(_name(other) if other in packages else "base")
    found["base"] = set()
    return {name: frozenset(one) for name, one in found.items()}


def _name(module: str) -> str:
    return module.removeprefix(f"{PACKAGE}.")


def layer(needs: Needs, name: str) -> int:
    """How many packages stand above this one, at most: 0 for one that imports nothing."""
    return max((layer(needs, one) + 1 for one in needs[name]), default=0)


def reduced(needs: Needs) -> Needs:
    """Without the imports that follow from others."""

    def reach(name: str) -> frozenset[str]:
        return needs[name].union(*(reach(one) for one in needs[name]))

    return {
        name: frozenset(one for one in direct if not any(one in reach(other) for other in direct if other != one))
        for name, direct in needs.items()
    }


def picture(needs: Needs) -> str:
    """The SVG."""
    rows: dict[int, list[str]] = {}
    for name in sorted(needs):
        rows.setdefault(layer(needs, name), []).append(name)
    wide = max(len(one) for one in rows.values()) * (WIDTH + GAP) + GAP
    places = {
        name: (wide / 2 + (at - (len(names) - 1) / 2) * (WIDTH + GAP), GAP + number * ROW)
        for number, names in rows.items()
        for at, name in enumerate(names)
    }
    pairs = ((name, one) for name, direct in reduced(needs).items() for one in direct)
    arrows = [_arrow(places[name], places[one]) for name, one in pairs]
    boxes = [_box(name, *places[name]) for name in sorted(places)]
    high = GAP * 2 + max(rows) * ROW + HEIGHT
    return "\n".join([_HEAD.format(wide=round(wide), high=high), *sorted(arrows), *boxes, "</svg>", ""])


_HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" \
role="img" font-family="Segoe UI, Noto Sans, sans-serif" font-size="14">
<title>The packages of RIEC Jaarverslag and what they import</title>
<defs><marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">\
<path d="M0 0l8 4-8 4z" fill="#5b6b7c"/></marker></defs>
<rect width="100%" height="100%" fill="#ffffff"/>"""


def _arrow(start: tuple[float, float], end: tuple[float, float]) -> str:
    x, y, to_x, to_y = start[0], start[1], end[0], end[1] + HEIGHT
    return (
        f'<path d="M{x:.0f} {y:.0f}C{x:.0f} {y - 40:.0f} {to_x:.0f} {to_y + 40:.0f} {to_x:.0f} {to_y:.0f}" '
        'fill="none" stroke="#5b6b7c" stroke-width="1.5" marker-end="url(#end)"/>'
    )


def _box(name: str, x: float, y: float) -> str:
    return (
        f'<rect x="{x - WIDTH / 2:.0f}" y="{y:.0f}" width="{WIDTH}" height="{HEIGHT}" rx="6" fill="#e8eff7" '
        f'stroke="#154273"/><text x="{x:.0f}" y="{y + HEIGHT / 2 + 5:.0f}" text-anchor="middle" fill="#12263a">'
        f"{escape(name)}</text>"
    )


if __name__ == "__main__":
    sys.exit(main())
