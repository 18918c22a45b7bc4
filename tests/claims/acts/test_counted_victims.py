"""Layer 9: whoever a figure counts among the killed or wounded of an act was hit by it, whatever the parse makes of the noun."""

import pytest


def hit(claim):
    return [who.name for who in claim.targets]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The raids on the town of Sake in the north of the district also wounded more than 60 villagers said the Monitor.", ["villagers"]),
        ("Three army soldiers were killed fighting the M23 near Goma the governor said.", ["army soldiers"]),
    ],
)
def test_those_counted_are_hit(claims_of, sentence, names):
    claims = [claim for claim in claims_of(sentence) if claim.type == "ASSAULT" and claim.tallies]
    assert set(names) <= set(hit(claims[0]))


def test_whoever_is_hit_stands_there_once(claims_of):
    claim = next(claim for claim in claims_of("The shelling killed 12 villagers in Goma.") if claim.type == "ASSAULT")
    assert hit(claim) == ["villagers"]
