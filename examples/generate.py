"""Write the invented network: `python examples/generate.py [--out FOLDER]`.

The same bytes every time, on every machine: one seed, one day for the story, no clock.
"""

import argparse
from pathlib import Path
from random import Random

import agenda
import friends
import journal
import letters
import linkedin
import phone
from cast import HERE, SEED, load


def build() -> dict[str, bytes]:
    """Return every file of the network by its path."""
    cast = load()
    return {
        "telephone.vcf": phone.write(cast),
        "linkedin.zip": linkedin.write(cast, Random(SEED)),
        "courrier.mbox": letters.write(cast, Random(SEED + 1)),
        "agenda.ics": agenda.write(cast),
        "facebook/your_friends.json": friends.write(cast, Random(SEED + 2)),
        "facts.journal": journal.write(cast),
    }


def main() -> None:
    """Write the files and say how large each is."""
    parser = argparse.ArgumentParser(description="Write the invented network.")
    parser.add_argument("--out", type=Path, default=HERE / "network", help="the folder to fill")
    folder = parser.parse_args().out
    for name, content in build().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{len(content):>8} {name}")


if __name__ == "__main__":
    main()
