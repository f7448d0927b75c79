"""`python -m ogpnews`."""

import sys

from ogpnews.cli import main

if __name__ == "__main__":
    sys.exit(main())
