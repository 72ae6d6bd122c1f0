"""The evidence of a month: what was to be done and was done, what was found, and how quickly it was seen to."""

from collections.abc import Mapping
from datetime import date
from statistics import median

from desktop.core.document import Block, Entry, Paragraph, Run, Runs, Table
from desktop.core.handout import Handout
from desktop.core.template import Hole
from desktop.core.text import Text
from desktop.core.watch import papers
from desktop.core.watch.account_paper import account_words
from desktop.core.watch.done_words import done_words, offered_words
from desktop.core.watch.evidence import DONE, Incident, MonthCount, Records, Tick
from desktop.core.watch.evidence import Entry as Post
from desktop.core.watch.incident_state import state_of
from desktop.core.watch.overview import task_counts
from desktop.core.watch.plan import PlannedTask, plan_of

_FORM_ROWS = 6
"""Rows of a table that is filled in by hand."""


def month_head(handout: Handout) -> tuple[Entry, ...]:
    """Which month, whose system, and when the report was made."""
    records = handout.records
    month: Runs = (Run(papers.month_words(handout, records.month)),) if records.month else papers.BLANK
    rows = (
        ("report_month", month),
        ("detail_owner", handout.wording.runs(Hole("policy_owner"))),
        ("report_made_on", papers.day_words(handout, handout.today if records.month else None)),
    )
    return papers.made("month-head", papers.labelled(handout, rows))


def month_tasks(handout: Handout) -> tuple[Entry, ...]:
    """A row for each task; on a form, the tasks of the firm to be filled in."""
    records = handout.records
    plan = {task.id: task for task in plan_of(handout.settled, with_off=True)}
    top = papers.heads(handout, "report_task", *(f"report_{name}" for name in _COLUMNS))
    if records.month is None:
        titles = [handout.line(task.title) for task in plan.values() if task.is_on and task.rhythm.every != "event"]
        table = Table((top, *((title, *[papers.BLANK] * len(_COLUMNS)) for title in titles)), shares=_TASK_SHARES)
        return papers.made("month-tasks", table)
    counts = task_counts(records)
    said: list[Block] = []
    if counts:
        names = sorted(counts, key=lambda name: list(plan).index(name) if name in plan else len(plan))
        rows = [(_title(handout, plan, name), *_figures(counts[name])) for name in names]
        whole = sum(counts.values(), MonthCount())
        total = tuple(tuple(Run(run.text, bold=True) for run in cell) for cell in _figures(whole))
        rows.append(((Run(handout.word("report_total"), bold=True),), *total))
        said = [*_share(handout, whole), Table((top, *rows), shares=_TASK_SHARES)]
    if early := _before_began(records):
        values = {"count": early, "day": handout.wording.day(records.began)} if records.began else {}
        said.append(papers.said(handout, "report_before", **values))
    return papers.made("month-tasks", *(said or [papers.said(handout, "report_no_ticks")]))


_COLUMNS = ("due", "on_time", "late", "missed", "skipped")
_TASK_SHARES = (14, 4, 4, 4, 4, 4)


def _share(handout: Handout, whole: MonthCount) -> list[Block]:
    """How much was done on time, with the number of the overview; what was skipped, and what is still open."""
    said: list[str] = []
    if whole.due:
        values = {"count": whole.on_time, "due": whole.due, "share": whole.percent}
        said.append(handout.word("report_share").format(**values))
    if whole.skipped:
        said.append(handout.word("report_not_counted").format(count=whole.skipped))
    month, overdue = handout.records.month, handout.records.overdue.values()
    if month and (still := sum(day.replace(day=1) == month for each in overdue for day in each)):
        said.append(handout.word("report_still_open").format(count=still))
    return [Paragraph((Run(" ".join(said)),))] if said else []


def _figures(count: MonthCount) -> tuple[Runs, ...]:
    return tuple((Run(str(getattr(count, name))),) for name in _COLUMNS)


def _before_began(records: Records) -> int:
    """How many ticks are of a day before tasks count."""
    began = records.began
    return sum(tick.on < began for tick in records.ticks) if began else 0


