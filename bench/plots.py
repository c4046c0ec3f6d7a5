"""Figures as pictures for ``docs/``, drawn by hand: no library is needed for six lines."""

from __future__ import annotations

from math import log10

DONE = ("registering", "clearing", "my desk", "in-tray", "register page", "page of a paper")


def drawn(engine: str, found: dict[int, dict[str, float]]) -> str:
    """Return the medians as a picture: sizes across, milliseconds upwards, both by tens."""
    width, height, left, top, right, foot = 720, 400, 70, 50, 170, 50
    sizes = sorted(found)
    values = [found[size][name] for size in sizes for name in DONE]
    low, high = 10 ** int(log10(min(values)) - 0.999), 10 ** (int(log10(max(values))) + 1)

    def across(size: int) -> float:
        share = (log10(size) - log10(sizes[0])) / (log10(sizes[-1]) - log10(sizes[0]))
        return left + share * (width - left - right)

    def up(value: float) -> float:
        share = (log10(value) - log10(low)) / (log10(high) - log10(low))
        return height - foot - share * (height - top - foot)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="13" role="img">',
        f"<title>Medians on {engine} by the number of papers in the office</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="{left}" y="28" font-size="16">{engine}: medians in ms, by papers</text>',
    ]
    value = low
    while value <= high * 1.001:
        lines.append(
            f'<path d="M{left} {up(value):.1f}H{width - right}" stroke="#ddd"/>'
            f'<text x="{left - 8}" y="{up(value) + 4:.1f}" text-anchor="end">{value:g}</text>'
        )
        value *= 10
    for size in sizes:
        lines.append(
            f'<text x="{across(size):.1f}" y="{height - foot + 22}" text-anchor="middle">'
            f"{size:,}</text>"
        )
    ends: list[float] = []
    for name, colour in zip(
        sorted(DONE, key=lambda each: -found[sizes[-1]][each]),
        ("#0b3d2e", "#b5862c", "#8a3324", "#2b5c8a", "#5b4a8a", "#444"),
        strict=True,
    ):
        points = " ".join(f"{across(size):.1f},{up(found[size][name]):.1f}" for size in sizes)
        at = max([up(found[sizes[-1]][name]) + 4, *(end + 16 for end in ends[-1:])])
        ends.append(at)
        lines.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        lines.append(
            f'<text x="{width - right + 8}" y="{at:.1f}" fill="{colour}">{name} '
            f"{found[sizes[-1]][name]:.1f}</text>"
        )
    return "\n".join([*lines, "</svg>", ""])
