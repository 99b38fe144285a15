"""Writes the golden files of org.cumulus.ArrayFormat: what NumPy prints for chosen and random arrays.

    python3 core/src/test/golden/printing.py core/src/test/resources/org/cumulus/printing

One case is a "case" line (dtype, shape, layout, options), a "data" line (the elements' bits in hex,
repeated until the array is full) and what NumPy makes of it (str, repr, array2string): the texts
themselves, each line behind a bar, or in the bulk file their CRC-32.

Layouts: c = C order, t = the transpose of an array of the reversed shape, r = all axes reversed.
Options, separator, prefix and suffix are percent-encoded. Objects: i = int, f = float (bits),
c = complex (bits), s = str, T, F, n = None, m = an object with this repr.
"""

import random
import struct
import sys
import zlib
from pathlib import Path
from urllib.parse import quote, unquote

import numpy as np

from printing_random import (
    FLOATS, INTS, float_bits, hex_of, random_data,
    random_dtype, random_options, random_shape)

VERSION = "2.4.6"


class Shown:
    """An object with a given repr."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


def object_of(token):
    kind, rest = token[0], token[1:]
    if kind == "i":
        return int(rest)
    if kind == "f":
        return struct.unpack(">d", bytes.fromhex(rest))[0]
    if kind == "c":
        return complex(*struct.unpack(">dd", bytes.fromhex(rest)))
    if kind == "s":
        return unquote(rest)
    if kind == "m":
        return Shown(unquote(rest))
    return {"T": True, "F": False, "n": None}[kind]


def array_of(dtype, shape, layout, data):
    size = int(np.prod(shape, dtype=int))
    tokens = [data[i % len(data)] for i in range(size)]
    if dtype == "|O":
        flat = np.empty(size, dtype=object)
        for i, token in enumerate(tokens):
            flat[i] = object_of(token)
    else:
        parts = 2 if "c" in dtype else 1
        order = ">" if dtype[0] == ">" else "<"
        raw = bytearray()
        for token in tokens:
            step = len(token) // parts
            for part in range(parts):
                bits = bytes.fromhex(token[part * step:(part + 1) * step])
                raw += bits if order == ">" else bits[::-1]
        flat = np.frombuffer(bytes(raw), dtype=dtype)
    if layout == "t":
        return flat.reshape(shape[::-1]).T
    array = flat.reshape(shape)
    return np.flip(array) if layout == "r" and shape else array


def texts(case):
    """str, repr and array2string; None where NumPy itself fails."""
    dtype, shape, layout, options, data = case
    array = array_of(dtype, shape, layout, data)
    around = {name: options[name] for name in ("separator", "prefix", "suffix") if name in options}
    general = {name: value for name, value in options.items() if name not in around}
    with np.printoptions(**general):
        try:
            return str(array), repr(array), np.array2string(array, **around)
        except (AttributeError, ValueError):
            return None


def head(case):
    dtype, shape, layout, options, data = case
    shape_text = ",".join(map(str, shape)) or "-"
    option_text = ";".join(f"{name}={quote(str(value), safe='')}" for name, value in options.items())
    return f"case {dtype} {shape_text} {layout} {option_text or '-'}\ndata {' '.join(data)}\n"


def in_full(case, results):
    out = head(case)
    for name, text in zip(("str", "repr", "array2string"), results):
        out += name + "\n" + "".join(f"|{line}\n" for line in text.split("\n"))
    return out


def as_checksum(case, results):
    sums = (format(zlib.crc32(text.encode()), "08x") for text in results)
    return head(case) + f"sums {' '.join(sums)}\n"


def random_case(rng):
    """A case that NumPy can print, and its texts."""
    while True:
        dtype, shape = random_dtype(rng), random_shape(rng)
        count = min(int(np.prod(shape, dtype=int)) or 1, 12)
        case = (dtype, shape, rng.choice("cccctr"), random_options(rng), random_data(rng, dtype, count))
        results = texts(case)
        if results is not None:
            return case, results


def doubles(*values):
    return [hex_of(float_bits(value, 64), 64) for value in values]


def chosen_cases():
    """Corners that random cases meet seldom."""
    float_lists = [
        (0.1, 1e-4), (0.0, 1e-5), (1000.0, 1.0), (1001.0, 1.0), (99999999.0,), (1e8,), (0.1, 0.123456789),
        (-np.inf, 1.5, 100.0), (np.inf, 1e-10), (np.nan,), (np.nan, -1.5), (5e-324,), (1e100, 1.0),
        (1e23, 9.007199254740993e-25), (1e23, 1.0), (1e-323, 5e-324, 1.5e-323, 2e-323), (-0.0, 0.0),
        (0.5, 1.5, 2.5, 3.5), (1e-9, -1e-9, 4e-9, 6e-9), (1.005, 2.675, 1e-5, 0.125, 0.375),
        (999999.5, 0.5), (0.99999999999, 1.0), (9.9999999999, 1e5), (1e16, 1e15), (123456.789, 0.001),
    ]
    options = [{}, {"precision": 0}, {"precision": 3, "floatmode": "fixed"}, {"floatmode": "unique"},
               {"precision": 20, "floatmode": "maxprec_equal"}, {"suppress": True}, {"sign": "+"},
               {"sign": " "}, {"precision": 17}]
    for values in float_lists:
        for option in options:
            yield "<f8", (len(values),), "c", option, doubles(*values)
    for dtype in ["|b1", "<f2", "<f4", "<f8", "<c8", "<c16", ">f4", ">c16", "<m8[s]", ">m8[25us]", "<m8",
                  "|O", *("<" + name for name in INTS[1:4] + INTS[5:]), "|i1", "|u1", ">i4"]:
        zero = "i0" if dtype == "|O" else "0" * (2 * np.dtype(dtype).itemsize)
        for shape in [(), (0,), (0, 3), (2, 0, 1), (1,), (1, 1), (3, 2)]:
            yield dtype, shape, "c", {}, [zero]
        yield dtype, (1001,), "c", {}, [zero]
        yield dtype, (40, 30), "c", {}, [zero]
        yield dtype, (3, 4, 5, 6), "c", {"threshold": 100, "edgeitems": 1}, [zero]
        yield dtype, (), "c", {"threshold": 0} if dtype != "|O" else {}, [zero]
    # Quotients that are above 1000 until they are rounded to the dtype, and those that stay above.
    for dtype, pairs in {"<f2": [(0.98828125, 988.5), (0.98828125, 989.0)],
                         "<f4": [(0.5167034, 516.7034), (0.5167034, 516.7035)]}.items():
        width = FLOATS[dtype[1:]]
        for pair in pairs:
            yield dtype, (2,), "c", {}, [hex_of(float_bits(value, width), width) for value in pair]
    for edge in range(4):
        for separator in [" ", ", ", ","]:
            yield "<i8", (7, 7), "c", {"threshold": 0, "edgeitems": edge, "separator": separator}, ["0" * 16]


def write(path, what, cases):
    cases = list(cases)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(f"# What NumPy {VERSION} prints; made by core/src/test/golden/printing.py\n")
        out.write(f"# cases: {len(cases)}\n")
        out.writelines(what(case, results) for case, results in cases)


def write_halves(path):
    halves = np.arange(1 << 16, dtype="u2").view("f2")
    text = "".join(str(half) + "\n" for half in halves)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(f"# str of every float16, by bits, as NumPy {VERSION} prints it, one a line: CRC-32\n")
        out.write(f"# cases: {len(halves)}\n")
        out.write(f"sums {zlib.crc32(text.encode()):08x}\n")


def main(folder):
    if np.__version__ != VERSION:
        sys.exit(f"NumPy {VERSION} is needed, not {np.__version__}")
    rng = random.Random(20240607)
    chosen = [(case, texts(case)) for case in chosen_cases()]
    short = (pair for pair in (random_case(rng) for _ in range(10**6)) if len(pair[1][1]) < 600)
    write(folder / "printing.txt", in_full, chosen + [next(short) for _ in range(300)])
    write(folder / "printing-bulk.txt", as_checksum, (random_case(rng) for _ in range(4000)))
    write_halves(folder / "printing-float16.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
