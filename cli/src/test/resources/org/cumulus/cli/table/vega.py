"""Makes vega.txt: rows of tables of the npm package vega-datasets, and their running totals.

The totals are those of exact fractions; pandas and DuckDB must agree with them.
Only tables are taken whose licence, in the package's datapackage.json, is one of LICENCES.

Usage: npm pack vega-datasets@3.2.1, tar xf it, then (pandas 3.0.6, DuckDB 1.5.6)
    python3 vega.py package > vega.txt            40 rows of each table, for VegaDatasetsTest
    python3 vega.py package --all CUMULUS         all rows, compared with the command at once
"""

import csv
import io
import json
import math
import random
import re
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import duckdb
import pandas

SEED = 20
ROWS = 40
LICENCES = re.compile("U.S. Government|Creative Commons|CC0|Public Domain|Open Government|other-open")

# File, the column that is added up, that of the groups, those of the order.
TABLES = """
airports.csv latitude state country
birdstrikes.csv Cost_Total_$ Effect_Amount_of_damage Flight_Date
co2-concentration.csv CO2 - Date
disasters.csv Deaths Entity Year
flights-airport.csv count origin destination
gapminder-health-income.csv income region health
global-temp.csv temp - year
iowa-electricity.csv net_generation source year
population_engineers_hurricanes.csv engineers hurricanes population
seattle-weather-hourly-normals.csv temperature wind date
seattle-weather.csv precipitation weather date
species.csv habitat_yearround_pct common_name county_id
unemployment.tsv rate - id
us-employment.csv nonfarm - month
weather.csv temp_min location temp_max
zipcodes.csv longitude state zip_code
budgets.json value forecastYear budgetYear
countries.json life_expect country year
flights-2k.json delay origin distance
gapminder.json pop cluster life_expect
monarchs.json end name start
obesity.json rate - state
penguins.json Body_Mass_(g) Species Beak_Length_(mm)
political-contributions.json Total_Receipts Party_Code Candidate_Name
unemployment-across-industries.json rate series date
us-state-capitals.json lat - lon
wheat.json wheat - year
"""


class Number:
    """A number as a cell writes it: exact, or with an exponent a double."""

    def __init__(self, text):
        self.is_double = "e" in text.lower()
        self.exact = Fraction(float(text)) if self.is_double else Fraction(text)
        self.scale = 0 if self.is_double else -min(0, Decimal(text).as_tuple().exponent)

    def text(self):
        return repr(float(self.exact)) if self.is_double else fixed(self.exact, self.scale)


def fixed(fraction, scale):
    digits = fraction * 10**scale
    assert digits.denominator == 1
    sign = "-" if digits < 0 else ""
    text = str(abs(digits.numerator)).rjust(scale + 1, "0")
    return sign + (text[:-scale] + "." + text[-scale:] if scale else text)


def mean(total, count, scale, is_double):
    if is_double or scale == 0:
        return repr(float(total / count))
    more = scale + 4
    units = abs(total / count) * 10**more + Fraction(1, 2)
    text = fixed(Fraction(math.floor(units), 10**more) * (1 if total >= 0 else -1), more)
    while text.endswith("0") and len(text) - text.index(".") - 1 > scale:
        text = text[:-1]
    return text if Fraction(text) or not text.startswith("-") else text[1:]


def totals(values):
    """Of each row: sum, average, smallest, largest, how many; values are numbers or None."""
    total, count, scale, is_double = Fraction(0), 0, 0, False
    least = most = None
    result = []
    for value in values:
        if value is not None:
            total += value.exact
            count += 1
            scale = max(scale, value.scale)
            is_double |= value.is_double
            least = value if least is None or value.exact < least.exact else least
            most = value if most is None or value.exact > most.exact else most
        if count == 0:
            result.append(["", "", "", "", "0"])
        else:
            text = repr(float(total)) if is_double else fixed(total, scale)
            average = mean(total, count, scale, is_double)
            result.append([text, average, least.text(), most.text(), str(count)])
    return result


def number(cell):
    return None if cell is None or cell.strip() == "" else Number(cell.strip())


def read(path):
    """Lines, and of each the cells by name; None for missing ones."""
    if path.suffix == ".json":
        rows = json.loads(path.read_text(encoding="utf-8"))
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        cells = [json.loads(line, parse_float=str, parse_int=str) for line in lines]
        return "", lines, cells
    text = path.read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    rows = list(csv.reader(io.StringIO(text), delimiter="\t" if path.suffix == ".tsv" else ","))
    assert len(rows) == len(lines), path
    return lines[0] + "\n", lines[1:], [dict(zip(rows[0], row)) for row in rows[1:]]


def order_key(cells, column):
    texts = [row.get(column) for row in cells]
    filled = [text for text in texts if text not in (None, "")]
    are_numbers = all(re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)", text) for text in filled)

    def key(index):
        text = texts[index]
        if text in (None, ""):
            return (0, 0)
        return (1, Fraction(text)) if are_numbers else (1, text.encode())

    return key


