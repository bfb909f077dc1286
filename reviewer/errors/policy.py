# SPDX-License-Identifier: MIT
"""Decisions that are missing, and what the policy refuses."""

from __future__ import annotations

from reviewer.errors.base import ReviewerError


class PolicyError(ReviewerError):
    """A decision is missing or the policy refuses."""

    exit_code = 20


class NotReady(PolicyError):
    """Blockers stand. Facts: blockers (tuple of 'kind:count')."""


class UnansweredProblem(PolicyError):
    """The document asks for an answer that nobody gave. Facts: problems (tuple of ids)."""

    exit_code = 21


class InvalidDecision(PolicyError):
    """A verdict without its ground, reason or authority. Facts: detail, ground."""

    exit_code = 22


class SamePerson(PolicyError):
    """Nobody signs an own review. Facts: person."""

    exit_code = 23


class WrongRole(PolicyError):
    """The person's role does not allow this. Facts: person, role, needed."""

    exit_code = 24


class WrongState(PolicyError):
    """The review is not in a state that allows this. Facts: review, state, needed."""

    exit_code = 25


class ChecklistIncomplete(PolicyError):
    """Statements of the checklist are not confirmed. Facts: items (tuple of ids)."""

    exit_code = 26


class NothingToUndo(PolicyError):
    """No act is left to undo. Facts: review."""

    exit_code = 27


class NotApproved(PolicyError):
    """The IMSO's approval is not recorded. Facts: review."""

    exit_code = 28


class ConflictingDecisions(PolicyError):
    """Two decisions on the same characters disagree. Facts: places (tuple of 'story:start-end')."""

    exit_code = 29
