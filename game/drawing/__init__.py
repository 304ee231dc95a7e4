"""What to draw, without a screen: places, colours, fitted text and draw lists (standard library only)."""
