"""Who may do what, on which day, by which paper: posts, acting-for, delegations, signatories."""

from clearance.authority.authority import Authority, Capacity, authority_for
from clearance.authority.matrix import SignatoryRule, needs_authorisation, who_may_sign

__all__ = [
    "Authority",
    "Capacity",
    "SignatoryRule",
    "authority_for",
    "needs_authorisation",
    "who_may_sign",
]
