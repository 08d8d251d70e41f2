"""splink on the same records, with the comparisons its own guide proposes: a peer to compare.

It needs `pip install entregent[bench]`, and is imported only when asked.
"""

import logging
import random
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from typing import Any

SEED = 1
WEIGHTS = tuple(range(-6, 25, 2))
"""Match weights tried as thresholds."""

Pair = tuple[int, int]


def is_there() -> bool:
    """Tell whether splink and its engine are installed."""
    return find_spec("splink") is not None and find_spec("duckdb") is not None


def pairs(records: Sequence[Mapping[str, str]]) -> Iterable[tuple[int, set[Pair], list[list[int]]]]:
    """Train on records and yield, for each threshold, the pairs above it and their clusters.

    A record has `number`, `given`, `family`, `born` (`YYYY-MM-DD`), `town`, and perhaps `email`;
    an empty word is an unknown.
    """
    from splink import DuckDBAPI, Linker  # type: ignore[import-not-found]

    random.seed(SEED)
    columns = _columns(records)
    linker = Linker(DuckDBAPI().register(_arrow(records, columns)), _settings(columns), None)
    logging.getLogger("splink").setLevel(logging.ERROR)
    _train(linker, columns)
    scored = linker.inference.predict(threshold_match_weight=min(WEIGHTS)).as_record_list()
    weighed = [(row["match_weight"], _pair(row["number_l"], row["number_r"])) for row in scored]
    for least in WEIGHTS:
        made = {pair for weight, pair in weighed if weight >= least}
        yield least, made, _clusters(made)


def _columns(records: Sequence[Mapping[str, str]]) -> list[str]:
    return [name for name in records[0] if any(record[name] for record in records)]


def _arrow(records: Sequence[Mapping[str, str]], columns: Sequence[str]) -> Any:  # noqa: ANN401 - a table of a library that may be absent
    import pyarrow as pa  # type: ignore[import-not-found]

    told = {name: [record[name] or None for record in records] for name in columns}
    return pa.table({**told, "number": [int(record["number"]) for record in records]})


def _settings(columns: Sequence[str]) -> Any:  # noqa: ANN401 - the same
    from splink import SettingsCreator, block_on
    from splink import comparison_library as compare

    comparisons = [
        compare.ForenameSurnameComparison("given", "family"),
        compare.DateOfBirthComparison("born", input_is_string=True),
        compare.LevenshteinAtThresholds("town", 2).configure(term_frequency_adjustments=True),
    ]
    blocks = [block_on("given", "family"), block_on("born"), block_on("family", "town")]
    blocks.append(block_on("given", "town"))
    if "email" in columns:
        comparisons.append(compare.EmailComparison("email"))
        blocks.append(block_on("email"))
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="number",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=blocks,
    )


def _train(linker: Any, columns: Sequence[str]) -> None:  # noqa: ANN401 - the same
    from splink import block_on

    sure = [block_on("given", "family", "born")]
    if "email" in columns:
        sure.append(block_on("email"))
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=SEED)
    for rule in (block_on("given", "family"), block_on("born")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _clusters(made: Iterable[Pair]) -> list[list[int]]:
    links: dict[int, set[int]] = {}
    for one, other in made:
        both = links.get(one, {one}) | links.get(other, {other})
        links.update(dict.fromkeys(both, both))
    return [sorted(group) for group in {id(group): group for group in links.values()}.values()]
