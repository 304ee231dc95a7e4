"""``python -m game`` is the ``permis`` command."""

import sys

from game.cli.main import main

sys.exit(main())
