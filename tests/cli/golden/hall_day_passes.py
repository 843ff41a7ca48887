#!/usr/bin/env python3
"""The simulated day of docs/scheduling.md with a bound on how often anybody is passed, by a simulator of its own.

Written from docs/scheduling.md alone, without a line of the product, so that golden_test.cpp has something to be held
against. Prints for each N (0: no bound): p90 of 6 to 7, 5, 4 and other stars in minutes with half a 95 % interval,
the share of each in its target in percent, and how often anybody was passed at most.

    tests/cli/golden/hall_day_passes.py [--days 4000] [--seed 1] N...
"""
import argparse
import heapq
import math
import random
from collections import deque

SERVICES = [(3, .30), (4, .25), (6, .25), (8, .12), (12, .08)]  # mean minutes, share
TIERS = [(20, .02, 5), (15, .08, 5), (8, .20, 8), (0, .70, 15)]  # head start, share, target; the first two dedicated
HOURLY = [.70, 1, 1, .75, .75, 1, 1, .65]
COUNTERS, DEDICATED = 6, 5  # the last one is dedicated
CV, WALK_UP, NO_SHOW, NO_SHOW_COST, GUARD, DAY_SD, LOAD = .7, .33, .04, 1.0, 25.0, .08, .95


def peak_rate():
    occupied = sum(share * (mean + WALK_UP) for mean, share in SERVICES)
    return LOAD * COUNTERS / ((1 - NO_SHOW) * occupied + NO_SHOW * NO_SHOW_COST)


def customers(rng):
    """(minute, tier, minutes at the counter) of one day, by minute."""
    spread = math.log(1 + DAY_SD ** 2)
    factor = math.exp(rng.gauss(-spread / 2, math.sqrt(spread)))
    rate = peak_rate() * factor
    variance = math.log(1 + CV ** 2)
    came, now = [], 0.0
    while True:
        now += rng.expovariate(rate)
        if now >= 60 * len(HOURLY):
            return came
        if rng.random() >= HOURLY[int(now // 60)]:
            continue
        tier = rng.choices(range(4), [share for _, share, _ in TIERS])[0]
        mean = rng.choices([m for m, _ in SERVICES], [s for _, s in SERVICES])[0]
        time = rng.lognormvariate(math.log(mean) - variance / 2, math.sqrt(variance)) + WALK_UP
        came.append((now, tier, NO_SHOW_COST if rng.random() < NO_SHOW else time))


class Hall:
    def __init__(self, most):
        self.most = most
        self.lines = [deque() for _ in TIERS]  # of [came, passes, time at the counter], oldest first
        self.idle = {c: 0.0 for c in range(COUNTERS)}  # since when
        self.busy = []
        self.called = []  # (tier, wait)
        self.passed = 0

    def choose(self, counter, now):
        heads = [(line[0], tier) for tier, line in enumerate(self.lines) if line]
        oldest = min(heads)
        if now - oldest[0][0] >= GUARD:
            return oldest[1]
        due = [head for head in heads if self.most and head[0][1] >= self.most]
        if due:
            return min(due)[1]
        own = [head for head in heads if head[1] <= 1]
        if counter == DEDICATED and own:
            heads = own
        return min(heads, key=lambda head: (head[0][0] - TIERS[head[1]][0], head[0][0]))[1]

    def call(self, counter, now):
        if not any(self.lines):
            self.idle[counter] = now
            return
        tier = self.choose(counter, now)
        came, _, time = self.lines[tier].popleft()
        for line in self.lines:
            for waiting in line:
                if waiting[0] >= came:
                    break
                waiting[1] += 1
                self.passed = max(self.passed, waiting[1])
        self.called.append((tier, now - came))
        heapq.heappush(self.busy, (now + time, counter))

    def come(self, now, tier, time):
        self.lines[tier].append([now, 0, time])
        if self.idle:
            closest = min(self.idle, key=lambda c: ((c == DEDICATED) != (tier <= 1), self.idle[c]))
            del self.idle[closest]
            self.call(closest, now)

    def run(self, came):
        came = deque(came)
        while came or self.busy:
            if self.busy and (not came or self.busy[0][0] <= came[0][0]):
                now, counter = heapq.heappop(self.busy)
                self.call(counter, now)
            else:
                self.come(*came.popleft())


def nearest_rank(values, share):
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--days", type=int, default=4000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("most", type=int, nargs="+")
    asked = options.parse_args()
    for most in asked.most:
        batches = [[[] for _ in TIERS] for _ in range(40)]
        passed = 0
        for day in range(asked.days):
            hall = Hall(most)
            hall.run(customers(random.Random(asked.seed * 1_000_003 + day)))
            passed = max(passed, hall.passed)
            for tier, wait in hall.called:
                batches[day % 40][tier].append(wait)
        row = []
        for tier, (_, _, target) in enumerate(TIERS):
            waits = [wait for batch in batches for wait in batch[tier]]
            each = [nearest_rank(batch[tier], .9) for batch in batches]
            mean = sum(each) / 40
            half = 2.023 * math.sqrt(sum((x - mean) ** 2 for x in each) / 39 / 40)
            share = 100 * sum(wait <= target for wait in waits) / len(waits)
            row.append(f"{nearest_rank(waits, .9):.2f} ±{half:.2f} ({share:.1f} %)")
        print(f"N = {most}: {', '.join(row)}; passed {passed} times at most", flush=True)


main()
