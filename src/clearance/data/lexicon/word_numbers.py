"""A word as one number of 64 bits: the sum of its letters, each times a power of a factor.

Equal words have equal numbers, and unequal ones do not: two words of all that were ever written
meet in one number about as often as a disk returns another bit. The number of a word that is cut
or lengthened is reckoned from its own.
"""

from __future__ import annotations

from operator import mul

import numpy as np
import numpy.typing as npt

# Odd, so that there is an inverse; else any numbers without a pattern.
FACTOR, SPREAD = 0xD1342543DE82EF95, 0x9E3779B97F4A7C15
WITHIN = (1 << 64) - 1


def powers(factor: int, first: int, count: int) -> npt.NDArray[np.uint64]:
    """Return ``first`` and what comes of it by multiplying with the factor again and again."""
    found = np.full(count, factor, dtype=np.uint64)
    found[0] = first & WITHIN
    return np.multiply.accumulate(found)


_LONGEST = 128  # letters: what is longer is no word
POWERS: list[int] = powers(FACTOR, SPREAD, _LONGEST).tolist()


def number_of(word: str) -> int:
    """Return the word's number; what comes after 128 letters does not count."""
    number: int = sum(map(mul, map(ord, word), POWERS))
    return number & WITHIN
