"""The demonstration: a whole session that plays itself, through the same keys, dispatch and screens as a person's."""
