"""How much memory making the chapter takes beside the size of its XML: `python -m tests.benchmarks.memory`.

Run in a process of its own, because the highest memory of a process never goes down again. The dossier and the
chapter's blocks are there before; what is counted is what writing the document adds to them.
"""

import resource
import sys

from riec_desktop.word.package import read_package
from riec_desktop.word.render import render_chapter
from tests.benchmarks.test_chapter import HOUSE, content


def highest() -> int:
    """The most memory this process has had, in bytes (Linux counts in kibibytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    """Print the megabytes at each size."""
    render_chapter(content(1), HOUSE)  # what the interpreter loads once is not the chapter's
    for times in (10, 50):
        chapter = content(times)
        before = highest()
        document = render_chapter(chapter, HOUSE)
        added = highest() - before
        xml = sum(map(len, read_package(document).values()))
        sys.stdout.write(f"× {times}: XML {xml / 1e6:.1f} MB, added {added / 1e6:.1f} MB, {added / xml:.2f} ×\n")


if __name__ == "__main__":
    main()
