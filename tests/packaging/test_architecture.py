"""The picture of the packages is as the code is, and every package stands below what it uses."""

from pathlib import Path

import make_architecture

DOCS = Path(__file__).parents[2] / "docs"


def test_the_picture_is_as_the_code() -> None:
    assert (DOCS / "architecture.svg").read_text(encoding="utf-8") == make_architecture.picture(
        make_architecture.needs_of_code()
    )


def test_a_package_stands_below_all_that_it_uses() -> None:
    needs = {"base": frozenset[str](), "a": frozenset({"base"}), "b": frozenset({"a", "base"})}
    assert [make_architecture.layer(needs, name) for name in ("base", "a", "b")] == [0, 1, 2]
    assert make_architecture.reduced(needs)["b"] == frozenset({"a"})


def test_the_page_names_every_package() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert [name for name in make_architecture.needs_of_code() if name != "base" and f"`{name}`" not in page] == []
