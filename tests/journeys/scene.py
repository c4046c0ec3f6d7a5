"""A house with papers that most of the cast may not know of, each marked by a word of its own.

Every paper ``name`` carries ``x~<name>`` in its subject, file names, references and reasons,
``s~<name>`` in the name of its sender or addressee, and ``i~<name>`` in what the Cabinet says
among itself about it: whoever reads a mark has read that paper.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cabinet.directory.actions import Entry, enter_correspondent
from cabinet.directory.models import Correspondent
from cabinet.dispatch.actions import Sending, dispatch_outgoing, record_delivery
from cabinet.gate import actions
from cabinet.gate.actions.incoming import Arrived, Direction, receive_and_register
from cabinet.gate.actions.outgoing import NewPaper, NewRevision
from cabinet.gate.actions.sheet import Word
from cabinet.registry.models import Item
from clearance.terms import AddresseeLevel, Channel, Check, Confidentiality, Flow, Kind, Outcome
from tests.cast import House, paper
from tests.engines import Engine, Settings, hasty, on_engine, the_house


@dataclass
class Scene:
    """The house and its papers by name."""

    house: House
    items: dict[str, Item] = field(default_factory=dict)

    def fresh(self) -> dict[str, Item]:
        """Return the papers as they stand now."""
        return {name: Item.objects.get(pk=item.pk) for name, item in self.items.items()}


def set_scene(house: House) -> Scene:
    """Put the papers on the desks of the house."""
    scene = Scene(house)
    _incoming(scene)
    _envelopes(scene)
    _letters(scene)
    _memoranda(scene)
    return scene


def cast_of_scene(engine: Engine) -> tuple[Settings, dict[str, int]]:
    """Return a new database in which the scene is set, and the keys of its papers by name.

    The scene is set once in a run.
    """

    def make() -> tuple[Settings, dict[str, int]]:
        settings = engine.cast()
        with on_engine(hasty(settings)):
            scene = set_scene(the_house())
        engine.keep(settings)
        return settings, {name: item.pk for name, item in scene.items.items()}

    assert engine.shared
    settings, papers = engine.shared.once(f"scene-{engine.name}", make)
    return engine.cast(settings), papers


def outside(name: str) -> Correspondent:
    """Enter a correspondent who wrote, or is written to, in one paper only."""
    said = f"Institution s~{name}"
    return enter_correspondent(entry=Entry(said, said, said, AddresseeLevel.INSTITUTION))


def register(
    scene: Scene,
    name: str,
    level: Confidentiality = Confidentiality.ORDINARY,
    *,
    verified: bool = True,
) -> Item:
    """Register and verify a letter with an enclosure."""
    arrived = Arrived(
        paper(f"Text x~{name}.", f"x~{name}.txt"),
        [paper(f"Annex x~{name}.", f"annex x~{name}.txt")],
        subject=f"Matter x~{name}",
        sender=outside(name),
        sender_reference=f"x~{name}/17",
        confidentiality=level,
        enclosures_announced=1,
    )
    by = scene.house.duty("clerk" if level < Confidentiality.CONFIDENTIAL else "registry")
    item = receive_and_register(arrived=arrived, by=by, at=scene.house.now())
    scene.items[name] = item
    if verified:
        _act(scene, "verify_incoming", item, "registry")
    return item


def _act(scene: Scene, act: str, item: Item, by: str, **said: object) -> None:
    getattr(actions, act)(item=item, by=scene.house.duty(by), at=scene.house.now(), **said)


def direct(scene: Scene, name: str, unit: str, *copies: str, by: str = "adviser") -> None:
    """Direct a registered letter to a unit, with copies."""
    house = scene.house
    copied = [house.unit(code) for code in copies]
    order = Direction(house.unit(unit), copied, f"Reply to x~{name}.")
    _act(scene, "direct_incoming", scene.items[name], by, direction=order)


def _incoming(scene: Scene) -> None:
    register(scene, "unverified", verified=False)
    register(scene, "unreleased")
    _act(
        scene, "inform_secretary_general", scene.items["unreleased"], "dg", note="i~unreleased note"
    )
    register(scene, "elsewhere")
    direct(scene, "elsewhere", "PAL", "INF")
    register(scene, "restricted", Confidentiality.RESTRICTED)
    direct(scene, "restricted", "POL", "HUM")
    register(scene, "answered")
    direct(scene, "answered", "POL")
    register(scene, "kept")
    direct(scene, "kept", "ECO", by="adviser2")
    item = scene.items["kept"]
    _act(scene, "send_back", item, "economic", reason="Not ours, x~kept.")
    _act(scene, "withhold_incoming", item, "dg", reason="Because i~kept.")
    register(scene, "voided")
    _act(scene, "void_incoming", scene.items["voided"], "registry", reason="Twice, x~voided.")


def _envelopes(scene: Scene) -> None:
    house = scene.house
    for name, officer in (("sealed", "cultural"), ("handed", "political-desk")):
        arrived = Arrived(
            None, outer_marks=f"Personal x~{name}", personal_to=house.officers[officer]
        )
        item = actions.receive_incoming(arrived=arrived, by=house.duty("clerk"), at=house.now())
        scene.items[name] = item
    _act(scene, "hand_over", scene.items["handed"], "clerk")


def draft(
    scene: Scene,
    name: str,
    by: str,
    unit: str,
    *,
    to_unit: str = "",
    answers: Item | None = None,
    level: Confidentiality = Confidentiality.ORDINARY,
) -> Item:
    """Draft a letter, or a memorandum to a unit."""
    house = scene.house
    new = NewPaper(
        Flow.MEMORANDUM if to_unit else Flow.OUTGOING,
        Kind.MEMORANDUM if to_unit else Kind.LETTER,
        house.unit(unit),
        f"Matter x~{name}",
        paper(f"Text x~{name}.", f"x~{name}.txt"),
        [paper(f"Annex x~{name}.", f"annex x~{name}.txt")],
        addressee=None if to_unit else outside(name),
        to_unit=house.unit(to_unit) if to_unit else None,
        answers=answers,
        confidentiality=level,
        enclosures_announced=1,
    )
    item = actions.draft_paper(new=new, by=house.duty(by), at=house.now())
    scene.items[name] = item
    return item


def review(scene: Scene, item: Item, name: str) -> None:
    """Take up the review; seven verdicts, the last one's reason kept from the drafters."""
    _act(scene, "take_up_review", item, "adviser")
    no = item.revisions.count()
    for check in Check:
        kept = check is Check.SENSITIVITY
        word = Word(check, Outcome.PASS, f"Mild, i~{name}." if kept else "", kept)
        _act(scene, "give_verdict", item, "adviser", revision_no=no, word=word)


