"""How long will it last: exactly, and by simulation, both on the rules' own movement."""
