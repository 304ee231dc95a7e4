"""What `permis verifier` says of a whole deck: boards that can be finished, cards that can be read."""
