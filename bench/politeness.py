"""How far a list of phrases tells polite requests from rude ones, in French and English.

    python bench/politeness.py FOLDER

FOLDER holds `tydip` (CC BY 4.0) and `politeness` (Stanford). Nothing is trained: each sign found
adds or takes its weight. Printed is the area under the curve (AUC) over pairs of one polite and
one rude text, those of the lists alone and, beside, of the length of the text, which a score that
understood nothing would give. A measurement only: the product scores nobody's tone.
"""

import argparse
import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from entregent.locale.phrasebook import Phrasebook, words_of

Weights = Mapping[float, Sequence[str]]

FRENCH: Weights = {
    2.0: (
        "merci", "remercie*", "svp", "stp", "s il (te|vous) plait", "je vous prie",
        "reconnaissant*", "serait il possible",
        "(pourrais|pourriez|auriez|aurais|voudriez|voudrais) (tu|vous)",
        "(pourrais|pourriez|auriez|aurais|voudriez)", "excellent*", "bravo", "felicitation*",
        "superbe",
    ),
    1.0: (
        "bonjour", "bonsoir", "salut", "coucou", "hello", "cordialement", "amicalement",
        "bienvenue", "bonne (journee|soiree|continuation|nuit|annee|chance)", "cher", "chere",
        "je voudrais", "j aimerais", "j aurais", "(desole|desolee|excuse*|pardon*|navre*)",
        "est ce que (tu|vous)", "aide", "aider",
        "si (tu|vous) (avez|as|pouvez|peux|voulez|veux|souhaitez|souhaites)",
        "(penses|pensez|crois|connais|connaissez|saurais|sauriez) (tu|vous)",
        "(peux|pouvez) (tu|vous)", "(ton|votre) (avis|aide|travail|reponse)", "interess*",
        "(bon|beau|joli) travail", "a bientot", "d avance", "jeter un (oeil|coup)", "par hasard",
        "peut etre", "il me semble", "a mon avis", "possible", "juste", "petite question",
        "je me demand*", "question", "volontiers", "plaisir",
    ),
    -1.0: (
        "pourquoi", "(sur|de) quel droit", "au nom de quoi", "sur quelle base", "en quoi",
        "encore", "toujours", "jamais", "rien", "aucun*", "faux", "absurde*", "n est pas",
        "ce n est", "vos", "(tu|vous) (n|ne)", "personne", "mais", "donc", "alors", "evidemment",
        "bien sur", "vraiment", "supprim*", "revert*", "effac*", "qui (etes|es) (tu|vous)",
        "neutr*", "source*", "non", "bref", "sinon", "quand meme",
        "votre (comportement|attitude)", "depuis quand", "a quoi", "quel rapport",
    ),
    -2.0: (
        "ridicule*", "vandal*", "mensonge*", "ment*", "stupide*", "idiot*", "n importe quoi",
        "insult*", "menac*", "bloqu*", "arret*", "cess*", "honte*", "mauvaise foi", "censur*",
        "ignor*", "propagande", "pretend*", "accus*", "moqu*", "foutre", "fous", "merde", "con",
        "debile*", "troll*", "agress*", "(te|vous) prend* pour", "vous (croyez|prenez)",
        "ca suffit", "delire*", "grotesque*", "attaqu*", "(tu|vous) (oses|osez)", "ose*",
        "insinu*", "malhonnet*", "absence de", "denigr*", "haine",
    ),
}  # fmt: skip
ENGLISH: Weights = {
    2.0: (
        "thank*", "thanks", "please", "appreciat*", "grateful", "(could|would) you",
        "would it be possible", "great", "nice", "good (work|job)", "excellent",
    ),
    1.0: (
        "hi", "hello", "hey", "dear", "sorry", "apolog*", "i was wondering", "i would", "i d",
        "may i", "can you", "if you", "help", "let me know", "by the way", "possible", "perhaps",
        "maybe", "might", "i think", "i believe", "seems", "interest*", "just",
        "your (help|opinion|thoughts|work)",
    ),
    -1.0: (
        "why", "you (re|are) not", "what is your", "did you", "do you even", "never", "nothing",
        "but", "so", "really", "no", "not", "wrong", "still", "actually", "what are you", "again",
        "delete*", "revert*", "homework", "in fact", "don t you", "what do you mean",
        "what s the", "^ you",
    ),
    -2.0: (
        "stop", "vandal*", "stupid*", "ridiculous", "nonsense", "idiot*", "lie*", "lying", "hell",
        "crap", "bias*", "fool*", "what have you (tried|done)", "who (do|are) you", "accus*",
        "attack*", "threat*", "dumb", "bullshit", "wtf", "blind", "shame*",
    ),
}  # fmt: skip

Score = Callable[[str], float]


def by_phrases(weights: Weights) -> Score:
    """Return a score: what the phrases that stand in a text weigh together."""
    book = Phrasebook({str(weight): phrases for weight, phrases in weights.items()})

    def score(text: str) -> float:
        found = book.find([word for word, _, _ in words_of(text)])
        return sum(float(name) * len(places) for name, places in found.items())

    return score


def auc(scores: Sequence[float], polite: Sequence[bool]) -> float:
    """Return how often a polite text scores above a rude one; alike is half."""
    high = [score for score, is_polite in zip(scores, polite, strict=True) if is_polite]
    low = [score for score, is_polite in zip(scores, polite, strict=True) if not is_polite]
    won = sum((above > below) + (above == below) / 2 for above in high for below in low)
    return won / (len(high) * len(low))


def read(path: Path, text: str, score: str) -> tuple[list[str], list[float]]:
    """Return the texts of a table and their scores by people."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row[text] for row in rows], [float(row[score]) for row in rows]


def ends(texts: Sequence[str], scores: Sequence[float]) -> tuple[list[str], list[float]]:
    """Keep the quarter that people found most polite, and the quarter they found most rude."""
    ranked = sorted(zip(scores, texts, strict=True))
    kept = ranked[: len(ranked) // 4] + ranked[-(len(ranked) // 4) :]
    return [text for _, text in kept], [score for score, _ in kept]


def tell(name: str, weights: Weights, texts: Sequence[str], told: Sequence[float]) -> None:
    """Print the areas of one set."""
    polite = [score > 0 for score in told]
    phrases = auc([*map(by_phrases(weights), texts)], polite)
    length = auc([float(-len(text)) for text in texts], polite)
    print(f"{name:28} {len(texts):5} texts   phrases {phrases:.3f}   shortness {length:.3f}")


def main() -> None:
    """Print a line a set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    for name, weights in (("fr", FRENCH), ("en", ENGLISH)):
        texts, told = read(folder / "tydip" / f"{name}_test_binary.csv", "sentence", "score")
        tell(f"TyDiP {name}", weights, texts, told)
    for name in ("wikipedia", "stack-exchange"):
        path = folder / "politeness" / f"{name}.annotated.csv"
        tell(f"Stanford {name}", ENGLISH, *ends(*read(path, "Request", "Normalized Score")))


if __name__ == "__main__":
    main()
