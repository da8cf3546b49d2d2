"""Hypothesis without a clock: on a busy machine no example is too slow.

And without chance: a run says of a change what the next run says of it. `--hypothesis-profile explore` looks further.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("deck", settings.get_profile("explore"), derandomize=True)
settings.load_profile("deck")
