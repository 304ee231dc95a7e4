"""The program around the scenes, on this laptop: content, sessions, settings, what is plugged in."""
