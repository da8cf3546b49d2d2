"""Hypothesis without a clock: on a busy machine no example is too slow.

And without chance: a run says of a change what the next run says of it. `--hypothesis-profile explore` looks further.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("deck", settings.get_profile("explore"), derandomize=True)
settings.load_profile("deck")

_LONGEST = 30


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """What stands for a file in a test's name: its bytes can hold the time, and processes that share the tests have to
    call them alike."""
    return argname if isinstance(val, bytes) and len(val) > _LONGEST else None