def month_ticks(handout: Handout) -> tuple[Entry, ...]:
    """Every tick in order, with what corrects it."""
    records = handout.records
    top = papers.heads(
        handout, "record_number", "report_day_due", "report_day_done", "report_task", "record_by", "record_note"
    )
    shares = (3, 5, 5, 10, 6, 9)
    if records.month is None:
        row = (papers.BLANK, papers.DAY, papers.DAY, papers.BLANK, papers.BLANK, papers.BLANK)
        return papers.made("month-ticks", Table((top, *papers.blank_rows(row, _FORM_ROWS)), shares=shares))
    if not records.ticks:
        return ()
    plan = {task.id: task for task in plan_of(handout.settled, with_off=True)}
    later = dict.fromkeys(records.corrected, 0)  # by a tick of another month
    corrected = later | {tick.corrects: tick.number for tick in records.ticks if tick.corrects}
    rows = [_tick(handout, plan, tick, corrected) for tick in records.ticks]
    return papers.made("month-ticks", Table((top, *rows), shares=shares))


def _tick(handout: Handout, plan: dict[str, PlannedTask], tick: Tick, corrected: dict[int, int]) -> tuple[Runs, ...]:
    marks: list[str] = []
    if tick.number in corrected:
        by_number = corrected[tick.number]
        marks.append(handout.word("tick_corrected" if by_number else "tick_void").format(number=by_number))
    if tick.outcome != DONE:
        marks.append(handout.word(f"tick_{tick.outcome}"))
    elif not tick.is_on_time:
        marks.append(handout.word("tick_late"))
    if tick.missed:
        marks.append(handout.word("tick_missed").format(count=tick.missed))
    if tick.corrects:
        marks.append(handout.word("tick_corrects").format(number=tick.corrects))
    note = papers.joined(
        *((Run(mark, bold=True),) for mark in marks),
        papers.noted(handout, tick.note),
        papers.file_of(tick.file),
    )
    due, on = papers.short_day(tick.due), papers.short_day(tick.on)
    what, by = _title(handout, plan, tick.task), papers.words_of(tick.by)
    return (Run(str(tick.number)),), (Run(due),), (Run(on),), what, by, note


def _title(handout: Handout, plan: dict[str, PlannedTask], name: str) -> Runs:
    """What a task was called when it was ticked; else what it is called now."""
    kept: Text = handout.records.titles.get(name, {})
    if any(kept.values()):
        return papers.known_text(handout, kept)
    return papers.known_text(handout, plan[name].title if name in plan else {}, name)


def month_posts(handout: Handout) -> tuple[Entry, ...]:
    """What was found, what was done about it, and after how many days."""
    records = handout.records
    top = papers.heads(
        handout,
        "record_number",
        "post_seen",
        "post_where",
        "post_tone",
        "post_action",
        "record_by",
        "post_done",
        "post_days",
    )
    shares = (3, 5, 6, 4, 11, 6, 5, 3)
    if records.month is None:
        row = (papers.BLANK, papers.DAY, *[papers.BLANK] * 4, papers.DAY, papers.BLANK)
        return papers.made("month-posts", Table((top, *papers.blank_rows(row, _FORM_ROWS)), shares=shares))
    posts = [post for post in records.entries if _month(post.seen) == _month(records.month)]
    if not posts:
        return papers.made("month-posts", papers.said(handout, "post_none"))
    blocks: list[Block] = []
    if days := [_days(post) for post in posts if post.done]:
        middle = median(days)
        figures = {"count": len(days), "all": len(posts), "middle": _figure(middle), "most": max(days)}
        key = "post_speed" if middle else "post_speed_same" if max(days) else "post_speed_day"
        blocks.append(papers.said(handout, key, **figures))
    offered = offered_words(handout)
    rows = [_post(handout, post, offered) for post in posts]
    return papers.made("month-posts", *blocks, Table((top, *rows), shares=shares))


