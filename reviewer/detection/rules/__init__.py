# SPDX-License-Identifier: MIT
"""Recognizers, one file a family: the declared ones, and what a pattern alone cannot say."""

from __future__ import annotations

from reviewer.detection.recognizer import Recognizer, declared
from reviewer.detection.rules.addresses import AddressRule
from reviewer.detection.rules.ages import AgeRule
from reviewer.detection.rules.bank import BankRule
from reviewer.detection.rules.contact import EmailRule, PhoneRule
from reviewer.detection.rules.fields import FieldRule
from reviewer.detection.rules.files import FileRule
from reviewer.detection.rules.orders import OrderRule
from reviewer.detection.rules.pay import PayRule
from reviewer.detection.rules.plates import PlateRule
from reviewer.detection.rules.secrets import AddressIpRule, CodeRule, PasswordRule
from reviewer.detection.rules.social import SocialRule
from reviewer.detection.rules.told import ToldRule

_WRAPPED = frozenset({"email", "phone", "address_en", "address_fr", "ip", "salary"})
"""Declared patterns that a rule here uses and judges."""
_COARSE = frozenset({"nts"})
"""A map sheet alone is coarse: it is published with every report."""
_PASSAGES = frozenset({"health_fact", "hr", "unit_price", "clearance"})
"""Declared sentences that the passage grammar replaces: it reads the same words with their negation and their person."""


def all_rules() -> tuple[Recognizer, ...]:
    """Every recognizer of values."""
    rules: list[Recognizer] = [item for item in declared() if item.id not in _WRAPPED | _PASSAGES | _COARSE]
    return (
        *rules,
        FieldRule(),
        BankRule(),
        SocialRule(),
        EmailRule(),
        PhoneRule(),
        AddressRule(),
        AddressIpRule(),
        PayRule(),
        AgeRule(),
        PasswordRule(),
        CodeRule(),
        FileRule(),
        PlateRule(),
        ToldRule(),
        OrderRule(),
    )
