"""Layer 9: an attack hit the fighters whom it forced off their ground; a fight, and one that names its target, add nobody."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("The M23 assault forced the army to pull back from Goma.", ["army"]),
        ("A rebel offensive forced Malian troops to flee Kidal.", ["Malian troops"]),
        ("Air strikes forced the militants to withdraw from the base.", ["militants"]),
        ("The rebel attack on the base forced the soldiers to retreat.", ["base"]),
        ("The fighting forced the army to withdraw.", []),
        ("The raids forced the army to send more troops.", []),
    ],
)
def test_whom_an_attack_forced_to_withdraw_it_hit(claims_of, sentence, targets):
    assert [who.name for who in claims_of(sentence)[0].targets] == targets
