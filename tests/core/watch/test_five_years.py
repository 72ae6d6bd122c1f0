"""Five years of watching in a few seconds: a firm with holidays, late ticks, mistakes and clocks that go wrong.

Every day on which somebody looks, the checklist is held against one worked out the slow way, and what must never happen
is looked for: two items of a task, something overdue that no longer is, a period that is counted twice or not at all.
"""

from bisect import insort
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from desktop.content.public_holidays import public_holidays
from desktop.core.watch.checklist import Status, checklist, tick_of
from desktop.core.watch.choices import Rhythm, TaskChoice, WatchChoices
from desktop.core.watch.effect import counted_from
from desktop.core.watch.evidence import DONE, HAPPENED, SKIPPED, WITHDRAWN, Tick
from desktop.core.watch.working_days import WorkingDays, rest_days
from tests.core.watch.watch_model import DAY, all_of, standing, task

BEGAN, END = date(2026, 11, 23), date(2031, 11, 23)
BEYOND = date(2034, 6, 1)
"""As far as the slow way looks ahead."""

EARLY = timedelta(days=60)
"""Nobody does a task earlier than that."""

OPEN = (Status.OVERDUE, Status.TODAY)
SHIFTS = ("after", "before", "stay")

PLAN = (
    task("look", "day"),
    task("look-always", "day", on_rest_days=True),
    task("open-items", "week"),
    task("next-week", "week", 4),
    task("saturday", "week", 5),
    task("numbers", "month", day=1),
    task("month-end", "month", day=31),
    task("access", "quarter", day=12, month=2),
    task("drill", "half_year", day=29, month=2),
    task("register", "year", day=25, month=12),
    task("review", "year", from_start=True),
    task("leaver", "event"),
)


