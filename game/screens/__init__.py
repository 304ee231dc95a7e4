"""The windows. Scenes and pages make pictures; pygame is imported by the painter and the window only."""

import os

# Said before pygame is imported: it prints a greeting otherwise, and a window minimises when another has the focus.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS", "0")
