"""The personal layer: facts about a person, by code, sealed to the association’s public key. Off without a key."""
