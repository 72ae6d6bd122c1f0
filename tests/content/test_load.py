"""The library as the program loads it from a source tree, with what was read kept for the next start."""

import shutil

import pytest

from desktop import paths
from desktop.content.faults import ContentError
from desktop.content.load import compile_library, from_source
from desktop.content.read import read_library

CLAUSE = "01-stance/clauses/10-purpose.toml"


@pytest.fixture
def content(tmp_path):
    return shutil.copytree(paths.content(), tmp_path / "content")


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def title(library):
    return library.clause["stance.purpose"].title["en"]


def edit(content, old, new):
    path = content / CLAUSE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_kept_is_what_was_read(content, cache):
    read = from_source(content, cache)
    (kept,) = cache.iterdir()
    before = kept.stat().st_mtime_ns
    assert from_source(content, cache) == read == read_library(content)
    assert kept.stat().st_mtime_ns == before


def test_a_change_of_a_text_counts_at_once_even_if_its_size_stays(content, cache):
    old = title(from_source(content, cache))
    edit(content, f'title.en = "{old}"', f'title.en = "{old[::-1]}"')
    assert title(from_source(content, cache)) == old[::-1]
    assert len(list(cache.iterdir())) == 1


def test_a_file_that_goes_counts_at_once(content, cache):
    assert "stance.values" in from_source(content, cache).clause
    next(content.glob("01-stance/clauses/*-values.toml")).unlink()
    assert "stance.values" not in from_source(content, cache).clause


def test_faulty_content_is_refused_whatever_is_kept(content, cache):
    from_source(content, cache)
    edit(content, "title.en", "titel.en")
    with pytest.raises(ContentError, match="titel"):
        from_source(content, cache)


def test_a_damaged_or_missing_cache_does_no_harm(content, cache):
    read = from_source(content, cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes()[:1000])
    assert from_source(content, cache) == read
    cache_that_is_a_file = cache.with_name("file")
    cache_that_is_a_file.write_bytes(b"")
    assert from_source(content, cache_that_is_a_file) == read


def test_the_compiled_library_is_the_same(content, tmp_path, monkeypatch):
    target = tmp_path / "bundle" / "library.json"
    compile_library(content, target)
    monkeypatch.setattr(paths, "compiled_library", lambda: target)
    from desktop.content.load import load_library

    load_library.cache_clear()
    try:
        assert load_library() == read_library(content)
    finally:
        load_library.cache_clear()
    assert target.stat().st_size > 100_000
