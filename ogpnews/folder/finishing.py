"""What follows a run: record files are packed, the folder is described anew."""

import logging
import time

from ogpnews.folder import compression, description
from ogpnews.interruption import Interruption
from ogpnews.plan import Plan

IN_A_HURRY = 2.5
"""Seconds after an interruption from which on nothing is begun; what is left is the next run's."""

log = logging.getLogger(__name__)


def finish(plan: Plan, interruption: Interruption) -> list[str]:
    """Problems, in words; whatever they are, records and report are as the run left them."""

    def stopped() -> bool:
        late = time.monotonic() - interruption.at > IN_A_HURRY
        return interruption.signal is not None and late

    try:
        problems = compression.pack(plan.out, stopped) if plan.compress else []
        if not stopped():
            asked = description.Asked(plan.catalogue, plan.contact, stopped=stopped)
            problems += description.describe(plan.out, asked)
    except KeyboardInterrupt:
        return ["interrupted while the folder was being described; the next run does it"]
    except Exception as error:  # the crawl is done, and its result must not be lost by this
        log.exception("%s: not described", plan.out)
        return [f"{plan.out}: not described ({type(error).__name__}: {error}); more in the log"]
    return problems
