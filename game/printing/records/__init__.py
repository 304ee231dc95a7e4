"""Paper made of what sessions left: one session, its wall, who was there, who facilitated, a year."""
