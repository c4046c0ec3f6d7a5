"""The conditions that an act can have. Each says, unmet, what is missing and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from clearance.authority import Authority, needs_authorisation
from clearance.gate.refusal import FourEyes, PapersMissing, Refused, ReviewOpen, Unmet
from clearance.gate.situation import Asked, Situation
from clearance.gate.transition import Need
from clearance.terms import Check
from clearance.terms.translation import marked as _
from clearance.terms.words import CHECK_WORDS

Condition = Callable[[Situation, Asked, Authority], bool]


def _need(
    name: str,
    code: str,
    sentence: str,
    remedy: str,
    met: Condition,
    refusal: type[Refused] = PapersMissing,
    *,
    typed: bool = False,
) -> Need:
    told = Unmet(code, sentence, remedy)

    def unmet(situation: Situation, asked: Asked, authority: Authority) -> Unmet | None:
        return None if met(situation, asked, authority) else told

    return Need(name, told, unmet, refusal, typed)


REASON = _need(
    _("a written reason"),
    "GAT010",
    _("This act needs a reason in writing."),
    _("Write the reason in one sentence that the other side may read."),
    lambda situation, asked, authority: bool(asked.reason.strip()),
    typed=True,
)
SUBJECT = _need(
    _("a subject"),
    "GAT028",
    _("The subject is missing."),
    _("Write the subject in clear words."),
    lambda situation, asked, authority: bool(situation.subject.strip()),
)
CORRESPONDENT = _need(
    _("a sender or an addressee"),
    "GAT029",
    _("Nobody is named as the sender or the addressee."),
    _("Choose the correspondent, or the unit that a memorandum addresses."),
    lambda situation, asked, authority: situation.addressee_named,
)
FACTS = (SUBJECT, CORRESPONDENT)
PAPER = _need(
    _("the paper itself"),
    "GAT025",
    _("No paper is attached."),
    _("Attach the file of the paper."),
    lambda situation, asked, authority: situation.revision_sha256 is not None,
)
ATTACHED = _need(
    _("the paper itself"),
    "GAT025",
    PAPER.told.sentence,
    PAPER.told.remedy,
    lambda situation, asked, authority: asked.paper,
    typed=True,
)
PAPER_OR_ENVELOPE = _need(
    _("the paper itself, or a sealed envelope that names an officer"),
    "GAT025",
    PAPER.told.sentence,
    PAPER.told.remedy,
    lambda situation, asked, authority: asked.paper or situation.sealed,
    typed=True,
)
OTHER_THAN_REGISTRAR = _need(
    _("another officer than the one who registered it"),
    "GAT011",
    _("You registered this paper, so another officer must verify it."),
    _("Ask the head of the Registry or whoever acts for that post."),
    lambda situation, asked, authority: situation.registered_by != asked.officer,
    FourEyes,
)
ACTION_UNIT = _need(
    _("exactly one unit for action"),
    "GAT022",
    _("No unit is named for action."),
    _("Name the one unit that is to act; others may have copies for information."),
    lambda situation, asked, authority: asked.to_unit is not None,
    typed=True,
)
COPIES = _need(
    _("at least one unit for information"),
    "GAT035",
    _("No unit is named for information."),
    _("Name the units that are to have a copy."),
    lambda situation, asked, authority: asked.copies > 0,
    typed=True,
)
NEW_DAY = _need(
    _("a new deadline that has not passed"),
    "GAT036",
    _("The new deadline is missing or has passed."),
    _("Choose today or a later day."),
    lambda situation, asked, authority: asked.due_on is not None and asked.due_on >= asked.on,
    typed=True,
)
ANSWERABLE = _need(
    _("where it is a reply, a paper to answer that is before the drafter"),
    "GAT037",
    _("The paper that this one is to answer is not before you."),
    _("Choose an incoming paper that the Cabinet has directed to your unit."),
    lambda situation, asked, authority: not situation.answers_unseen,
)
OTHER_UNIT = _need(
    _("another unit than the one that has it"),
    "GAT031",
    _("The paper is already with this unit for action."),
    _("Name the unit to which it is referred."),
    lambda situation, asked, authority: asked.to_unit != situation.action_unit,
    typed=True,
)
INFORMED = _need(
    _("the Secretary-General has been informed"),
    "GAT024",
    _("The Secretary-General has not been informed of this paper."),
    _("Inform the Secretary-General first."),
    lambda situation, asked, authority: situation.informed,
)
NOT_ACKNOWLEDGED = _need(
    _("no earlier acknowledgement"),
    "GAT032",
    _("Receipt of this paper has already been acknowledged."),
    _("Look at its movements for the day and the channel."),
    lambda situation, asked, authority: not situation.acknowledged,
)
SEALED = _need(
    _("a sealed envelope with a named addressee"),
    "GAT026",
    _("Only a sealed envelope that names an officer goes to its addressee unopened."),
    _("Register the paper; the Cabinet then directs it."),
    lambda situation, asked, authority: (
        situation.sealed and situation.personal_to is not None and situation.revision_sha256 is None
    ),
)
OPENED = _need(
    _("an opened paper"),
    "GAT027",
    _("A sealed envelope is logged by its outer marks and is not registered."),
    _("Hand it over to its addressee, who may bring it back to be registered."),
    lambda situation, asked, authority: not situation.sealed,
)
REPLY_DISPATCHED = _need(
    _("a dispatched reply"),
    "GAT033",
    _("No reply to this paper has been dispatched."),
    _("Dispatch the reply, or close the paper with a note to the file."),
    lambda situation, asked, authority: situation.reply_dispatched,
)
FRESH_REVISION = _need(
    _("a revision that was not submitted before"),
    "GAT020",
    _("This revision has been submitted before, so its review is finished."),
    _("Attach a new revision, then submit again."),
    lambda situation, asked, authority: not situation.revision_submitted_before,
)
ENCLOSURES = _need(
    _("as many enclosures as announced"),
    "GAT021",
    _("The number of enclosures announced differs from the number attached."),
    _("Attach the missing enclosure or correct the number announced."),
    lambda situation, asked, authority: (
        situation.enclosures_announced == situation.enclosures_present
    ),
)
OTHER_THAN_DRAFTER = _need(
    _("another officer than any who drafted it"),
    "GAT016",
    _("You drafted this text, so another officer must rule on it."),
    _("Leave it to another adviser or to another signatory."),
    lambda situation, asked, authority: asked.officer not in situation.drafters,
    FourEyes,
)
CLEARED = _need(
    _("a clearance of exactly this revision"),
    "GAT013",
    _("The Cabinet has not cleared exactly this revision."),
    _("Submit the revision to the Cabinet for review."),
    lambda situation, asked, authority: (
        situation.cleared_sha256 is not None
        and situation.cleared_sha256 == situation.revision_sha256
    ),
    ReviewOpen,
)
SIGNED = _need(
    _("a signature on exactly this revision"),
    "GAT012",
    _("This paper has not been signed."),
    _("Ask the signatory to sign the cleared revision."),
    lambda situation, asked, authority: (
        situation.signed_sha256 is not None
        and situation.signed_sha256 == situation.cleared_sha256 == situation.revision_sha256
    ),
)
CHANNEL = _need(
    _("a channel"),
    "GAT034",
    _("The channel of dispatch is missing."),
    _("Choose how the paper travels."),
    lambda situation, asked, authority: bool(asked.channel),
    typed=True,
)
PROOF = _need(
    _("a proof"),
    "GAT023",
    _("The proof is missing."),
    _("Attach the receipt, the slip or the mail notice that proves it."),
    lambda situation, asked, authority: asked.proof,
    typed=True,
)


def require_other_than_drafter(officer: int, situation: Situation) -> None:
    """Return if the officer wrote no revision of the paper; for a word on its review sheet.

    :raises FourEyes: the officer drafted it. Source: four eyes, our guess.
    """
    if officer in situation.drafters:
        raise FourEyes(OTHER_THAN_DRAFTER.told)


def _checks(told: Unmet, checks: tuple[Check, ...]) -> Unmet | None:
    """Return the refusal with the names of the checks; None: there are none to name."""
    if not checks:
        return None
    named = {"checks": "|".join(CHECK_WORDS[check] for check in checks)}
    return replace(told, params=named, translated=frozenset(named))


_NO_VERDICT = Unmet(
    "GAT014",
    _("These checks have no verdict on this revision: %(checks)s."),
    _("Give a verdict on each; a check that does not apply is marked so."),
)
SEVEN_VERDICTS = Need(
    _("a verdict on each of the seven checks"),
    _NO_VERDICT,
    lambda situation, asked, authority: _checks(_NO_VERDICT, situation.checks_without_verdict),
    ReviewOpen,
)
_STOP_STANDS = Unmet(
    "GAT015",
    _("A stop stands on these checks: %(checks)s."),
    _("Return the paper, or ask the Director-General to set the stop aside in writing."),
)
NO_OPEN_STOP = Need(
    _("no stop that the Director-General has not set aside in writing"),
    _STOP_STANDS,
    lambda situation, asked, authority: _checks(_STOP_STANDS, situation.open_stops),
    ReviewOpen,
)


def _is_authorised(situation: Situation, asked: Asked, authority: Authority) -> bool:
    if situation.kind is None or situation.level is None or situation.authorised:
        return situation.authorised
    return not needs_authorisation(
        situation.matrix, kind=situation.kind, level=situation.level, signatory=authority.role
    )


AUTHORISED = _need(
    _("authorisation to write to a Government, where the matrix asks for it"),
    "GAT019",
    _("The Secretary-General has not authorised writing to this Government."),
    _("Ask for the authorisation, or submit the paper for the Secretary-General's signature."),
    _is_authorised,
)
