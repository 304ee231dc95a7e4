"""How the tables came to be what they are, one revision after another. A revision is never changed once released."""
