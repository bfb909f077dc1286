# SPDX-License-Identifier: MIT
"""What makes a ruling valid, ground by ground and reason by reason."""

from __future__ import annotations

import pytest

from reviewer.errors import InvalidDecision
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.finding import Category
from reviewer.model.ground import DiscloseReason, Obligation, grounds
from reviewer.signoff.policy import validate
from reviewer.signoff.reasons import reasons
from reviewer.signoff.rulings import Fault, fault_of

W, D, G, S, L, C = (
    Verdict.WITHHOLD,
    Verdict.DISCLOSE,
    Verdict.GENERALISE,
    Verdict.STRIKE,
    Verdict.LEAVE_OUT,
    Verdict.CONSULT,
)
R = DiscloseReason


@pytest.mark.parametrize(
    ("ruling", "fault"),
    [
        (Ruling(W, ("19(1)",)), None),
        (Ruling(W, ("20(1)(b)", "69(1)(g)")), None),
        (Ruling(W), Fault.NO_GROUND),
        (Ruling(W, ("19(1)", "19(9)")), Fault.UNKNOWN_GROUND),
        (Ruling(W, ("",)), Fault.UNKNOWN_GROUND),
        (Ruling(G, ("18(c)",), replacement="near Tadoussac"), None),
        (Ruling(G, ("18(c)",), replacement=" \u00a0"), Fault.NO_REPLACEMENT),
        (Ruling(G, replacement="near Tadoussac"), Fault.NO_GROUND),
        (Ruling(S, authority="déclassement du 2026-11-02"), None),
        (Ruling(S, authority="  "), Fault.NO_AUTHORITY),
        (Ruling(L), None),
        (Ruling(C, note="asked the province on 2026-11-20"), None),
        (Ruling(C, note="\t"), Fault.NO_NOTE),
        (Ruling(D), Fault.NO_REASON),
        (Ruling(D, reason=R.NOT_SENSITIVE), None),
        (Ruling(D, reason=R.OFFICIAL_3J), None),
        (Ruling(D, reason=R.DISCRETION), Fault.NO_NOTE),
        (Ruling(D, reason=R.DISCRETION, note="public interest in the method"), None),
        (Ruling(D, reason=R.CONSENT), Fault.NO_NOTE),
        (Ruling(D, reason=R.CONSENT, authority="signed form of 2026-10-30"), None),
        (Ruling(D, reason=R.STATUTORY_EXCEPTION, note="see file"), Fault.NO_AUTHORITY),
        (Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="19(2)(b)"), None),
    ],
)
def test_a_ruling_by_itself(ruling: Ruling, fault: Fault | None) -> None:
    assert fault_of(ruling) is fault


