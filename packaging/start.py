"""What the frozen programs run: the same entry point as the installed commands."""

import sys

from riec_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
