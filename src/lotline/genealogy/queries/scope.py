"""The blast radius of suspect lots: reach and accounts from the fold, names from the masters."""

from collections.abc import Iterable
from dataclasses import replace
from time import perf_counter
from uuid import UUID

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.genealogy.queries.folding import fold_around
from lotline.genealogy.queries.gathering import inside
from lotline.genealogy.queries.narrowing import narrowed
from lotline.genealogy.queries.objects import kinds_of
from lotline.genealogy.queries.scope_names import Names, names_of
from lotline.genealogy.queries.trace import elapsed, refs_of
from lotline.genealogy.records import AsOf, LotAccount, Reason, Scope, ScopeQuestion, ref_of
from lotline.genealogy.records.flow import Blast, FlowAccount
from lotline.genealogy.rules import scoping
from lotline.genealogy.rules.flow.world import World
from lotline.genealogy.rules.reasons import in_order
from lotline.kernel.errors import NotFound
from lotline.lots.events import ObjectKind


def scope(actor: Actor, question: ScopeQuestion) -> Scope:
    """Tell what suspect lots have become, where all of it is now, and who has it.

    Raises `NotFound` if one of them is unknown; a logistic unit stands for the lots that were in it.
    """
    access.require(actor, "trace.read")
    began = perf_counter()
    suspects = suspects_of(question.lots)
    world = world_around(suspects, question)
    whole = world.blast(suspects, question.since, plain=question.plain)
    blast, kept = whole, suspects
    if question.narrowing is not None:
        kept = narrowed(suspects, whole.accounts.keys(), question.narrowing)
        blast = world.blast(kept, question.since, plain=question.plain)
    names = names_of(blast, {*suspects, *kept}, actor.language)
    found = _shown(blast, names, question, kept)
    if question.narrowing is not None:
        found = replace(found, saving=scoping.saving(whole, blast))
    return replace(found, took_ms=elapsed(began))


def world_around(suspects: Iterable[UUID], question: ScopeQuestion) -> World:
    """Fold all that suspects became, and whatever else went into that."""
    as_of = AsOf(recorded=question.recorded, happened=question.happened)
    return fold_around(suspects, as_of, back=False, forward=True, origins=True)


def suspects_of(asked: Iterable[UUID]) -> tuple[UUID, ...]:
    """Give the lots that are asked about; for a logistic unit, the lots that were in it."""
    wanted = tuple(dict.fromkeys(asked))
    kinds = kinds_of(wanted)
    if len(kinds) < len(wanted):
        raise NotFound("lot.not_found")
    unit = ObjectKind.LOGISTIC_UNIT.value
    units = [lot for lot in wanted if kinds[lot] == unit]
    if not units:
        return wanted
    within = inside(units)
    held = [lot for lot, kind in kinds_of(within).items() if kind != unit]
    return tuple(dict.fromkeys([*(lot for lot in wanted if kinds[lot] != unit), *sorted(held)]))


def _shown(blast: Blast, names: Names, question: ScopeQuestion, kept: Iterable[UUID]) -> Scope:
    starts = blast.starts
    accounts = tuple(_account(account, names, starts) for account in blast.accounts.values())
    ordered = tuple(sorted(accounts, key=lambda a: (not a.is_suspect, a.row.code, a.row.id)))
    return Scope(
        suspects=tuple(ref_of(names.rows[lot]) for lot in kept if lot in names.rows),
        question=question,
        complete=blast.doubts.complete,
        exact=blast.doubts.exact,
        reasons=tuple(
            Reason(code, refs_of(blast.doubts.reasons[code], dict(names.rows)))
            for code in in_order(blast.doubts.reasons)
        ),
        lots=len(blast.accounts.keys() - starts),
        possible=len(blast.forward.possible),
        plain_more=len(blast.forward.plain - blast.forward.lots.keys()),
        affected=scoping.affected(blast),
        fates=tuple(scoping.fate(fate) for fate in blast.fates),
        accounts=ordered,
        customers=scoping.customers(ordered),
        places=scoping.places(ordered),
        units=refs_of(blast.units, dict(names.rows)),
        saving=None,
        took_ms=0,
    )


def _account(account: FlowAccount, names: Names, starts: frozenset[UUID]) -> LotAccount:
    unit = account.unit or names.unit_of(account.lot)
    share = account.share.share if account.share is not None else None
    return LotAccount(
        row=names.rows[account.lot],
        inflows=scoping.inflows(account, unit),
        lines=tuple(names.line(line, unit) for line in account.lines),
        residual=scoping.amount(account.residual, unit),
        share=None if share is None else scoping.ratio(share),
        possible=account.possible,
        arrival=account.arrival,
        is_suspect=account.lot in starts,
    )
