#!/usr/bin/env python3
"""Draws docs/pictures/rules.svg from what `starqueue simulate --csv` says of the day in docs/scheduling.md.

    scripts/draw-rules.py build/release/bin/starqueue

Needs the standard library alone. 4 000 days for each of six rules and three numbers of counters: half a minute.
"""

import csv
import io
import math
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HALL_DAY = os.path.join(ROOT, "tests", "cli", "golden", "scenarios", "hall_day.toml")
PICTURE = os.path.join(ROOT, "docs", "pictures", "rules.svg")

TIERS = {"5 stars": "#b8860b", "4 stars": "#3b7a9e", "others": "#8a8f98"}
GUARD = "[guard]\nminutes = 25\n"
RULES = [  # name, discipline, what is changed in the hall
    ("First come, first served", "fifo", {"dedicated": "0"}),
    ("Strict priority, reserved counter", "strict", {"help_others_after_seconds": "-1"}),
    ("Strict priority, counter helps", "strict", {}),
    ("Weighted 4:3:2:1", "weighted", {}),
    ("Accumulating 9, 6, 3, 1", "accumulating", {}),
    ("Head start and guard (default)", "head-start", {}),
]


def simulated(program, discipline, changes):
    """The rows of the CSV, by tier."""
    with open(HALL_DAY, encoding="utf-8") as file:
        text = file.read()
    if discipline != "head-start":
        text = text.replace(GUARD, "")
    for key, value in changes.items():
        text = re.sub(rf"(?m)^{key} = .*$", f"{key} = {value}", text)
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as scenario:
        scenario.write(text)
        scenario.flush()
        line = [program, "simulate", "--csv", "--scenario", scenario.name, "--discipline", discipline]
        done = subprocess.run(line, check=True, capture_output=True, text=True)
    return {row["tier"]: row for row in csv.DictReader(io.StringIO(done.stdout))}


class Drawing:
    """SVG by hand: text and bars."""

    def __init__(self, width, height):
        self.parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
            f'height="{height}" font-family="sans-serif" font-size="14" fill="#22272e">',
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        ]

    def text(self, x, y, text, anchor="start", **style):
        extra = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in style.items())
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{extra}>{text}</text>')

    def bar(self, x, y, width, height, colour):
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.5):.1f}" height="{height}" fill="{colour}"/>')

    def line(self, x, top, bottom, colour="#d5d8dc"):
        self.parts.append(f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}" stroke="{colour}"/>')

    def save(self, path):
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(self.parts) + "\n</svg>\n")


def heading(drawing, y, title, subtitle):
    drawing.text(20, y, title, font_size="18", font_weight="bold")
    drawing.text(20, y + 20, subtitle, fill="#5b626b")


def axis(drawing, left, scale, top, bottom, steps, unit):
    for value in steps:
        drawing.line(left + value * scale, top, bottom)
        drawing.text(left + value * scale, bottom + 16, f"{value}{unit}", "middle", fill="#5b626b", font_size="12")


def legend(drawing, x, y):
    for tier, colour in TIERS.items():
        drawing.bar(x, y - 11, 12, 12, colour)
        drawing.text(x + 18, y, tier)
        x += 90


def waits(drawing, program, top):
    left, scale, row = 270, 12.5, 58
    heading(drawing, top, "What nine in ten customers wait at most",
            "minutes (p90); right: how far an ordinary customer was passed at worst, in 4 000 days")
    legend(drawing, 640, top)
    begin = top + 40
    axis(drawing, left, scale, begin, begin + row * len(RULES), range(0, 45, 5), "")
    for place, (name, discipline, changes) in enumerate(RULES):
        rows = simulated(program, discipline, changes)
        y = begin + place * row + 6
        bold = {"font_weight": "bold"} if discipline == "head-start" else {}
        drawing.text(left - 10, y + 27, name, "end", **bold)
        for index, (tier, colour) in enumerate(TIERS.items()):
            wait = float(rows[tier]["p90"])
            drawing.bar(left, y + index * 15, wait * scale, 12, colour)
            drawing.text(left + wait * scale + 5, y + index * 15 + 11, f"{wait:.1f}", font_size="12")
        passed = float(rows["others"]["maxPassedByMinutes"])
        drawing.text(890, y + 27, f"{math.floor(passed * 10) / 10:.1f} min", "end", **bold)
    return begin + row * len(RULES) + 24


def counters(drawing, program, top):
    left, scale, row = 270, 5.6, 34
    heading(drawing, top, "What one more counter does",
            "share of days on which every tier kept its target (5, 8 and 15 minutes for 9 in 10), default rule")
    begin = top + 36
    axis(drawing, left, scale, begin, begin + row * 3, range(0, 101, 20), " %")
    for place, count in enumerate((6, 7, 8)):
        rows = simulated(program, "head-start", {"count": str(count)})
        share = float(rows["others"]["daysAllTargetsMet"]) * 100
        y = begin + place * row + 7
        drawing.text(left - 10, y + 15, f"{count} counters", "end")
        drawing.bar(left, y, share * scale, 20, "#4f7d4f")
        drawing.text(left + share * scale - 8, y + 15, f"{share:.1f} %", "end", fill="#ffffff")
    return begin + row * 3 + 30


def main():
    program = sys.argv[1] if len(sys.argv) == 2 else sys.exit(__doc__)
    drawing = Drawing(920, 640)
    below = waits(drawing, program, 34)
    counters(drawing, program, below + 30)
    drawing.save(PICTURE)


if __name__ == "__main__":
    main()
