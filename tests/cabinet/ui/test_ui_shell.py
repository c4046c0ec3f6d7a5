"""The shell in both directions, its parts, and the pages that say why nothing came."""

from __future__ import annotations

import datetime as dt
import time
from types import SimpleNamespace

import jinja2
import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from clearance.gate import Refused, Unmet
from clearance.terms import Role, Urgency

FAULTS = ("400.html", "403.html", "403_csrf.html", "404.html", "500.html", "503.html", "507.html")


def shown(name: str, request: HttpRequest | None = None, **context: object) -> str:
    return str(engines["jinja2"].get_template(name).render(context, request))


def part(env: jinja2.Environment, text: str, **context: object) -> str:
    macros = env.get_template("ui/components.html").module
    with translation.override("en"):
        return env.from_string("{{ " + text + " }}").render(ui=macros, **context)


@pytest.mark.parametrize(("code", "way"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
def test_shell_runs_the_way_of_its_language(code: str, way: str, asked: HttpRequest) -> None:
    with translation.override(code):
        page = shown("ui/base.html", asked, messages=[])

    assert f'<html lang="{code}" dir="{way}">' in page


def test_shell_tells_the_officer_name_post_and_where_they_may_go(asked: HttpRequest) -> None:
    with translation.override("en"):
        page = shown("ui/base.html", asked, messages=[])

    assert "<bdi>Salma Idris</bdi>" in page
    assert "<bdi>Registry clerk</bdi>" in page
    assert '<a href="/register/" aria-current="page">Register a paper</a>' in page
    assert '<a href="/books/memorandum/">Memoranda</a>' in page
    assert '<a href="/directory/signatories/">Who may sign what</a>' in page
    assert "Draft a letter" in page  # the rules let a clerk draft: posts.DRAFTERS
    assert "In-tray" not in page


def test_shell_looks_up_late_roles_and_names_them_where_no_post_is_given(
    asked: HttpRequest,
) -> None:
    roles = frozenset({Role.DIRECTOR_GENERAL, Role.HEAD_OF_REGISTRY})
    asked.officer_roles = SimpleLazyObject(lambda: roles)  # type: ignore[attr-defined]
    asked.officer_post = None  # type: ignore[attr-defined]

    with translation.override("en"):
        page = shown("ui/base.html", asked, messages=[])

    assert "<bdi>Head of the Registry · Director-General of the Cabinet</bdi>" in page
    assert ("In-tray" in page, "Register a paper" in page) == (True, True)


def test_shell_falls_back_on_the_english_name_in_french(asked: HttpRequest) -> None:
    with translation.override("fr"):
        page = shown("ui/base.html", asked, messages=[])

    assert "<bdi>Salma Idris</bdi>" in page
    assert "<bdi>Commis du registre</bdi>" in page


def test_shell_of_an_officer_before_their_posts_are_known_shows_what_is_for_all(
    asked: HttpRequest,
) -> None:
    del asked.officer_roles  # type: ignore[attr-defined]

    with translation.override("en"):
        page = shown("ui/base.html", asked, messages=[])

    assert ("My desk" in page, "Memoranda" in page) == (True, False)


def test_shell_for_a_stranger_has_languages_but_no_navigation(rf: RequestFactory) -> None:
    with translation.override("en"):
        page = shown("ui/base.html", rf.get("/login/"), messages=[])

    assert ('name="language" value="ar"' in page, "<nav" in page, "Sign out" in page) == (
        True,
        False,
        False,
    )


def test_language_form_leads_back_to_the_page(rf: RequestFactory) -> None:
    page = shown("ui/base.html", rf.get("/books/incoming/?state=cleared&page=2"), messages=[])

    assert 'value="/books/incoming/?state=cleared&amp;page=2"' in page


@pytest.mark.parametrize("code", ["ar", "en", "fr"])
@pytest.mark.parametrize("name", FAULTS)
def test_fault_page_without_a_request_renders(name: str, code: str) -> None:
    with translation.override(code):
        page = shown(name)

    assert ("<h1>" in page, "<nav" in page) == (True, False)


def test_404_never_repeats_what_was_asked(asked: HttpRequest) -> None:
    page = shown("404.html", asked, request_path="/items/77/", exception="no Item", messages=[])

    assert ("/items/77/" in page, "no Item" in page) == (False, False)


class Entry(forms.Form):
    sender = forms.CharField(label="From", help_text="As <b>printed</b>.")
    urgency = forms.ChoiceField(choices=[("1", "Ordinary")], widget=forms.RadioSelect)
    sealed = forms.BooleanField(label="Sealed", required=False)
    paper = forms.FileField(required=False)
    seen = forms.CharField(widget=forms.HiddenInput, initial="3")


def test_field_ties_help_and_errors_to_the_control(env: jinja2.Environment) -> None:
    form = Entry({"urgency": "1", "seen": "3"})
    form.full_clean()

    page = part(env, "ui.field(form['sender'])", form=form)

    assert '<label for="id_sender">From' in page
    assert 'aria-describedby="id_sender_helptext id_sender_error"' in page
    assert 'id="id_sender_helptext">As &lt;b&gt;printed&lt;/b&gt;.</div>' in page
    assert '<ul class="wrong" id="id_sender_error">' in page
    assert 'aria-invalid="true"' in page


def test_fields_show_each_field_once_and_the_hidden_ones(env: jinja2.Environment) -> None:
    page = part(env, "ui.fields(form)", form=Entry())

    assert [page.count(f'name="{name}"') for name in Entry.base_fields] == [1, 1, 1, 1, 1]
    assert "<legend>Urgency" in page
    assert "data-drop" in page


def test_field_asked_to_take_the_focus_says_so(env: jinja2.Environment) -> None:
    page = part(env, "ui.field(form['sender'], autofocus=true)", form=Entry())

    assert "data-autofocus" in page


def test_badge_says_its_word_and_carries_its_class(env: jinja2.Environment) -> None:
    said = [
        part(env, "ui.badge(value, kind='urgency')", value=Urgency.IMMEDIATE),
        part(env, "ui.badge(3, kind='urgency')"),
        part(env, "ui.badge('under_review')"),
        part(env, "ui.badge(none, kind='check')"),
    ]

    assert said == [
        '<span class="badge badge-urgency is-immediate">Immediate</span>',
        '<span class="badge badge-urgency is-3">Immediate</span>',
        '<span class="badge badge-state is-under_review">Under review</span>',
        '<span class="badge badge-check is-open">No verdict yet</span>',
    ]


def test_refusal_lists_all_unmet_conditions(env: jinja2.Environment) -> None:
    page = part(
        env,
        "ui.refusal('GAT012', 'This letter cannot be dispatched.', unmet, 'Ask the signatory.')",
        unmet=["It is not signed.", "An enclosure is missing."],
    )

    assert "2 conditions are not met:" in page
    assert "<li>It is not signed.</li><li>An enclosure is missing.</li>" in page
    assert "<bdi>GAT012</bdi>" in page


def test_refused_tells_the_gate_own_sentences(env: jinja2.Environment) -> None:
    error = Refused(
        Unmet("GAT900", "Revision %(no)s is not signed.", "Ask for it.", {"no": "3"}),
        Unmet("GAT901", "An enclosure is missing.", "Add it."),
    )

    page = part(env, "ui.refused(error)", error=error)

    assert "Revision 3 is not signed. (GAT900) Ask for it." in page
    assert "An enclosure is missing. (GAT901) Add it." in page


def test_timeline_facts_files_and_pages_render(env: jinja2.Environment) -> None:
    at = dt.datetime(2026, 11, 23, 6, 5, tzinfo=dt.UTC)
    moves = [{"label": "Directed", "by": "Karim", "at": at, "note": "By <Thursday>"}]

    line = part(env, "ui.timeline(moves)", moves=moves)
    facts = part(env, "ui.facts([('From', 'Ankara'), ('Due', none), ('Remark', '')])")
    file = part(env, "ui.file_link('note.pdf', '/f/', 2048, 'PDF', 'ab' * 32)")
    pages = part(env, "ui.pagination(page, 'state=cleared')", page=Paginator(range(60), 20).page(2))

    assert "By &lt;Thursday&gt;" in line
    assert "2026,\u00a009:05" in line or "2026, 09:05" in line
    assert (facts.count("<dt>"), "2 KB" in file) == (1, True)
    assert ("?page=1&amp;state=cleared" in pages, "Page 2 of 3" in pages) == (True, True)


def test_table_of_fifty_rows_is_made_within_the_budget(env: jinja2.Environment) -> None:
    """Seen: 1 to 2 ms on a quiet machine; a busy one is let pass at five times that."""
    table = env.from_string(
        """{% from "ui/components.html" import table, cell, td, badge %}
        {% call table("Waiting", ["Number", "Subject", "From", "State", "Due"]) %}
        {% for row in rows %}<tr>
        {% call cell("Number", "number") %}<bdi>{{ row.no }}</bdi>{% endcall %}
        <td class="is-lead"><a href="{{ url('book', 'incoming') }}">{{ row.subject }}</a></td>
        {{ td("From", row.sender|name) }}<td>{{ badge(row.state) }}</td>
        {{ td("Due", row.due|brief, "when") }}</tr>{% endfor %}{% endcall %}"""
    )
    sender = SimpleNamespace(name_ar="تركيا", name_en="Türkiye", name_fr="Turquie")
    rows = [
        SimpleNamespace(
            no=f"IN/2026/{n:05d}",
            subject="Extraordinary Session",
            sender=sender,
            state="directed",
            due=dt.date(2026, 11, 1 + n % 28),
        )
        for n in range(50)
    ]

    with translation.override("ar"):
        table.render(rows=rows)
        taken = min(_seconds(table, rows) for _ in range(9))

    assert taken < 0.01


def _seconds(table: jinja2.Template, rows: list[SimpleNamespace]) -> float:
    begun = time.perf_counter()
    table.render(rows=rows)
    return time.perf_counter() - begun
