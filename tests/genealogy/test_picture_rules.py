"""The picture's rules: columns, rows and folding, with no database behind them."""

from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from lotline.genealogy.rules.grouping import grouped
from lotline.genealogy.rules.layout import ROW_GAP, layout
from lotline.genealogy.rules.sketch import Arrow, Dot, Sketch
from lotline.kernel.ids import uuid_of_uri

SIDES = {"b": "back", "f": "forward", "r": "root"}


def drawn(*pairs: str, product: UUID | None = None) -> Sketch:
    """Draw arrows such as "b1>r"; the first letter of a dot is its side."""
    arrows = tuple(Arrow(*pair.split(">"), "input") for pair in pairs)
    names = dict.fromkeys(["r", *(end for a in arrows for end in (a.source, a.target))])
    dots = {n: Dot(n, "lot", SIDES[n[0]], uuid_of_uri(n), product) for n in names}  # type: ignore[arg-type]
    return Sketch("r", dots, arrows, {})


@st.composite
def sketches(draw: st.DrawFn) -> Sketch:
    """Give any picture, loops included."""
    back = [f"b{n}" for n in range(draw(st.integers(0, 8)))]
    ahead = [f"f{n}" for n in range(draw(st.integers(0, 8)))]
    ends = st.sampled_from([*back, "r", *ahead])
    pairs = draw(st.lists(st.tuples(ends, ends).filter(lambda p: p[0] != p[1]), max_size=30))
    sorts = draw(
        st.lists(st.sampled_from(("lot", "event", "customer", "group")), min_size=17, max_size=17)
    )
    whole = drawn(*(f"{x}>{y}" for x, y in dict.fromkeys(pairs)))
    names = [*back, "r", *ahead]
    dots = {n: Dot(n, s, SIDES[n[0]], uuid_of_uri(n)) for n, s in zip(names, sorts, strict=False)}  # type: ignore[arg-type]
    return Sketch("r", dots, whole.arrows, {})


@settings(deadline=None)
@given(sketches())
def test_no_two_cards_of_a_column_touch_and_no_two_columns_meet(sketch: Sketch) -> None:
    spots = layout(sketch)
    assert spots.keys() == sketch.dots.keys()
    for one in spots.values():
        assert one.x >= 0 and one.y >= 0
        for other in spots.values():
            if one is not other and one.layer == other.layer:
                assert one.y + one.h + ROW_GAP <= other.y or other.y + other.h + ROW_GAP <= one.y
            if one.layer < other.layer:
                assert one.x + one.w < other.x
    assert layout(sketch) == spots


@settings(deadline=None)
@given(sketches())
def test_materials_stand_left_of_the_root_and_what_came_of_it_right(sketch: Sketch) -> None:
    for dot, spot in layout(sketch).items():
        side = sketch.dots[dot].side
        assert (spot.layer < 0, spot.layer > 0) == (side == "back", side == "forward")


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=40))
def test_without_loops_every_line_runs_from_left_to_right(pairs: list[tuple[int, int]]) -> None:
    names = [f"b{n}" for n in range(6)] + ["r"] + [f"f{n}" for n in range(6)]
    forth = {(min(p), max(p)) for p in pairs if p[0] != p[1]}
    sketch = drawn(*(f"{names[x]}>{names[y]}" for x, y in sorted(forth)))
    spots = layout(sketch)
    assert all(spots[a.source].layer < spots[a.target].layer for a in sketch.arrows)


def test_only_the_line_that_closes_a_loop_runs_back() -> None:
    sketch = drawn("r>f1", "f1>f2", "f2>f3", "f3>f1")
    spots = layout(sketch)
    back = [a for a in sketch.arrows if spots[a.source].layer >= spots[a.target].layer]
    assert [(a.source, a.target) for a in back] == [("f3", "f1")]


def test_a_chain_is_drawn_as_one_straight_row() -> None:
    spots = layout(drawn("b1>b2", "b2>r", "r>f1", "f1>f2"))
    assert len({spot.y for spot in spots.values()}) == 1
    assert [spots[n].x for n in ("b1", "b2", "r", "f1", "f2")] == [0, 264, 528, 792, 1056]


def test_three_alike_are_folded_two_are_not_and_the_root_never_is() -> None:
    assert len(grouped(drawn("r>f1", "r>f2")).dots) == 3
    folded = grouped(drawn("r>f1", "r>f2", "r>f3", "r>f4", "f4>f5"))
    groups = [dot for dot in folded.dots.values() if dot.type == "group"]
    assert [len(group.members) for group in groups] == [3]
    assert {"r", "f4", "f5"} < folded.dots.keys()
    assert sorted(arrow.count for arrow in folded.arrows) == [1, 1, 3]


def test_a_group_keeps_its_name_and_opens_by_it() -> None:
    sketch = drawn("r>f1", "r>f2", "r>f3")
    again = drawn("r>f3", "r>f1", "r>f2")
    (group,) = grouped(sketch).dots.keys() - {"r"}
    assert group in grouped(again).dots
    assert grouped(sketch, frozenset({group})) == sketch


def test_of_other_products_is_not_alike() -> None:
    sketch = drawn("r>f1", "r>f2", "r>f3")
    odd = Dot("f3", "lot", "forward", uuid_of_uri("f3"), uuid_of_uri("product"))
    mixed = Sketch("r", {**sketch.dots, "f3": odd}, sketch.arrows, {})
    assert grouped(mixed).dots.keys() == {"r", "f1", "f2", "f3"}
