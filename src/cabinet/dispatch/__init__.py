"""The dispatch desk: sending what was signed, each time with its proof."""
