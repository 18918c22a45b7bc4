"""Estimates of what nobody told of, held against published worked examples; and refused where the data cannot bear them.

The figures are those that the papers give, as Rcapture (Baillargeon and Rivest 2007, Journal of Statistical Software 19(5)) reproduces
them in its own tests.
"""

from __future__ import annotations

import itertools

import pytest

from warledger.incidents.capture_recapture import (
    CannotBearError,
    chao_lower_bound,
    chosen_sources,
    fit,
    log_linear,
)

EVER = 10**9  # captures in continuous time: so many occasions that another would change nothing


def table(lists, counts):
    """Counts in the order of the papers: in all lists first, in the last one only last."""
    patterns = [pattern for pattern in itertools.product((True, False), repeat=lists) if any(pattern)]
    return dict(zip(patterns, counts, strict=True))


# Darroch, Fienberg, Glonek and Junker (1993), JASA 88, 1137-1148: a census and two surveys, stratum R3.
CENSUS = table(3, (72, 155, 7, 71, 13, 53, 43))
# Bruno et al. (1994), Diabetes Care 17, 548-556: four lists of diabetics in Casale Monferrato.
DIABETES = table(4, (58, 157, 18, 104, 46, 650, 12, 709, 14, 20, 7, 74, 8, 182, 10))
# Cormack, Chang and Smith (2000), Journal of Clinical Epidemiology 53, 1055-1063: deaths at work in New Zealand, three lists.
DEATHS_AT_WORK = table(3, (72, 5, 29, 54, 24, 3, 14))
# Chao, Tsay, Lin, Shau and Chao (2001), Statistics in Medicine 20, 3123-3157: hepatitis A in a college; 271 were found, 545 had it.
HEPATITIS = table(3, (28, 21, 17, 69, 18, 55, 63))


@pytest.mark.parametrize(
    ("frequencies", "occasions", "total", "error"),
    [
        # Van der Heijden et al. (2003), Statistical Modelling 3, 305-322: immigrants stopped by the police, by how often.
        ({1: 1645, 2: 183, 3: 37, 4: 13, 5: 1, 6: 1}, EVER, 9273.5, 662.6),
        # Otis et al. (1978), Wildlife Monographs 62: snowshoe hares on six nights.
        ({1: 25, 2: 22, 3: 13, 4: 5, 5: 1, 6: 2}, 6, 79.8, 6.4),
    ],
)
def test_chaos_lower_bound_is_that_of_the_published_examples(frequencies, occasions, total, error):
    found = chao_lower_bound(frequencies, occasions)
    assert (round(found.total, 1), round(found.error, 1)) == (total, error)
    assert found.counted < found.low < found.total < found.high


@pytest.mark.parametrize(
    ("patterns", "terms", "total", "error", "deviance", "freedom"),
    [
        # Rivest (2011), Statistics in Medicine 30, table of the census data.
        (CENSUS, ((0, 1), (0, 2), (1, 2)), 1240, 451, 0.0, 0),
        (CENSUS, ((0, 1), (1, 2)), 850, 186, 3.8, 1),
        (DIABETES, ((0, 1), (0, 2), (1, 2), (1, 3), (2, 3)), 2771, 145, 7.6, 5),
        (DIABETES, ((0, 2), (1, 3), (2, 3)), 2472, 53, 22.0, 7),
        (DEATHS_AT_WORK, (), 209, 3, 75.1, 3),
        # Seber (1982), p. 107: two lists, which is the estimate of Lincoln and Petersen.
        (table(2, (167, 781, 254)), (), 2390, 130, 0.0, 0),
    ],
)
def test_a_log_linear_model_is_that_of_the_published_examples(patterns, terms, total, error, deviance, freedom):
    found = fit(patterns, terms)
    assert found.estimate.total == pytest.approx(total, abs=0.5)
    assert found.estimate.error == pytest.approx(error, abs=0.6)
    assert found.deviance == pytest.approx(deviance, abs=0.05)
    assert found.freedom == freedom


@pytest.mark.parametrize(("terms", "low", "high"), [((), 203, 217), (((1, 2),), 210, 236), (((0, 2), (1, 2)), 204, 312)])
def test_the_profile_interval_is_that_of_the_deaths_at_work(terms, low, high):
    found = fit(DEATHS_AT_WORK, terms).estimate
    assert (found.low, found.high) == (pytest.approx(low, abs=0.6), pytest.approx(high, abs=1.5))


def test_the_model_is_chosen_by_its_fit_and_a_saturated_one_never():
    best, near = log_linear(DIABETES)
    assert best.terms == ((0, 1), (0, 2), (1, 2), (1, 3), (2, 3))  # the model of Bruno et al.
    assert best == near[0]
    hepatitis, _near = log_linear(HEPATITIS)
    assert hepatitis.terms == ((0, 1), (1, 2))
    assert hepatitis.freedom == 1
    assert hepatitis.estimate.low < 545 < hepatitis.estimate.high


@pytest.mark.parametrize(
    ("frequencies", "sources", "why"),
    [({1: 50, 2: 4}, 6, "only 4 incidents are told of by exactly two sources"), ({1: 50}, 1, "there is one source"), ({}, 0, "there are no sources")],
)
def test_a_lower_bound_that_the_data_cannot_bear_is_refused(frequencies, sources, why):
    with pytest.raises(CannotBearError, match=why):
        chao_lower_bound(frequencies, sources)


@pytest.mark.parametrize(
    ("patterns", "why"),
    [
        ({}, "takes two to 5 sources"),
        (table(1, (40,)), "takes two to 5 sources"),
        (table(2, (5, 10, 10)), "tell of 25 incidents; at least 30"),
        (table(2, (0, 40, 40)), "tells of nothing that another tells of"),
        (table(3, (0, 20, 0, 30, 0, 30, 9)), r"\(number 3\) tells of nothing that another tells of"),
        (table(2, (1, 200, 200)), "more than 20 times what was counted"),
    ],
)
def test_a_model_that_the_data_cannot_bear_is_refused(patterns, why):
    with pytest.raises(CannotBearError, match=why):
        log_linear(patterns)


def test_a_model_without_a_finite_maximum_is_left_out():
    # Nobody is in all three lists, and the second and third share nothing: some pairs depend to no end.
    assert fit(table(3, (0, 30, 5, 40, 0, 0, 30)), ((0, 1), (0, 2))) is None


def test_the_sources_of_a_model_are_the_largest_that_overlap_with_each_other():
    sizes = {"a": 90, "b": 80, "c": 70, "d": 60}
    assert chosen_sources(sizes, {("a", "c"): 3, ("a", "d"): 3, ("c", "d"): 2}) == ["a", "c", "d"]
    assert chosen_sources(sizes, {}) == ["a"]
