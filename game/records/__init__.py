"""What a session leaves, computed from its journal alone. It imports the session's records, never a live session."""
