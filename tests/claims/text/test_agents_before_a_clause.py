"""Who did a thing, told behind a comma and before another verb, belongs to the verb that was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.model import Claim

WAR = "According to {who}, hundreds of thousands of farmers {verb} in the war, mostly by the {army} and its powerful allies{comma} and millions have been displaced " \
      "both inside and outside of {country}."


@pytest.mark.parametrize(("who", "verb", "comma"), [("independent monitors", "have been killed", ""), ("monitors", "have been killed", ""),
                                                    ("aid groups", "have been wounded", ",")])
@pytest.mark.parametrize(("army", "country"), [("junta", "Myanmar"), ("Sudanese army", "Sudan")])
def test_a_doer_behind_a_comma_belongs_to_the_verb_before(claims_of: Callable[..., list[Claim]], who: str, verb: str, comma: str, army: str, country: str) -> None:
    claims = claims_of(WAR.format(who=who, verb=verb, comma=comma, army=army, country=country))
    doers = {claim.type: [doer.name for doer in claim.initiators] for claim in claims}
    assert doers["ASSAULT"] == [army, "powerful allies"]
    assert army not in doers["DISPLACEMENT"]
