"""Editions as an owner lives with them: freeze, change something, build; each address still stands.

Small articles of our own and Markdown only; the whole way to a verified site is in
`test_frozen_builds.py`, what happens to the committed files in `test_edition_files.py`.
"""

from __future__ import annotations

import pytest
from owner import CARP, HELD, TALKS, TALKS_AT, Owner

from digest.build import editions
from digest.errors import AddressError, InputError


def test_caps_lowered_to_nothing_ask_for_no_line(owner):
    assert "Boats have waited" in owner.build()["editions/2021-04-10"]
    owner.set("", "limits: {sentences: 0, share: 0, minimum: 0}")
    assert "Withheld" in owner.build()["editions/2021-04-10"]


@pytest.mark.parametrize(
    ("once", "index"),
    [
        ("timeline/2019/", "[timeline](../timeline/index.md)"),
        ("sources/2019-05-2/", "[sources](../sources/index.md)"),
        ("topics/water/2019-05/", "[water](../../topics/water.md)"),
        ("actors/somebody/2019-05/", "[actors](../../actors/index.md)"),
    ],
)
def test_a_page_of_a_list_that_is_shorter_now_names_its_index(owner, once, index):
    owner.publish("actors/somebody/", once)
    page = owner.build()[once.rstrip("/")]
    assert "# Nothing here now" in page
    assert index in page
    assert once in owner.report.kept
    owner.set("", "redirects:\n  actors/somebody/: actors/jan-beck/")
    if once.startswith("actors/"):
        assert 'redirect: "actors/jan-beck/"' in owner.build()["actors/somebody/2019-05"]


def test_the_only_source_of_an_actor_goes_and_comes_back(owner):
    owner.take("carp")
    pages = owner.build()
    assert "# Nothing here now" in pages["actors/jan-beck"]
    assert "Jan Beck" not in pages["actors/jan-beck"]
    assert "# Withdrawn" in pages["stories/carp-are-back-below-the-bridge-1dc754c5"]
    owner.put("carp", CARP)
    assert "Jan Beck" in owner.build()["actors/jan-beck"]


def test_an_emptied_folder_withdraws_nothing(owner):
    """An archive that was not checked out must not take the site down."""
    before = owner.build()
    owner.take("talks", "carp")
    with pytest.raises(InputError, match="no article is left"):
        owner.build()
    assert "Mira Holt" in before["actors/mira-holt"]
    assert "Mira Holt" in (owner.root / "site_src/actors/mira-holt.md").read_text()


def test_an_actor_of_another_name_is_found_by_the_old_spelling(owner):
    owner.set("{name: Mira Holt, kind: person}", "{name: M Holt, kind: person, forms: [Mira Holt]}")
    pages = owner.build()
    assert 'redirect: "actors/m-holt/"' in pages["actors/mira-holt"]
    assert owner.report.kept == "published addresses kept without their page: 1 moved"


def test_a_page_of_one_spelling_leads_on_to_the_actor_that_has_it(owner):
    owner.put("carp", CARP.replace("He had", "Ms. Beck thought. Beck had"))
    owner.publish("actors/beck/")
    assert 'redirect: "actors/jan-beck/"' in owner.build()["actors/beck"]


def test_two_names_become_one_page_and_the_other_leads_on(owner):
    owner.set("actors:", "actors:\n  - {name: Philip Tarn, kind: person}")
    owner.put("talks", TALKS.replace("Mira Holt", "Philip Tarn"))
    owner.put("held", HELD.replace("Mira Holt", "Phil Tarn"))
    owner.publish("actors/phil-tarn/")
    pages = owner.build()
    assert "Phil Tarn" in pages["actors/philip-tarn"]
    assert 'redirect: "actors/philip-tarn/"' in pages["actors/phil-tarn"]


def test_actors_that_merge_and_split(owner):
    owner.set(
        "{name: Mira Holt, kind: person}\n  - {name: Jan Beck, kind: person}",
        "{name: Mira Holt, kind: person, forms: [Jan Beck]}",
    )
    assert 'redirect: "actors/mira-holt/"' in owner.build()["actors/jan-beck"]
    owner.set(", forms: [Jan Beck]", "")
    owner.set("actors:", "actors:\n  - {name: Jan Beck, kind: person}")
    assert "# Jan Beck" in owner.build()["actors/jan-beck"]


def test_a_topic_of_another_slug_needs_one_line_and_its_feed_goes_on(owner):
    edition = owner.build()["editions/2021-04-10"]
    owner.set("slug: water, title: Water", "slug: locks, title: Locks")
    with pytest.raises(AddressError, match="put `topics/water/: <new address>` under `redirects:`"):
        owner.build()
    owner.set("", "redirects:\n  topics/water/: topics/locks/")
    pages = owner.build()
    assert 'redirect: "topics/locks/"' in pages["topics/water"]
    assert pages["feeds/water.xml"] == pages["feeds/locks.xml"]
    assert pages["editions/2021-04-10"] == edition
    owner.set("slug: locks", "slug: sluices")
    owner.set(
        "topics/water/: topics/locks/",
        "topics/water/: topics/locks/\n  topics/locks/: topics/sluices/",
    )
    pages = owner.build()
    assert 'redirect: "topics/sluices/"' in pages["topics/water"]
    assert pages["feeds/water.xml"] == pages["feeds/sluices.xml"]


