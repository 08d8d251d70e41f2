"""How well situations are recognised in people's own words.

    python bench/coach_words.py bench/events --part dev [--show]

FOLDER holds `words_<part>_*.jsonl`, a line a saying: `{"id","lang","text","situation","mode",
"also":[…]}`; a situation in `also` counts as right. With `--show`, those that went wrong.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from entregent.content import Content
from entregent.services.events.coaching import listener


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", default="dev")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    hearing = listener(Content())
    for path in sorted(given.folder.glob(f"words_{given.part}_*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        counts: Counter[str] = Counter()
        for row in rows:
            heard = hearing.hear(row["text"])
            right = {row["situation"], *row["also"]}
            first = heard.codes[:1] and heard.codes[0] in right
            counts["first"] += bool(first)
            counts["offered"] += bool(right & set(heard.codes))
            counts["sure"] += heard.trust == "sure"
            counts["sure and wrong"] += heard.trust == "sure" and not first
            counts["mode"] += (heard.mode or None) == row["mode"]
            counts["nothing"] += not heard.codes
            if given.show and not first:
                print(row["situation"], "≠", heard.codes, heard.trust, "|", row["text"])
        said = ", ".join(f"{name} {counts[name] / len(rows):.3f}" for name in sorted(counts))
        print(f"{path.name}: {len(rows)} sayings: {said}")


if __name__ == "__main__":
    main()
