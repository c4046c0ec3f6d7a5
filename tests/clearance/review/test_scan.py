"""The automata find what the patterns say: all that Python's own expressions find, and no harm."""

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from clearance.reading.skeleton import fold, pattern
from clearance.review import Context, Reviewer, engine
from clearance.review.context import KnownSignatory
from clearance.review.mentions.anatomy.approvals import OFFICER
from clearance.review.scan import Scanner, Trigger
from clearance.terms import Language
from tests.clearance.review import house_papers

_HERE = Path(__file__).parent
TEXTS = [
    text for name, text in vars(house_papers).items() if name.isupper() and isinstance(text, str)
]
TEXTS += [file.read_text(encoding="utf-8") for file in sorted(_HERE.glob("planted*/??.txt"))]


def test_every_pattern_ends_where_its_expression_does(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Trigger] = []
    made = Scanner.__init__

    def listening(self: Scanner, triggers: list[Trigger]) -> None:
        told.extend(triggers)
        made(self, told)

    monkeypatch.setattr(Scanner, "__init__", listening)
    monkeypatch.setattr(engine, "_SCANNERS", [])  # what an earlier test had made is not listened to
    reviewer = Reviewer()
    named = defaultdict(list)
    for trigger in told:
        if not trigger.literal and trigger.begins is None:
            named[trigger.name].append(re.compile(pattern(trigger.expression), re.MULTILINE))
    compared = 0
    for text in TEXTS:
        skeleton = fold(text).skeleton
        hits = reviewer.scan(skeleton)
        for name, expressions in named.items():
            found = dict(hits.get(name, ()))  # the longest of those that begin together
            for each in (match for one in expressions for match in one.finditer(skeleton)):
                compared += each.end() > each.start()
                within = found.get(each.start(), -1) >= each.end()
                assert within or each.end() == each.start(), (name, each)
    assert compared > 3_000


@pytest.mark.parametrize("expression", [r"^[ ]*[ivx]{1,6}[.][ ]", r"^ *(?:ref|no) +(?:oic|oci)/"])
def test_pattern_of_lines_alone_finds_all_and_does_no_harm(expression: str) -> None:
    scanner = Scanner([Trigger("line", expression)])
    lines = ["ii. two", "no", "  ref oic/7", "x" * 400, "iv. four oic/"] * 100
    text = "\n".join(lines)
    expected = [match.span() for match in re.finditer(expression, text, re.MULTILINE)]
    assert scanner.scan(text) == {"line": expected}


def test_register_that_changes_is_found_as_it_is_now_beside_what_stays() -> None:
    rules = [Trigger("rule", f"rule{no}", literal=True) for no in range(600)]
    named = [
        [Trigger("name", name, literal=True, of_register=True)] for name in ("minister", "rule7")
    ]
    before, after = (Scanner([*rules, *names]) for names in named)

    assert before.scan("the minister, rule7") == {"name": [(4, 12)], "rule": [(14, 19)]}
    assert after.scan("the minister, rule7") == {"name": [(14, 19)], "rule": [(14, 19)]}
    assert Scanner(rules).scan("the minister, rule7") == {"rule": [(14, 19)]}
    assert Scanner(rules[:7]).scan("rule7 rule6") == {"rule": [(6, 11)]}


def test_name_of_a_register_in_two_lines_is_found_and_keeps_no_other_from_it() -> None:
    scanner = Scanner(
        [
            Trigger(name, text, literal=True, of_register=True)
            for name, text in (
                ("one", "Ministry of\nForeign Affairs"),
                ("other", "Ministry of Health"),
            )
        ]
    )

    found = scanner.scan(fold("the Ministry of Foreign Affairs, the Ministry of Health").skeleton)

    assert found == {"one": [(4, 31)], "other": [(37, 55)]}


def test_contexts_of_the_same_signs_share_their_scan_and_a_new_name_is_found() -> None:
    signatory = KnownSignatory(
        id="1", names={Language.ENGLISH: "Omar Haddad"}, titles={}, kinds=frozenset()
    )
    one = Reviewer(Context(signatories=(signatory,)))
    same = Reviewer(Context(signatories=(replace(signatory, id="2"),)))
    other = Reviewer(Context(signatories=(replace(signatory, names={Language.FRENCH: "X. Y"}),)))

    assert same._scanner is one._scanner
    assert OFFICER in one.scan("omar haddad")
    assert OFFICER not in other.scan("omar haddad")
