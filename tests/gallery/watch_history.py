"""Half a year of watching for the pictures: ticks, posts, incidents, reviews, and somebody who leaves."""

from dataclasses import replace
from datetime import date, timedelta

from desktop.core.watch.evidence import DONE, SKIPPED, AccessReview, Entry, Incident, Note, Tick
from desktop.core.watch.recurrence import occurrences
from desktop.core.watch.register import run_for
from desktop.ui.session import Session

ME = "Nur Iman Rosli"
_BEGAN = date(2026, 7, 6)
_OVERDUE = ("open-items", "recovery")
"""Tasks that were not done when they came last."""
_SKIP_EVERY, _LATE_EVERY = 17, 11
_DAY = timedelta(days=1)

_POSTS = (
    ("facebook", "customer", "good", "Roti kelapa hari ini sangat lembut, terima kasih kepada semua yang membakar!"),
    ("instagram", "unknown", "neutral", "Adakah kedai buka pada hari cuti umum?"),
    ("tiktok", "customer", "good", "The coconut bread from Seri Murni is worth the drive"),
    ("google_reviews", "customer", "bad", "Kek hari jadi lewat dua jam, tetamu sudah balik."),
    ("facebook", "former_customer", "neutral", "Dahulu roti ini lebih besar, bukan?"),
    ("Forum taman", "unknown", "bad", "Somebody told me they use old oil. Is it true?"),
    ("instagram", "press", "good", "Lima kedai roti kampung yang patut anda singgah bulan ini"),
)
"""Place, writer, tone and words."""


def live_through(session: Session) -> None:
    """Write half a year of watching into the policy that is open. It is done once, for it cannot be undone."""
    session.file.set_setting("watch_me", ME)
    session.watch.begin(_BEGAN)
    _tick(session)
    _log(session)
    _see_to_incidents(session)
    _look_after_accounts(session)
    session.begin_day()


def _tick(session: Session) -> None:
    """Most tasks in time, some late, some skipped, and some not yet."""
    watch, yesterday = session.watch, session.today - _DAY
    rows: list[tuple[date, Tick]] = []
    for task in watch.plan:
        if task.rhythm.every == "event":
            continue
        due = list(occurrences(task, _BEGAN, _BEGAN, yesterday, watch.days))
        for number, each in enumerate(due[:-1] if task.id in _OVERDUE else due, start=1):
            late = 2 if number % _LATE_EVERY == 0 and each is not due[-1] else 0
            outcome = SKIPPED if number % _SKIP_EVERY == 0 else DONE
            note = "Kedai tutup" if outcome == SKIPPED else ""
            on = each.due + late * _DAY
            rows.append((on, Tick(task.id, each.day, each.due, on, outcome, by=ME, note=note)))
    for _on, tick in sorted(rows, key=lambda row: row[0]):
        watch.evidence.add_tick(tick, watch.title(tick.task), now=session.now)


def _log(session: Session) -> None:
    """Three months of posts: most of them settled, the newest open."""
    book, now = session.watch.evidence, session.now
    for number in range(28, 0, -1):
        where, writer, tone, text = _POSTS[number % len(_POSTS)]
        seen = session.today - 3 * number * _DAY
        is_open = number <= 2
        book.add_entry(
            Entry(
                seen,
                where,
                writer,
                ("product",),
                text=text,
                tone=tone,
                action="" if is_open else "Dijawab dengan sopan",
                by="" if is_open else ME,
                done=None if is_open else seen,
                outcome="" if is_open else "Selesai",
            ),
            now=now,
        )


def _see_to_incidents(session: Session) -> None:
    """One that is closed, and a leak whose hours count."""
    book, now = session.watch.evidence, session.now
    old = book.add_incident(Incident("fake", now - 40 * _DAY, "Halaman palsu dengan logo kami", by=ME), now=now)
    closed = Note(old.number, now - 30 * _DAY, text="Facebook memadam halaman itu.", by="Aminah Yusof", closes=True)
    book.add_note("incident", closed, now=now)
    opened = now - timedelta(hours=30)
    leak = Incident("leak", opened, "Senarai tempahan dihantar ke kumpulan yang salah", data_leak=True, by=ME)
    leak = book.add_incident(leak, now=now)
    for step in ("tell", "stop", "data"):
        book.add_note("incident", Note(leak.number, opened + timedelta(hours=1), step, by=ME), now=now)
    asked = Note(leak.number, opened + timedelta(hours=2), text="Mesej sudah dipadam oleh pentadbir kumpulan.", by=ME)
    book.add_note("incident", asked, now=now)


def _look_after_accounts(session: Session) -> None:
    """Some accounts are safe and were looked at, and somebody leaves who could enter them."""
    book, now = session.watch.evidence, session.now
    first, second, *more = session.answers.accounts.values()
    safe = {"recovery_email": "aminah", "recovery_phone": "aminah", "two_factor": "app"}
    first = replace(first, administrators=("iman", "wei-jian"), **safe)
    second = replace(second, administrators=("wei-jian",), two_factor="text_message")
    for account in (first, second):
        session.save_account(account)
    accounts = [first, second, *more]
    for days, account in zip((12, 130), accounts, strict=False):
        review = AccessReview(account.id, account.handle, session.today - days * _DAY, "Aminah Yusof")
        book.add_review(review, now=now)
    leaver = session.answers.people["wei-jian"]
    facts, last_day = session.settled.all_facts, session.today + _DAY
    run = run_for(session.library, facts, "leaver", leaver.name, last_day, person=leaver.id)
    book.add_run(run, now=now)