def _post(handout: Handout, post: Post, offered: Mapping[str, str]) -> tuple[Runs, ...]:
    incident: Runs = (Run(handout.word("post_incident").format(number=post.incident)),) if post.incident else ()
    return (
        (Run(str(post.entry)),),
        (Run(papers.short_day(post.seen)),),
        papers.place_words(handout, post.where),
        (Run(handout.word(f"tone_{post.tone}")),),
        papers.joined(done_words(post.action, offered), papers.noted(handout, post.outcome), incident),
        papers.words_of(post.by),
        _done_on(handout, post),
        (Run(str(_days(post))),) if post.done else (),
    )


def _done_on(handout: Handout, post: Post) -> Runs:
    """The day something was done, or that the incident that came of it is closed; else that nothing is done yet."""
    if post.done:
        return (Run(papers.short_day(post.done)),)
    records = handout.records
    incident = next((each for each in records.incidents if post.incident and each.number == post.incident), None)
    closed = state_of(incident, records.incident_notes.get(incident.number, ())).closed if incident else None
    key = "incident_closed" if closed else "post_open"
    return (Run(handout.word(key).format(day=papers.short_day(closed.on) if closed else "")),)


def _days(post: Post) -> int:
    return max((post.done - post.seen).days, 0) if post.done else 0


def _figure(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def month_incidents(handout: Handout) -> tuple[Entry, ...]:
    """What was an incident, and whether it is over."""
    records = handout.records
    if records.month is None:
        return ()
    incidents = [incident for incident in records.incidents if _is_of_month(records, incident, records.month)]
    if not incidents:
        return papers.made("month-incidents", papers.said(handout, "incident_none"))
    kinds = {kind.id: kind.title for kind in handout.settled.library.incident_kinds}
    rows = [
        papers.heads(handout, "record_number", "incident_known", "incident_kind", "incident_title", "incident_state")
    ]
    for incident in incidents:
        state = state_of(incident, records.incident_notes.get(incident.number, ()))
        closed = state.closed
        over = handout.word("incident_closed").format(day=papers.short_day(closed.on)) if closed else ""
        rows.append(
            (
                (Run(str(incident.number)),),
                (Run(papers.moment(state.opened)),),
                papers.known_text(handout, kinds.get(state.kind, {}), state.kind),
                papers.words_of(state.title),
                (Run(over or handout.word("incident_open")),),
            )
        )
    return papers.made("month-incidents", Table(tuple(rows), shares=(3, 6, 8, 10, 6)))


def _is_of_month(records: Records, incident: Incident, month: date) -> bool:
    """Whether it was known in the month and not over before it. An incident report made beside may be about another."""
    closed = state_of(incident, records.incident_notes.get(incident.number, ())).closed
    return _month(incident.opened) <= _month(month) and (closed is None or _month(closed.on) >= _month(month))


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def month_reviews(handout: Handout) -> tuple[Entry, ...]:
    """When each account was last looked at."""
    records = handout.records
    if not records.reviews:
        return () if records.month is None else papers.made("month-reviews", papers.said(handout, "review_none"))
    rows = [papers.heads(handout, "account_place", "account_checked", "record_by", "review_found")]
    for review in sorted(records.reviews.values(), key=lambda each: (each.on, each.handle)):
        day: Runs = (Run(papers.short_day(review.on)),)
        found = papers.noted(handout, review.note) or (Run(handout.word("review_right")),)
        rows.append((papers.words_of(review.handle), day, papers.words_of(review.by), found))
    never = [each for each in handout.facts.answers.accounts.values() if each.id not in records.reviews]
    rows += [(account_words(handout, each), (Run(handout.word("review_never")),), (), ()) for each in never]
    return papers.made("month-reviews", Table(tuple(rows), shares=(9, 5, 6, 10)))


def month_cleared(handout: Handout) -> tuple[Entry, ...]:
    """How many entries of the log were deleted because their time was over."""
    said: list[Block] = []
    for cleared in handout.records.cleared:
        on: date | None = cleared.written.date() if cleared.written else None
        key = "cleared_one" if cleared.count == 1 else "cleared"
        values = {"count": cleared.count, "before": handout.wording.day(cleared.before), "by": cleared.by or "-"}
        day = handout.wording.day(on) if on else "-"
        said.append(papers.said(handout, key, day=day, **values))
    return papers.made("month-cleared", *(each for each in said if isinstance(each, Paragraph))) if said else ()