@pytest.mark.parametrize(
    ("ground", "ruling", "fault"),
    [
        # 19(1): personal information, mandatory.
        ("19(1)", Ruling(D, reason=R.NOT_SENSITIVE), None),
        ("19(1)", Ruling(D, reason=R.OFFICIAL_3J), None),
        ("19(1)", Ruling(D, reason=R.MINISTERIAL_3J1), None),
        ("19(1)", Ruling(D, reason=R.CONTRACTOR_3K), None),
        ("19(1)", Ruling(D, reason=R.BENEFIT_3L), None),
        ("19(1)", Ruling(D, reason=R.DECEASED_3M), Fault.NO_NOTE),
        ("19(1)", Ruling(D, reason=R.DECEASED_3M, note="died 1987, Ottawa Citizen"), None),
        ("19(1)", Ruling(D, reason=R.DISCRETION, note="in the public interest"), Fault.MANDATORY),
        ("19(1)", Ruling(D, reason=R.CONSENT, note="said so on the phone"), Fault.NO_AUTHORITY),
        ("19(1)", Ruling(D, reason=R.CONSENT, authority="signed form of 2026-10-30"), None),
        ("19(1)", Ruling(D, reason=R.ALREADY_PUBLIC, note="everyone knows"), Fault.NO_AUTHORITY),
        ("19(1)", Ruling(D, reason=R.ALREADY_PUBLIC, authority="Canada Gazette, 2026-05-02"), None),
        ("19(1)", Ruling(D, reason=R.STATUTORY_EXCEPTION, note="19(2)"), Fault.NO_AUTHORITY),
        ("19(1)", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="ATIA s. 19(2)(c); PA 8(2)(m)"), None),
        ("19(1)", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="LAI par. 19(2)"), None),
        ("19(1)", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="ATIA 20(6)"), Fault.OTHER_EXCEPTION),
        ("19(1)", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="119(2)"), Fault.OTHER_EXCEPTION),
        ("19(1)", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="16.19(2)"), Fault.OTHER_EXCEPTION),
        # 20(1)(a): trade secrets; the public-interest override of 20(6) does not reach it.
        ("20(1)(a)", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="20(6)"), Fault.OTHER_EXCEPTION),
        ("20(1)(b)", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="20(6)"), None),
        ("20(1)(b)", Ruling(D, reason=R.OFFICIAL_3J), Fault.MANDATORY),
        # 13: lifted when the government that gave it consents.
        ("13(1)(c)", Ruling(D, reason=R.CONSENT, authority="letter of the province, 2026-11-03"), None),
        ("13(1)(c)", Ruling(D, reason=R.DISCRETION, note="old"), Fault.MANDATORY),
        # 24(1): the exception is another Act's.
        ("24(1)", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="IAA 119, consent of the council"), None),
        ("24(1)", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="Loi sur les pêches, art. 61.2"), None),
        ("24(1)", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="art. 61.21"), Fault.OTHER_EXCEPTION),
        ("24(1)", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="art. 61"), Fault.OTHER_EXCEPTION),
        # A mandatory ground without any exception.
        ("16.5", Ruling(D, reason=R.CONSENT, authority="signed"), Fault.MANDATORY),
        ("16.5", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="16.5"), Fault.MANDATORY),
        ("16.5", Ruling(D, reason=R.NOT_SENSITIVE), None),
        # Discretionary: a reason, in writing when discretion is exercised.
        ("21(1)(a)", Ruling(D, reason=R.DISCRETION), Fault.NO_NOTE),
        ("21(1)(a)", Ruling(D, reason=R.DISCRETION, note="the decision is announced"), None),
        ("21(1)(a)", Ruling(D, reason=R.NOT_SENSITIVE), None),
        ("21(1)(a)", Ruling(D, reason=R.ALREADY_PUBLIC), Fault.NO_NOTE),
        ("21(1)(a)", Ruling(D, reason=R.ALREADY_PUBLIC, note="press release of 2026-09-09"), None),
        ("21(1)(a)", Ruling(D, reason=R.OFFICIAL_3J), Fault.REASON_DOES_NOT_LIFT),
        ("21(1)(a)", Ruling(D, reason=R.CONSENT, authority="signed"), Fault.REASON_DOES_NOT_LIFT),
        ("21(1)(a)", Ruling(D, reason=R.STATUTORY_EXCEPTION, authority="x"), Fault.REASON_DOES_NOT_LIFT),
        # Exclusions: nothing lifts them; that it is none must be explained.
        ("69(1)(g)", Ruling(D, reason=R.NOT_SENSITIVE), Fault.NO_NOTE),
        ("69(1)(g)", Ruling(D, reason=R.NOT_SENSITIVE, authority="PCO"), Fault.NO_NOTE),
        ("69(1)(g)", Ruling(D, reason=R.NOT_SENSITIVE, note="a filing cabinet"), None),
        ("68", Ruling(D, reason=R.ALREADY_PUBLIC, authority="library", note="library"), Fault.EXCLUSION),
        ("19(9)", Ruling(D, reason=R.NOT_SENSITIVE), Fault.UNKNOWN_GROUND),
        # To withhold, the suggestion binds nobody.
        ("69(1)(g)", Ruling(W, ("19(1)",)), None),
    ],
)
def test_disclosing_against_a_suggested_ground(ground: str, ruling: Ruling, fault: Fault | None) -> None:
    assert fault_of(ruling, ground=ground) is fault


@pytest.mark.parametrize("reason", [reason for reason in R if reason is not R.NOT_SENSITIVE])
@pytest.mark.parametrize(
    "ground", [key for key, item in grounds().items() if item.obligation is Obligation.EXCLUSION]
)
def test_no_exception_lifts_an_exclusion(reason: DiscloseReason, ground: str) -> None:
    full = Ruling(D, reason=reason, note="a note", authority=f"{ground} and 19(2)")
    assert fault_of(full, ground=ground) is Fault.EXCLUSION


@pytest.mark.parametrize(
    "ground", [key for key, item in grounds().items() if item.obligation is Obligation.MANDATORY]
)
def test_discretion_lifts_no_mandatory_ground(ground: str) -> None:
    assert fault_of(Ruling(D, reason=R.DISCRETION, note="n", authority="a"), ground=ground) is Fault.MANDATORY


@pytest.mark.parametrize(
    "ground",
    [key for key, item in grounds().items() if item.obligation is Obligation.MANDATORY and item.exceptions],
)
def test_each_mandatory_ground_is_lifted_by_each_of_its_own_exceptions(ground: str) -> None:
    for exception in grounds()[ground].exceptions:
        ruling = Ruling(D, reason=R.STATUTORY_EXCEPTION, authority=exception)
        assert fault_of(ruling, ground=ground) is None


@pytest.mark.parametrize("ground", grounds())
def test_every_ground_can_be_withheld_under(ground: str) -> None:
    validate(Ruling(W, (ground,)))


def test_every_reason_has_its_row() -> None:
    assert set(reasons()) == set(R)


def test_only_a_marking_is_struck() -> None:
    ruling = Ruling(S, authority="originator, 2026-11-02")
    assert fault_of(ruling, category=Category.MARKING, ground="69(1)(g)") is None
    assert fault_of(ruling, category=Category.SIN) is Fault.NOT_A_MARKING


def test_the_error_carries_facts_and_no_text() -> None:
    with pytest.raises(InvalidDecision) as caught:
        validate(
            Ruling(D, reason=R.DISCRETION, note="Odile Marchand agreed"),
            category=Category.PERSON,
            ground="19(1)",
        )
    assert caught.value.facts == {"detail": "mandatory", "ground": "19(1)"}
    validate(Ruling(D, reason=R.OFFICIAL_3J), category=Category.PERSON, ground="19(1)")
