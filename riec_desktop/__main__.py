"""`python -m riec_desktop` is the same as the installed command `riec-desktop`."""

import sys

from riec_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