class Firm:
    """A firm that watches. Evidence is kept as the business file keeps it: added to, never changed."""

    def __init__(self, state, shift="after"):
        self.random = Random(state)
        self.plan = {each.id: each for each in PLAN}
        self.days = WorkingDays(rest_days(state), public_holidays(state, range(2026, 2036)), shift)
        self.done, self.events, self.gone, self.kept = {}, [], set(), 0
        self._listed = {}
        self._looked, self._seen = (), {}

    def counts(self, tick, today):
        """Whether a tick was not taken back, nor made by a clock that was ahead."""
        return tick.number not in self.gone and tick.on <= today + DAY

    def settled(self, today):
        """The newest occurrence that is settled, by task."""
        newest = {
            name: next((tick.occurrence for tick in reversed(ticks) if self.counts(tick, today)), None)
            for name, ticks in self.done.items()
        }
        return {name: day for name, day in newest.items() if day}

    def happened(self, today):
        """Days of events after which nothing was done, by task."""
        found = {}
        for event in (event for event in self.events if self.counts(event, today)):
            later = (tick for tick in reversed(self.done.get(event.task, ())) if tick.occurrence >= event.occurrence)
            if not any(tick.number > event.number and self.counts(tick, today) for tick in later):
                found.setdefault(event.task, []).append(event.occurrence)
        return {name: tuple(sorted(days)) for name, days in found.items()}

    def keep(self, tick):
        """Add to the evidence."""
        self.kept += 1
        tick = replace(tick, number=self.kept)
        if tick.outcome in (DONE, SKIPPED):
            insort(self.done.setdefault(tick.task, []), tick, key=lambda each: each.occurrence)
        elif tick.outcome == HAPPENED:
            self.events.append(tick)
        else:
            self.gone.add(tick.corrects)
        return tick.number

    def listed(self, each):
        """Everything that comes of a task, found the slow way."""
        key = (each.rhythm, each.from_start, each.on_rest_days, each.since, id(self.days))
        if key not in self._listed:
            self._listed[key] = (all_of(each, BEGAN, self.days, BEYOND), self.days)
        return self._listed[key][0]

    def look(self, today):
        """The checklist, checked against the slow way; looked at again only once something changed."""
        state = (today, self.kept, self.plan, self.days)
        if state != self._looked:
            self._looked, self._seen = state, self._look(today)
        return self._seen

    def _look(self, today):
        settled, happened = self.settled(today), self.happened(today)
        items = checklist(self.plan.values(), self.days, BEGAN, settled, today, happened)
        assert Counter(item.task.id for item in items) == Counter(t.id for t in self.plan.values() if t.is_on)
        for item in items:
            events = happened.get(item.task.id, ())
            if item.task.rhythm.every == "event":
                assert (item.happened, item.due) == (len(events), min(events, default=None))
                continue
            expected = standing(self.listed(item.task), settled.get(item.task.id), today)
            assert (item.occurrence, item.due, item.missed) == expected
            assert item.due >= BEGAN
            assert (item.status in OPEN) == (item.due <= today)
        return {item.task.id: item for item in items}

    def tick(self, item, outcome, today):
        """Tick an item, and see that everything up to today is settled and no more. Returns the number of the tick."""
        number = self.keep(tick_of(item, outcome, on=today, by="Aminah"))
        after = self.look(today)[item.task.id]
        if item.task.rhythm.every == "event":
            assert after.happened < max(item.happened, 1)
            return number
        assert after.due > today or after.due == item.due  # two that fall on one day, of which one was early
        assert after.missed == 0
        assert after.occurrence == standing(self.listed(item.task), item.occurrence, BEGAN - DAY)[0]
        return number

    def work(self, today):
        """What somebody does who sits down to it: some things, not all; some too early; some by mistake."""
        for item in self.look(today).values():
            dice = self.random.random()
            if item.status is Status.ON_EVENT:
                if dice < 0.02:
                    self.keep(tick_of(item, HAPPENED, on=today))
            elif dice < (0.35 if item.status in OPEN else 0.01) and item.due <= today + EARLY:
                number = self.tick(item, SKIPPED if dice < 0.05 else DONE, today)
                if self.random.random() < 0.05:
                    self.take_back(item, number, today)

    def take_back(self, item, number, today):
        """The tick was a mistake: its item is back as it was, and the others stay where they are."""
        ticked = self.look(today)
        self.keep(Tick(item.task.id, item.occurrence, item.due, today, WITHDRAWN, corrects=number))
        assert self.look(today) == {**ticked, item.task.id: item}

    def stays_open(self, before, items, settled_before, today):
        """What was open is overdue now, since the same day, unless a tick counts that did not."""
        settled = self.settled(today)
        for name, item in before.items():
            if item.status in OPEN and name in items and settled.get(name) == settled_before.get(name):
                assert items[name].due == item.due
                assert items[name].missed >= item.missed or item.task.rhythm.every == "event"
                assert items[name].status is Status.OVERDUE


def each_day():
    return (BEGAN + timedelta(days=number) for number in range((END - BEGAN).days))


@pytest.mark.parametrize(
    ("state", "shift"), [("selangor", "after"), ("kedah", "before"), ("johor", "stay"), ("sabah", "before")]
)
def test_in_five_years_every_period_is_accounted_for_once(state, shift):
    firm = Firm(state, shift)
    before, settled, looked = {}, {}, BEGAN - DAY
    away = 0
    for today in each_day():
        away = away - 1 if away else firm.random.choice([0] * 30 + [1, 2, 3, 9, 40])  # the computer is off
        if away:
            continue
        items = firm.look(today)
        if looked < today:
            firm.stays_open(before, items, settled, today)
        firm.work(today)
        before, settled, looked = firm.look(today), firm.settled(today), today
    for name, item in firm.look(END).items():
        if item.task.rhythm.every == "event":
            continue
        accounted = sum(tick.missed + 1 for tick in firm.done[name] if firm.counts(tick, END))
        due = sum(due <= END or day <= settled.get(name, date.min) for day, due in firm.listed(item.task))
        assert accounted + (item.missed + 1 if item.status in OPEN else 0) == due
        assert due >= 4
    assert firm.kept > 1000


