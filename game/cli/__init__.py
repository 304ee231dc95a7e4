"""The `permis` command: one short function a subcommand."""