def check(values, groups, places, ours):
    """Compares with pandas and DuckDB, in the order of places."""
    frame = pandas.DataFrame(
        {
            "x": [None if values[i] is None else float(values[i].exact) for i in places],
            "g": [groups[i] for i in places],
            "i": range(len(places)),
        }
    ).astype({"x": "float64"})
    by = frame.groupby("g", sort=False)["x"]
    theirs = {
        "pandas": [
            by.cumsum().groupby(frame.g).ffill(),
            by.transform(lambda s: s.expanding().mean()),
            by.cummin().groupby(frame.g).ffill(),
            by.cummax().groupby(frame.g).ffill(),
            by.transform(lambda s: s.notna().cumsum()),
        ],
        "DuckDB": duckdb.sql(
            """select sum(x) over w, avg(x) over w, min(x) over w, max(x) over w, count(x) over w
            from (select * replace (if(isnan(x), null, x) as x) from frame)
            window w as (partition by g order by i rows unbounded preceding) order by i"""
        ).fetchall(),
    }
    largest = max((abs(float(v.exact)) for v in values if v), default=1) * len(values)
    for name, columns in theirs.items():
        rows = columns if name == "DuckDB" else list(zip(*columns))
        for i, row in enumerate(rows):
            for cell, other in zip(ours[places[i]], row):
                missing = other is None or math.isnan(other)
                # Decimals and their means are written with so many places.
                decimals = len(cell.partition(".")[2]) or 16
                agree = missing if cell == "" else math.isclose(
                    float(cell), other, rel_tol=1e-10, abs_tol=1e-14 * largest + 0.6 * 0.1**decimals
                )
                assert agree, (name, cell, other)


def case(path, column, group, order, rows, command):
    header, lines, cells = read(path)
    if rows < len(lines):
        chosen = sorted(random.sample(range(len(lines)), rows))
        lines, cells = [lines[i] for i in chosen], [cells[i] for i in chosen]
    values = [number(row.get(column)) for row in cells]
    assert any(values), (path, column)
    assert all(not name or any(name in row for row in cells) for name in (group, order)), path
    functions = [word for f in ["sum", "avg", "min", "max", "count"] for word in (f"--{f}", column)]
    for by, sort in [(None, None), (group, order)]:
        places = sorted(range(len(lines)), key=order_key(cells, sort)) if sort else range(len(lines))
        keys = [str(row.get(by)) if by else "" for row in cells]
        ours = [None] * len(lines)
        for key in dict.fromkeys(keys):
            at = [i for i in places if keys[i] == key]
            for i, new in zip(at, totals([values[i] for i in at])):
                ours[i] = new
        check(values, keys, list(places), ours)
        words = functions + (["--partition-by", by] if by else []) + (["--order-by", sort] if sort else [])
        if command:
            compare(command, path, words, header, lines, places, ours)
        else:
            show(path, words, header, lines, places, ours)


def compare(command, path, words, header, lines, places, ours):
    kind = "jsonl" if path.suffix == ".json" else path.suffix[1:]
    text = header + "\n".join(lines) + "\n"
    run = subprocess.run(
        [command, "table", "-", "--input-format", kind, *words],
        input=text, capture_output=True, text=True, check=True,
    )
    got = run.stdout.splitlines()[1 if header else 0 :]
    assert len(got) == len(lines), path
    for line, i in zip(got, places):
        assert line == with_cells(path, lines[i], words, ours[i]), (path, line, lines[i], ours[i])
    print("agrees:", path.name, " ".join(words[10:]), len(lines), "rows")


def with_cells(path, line, words, new):
    if path.suffix != ".json":
        return line + "".join(("\t" if path.suffix == ".tsv" else ",") + cell for cell in new)
    members = [
        f',"running_{function[2:]}_{words[1]}":{cell or "null"}'
        for function, cell in zip(words[0:10:2], new)
    ]
    return line[:-1] + "".join(members) + "}"


def show(path, words, header, lines, places, ours):
    kind = "jsonl" if path.suffix == ".json" else path.suffix[1:]
    print("====", path.name, "--input-format", kind, *[w.replace(" ", "~") for w in words])
    print(header + "\n".join(lines))
    print("----")
    for i in places:
        print(i, *ours[i], sep="|")


def main():
    folder = Path(sys.argv[1])
    command = sys.argv[3] if len(sys.argv) > 3 else None
    resources = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    licences = {r["path"]: [str(x.get("name") or x.get("title")) for x in r.get("licenses", [])] for r in resources}
    random.seed(SEED)
    for line in TABLES.split("\n"):
        if line:
            name, column, group, order = [w.replace("_", " ") if spaced(line, w) else w for w in line.split(" ")]
            assert any(LICENCES.search(licence) for licence in licences[name]), (name, licences[name])
            group = None if group == "-" else group
            case(folder / "data" / name, column, group, order, 10**9 if command else ROWS, command)


def spaced(line, word):
    """Whether the blanks of a name are written as underscores in TABLES."""
    return line.startswith(("birdstrikes", "penguins")) and not word.endswith((".csv", ".json"))


main()
