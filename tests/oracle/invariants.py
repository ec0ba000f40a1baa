"""I1 to I24 of GENEALOGY.md, over any program that answers questions about a world.

A check takes `ask(world, question) -> answer` (the vectors' shapes) and a world of `factory`; it
raises AssertionError with the question that breaks the law, or does nothing where the law does
not apply to that world. I14 takes silos of its own (`silos.build_silo`).
"""

from collections.abc import Callable, Iterable, Mapping

from .agreement import Ask, World
from .laws_changes import check_i20, check_i21, check_i22, check_i23
from .laws_reach import check_i04, check_i07, check_i09
from .laws_records import check_i15, check_i16, check_i17, check_i18, check_i19
from .laws_tables import check_i01, check_i02, check_i03, check_i05, check_i06, check_i08
from .laws_truth import check_i10, check_i11, check_i12, check_i13, check_i24
from .silos import check_i14

Check = Callable[[Ask, World], None]
CHECKS: Mapping[str, Check] = {
    "I01": check_i01,
    "I02": check_i02,
    "I03": check_i03,
    "I04": check_i04,
    "I05": check_i05,
    "I06": check_i06,
    "I07": check_i07,
    "I08": check_i08,
    "I09": check_i09,
    "I10": check_i10,
    "I11": check_i11,
    "I12": check_i12,
    "I13": check_i13,
    "I14": check_i14,
    "I15": check_i15,
    "I16": check_i16,
    "I17": check_i17,
    "I18": check_i18,
    "I19": check_i19,
    "I20": check_i20,
    "I21": check_i21,
    "I22": check_i22,
    "I23": check_i23,
    "I24": check_i24,
}


def check(ask: Ask, world: World, names: Iterable[str] = tuple(CHECKS)) -> None:
    """Check some invariants, all by default."""
    for name in names:
        try:
            CHECKS[name](ask, world)
        except AssertionError as broken:
            raise AssertionError(f"{name} is broken: {broken}") from broken
