"""Lines of words that fit a width, measured as Arial draws them: an SVG does not wrap."""

_NARROW, _WIDE = frozenset("ijltfrI.,:;'’|!()[]- "), frozenset("mwMW@%")


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """At least one line, unless there are no words. A word wider than the room is cut where it must be."""
    lines: list[str] = []
    for whole_word in text.split():
        word = whole_word
        whole = f"{lines[-1]} {word}" if lines else word
        if lines and wide(whole, size, bold=bold) <= room:
            lines[-1] = whole
            continue
        while wide(word, size, bold=bold) > room and len(word) > 1:
            fits = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or wide(word[:n], size, bold=bold) <= room)
            lines.append(word[:fits])
            word = word[fits:]
        lines.append(word)
    return lines


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """In pixels, a little more than it is."""
    return sum(map(_letter, text)) * size * (1.07 if bold else 1.0)


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.31
    if letter in _WIDE:
        return 0.87
    return 0.7 if letter.isupper() else 0.56 if letter.isascii() or letter.islower() else 1.0
