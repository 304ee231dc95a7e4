"""What staff write: YAML files read, checked, and turned into frozen values."""
