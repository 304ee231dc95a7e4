"""``python -m game`` is the ``permis`` command."""

import sys

from game.cli import main

sys.exit(main())
