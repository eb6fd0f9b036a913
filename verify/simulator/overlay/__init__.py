"""What moto lacks or gets wrong, for the calls that the AWS provider makes. One file per service; all in memory.

A handler takes a `Call` and returns what AWS would: an object (sent as JSON), a whole answer, or None to let moto answer.
"""

import importlib
import pkgutil

from .core import Call, Refusal, answer

__all__ = ["Call", "Refusal", "answer"]

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
