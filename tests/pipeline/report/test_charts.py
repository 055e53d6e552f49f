"""The pictures: lengths that can be compared."""

from __future__ import annotations

import re

import pytest
from defusedxml.ElementTree import fromstring

from pipeline.report.charts import Bar, stacked_bars
from pipeline.report.svg import Ink


def test_bars_of_all_panels_have_one_scale() -> None:
    bars = [Bar("Bằng khen", "Cá nhân", "province", 640, 0), Bar("Bằng khen", "Hộ", "district", 50, 0)]
    inks = {"province": Ink.LEVEL_3, "district": Ink.LEVEL_4}
    drawing = fromstring(stacked_bars(bars, ["Bằng khen"], ["Cá nhân", "Hộ"], inks, "Biểu đồ"))
    lengths = {
        path.get("class"): float(found[1])
        for path in drawing.iter("path")
        if "fill-level" in path.get("class", "") and (found := re.match(r"M0,[\d.]+h([\d.]+)", path.get("d", "")))
    }
    assert lengths["fill-level-4"] / lengths["fill-level-3"] == pytest.approx(50 / 640, rel=0.02)
