"""Paper: pages made from the content, with the typefaces of the screens."""
