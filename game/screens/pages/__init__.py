"""The pages that the room sees during a session: each is a function from a view to a picture."""
