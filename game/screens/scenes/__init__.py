"""The screens around the game: home, set-up, sessions, cards, settings, help, and lists to choose from."""
