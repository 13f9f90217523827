"""Builds `words.txt`: common Arabic words, which neither begin nor continue a name.

Run by hand, never imported by the program, in an environment with msgpack:
`python -m reader.training.lists.build_words FREQUENCIES [LABELLED ...]`, where FREQUENCIES is the large Arabic list
of wordfreq (3.1.1 was used: `large_ar.msgpack.gz`) and LABELLED are files of `token<TAB>BIO tag` (ANERcorp's and
AQMAR's `train.txt`).

A word is common when the language inflects it: «كتاب» is met as «الكتاب», «كتابه», «كتبت» …, a foreign name
is met bare. Labelled text then corrects the list in both directions. What the program finds by taking an article or
an ending off is left out, and of what is left the 40,000 most frequent are kept, the most frequent first.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import msgpack  # type: ignore[import-not-found, unused-ignore]

from reader.analysis.words.clitics import ARTICLES
from reader.analysis.words.lexicon import is_inflected
from reader.text.fold import Folding, fold

TARGET = Path(__file__).parents[2] / "analysis" / "words" / "data" / "words.txt"

LETTERS = re.compile("[ء-ي]{2,11}")
DEFINITE = ("ال", "وال", "بال", "لل")
PROCLITICS = ("وال", "بال", "فال", "كال", "ولل", "لل", "وب", "ول", "وس", "ال", "و", "ف", "ب", "ل", "ك", "س")
SUFFIXES = ("ه", "ها", "هم", "هما", "نا")
INFLECTED = (*SUFFIXES, "ات", "ين", "ون", "ان", "ا", "وا", "ت", "ته", "تها", "تهم", "يه", "وه", "ي", "يا")
PLURAL = {"ون": "ين", "ين": "ون"}
"""A sound plural is met in both its cases."""
PER_HUNDRED_MILLION = 1e8
MOST = 40_000
"""Words that are kept. With all of them, 101,356, no type of name gains more than 0.5 F on held-out text."""


def frequencies(path: Path) -> dict[str, float]:
    """Occurrences in a hundred million words of each folded word. The list is in bins of a centibel."""
    bins = msgpack.unpackb(gzip.decompress(path.read_bytes()))[1:]
    counts: dict[str, float] = defaultdict(float)
    for centibels, words in enumerate(bins):
        for word in words:
            key = fold(word, Folding.NAMES).text
            if LETTERS.fullmatch(key):
                counts[key] += PER_HUNDRED_MILLION * 10 ** (-centibels / 100)
    return counts


def relatives(word: str, counts: dict[str, float]) -> list[float]:
    """How often each inflected form of `word` is met, the definite forms together."""
    bound = word[:-1] + "ت" if word.endswith("ه") else word
    stem = word[:-1] if word.endswith("ه") else word
    forms = [bound + suffix for suffix in SUFFIXES]
    forms += [f"ي{word}", f"ت{word}", f"ن{word}", f"سي{word}", f"لي{word}", f"{word}ت", f"{word}وا"]
    forms += [f"{word}ين", f"{word}ون", f"{word}ان", f"{word}ا", f"{stem}ات"]
    return [sum(counts.get(a + word, 0.0) for a in DEFINITE), *(counts.get(form, 0.0) for form in forms)]


def stems(counts: dict[str, float]) -> dict[str, bool]:
    """Words that are inflected, and whether they are so richly enough to vouch for other forms."""
    found: dict[str, bool] = {}
    for word, count in counts.items():
        if count < 1:
            continue
        forms = relatives(word, counts)
        floor = max(0.6, count / 1000)
        kinds = sum(form > floor for form in forms) + (0.5 if forms[0] > floor else 0)
        share = sum(forms) / (count + 1)
        if (kinds >= 4 and share > 0.03) or (kinds >= 2.5 and share > 0.25):
            found[word] = kinds >= 5 and count >= 5
    return found


def is_form(word: str, known: dict[str, bool], counts: dict[str, float]) -> bool:
    """Whether `word` is a stem or an inflected form of a rich one."""
    if word in known:
        return True
    for prefix in ("", "ي", "ت", "ن", "ا"):
        rest = word.removeprefix(prefix) if word.startswith(prefix) else ""
        for suffix in ("", *INFLECTED) if prefix else INFLECTED:
            base = rest.removesuffix(suffix) if rest.endswith(suffix) else ""
            if suffix in PLURAL and prefix in ("", "ا") and 10 * counts.get(base + PLURAL[suffix], 0.0) < counts[word]:
                continue  # «معلمون» has its «معلمين»; «ماكرون» is a name
            if len(base) >= 3 and (known.get(base) or (suffix.startswith("ت") and known.get(base + "ه"))):
                return True
    return False


def common(counts: dict[str, float]) -> set[str]:
    known = stems(counts)
    words = {word for word, count in counts.items() if count >= 2 and is_form(word, known, counts)}
    words |= {word for word, count in counts.items() if count > 8000}
    for word, count in counts.items():
        for clitic in PROCLITICS:
            rest = word.removeprefix(clitic)
            # A word with a clitic is rarer than the word: «بكتاب» and «كتاب», but not «بوتين» and «وتين».
            fits = rest[:1] in ("ي", "ت", "ن") if clitic.endswith("س") else len(rest) > 2
            if rest != word and fits and rest in words and 3 * counts[rest] > count >= 2:
                words.add(word)
    return words


def labelled(paths: list[Path], counts: dict[str, float]) -> tuple[set[str], set[str]]:
    """Words that are never part of a name in labelled text, and words that mostly are part of a person's.

    A word met once or twice counts only if the language at large knows it: labels have gaps.
    """
    plain: Counter[str] = Counter()
    named: Counter[str] = Counter()
    persons: Counter[str] = Counter()
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            token, _, tag = line.partition("\t")
            key = fold(token, Folding.NAMES).text
            if LETTERS.fullmatch(key):
                (plain if tag == "O" else named)[key] += 1
                persons[key] += tag.endswith("PER")
    never = {w for w in plain if not named[w] and (plain[w] >= 5 or (plain[w] > 1 and counts.get(w, 0.0) >= 20))}
    return never, {w for w in persons if persons[w] > plain[w]}


def uses(word: str, counts: dict[str, float]) -> float:
    """How often `word` is met, alone, behind «و» and with the article."""
    return sum(counts.get(before + word, 0.0) for before in ("", "و", *ARTICLES))


def main(frequency_list: str, *texts: str) -> None:
    counts = frequencies(Path(frequency_list))
    words = common(counts)
    never, persons = labelled([Path(text) for text in texts], counts)
    kept: set[str] = set()
    for word in sorted((words | never) - persons, key=lambda w: (len(w), w)):
        if not is_inflected(word, kept):
            kept.add(word)
    commonest = sorted(kept, key=lambda w: (-uses(w, counts), w))[:MOST]
    TARGET.write_text("\n".join(commonest) + "\n", "utf-8")
    print(f"{TARGET.name}: {len(commonest)} of {len(kept)} words", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