class Owner:
    """Somebody who changes their mind about rhythms, days off and tasks, and whose clock goes wrong."""

    def __init__(self, firm):
        self.firm, self.random = firm, firm.random

    def change(self, today):
        """One thing of many; the day from which it counts is noted as the program does."""
        firm, before = self.firm, self.firm.look(today)
        settled = firm.settled(today)
        kind = self.random.choice(["off", "worked", "shift", "rest", "rhythm", "switch"])
        days, name = firm.days, self.random.choice(list(firm.plan))
        if kind == "off":
            some = {today + timedelta(days=self.random.randint(-20, 60)): "Cuti" for _day in range(5)}
            firm.days = replace(days, days_off={**days.days_off, **some})
        elif kind == "worked":
            kept = {day: held for day, held in days.days_off.items() if self.random.random() < 0.9}
            firm.days = replace(days, days_off=kept)
        elif kind == "shift":
            firm.days = replace(days, shift=self.random.choice(SHIFTS))
        elif kind == "rest":
            firm.days = replace(days, rest=self.random.choice([frozenset(), frozenset({4, 5}), frozenset({5, 6})]))
        elif kind == "switch":
            self._plan(replace(firm.plan[name], is_on=not firm.plan[name].is_on), before, today)
        elif name != "leaver":
            every = self.random.choice(["day", "week", "month", "quarter"])
            rhythm = Rhythm(every, self.random.choice([None, 2, 5]), self.random.randint(1, 31))
            self._plan(replace(firm.plan[name], rhythm=rhythm, from_start=False), before, today)
        after = firm.look(today)
        if kind in ("off", "worked", "shift"):  # days that are settled stay settled whatever is a day off
            assert firm.settled(today) == settled
            opened = [item for key, item in after.items() if item.status in OPEN and before[key].status not in OPEN]
            assert all(item.occurrence > settled.get(item.task.id, date.min) for item in opened)

    def _plan(self, changed, before, today):
        plan = {**self.firm.plan, changed.id: changed}
        choices = WatchChoices(tasks={name: TaskChoice(since=each.since) for name, each in plan.items()})
        found = counted_from(choices, before.values(), plan.values(), BEGAN, today)
        self.firm.plan = {name: replace(each, since=found.tasks[name].since) for name, each in plan.items()}
        after = self.firm.look(today)
        if changed.id not in before and changed.is_on:  # nobody is late with what was not asked of them
            assert after[changed.id].missed == 0
            assert after[changed.id].due is None or after[changed.id].due >= today

    def wrong_clock(self, today):
        """The clock is set forward or back for a while, and somebody works on."""
        firm = self.firm
        before = firm.look(today)
        days = self.random.choice([-400, -30, -1, 1, 2, 30, 400])
        wrong = today + timedelta(days=days)
        firm.work(wrong)
        if days > 1:  # nothing of it counts once the clock is right again
            assert firm.look(today) == before
        else:
            firm.look(today)


@pytest.mark.parametrize("state", ["selangor", "kedah", "johor", "sabah"])
def test_in_five_years_changes_of_mind_and_wrong_clocks_do_no_harm(state):
    firm = Firm(state)
    owner = Owner(firm)
    before, settled, looked, changed = {}, {}, BEGAN - DAY, False
    for today in each_day():
        if firm.random.random() < 0.3:
            continue
        items = firm.look(today)
        if not changed and looked < today:
            firm.stays_open(before, items, settled, today)
        firm.work(today)
        changed = firm.random.random() < 0.02
        if changed:
            owner.change(today)
        if firm.random.random() < 0.005:
            owner.wrong_clock(today)
        before, settled, looked = firm.look(today), firm.settled(today), today
    assert firm.kept > 500