def _letters(scene: Scene) -> None:
    house = scene.house
    draft(scene, "draft", "palestine-desk", "PAL")
    draft(scene, "guarded", "palestine", "PAL", level=Confidentiality.CONFIDENTIAL)
    reviewed = draft(scene, "reviewed", "legal", "LEG")
    _act(scene, "submit_paper", reviewed, "legal")
    review(scene, reviewed, "reviewed")
    reply = draft(scene, "reply", "political", "POL", answers=scene.items["restricted"])
    _act(scene, "submit_paper", reply, "political")
    sent = draft(scene, "sent", "palestine-desk", "PAL", answers=scene.items["elsewhere"])
    _act(scene, "submit_paper", sent, "palestine")
    review(scene, sent, "sent")
    _act(scene, "clear_paper", sent, "adviser")
    _act(scene, "sign_outgoing", sent, "sg")
    _act(scene, "issue_outgoing", sent, "clerk2")
    sending = Sending(Channel.HAND, paper("Slip x~sent.", "slip x~sent.txt"), "x~sent-9")
    clerk = house.duty("clerk2")
    dispatch_outgoing(item=sent, sending=sending, by=clerk, at=house.now())
    receipt = paper("Receipt x~sent.", "receipt x~sent.txt")
    record_delivery(item=sent, proof=receipt, received_by="x~sent", by=clerk, at=house.now())


def _memoranda(scene: Scene) -> None:
    item = draft(scene, "memo", "legal", "LEG", to_unit="INF")
    _act(scene, "submit_paper", item, "legal")
    _act(scene, "return_paper", item, "adviser", reason="Mend it, b~memo.")
    new = NewRevision(paper("Second text x~memo.", "x~memo.txt"), (), 0)
    _act(scene, "revise_paper", item, "legal", new=new, note="Mended, b~memo.")
    _act(scene, "submit_paper", item, "legal")
    review(scene, item, "memo")
    _act(scene, "clear_paper", item, "adviser")
    _act(scene, "issue_memorandum", item, "registry")
    waiting = draft(scene, "pending", "political", "POL", to_unit="LEG")
    _act(scene, "submit_paper", waiting, "political")
