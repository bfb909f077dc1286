# SPDX-License-Identifier: MIT
"""Draws shares between 0 and 1 as groups of bars, an SVG by hand: a bar for each tool in each group."""

from __future__ import annotations

from collections.abc import Mapping

_BAR, _GAP, _LEFT, _WIDTH, _TOP = 12, 12, 210, 420, 64
_COLOURS = ("#1b4f72", "#5dade2", "#b9770e", "#e59866")


def bars(title: str, groups: Mapping[str, Mapping[str, float]]) -> str:
    """The plot: group by group from top to bottom, each bar with its figure."""
    names = list(next(iter(groups.values())))
    step = len(names) * _BAR + _GAP
    height = _TOP + len(groups) * step + 20
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 60} {height}" font-family="sans-serif" font-size="12">',
        f"<title>{title}</title>",
        f'<rect width="{_LEFT + _WIDTH + 60}" height="{height}" fill="#ffffff"/>',
        f'<text x="10" y="18" font-size="14">{title}</text>',
    ]
    for number, name in enumerate(names):
        at = 10 + 160 * number
        out.append(
            f'<rect x="{at}" y="30" width="12" height="12" fill="{_COLOURS[number % len(_COLOURS)]}"/>'
        )
        out.append(f'<text x="{at + 18}" y="40">{name}</text>')
    for tenth in range(0, 11, 2):
        x = _LEFT + _WIDTH * tenth / 10
        out.append(f'<line x1="{x:.0f}" y1="{_TOP - 8}" x2="{x:.0f}" y2="{height - 20}" stroke="#cccccc"/>')
        out.append(f'<text x="{x:.0f}" y="{height - 6}" text-anchor="middle">{tenth / 10:.1f}</text>')
    for row, (group, shares) in enumerate(groups.items()):
        top = _TOP + row * step
        middle = top + len(shares) * _BAR / 2 + 4
        out.append(f'<text x="{_LEFT - 8}" y="{middle:.0f}" text-anchor="end">{group}</text>')
        for number, share in enumerate(shares.values()):
            y, width = top + number * _BAR, _WIDTH * share
            colour = _COLOURS[number % len(_COLOURS)]
            out.append(f'<rect x="{_LEFT}" y="{y}" width="{width:.1f}" height="{_BAR - 1}" fill="{colour}"/>')
            out.append(f'<text x="{_LEFT + width + 4:.0f}" y="{y + 10}" font-size="10">{share:.2f}</text>')
    return "\n".join([*out, "</svg>", ""])
