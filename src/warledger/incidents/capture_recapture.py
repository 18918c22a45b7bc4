"""How many there are in all, from how far lists of some of them overlap.

In: how many were told of by each combination of sources, or by exactly one, two, … of them. Out: estimates with intervals, or the
reason why there can be none. Decision: published methods only, each named with its paper; an estimate that the data cannot bear is
refused, because a number without a basis is worse than none.

Chao's lower bound: Chao (1987), Biometrics 43, 783-791, in the form for t sources of Baillargeon and Rivest (2007), Journal of Statistical
Software 19(5). Log-linear models: Fienberg (1972), Biometrika 59, 591-603; their interval by the profile likelihood: Cormack (1992),
Biometrics 48, 567-576.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import gammaln
from scipy.stats import chi2, norm

Pattern = tuple[bool, ...]
Terms = tuple[tuple[int, int], ...]
Floats = NDArray[np.float64]

CONFIDENCE = 0.95
# Told of by two sources: with fewer, the lower bound rests on a handful of coincidences (judgement).
LEAST_PAIRS = 5
# Incidents in the table of a log-linear model (judgement; published applications have some hundreds).
LEAST_COUNTED = 30
MOST_LISTS = 5  # all models of pairs are tried: 1,024 for five lists
# An upper end beyond this many times what was counted says that the data do not settle the question (judgement).
WIDEST = 20.0
# Models within this much of the best one's AIC fit about as well (Burnham and Anderson 2002, p. 70).
AS_GOOD = 2.0
STEPS, TINY = 100, 1e-10
ENDLESS = 30.0  # a parameter beyond e**30 is on its way to infinity: the maximum is not finite


class CannotBearError(ValueError):
    """The data cannot bear an estimate; the message says why."""


@dataclass(frozen=True)
class Estimate:
    """An estimate of all there are, with its standard error and its interval of CONFIDENCE; counted are those told of."""

    method: str
    counted: int
    total: float
    error: float
    low: float
    high: float


@dataclass(frozen=True)
class Model:
    """A log-linear model: the pairs of lists that it lets depend on each other, and how it fits."""

    terms: Terms
    estimate: Estimate
    deviance: float
    freedom: int
    aic: float


def chao_lower_bound(frequencies: Mapping[int, int], sources: int) -> Estimate:
    """The least that there are, from how many exactly one and exactly two of so many sources tell of.

    Raises CannotBearError where too few are told of by two.
    """
    counted, ones, twos = sum(frequencies.values()), frequencies.get(1, 0), frequencies.get(2, 0)
    if sources < 2:
        raise CannotBearError(f"there {'is one source' if sources == 1 else 'are no sources'}; overlap takes two")
    if twos < LEAST_PAIRS:
        raise CannotBearError(f"only {twos} incidents are told of by exactly two sources; at least {LEAST_PAIRS} are needed")
    share, ratio = (sources - 1) / sources, ones / twos
    missed = share * ones**2 / (2 * twos)
    variance = twos * (share**2 * ratio**4 / 4 + share**2 * ratio**3 + share * ratio**2 / 2)
    low, high = _log_interval(counted, missed, variance)
    return Estimate("Chao's lower bound", counted, counted + missed, math.sqrt(variance), low, high)


def _log_interval(counted: int, missed: float, variance: float) -> tuple[float, float]:
    """The interval on the scale of log(total - counted) (Chao 1987): it never falls below what was counted."""
    if missed <= 0:
        return float(counted), float(counted)
    spread = math.exp(float(norm.ppf((1 + CONFIDENCE) / 2)) * math.sqrt(math.log1p(variance / missed**2)))
    return counted + missed / spread, counted + missed * spread


def log_linear(patterns: Mapping[Pattern, int]) -> tuple[Model, list[Model]]:
    """The best model by AIC with its profile interval, and those that fit about as well, from all models of pairs.

    A saturated model fits anything, so it is left out where there is another. patterns are counts by which lists tell of it. Raises CannotBearError where there is no sound model.
    """
    counts, cells = _table(patterns)
    lists = cells.shape[1]
    fitted = []
    pairs = [pair for pair in itertools.combinations(range(lists), 2) if _both(cells, counts, pair) > 0]
    for size in range(len(pairs) + 1):
        for terms in itertools.combinations(pairs, size):
            model = fit(patterns, terms)
            if model is not None and (model.freedom > 0 or lists == 2):
                fitted.append(model)
    if not fitted:
        raise CannotBearError("no model of the overlap can be fitted")
    best = min(fitted, key=lambda model: (model.aic, len(model.terms), model.terms))
    if math.isnan(best.estimate.high) or best.estimate.high > WIDEST * best.estimate.counted:
        raise CannotBearError(f"by the best model the total may be more than {WIDEST:.0f} times what was counted: the overlap is too small to tell")
    near = [model for model in fitted if model.aic <= best.aic + AS_GOOD]
    return best, sorted(near, key=lambda model: (model.aic, model.terms))


def _table(patterns: Mapping[Pattern, int]) -> tuple[Floats, Floats]:
    """Counts and cells of all combinations but the one in no list; checks that a model can be asked for at all."""
    widths = {len(pattern) for pattern in patterns}
    if len(widths) != 1 or not 2 <= (lists := widths.pop()) <= MOST_LISTS:
        raise CannotBearError(f"a log-linear model takes two to {MOST_LISTS} sources")
    every = [pattern for pattern in itertools.product((True, False), repeat=lists) if any(pattern)]
    counts, cells = np.array([patterns.get(pattern, 0) for pattern in every], float), np.array(every, float)
    if counts.sum() < LEAST_COUNTED:
        raise CannotBearError(f"these sources tell of {int(counts.sum())} incidents; at least {LEAST_COUNTED} are needed")
    for one in range(lists):
        others = [other for other in range(lists) if other != one]
        if not any(_both(cells, counts, (one, other)) for other in others):
            raise CannotBearError(f"one of the sources (number {one + 1}) tells of nothing that another tells of")
    return counts, cells


def _both(cells: Floats, counts: Floats, pair: tuple[int, int]) -> float:
    return float(counts[(cells[:, pair[0]] > 0) & (cells[:, pair[1]] > 0)].sum())


def fit(patterns: Mapping[Pattern, int], terms: Terms) -> Model | None:
    """One model; None where its parameters are not to be had from the table."""
    counts, cells = _table(patterns)
    design = _design(cells, terms)
    freedom = len(counts) - design.shape[1]
    if freedom < 0 or np.linalg.matrix_rank(design) < design.shape[1]:
        return None
    solved = _poisson(design, counts)
    if solved is None:
        return None
    beta, covariance, deviance = solved
    missed, counted = math.exp(beta[0]), int(counts.sum())
    error = math.sqrt(missed + missed**2 * covariance[0, 0])
    likelihood = float((counts * (design @ beta) - np.exp(design @ beta) - gammaln(counts + 1)).sum())
    low, high = _profile(design, counts, missed)
    name = "log-linear model" + ("" if terms else " of independent sources")
    estimate = Estimate(name, counted, counted + missed, error, low, high)
    return Model(terms, estimate, deviance, freedom, 2 * design.shape[1] - 2 * likelihood)


def _design(cells: Floats, terms: Terms) -> Floats:
    """A column of ones, whose parameter is the log of the empty cell, one per list, and one per pair that depends."""
    columns = [np.ones(len(cells)), *cells.T, *(cells[:, one] * cells[:, other] for one, other in terms)]
    return np.column_stack(columns)


def _poisson(design: Floats, counts: Floats) -> tuple[Floats, Floats, float] | None:
    """Poisson regression by iteratively reweighted least squares: parameters, covariance, deviance; None without a finite maximum."""
    beta = np.linalg.lstsq(design, np.log(counts + 0.5), rcond=None)[0]
    for _step in range(STEPS):
        mean = np.exp(np.clip(design @ beta, -50, 50))
        weighted = design * mean[:, None]
        try:
            covariance = np.linalg.inv(design.T @ weighted)
        except np.linalg.LinAlgError:
            return None
        if not (np.diag(covariance) > 0).all():
            return None
        step = covariance @ (design.T @ (counts - mean))
        beta = beta + step
        if not np.isfinite(beta).all() or float(np.abs(beta).max()) > ENDLESS:
            return None
        if float(np.abs(step).max()) < TINY:
            seen = counts > 0
            deviance = 2 * float((counts[seen] * np.log(counts[seen] / mean[seen])).sum() - (counts - mean).sum())
            return beta, covariance, deviance
    return None


def _profile(design: Floats, counts: Floats, missed: float) -> tuple[float, float]:
    """The interval in which the profile likelihood of the total is not significantly below its maximum (Cormack 1992)."""
    empty = np.zeros(design.shape[1])
    empty[0] = 1.0
    full, counted = np.vstack([empty, design]), float(counts.sum())

    def likelihood(unseen: float) -> float:
        table = np.concatenate([[unseen], counts])
        solved = _poisson(full, table)
        if solved is None:
            return -math.inf
        shares = np.exp(full @ solved[0])
        shares = shares / shares.sum()
        return float(gammaln(counted + unseen + 1) - gammaln(unseen + 1) + (table * np.log(shares)).sum())

    grid = [missed * factor for factor in np.linspace(0.8, 1.2, 41)]
    best = max(grid, key=likelihood)
    drop = likelihood(best) - float(chi2.ppf(CONFIDENCE, 1)) / 2
    low = 0.0 if likelihood(TINY) > drop else brentq(lambda unseen: likelihood(unseen) - drop, TINY, best, xtol=1e-3)
    top = best
    while likelihood(top) > drop:
        top *= 2
        if top > WIDEST * WIDEST * counted:
            return counted + low, math.nan
    return counted + low, counted + brentq(lambda unseen: likelihood(unseen) - drop, best, top, xtol=1e-3)


def chosen_sources(sizes: Mapping[str, int], overlaps: Mapping[tuple[str, str], int], most: int = 3) -> Sequence[str]:
    """The sources for a log-linear model where nobody names any: the largest, each with some overlap with those before it."""
    found: list[str] = []
    for source in sizes:
        together = [overlaps.get((min(source, other), max(source, other)), 0) for other in found]
        if len(found) < most and (not found or all(together)):
            found.append(source)
    return found