def test_a_topic_that_is_dropped_may_leave_a_page_by_hand(owner):
    owner.build()
    owner.set("  - {slug: fish, title: Fish, terms: [fish*, carp]}\n", "")
    (owner.root / "site_src/topics/fish.md").write_text("# Fish\n\nNo longer covered.\n")
    assert owner.build()["topics/fish"] == "# Fish\n\nNo longer covered.\n"


def test_a_line_for_a_page_that_is_back_is_a_warning(owner):
    owner.set("", "redirects:\n  actors/jan-beck/: actors/")
    assert "# Jan Beck" in owner.build()["actors/jan-beck"]
    assert len(owner.report.warnings) == 1
    assert "'actors/jan-beck/' is a page of the site (again)" in owner.report.warnings[0]


def test_title_and_date_may_change_and_no_address_moves(owner):
    before = owner.build()
    owner.put("talks", f"---\ntitle: Wholly other words\ndate: 2019-05-06\n---\n{TALKS}")
    after = owner.build()
    assert "Wholly other words" in after[TALKS_AT]
    assert before["editions/2021-04-10"] == after["editions/2021-04-10"]
    assert "Nothing new since" in after["changes"]


def test_what_is_new_stands_in_changes_on_the_front_page_and_in_the_feed(owner):
    owner.put("held", HELD)
    pages = owner.build()
    assert "Superseded" in pages["changes"]
    assert '<b>+<data class="n" data-n="changes.new" value="1">1</data></b> new' in pages["index"]
    assert "has held talks" in pages["feeds/changes.xml"]
    told = owner.freeze("2021-04-11").summary()
    assert "since 2021-04-10: 1 new, 1 superseded, 0 restated, 1 background" in told
    pages = owner.build()
    assert "Nothing new since" in pages["changes"]
    assert "<entry>" not in pages["feeds/changes.xml"]


def test_an_earlier_day_may_be_frozen_after_a_later_one(owner):
    before = owner.build()["editions/2021-04-10"]
    assert "1 articles" in owner.freeze("2021-03-31").summary()
    pages = owner.build()
    assert pages["editions/2021-04-10"] == before
    assert pages["editions/index"].count("· the first") == 1
    assert pages["index"].count("Since") == 1


def test_a_day_that_is_named_takes_nothing_published_later(owner):
    """Though it lies behind the newest date that is sure: here 3 March."""
    assert owner.freeze("2021-04-09").edition.articles[0].date == "2021-03-03"
    owner.put("held", HELD.replace("5 March 2021", "In those days"))
    dates = [row.date for row in owner.freeze("2021-04-11").edition.articles]
    assert dates == ["2021-04-10", "2021-03-03", None]


def test_a_second_edition_of_a_day_is_refused_with_what_to_do(owner):
    owner.put("held", HELD)
    with pytest.raises(AddressError, match=r"never rewritten\. Give another day with --date"):
        owner.freeze("2021-04-10")


@pytest.mark.parametrize(
    ("newest", "today", "day"),
    [
        ("2021-02-22", "2021-02-22", "2021-02-22"),
        ("2021-02", "2021-02-28", "2021-02-28"),
        ("2020-02", "2021-01-01", "2020-02-29"),
        ("2020", "2020-12-31", "2020-12-31"),
        ("2021-02", "2021-02-27", None),
        ("2021", "2021-12-30", None),
    ],
)
def test_a_month_that_is_over_is_frozen_as_of_its_last_day(newest, today, day):
    if day is None:
        with pytest.raises(InputError, match=f"--date {today}"):
            editions.closing_day(newest, today)
    else:
        assert editions.closing_day(newest, today) == day


def test_a_digest_of_which_only_the_month_is_known_is_frozen(tmp_path):
    owner = Owner(tmp_path / "orla").start()
    owner.take("talks")
    owner.put("carp", f"---\ndate: 2021-04\n---\n{CARP.replace(', 10 April 2021', '')}")
    assert owner.freeze().edition.date == "2021-04-30"


def test_a_text_that_is_corrected_or_fetched_again_is_no_withdrawal(owner):
    """Its id is another, and most of its sentences are there: the old addresses lead on."""
    owner.put("talks", TALKS.replace("Anglers say that", "The anglers say that"))
    pages = owner.build()
    [now] = [p for p in pages if p.startswith("articles/2021/council-will") and p != TALKS_AT]
    assert f'redirect: "{now}/"' in pages[TALKS_AT]
    assert "stories/council-will-hold-talks-on-the-orla-locks-6de94c21" in pages
    assert owner.report.kept == "published addresses kept without their page: 1 moved"
    edition = pages["editions/2021-04-10"]
    assert "Boats have waited" in edition
    assert f"(../{now}.md#s-" in edition
    assert "ithdrawn" not in edition
    assert "1 new, 0 superseded, 0 restated" in owner.freeze("2021-04-12").summary()
    assert f'redirect: "{now}/"' in owner.build()[TALKS_AT]


@pytest.mark.parametrize(
    "text",
    [
        TALKS.partition("Boats")[0] + "Nobody came to the second round.\n",
        TALKS.replace("3 March", "Orla Post, 3 March"),
    ],
    ids=["little is left", "another outlet"],
)
def test_another_text_is_no_heir(owner, text):
    owner.set("", "sources:\n  - {name: Orla Post}")
    owner.put("talks", text)
    assert "# Withdrawn" in owner.build()[TALKS_AT]
