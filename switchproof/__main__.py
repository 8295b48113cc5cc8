"""`python -m switchproof` is the command `switchproof`."""

import sys

from switchproof.cli import main

sys.exit(main())
