"""The look of every page: template environment, shell, components, style, words."""
