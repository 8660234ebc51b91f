"""Numbers as words or digits -> values: "twenty-four", "two and a half", "2 1/2", "1,460", "nineteen ninety-seven"."""

from __future__ import annotations

from viz.parsers.dates.words import NUMBERS, ONES, ORDINALS, TEENS, TENS


def number(words: list[str]) -> float:
    """The value of a number written over one or more tokens; hyphens and "and" are passed over."""
    total, current = 0.0, 0.0
    for word in words:
        if word[0].isdigit():
            current += digits(word)
        elif word in ("hundred", "thousand", "million", "dozen"):
            current = (current or 1) * NUMBERS[word]
            if word in ("thousand", "million"):
                total, current = total + current, 0.0
        elif word in NUMBERS:
            current += NUMBERS[word]
    return total + current


def digits(word: str) -> float:
    """The value of digits: "1,460", "2.5", "2 1/2"."""
    whole, _, fraction = word.partition(" ")
    return float(whole.replace(",", "")) + (0.5 if fraction else 0.0)


def ordinal(word: str) -> int:
    """The value of "3rd" or "third"; 0 when it is neither."""
    if word[0].isdigit():
        return int(word.rstrip("stndrh"))
    return ORDINALS.get(word, 0)


def spoken_year(words: list[str]) -> int:
    """The year of "nineteen ninety-seven", "nineteen oh" excluded, or 0 when the words are no year."""
    said = [word for word in words if word in TEENS or word in TENS or word in ONES]
    if len(said) < 2 or said[0] not in (*TEENS, *TENS):
        return 0
    century = TEENS.get(said[0]) or TENS[said[0]]
    rest = int(number(said[1:]))
    return century * 100 + rest if 11 <= century <= 21 and 10 <= rest <= 99 else 0
