"""Editions, what changed since, addresses: laws over states that articles join, leave, move in."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from briefs import DAY, SETTINGS, A, B, C, article, brief, entry
from briefs import sample as two_versions
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from digest import caps, render, warnings
from digest.editions import archive, freeze, records
from digest.editions.addresses import Book, Published, address, extend, lost, resolve
from digest.editions.edition import frozen, key, told
from digest.editions.history import History
from digest.editions.since import changes
from digest.errors import AddressError, ConfigError
from digest.grouping.align import WITHIN
from digest.models import Published as Dated
from digest.models import Relation, Story
from digest.settings import Cap, Settings
from digest.text import sentence_id
from digest.views.site import Site


def sample():
    """Two versions of one text and another, as `briefs` has them, the group named as real ones."""
    state = two_versions()

    def named(one):
        group = A if one.grouping.copy_group else None
        return replace(one, grouping=replace(one.grouping, copy_group=group))

    return replace(state, entries=tuple(named(e) for e in state.entries))


def site(state, history=None):
    return Site(state, SETTINGS, history or History())


def frozen_day(state, day="2021-02-22", history=None):
    """Freeze a state; return the history with it."""
    before = history or History()
    edition = freeze.freeze(site(state, before), day)
    editions = (*before.editions, edition)
    full = site(state, History(editions=editions, book=before.book))
    return History(editions=editions, book=freeze.publish(full, day, render.made(full)))


def kinds(state, *editions):
    return [(c.kind, c.sentence) for c in changes(state, editions)]


def text(key_, *texts, **named):
    """Return an article whose sentences have the ids that their words give."""
    made = article(key_, list(texts), published=named.pop("published", DAY), **named)
    seen: dict[str, int] = {}
    ids = [sentence_id(t, seen) for t in texts]
    sentences = tuple(
        replace(s, id=i, text=t) for s, i, t in zip(made.sentences, ids, texts, strict=True)
    )
    ranking = tuple(replace(r, sentence=i) for r, i in zip(made.ranking, ids, strict=True))
    return replace(made, sentences=sentences, ranking=ranking)


def test_an_edition_reads_back_as_it_was_written():
    edition = frozen_day(sample()).editions[0]
    written = records.edition_text(edition)
    assert records.edition(written, "e.json") == edition
    assert records.edition_text(records.edition(written, "e.json")) == written


def test_an_edition_with_long_names_reads_back():
    long = "Long name " * 60
    state = sample()
    entries = tuple(
        replace(e, article=replace(e.article, cleaned=replace(e.article.cleaned, outlet=long)))
        for e in state.entries
    )
    own = replace(SETTINGS, site=replace(SETTINGS.site, title=long))
    edition = freeze.freeze(Site(replace(state, entries=entries), own), "2021-02-22")
    assert records.edition(records.edition_text(edition), "e.json") == edition


def test_addresses_read_back_as_they_were_written():
    book = frozen_day(sample()).book
    written = records.book_text(book)
    assert records.book(written, "addresses.json") == book
    assert [one.address for one in book.stories] == [
        "stories/cccccccc/",
        "stories/locks-stay-shut-aaaaaaaa/",
    ]
    assert "topics/water/" in book.pages
    assert "" in book.pages


def test_freezing_again_gives_the_same_bytes():
    once, twice = frozen_day(sample()), frozen_day(sample())
    assert records.edition_text(once.editions[0]) == records.edition_text(twice.editions[0])
    assert frozen_day(sample(), history=History(book=once.book)).book == once.book


def test_the_frozen_page_stays_when_articles_join_and_are_dated_and_titled_anew():
    history = frozen_day(sample())
    joined = entry(text("d" * 16, "Pike came back.", title="Pike", on={"fish": [0]}))
    moved = tuple(
        replace(e, published=Dated(date="2020-05-01", confidence="low", basis="x"))
        for e in sample().entries
    )
    later = brief(*moved, joined, as_of="2021-03-01")
    pages = [
        {p.path: p.content for p in render.pages(state, SETTINGS, history=history)}
        for state in (sample(), later)
    ]
    for path in ("editions/2021-02-22.md", "editions/2021-02-22/digest.txt"):
        assert pages[0][path] == pages[1][path]
    assert "articles/2021/locks-stay-shut-aaaaaaaa.md" in pages[1]


def test_a_deleted_source_leaves_a_tombstone_and_none_of_its_words():
    history = frozen_day(sample())
    left = brief(*(e for e in sample().entries if e.article.id == C))
    pages = {p.path: p.content for p in render.pages(left, SETTINGS, history=history)}
    for path in ("editions/2021-02-22.md", "editions/2021-02-22/digest.txt"):
        assert "Water fell" not in pages[path]
        assert "ithdrawn with its source" in pages[path]
    for path in (
        "articles/2021/locks-stay-shut-aaaaaaaa.md",
        "stories/locks-stay-shut-aaaaaaaa.md",
    ):
        assert "# Withdrawn" in pages[path]
        assert "Locks" not in pages[path]


def test_a_lowered_cap_wins_over_the_edition_and_the_place_says_so():
    history = frozen_day(sample())
    state = sample()
    silent = replace(state, entries=tuple(replace(e, shown=frozenset()) for e in state.entries))
    pages = {p.path: p.content for p in render.pages(silent, SETTINGS, history=history)}
    page = pages["editions/2021-02-22.md"]
    assert "Withheld: what may be shown" in page
    assert 'class="s"' not in page


def test_a_frozen_sentence_that_the_text_no_longer_has_as_one_stays_without_an_anchor():
    history = frozen_day(sample())
    one = history.editions[0].sentences[0]
    state = sample()
    entries = tuple(
        replace(
            e,
            shown=e.shown - {one.id},
            frozen=((one.id, one.text),) if e.article.id == one.article else (),
        )
        for e in state.entries
    )
    pages = {
        p.path: p.content
        for p in render.pages(replace(state, entries=entries), SETTINGS, history=history)
    }
    page = pages["editions/2021-02-22.md"]
    assert f'data-a="{one.article}" data-s="{one.id}"' in page
    assert f"#s-{one.article}-{one.id}" not in page


OLD = ("The council will hold talks on the lock.", "Nobody asked the carp.")
NEW = ("The council has held talks on the lock.", "A pike was seen below the bridge today.")


def states(*later, story=A):
    """The state of the first day, and one with more articles in the same story."""
    early = Dated(date="2021-02-01", confidence="high", basis="x")
    first = entry(text(A, *OLD, published=early), story=story)
    return brief(first), brief(first, *(entry(one, story=story) for one in later))


def test_what_changed_is_told_by_sentence():
    before, after = states(text(B, *NEW, OLD[1]))
    edition = frozen_day(before).editions[0]
    found = changes(after, [edition])
    assert [(c.kind, c.before and c.before[0]) for c in found] == [
        ("superseded", A),
        ("new", None),
        ("background", None),
    ]
    assert changes(before, [edition]) == ()


TOLL = "At least {} of the swans on the mill pond have died, the vet of the district said."
AHEAD = "The council will vote on the bathing ban in the old school."
VOTED = "The council has voted on the bathing ban in the old school."
FIRST = Dated(date="2021-02-01", confidence="high", basis="x")


@pytest.mark.parametrize(
    ("before", "after", "outlet", "day", "expected"),
    [
        (TOLL.format(3), TOLL.format(5), "River Post", DAY, "superseded"),
        # Two sources give two figures; which holds is not for us to say.
        (TOLL.format(3), TOLL.format(5), "Hill Herald", DAY, "new"),
        (AHEAD, VOTED, "Hill Herald", DAY, "superseded"),
        # On one day nobody knows which of two sources wrote later.
        (AHEAD, VOTED, "Hill Herald", FIRST, "new"),
        (AHEAD, VOTED, None, None, "new"),
    ],
)
def test_another_source_replaces_only_what_has_come_since(before, after, outlet, day, expected):
    first = entry(text(A, before, published=FIRST), story=A)
    second = entry(text(B, after, published=day, outlet=outlet), story=A)
    edition = frozen_day(brief(first)).editions[0]
    (found,) = changes(brief(first, second), [edition])
    assert found.kind == expected


def test_an_edition_that_follows_another_counts_against_it():
    before, after = states(text(B, *NEW))
    first = frozen_day(before, "2021-02-01")
    second = frozen_day(after, "2021-02-22", first)
    assert second.editions[1].previous == "2021-02-01"
    assert [c.kind for c in second.editions[1].changes] == ["superseded", "new"]
    assert changes(after, second.editions) == ()


def test_the_same_words_from_two_fresh_texts_are_new_once():
    before, after = states(text(B, NEW[1]), text(C, NEW[1].upper()))
    edition = frozen_day(before).editions[0]
    assert [kind for kind, _ in kinds(after, edition)] == ["new"]


def test_an_older_text_that_comes_late_supersedes_nothing():
    old = Dated(date="2021-01-01", confidence="high", basis="x")
    before, after = states(text(B, "The council would hold talks on the lock.", published=old))
    edition = frozen_day(before).editions[0]
    assert [kind for kind, _ in kinds(after, edition)] == ["background"]


@pytest.mark.parametrize(("between", "kind"), [(WITHIN - 1, "restated"), (WITHIN, "new")])
def test_other_words_are_looked_for_in_the_nearest_texts_of_a_story(between, kind):
    """So a story of hundreds of texts takes time for each, not for each pair."""
    early = Dated(date="2021-02-01", confidence="high", basis="x")
    first = entry(text(A, "The council spoke of locks on Monday evening.", published=early))
    other = [
        entry(text(f"{n:016x}", f"Lorry {n} left bridge {n * 7}.", published=DAY), story=A)
        for n in range(between)
    ]
    again = text("f" * 16, "On Monday evening the council spoke of the locks.", published=DAY)
    edition = frozen_day(brief(first)).editions[0]
    found = changes(brief(first, *other, entry(again, story=A)), [edition])
    assert [c.kind for c in found if c.sentence[0] == again.id] == [kind]


SENTENCES = st.lists(
    st.lists(
        st.sampled_from("lock water pike carp bridge council talks Monday 3 40".split()),
        min_size=4,
        max_size=9,
    ).map(" ".join),
    min_size=1,
    max_size=6,
    unique=True,
)
NOISE = st.sampled_from(
    [
        str.upper,
        str.lower,
        lambda t: f"“{t}”!",
        lambda t: t.replace(" ", "\u00a0 "),
        lambda t: t.replace(" ", ", "),
        lambda t: f"\u200b{t} …",
    ]
)


@settings(deadline=None)
@given(SENTENCES, NOISE, st.randoms(use_true_random=False), st.booleans())
def test_noise_is_never_a_change(texts, noise, random, same_story):
    """A copy, cleaned otherwise and in another order, with or without the first one beside it."""
    first = entry(text(A, *texts), story=A)
    edition = frozen_day(brief(first)).editions[0]
    moved = [noise(t) for t in texts]
    random.shuffle(moved)
    copy = entry(text(B, *moved), story=A if same_story else B)
    for state in (
        brief(first, copy),
        brief(replace(copy, grouping=replace(copy.grouping, story=B))),
    ):
        assert {kind for kind, _ in kinds(state, edition)} <= {"background"}


@settings(deadline=None)
@given(
    SENTENCES,
    SENTENCES,
    st.sets(st.integers(0, 11)),
    st.builds(Cap, sentences=st.integers(0, 8), share=st.floats(0, 1), minimum=st.integers(0, 3)),
)
def test_frozen_and_live_together_stay_within_the_cap(texts, others, picked, cap):
    """Whatever an edition froze, of two versions of one text, what is shown counts once."""
    one, two = text(A, *texts), text(B, *others)
    groupings = [replace(entry(a).grouping, copy_group=A) for a in (one, two)]
    groupings[1] = replace(groupings[1], relation=Relation(kind="update", of=A))
    all_ = [(a.id, s.id, s.text) for a in (one, two) for s in a.sentences]
    held: dict[str, dict[str, str]] = {}
    for n in picked:
        if n < len(all_):
            held.setdefault(all_[n][0], {})[all_[n][1]] = all_[n][2]
    held.setdefault(A, {})["f" * 12] = "Gone from the text since."
    shown = caps.choose_shown([one, two], groupings, Settings(cap=cap), held)
    said = {s.text.casefold() for a in (one, two) for s in a.sentences if s.id in shown[a.id]}
    said |= {"gone"} if "f" * 12 in shown[A] else set()
    assert len(said) <= max(cap.minimum, cap.sentences)
    live = caps.choose_shown([one, two], groupings, Settings(cap=cap))
    most = {s.text.casefold() for a in (one, two) for s in a.sentences if s.id in live[a.id]}
    if len(most) == max(cap.minimum, cap.sentences) and held[A]:
        assert len(said) >= min(1, len(most))


def test_frozen_sentences_come_before_the_ranking():
    one = text(A, *(f"Sentence number {n} speaks of the lock." for n in range(8)))
    last = one.sentences[-1]
    one_only = Settings(cap=Cap(sentences=1, share=1.0, minimum=1))
    shown = caps.choose_shown([one], [entry(one).grouping], one_only, {A: {last.id: last.text}})
    assert shown[A] == {last.id}


IDS = [f"{n:016x}" for n in range(1, 8)]
PARTS = st.lists(st.integers(0, 3), min_size=len(IDS), max_size=len(IDS))
STATE = st.tuples(PARTS, st.sets(st.sampled_from(range(len(IDS))), min_size=1), st.integers(0, 3))


def made_state(parts, there, year):
    """Articles of which some are there, each in one of a few stories, titled and dated by year."""
    ids = [i for n, i in enumerate(IDS) if n in there]
    of = {i: parts[n] for n, i in enumerate(IDS)}
    named = {p: min(i for i in ids if of[i] == p) for p in {of[i] for i in ids}}
    dated = Dated(date=f"202{year}-01-0{year + 1}", confidence="low", basis="x")
    return brief(
        *(
            entry(
                text(i, f"Words of {i} about the lock.", title=f"Title {year}", published=dated),
                story=named[of[i]],
            )
            for i in ids
        )
    )


@settings(deadline=None, max_examples=40)
@given(st.lists(STATE, min_size=2, max_size=4))
def test_a_published_address_has_a_page_in_every_later_state(drawn):
    """Articles join, leave, come back, are dated and titled anew; stories merge and split."""
    history = History()
    for day, one in enumerate(drawn, start=1):
        state = made_state(*one)
        now = site(state, history)
        files = render.made(now)
        kept = archive.standing(now, [p.path for p in files], {}, render._page)
        paths = [p.path for p in (*files, *kept)]
        assert len(paths) == len(set(paths))
        assert lost(history.book, (address(p) for p in paths if p.endswith(".md"))) == ()
        before = {p.id: p.address for p in history.book.articles}
        history = frozen_day(state, f"2021-03-0{day}", history)
        after = {p.id: p.address for p in history.book.articles}
        assert before.items() <= after.items()
        records.book(records.book_text(history.book), "addresses.json")


def story(*members):
    return Story(id=members[0], members=members, independent=len(members), outlets=())


def row(key_, *members, edition="2021-01-01"):
    return Published(id=key_, address=f"stories/{key_}/", edition=edition, members=members)


def test_a_story_keeps_its_address_when_articles_join_and_an_older_one_comes():
    book = Book(stories=(row("b", "b", "c"),))
    assert resolve(book, "abc", [story("a", "b", "c")]).stories["a"].address == "stories/b/"


def test_of_two_stories_that_merge_the_older_address_wins():
    book = Book(stories=(row("a", "a", edition="2021-02-01"), row("b", "b")))
    found = resolve(book, "ab", [story("a", "b")])
    assert found.stories["a"].address == "stories/b/"
    assert [(one.address, now) for one, now in found.moved] == [("stories/a/", "a")]


def test_of_a_story_that_splits_the_part_with_the_earliest_member_keeps_the_address():
    book = Book(stories=(row("a", "a", "b"),))
    found = resolve(book, "ab", [story("a"), story("b")])
    assert {key_: one.address for key_, one in found.stories.items()} == {"a": "stories/a/"}
    assert found.moved == ()


def test_a_story_gains_members_and_loses_none():
    book = extend(
        Book(stories=(row("a", "a", "b"),)),
        "2021-05-01",
        {},
        {"z": ("stories/a/", ("z", "b", "c"))},
        (),
    )
    assert book.stories == (row("a", "a", "b", "z", "c"),)


def test_two_merged_stories_leave_a_page_that_leads_on():
    apart = brief(entry(text(A, "One lock."), story=A), entry(text(B, "Two locks."), story=B))
    history = frozen_day(apart)
    joined = brief(entry(text(A, "One lock."), story=A), entry(text(B, "Two locks."), story=A))
    pages = {p.path: p.content for p in render.pages(joined, SETTINGS, history=history)}
    moved = pages["stories/locks-stay-shut-bbbbbbbb.md"]
    assert 'redirect: "stories/locks-stay-shut-aaaaaaaa/"' in moved
    assert "(../stories/locks-stay-shut-aaaaaaaa.md)" in moved


def test_a_lost_address_is_named_with_what_to_do():
    history = frozen_day(sample())
    fewer = replace(SETTINGS, topics=SETTINGS.topics[1:])
    with pytest.raises(AddressError, match=r"'topics/water/' was published.*redirects:"):
        render.pages(sample(), fewer, history=history)
    led = replace(fewer, redirects=(("topics/water/", "topics/fish/"),))
    pages = {p.path: p.content for p in render.pages(sample(), led, history=history)}
    assert 'redirect: "topics/fish/"' in pages["topics/water.md"]


@pytest.mark.parametrize(
    ("redirects", "said"),
    [
        ({"topics/gas/": "topics/no/"}, "'topics/gas/' leads to 'topics/no/', which is no page"),
        ({"topics/gas/": "topics/gas/"}, "'topics/gas/' leads to 'topics/gas/', which is no page"),
        ({"a/": "b/", "b/": "a/"}, "'a/' leads to '[ab]/', which is no page"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_refused(redirects, said):
    with pytest.raises(AddressError, match=said):
        render.pages(sample(), replace(SETTINGS, redirects=tuple(redirects.items())))


@pytest.mark.parametrize("old", ["topics/fish/", "index/", "articles/index/"])
def test_a_redirect_never_hides_a_page_and_the_line_is_told(old):
    led = replace(SETTINGS, redirects=((old, "topics/water/"),))
    made = render.pages(sample(), led)
    assert made == render.pages(sample(), SETTINGS)
    assert [old in line for line in warnings.addresses(made, led)] == [True]


def test_redirects_lead_on_from_one_to_the_next():
    led = replace(SETTINGS, redirects=(("topics/gas/", "topics/oil/"), ("topics/oil/", "")))
    pages = {p.path: p.content for p in render.pages(sample(), led)}
    assert 'redirect: ""' in pages["topics/gas.md"]
    assert 'redirect: ""' in pages["topics/oil.md"]


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("", "../index.md"),
        ("stories/", "../stories/index.md"),
        ("search/", "../search/index.md"),
        ("changes/", "../changes.md"),
    ],
)
def test_a_redirect_names_the_file_of_the_page_it_leads_to(target, path):
    """MkDocs takes a link to `search.md`, where `search/index.md` stands, for an error."""
    led = replace(SETTINGS, redirects=(("topics/gone/", target),))
    pages = {p.path: p.content for p in render.pages(sample(), led)}
    assert f"]({path})." in pages["topics/gone.md"]


HOSTILE = '<script>pwned()</script> [x](javascript:y) {{ 7 }} `a` "><img onerror=z>'


def test_hostile_words_in_frozen_data_stay_words():
    value = json.loads(records.edition_text(frozen_day(sample()).editions[0]))
    value["title"] = value["topics"][0]["title"] = HOSTILE
    value["stories"][0]["title"]["text"] = HOSTILE
    for one in value["sentences"]:
        one["text"] = HOSTILE
    for one in value["articles"]:
        one["outlet"] = HOSTILE
    edition = records.edition(json.dumps(value), "e.json")
    history = History(editions=(edition,), book=frozen_day(sample()).book)
    pages = {p.path: p.content for p in render.pages(sample(), SETTINGS, history=history)}
    for path in ("editions/2021-02-22.md", "editions/2021-02-22/digest.txt", "changes.md"):
        shown = MarkdownIt("commonmark").render(pages[path]) if "txt" in path else pages[path]
        assert "<script" not in shown
        assert "<img" not in shown
        assert 'href="javascript' not in shown
        assert "](javascript" not in shown or "txt" in path


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda v: v.update(date="2021-02-31"), "e.json: date: '2021-02-31' is no date"),
        (lambda v: v.pop("articles"), "the file: 'articles' is a required property"),
        (lambda v: v.update(more=1), "Additional properties"),
        (lambda v: v["stories"][0].update(address="../../etc/"), "stories/0/address"),
        (lambda v: v["stories"][0].update(address="stories/a/\n"), "stories/0/address"),
        (lambda v: v["bottom"][0].update(sentence="javascript:x"), "bottom/0/sentence"),
        (lambda v: v["sentences"].pop(), "which `sentences` does not hold"),
        (lambda v: v["sentences"].append(v["sentences"][0]), "stands there twice"),
        (lambda v: v["articles"].clear(), "which `articles` does not hold"),
        (lambda v: v["articles"][0].update(shown=-1), "articles/0/shown"),
        (lambda v: v["articles"][0].update(shown=10**4000), "articles/0/shown"),
        (lambda v: v["sentences"][0].update(line=1.0), "sentences/0/line"),
        (lambda v: v["sentences"][0].update(language='en" onx="'), "sentences/0/language"),
        (lambda v: v["sentences"][0].update(text="\ud800"), "sentences/0: holds a character"),
    ],
)
def test_a_mistake_in_an_edition_is_named_with_its_place(change, said):
    value = json.loads(records.edition_text(frozen_day(sample()).editions[0]))
    change(value)
    with pytest.raises(ConfigError) as caught:
        records.edition(json.dumps(value), "e.json")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text_", "said"),
    [
        ("{", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        (
            '{"schema": "digest.addresses/1", "articles": [], "stories": [], "pages": ["../x/"]}',
            "pages/0",
        ),
        (
            '{"schema": "digest.addresses/1", "articles": [], "stories": [], "pages": ["a/", "a/"]}',
            "a/ stands there twice",
        ),
    ],
)
def test_a_mistake_in_the_addresses_is_named(text_, said):
    with pytest.raises(ConfigError, match=r"addresses\.json") as caught:
        records.book(text_, "addresses.json")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("date", "day", "covered", "counts"),
    [
        ("2021-02-22", "2021-02-22", (), True),
        ("2021-02-23", "2021-02-22", (), False),
        ("2021-02", "2021-02-22", (), False),
        ("2021-02", "2021-03-01", (), True),
        ("2021", "2021-12-31", (), True),
        (None, "2021-12-31", (), False),
        (None, "2021-12-31", (A,), True),
        ("2022-01-01", "2021-12-31", (A,), True),
    ],
)
def test_what_counts_for_an_earlier_day(date, day, covered, counts):
    dated = Dated(date=date, confidence="low", basis="x") if date else None
    one = replace(entry(text(A, "A lock.")), published=dated)
    assert freeze.is_of_the_day(one, day, frozenset(covered)) is counts


def test_newer_editions_are_counted_first():
    first = frozen_day(sample(), "2021-02-22")
    both = frozen_day(sample(), "2021-02-23", first)
    assert list(frozen(both.editions)) == list(frozen(reversed(both.editions)))
    assert told(both.editions).articles == {A, B, C}
    assert key("“Will, hold”  TALKS.") == key("will hold talks")
