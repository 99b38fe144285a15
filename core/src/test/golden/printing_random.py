"""Random arrays and options for printing.py: values where printing is hard, of every dtype."""

import random
from urllib.parse import quote

import numpy as np

FLOATS = {"f2": 16, "f4": 32, "f8": 64}
INTS = ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"]
UNITS = ["", "[s]", "[25us]", "[D]", "[ns]", "[M]"]


def hex_of(bits, width):
    return format(bits, f"0{width // 4}x")


def float_bits(value, width):
    """The bits of the value rounded to a float of this width."""
    with np.errstate(all="ignore"):
        scalar = np.array(value, dtype=f"f{width // 8}")
    return int(scalar.view(f"u{width // 8}"))


def random_float(rng, width, family):
    """The bits of a float drawn from one family of numbers."""
    mask = (1 << width) - 1
    sign = (1 << (width - 1)) if rng.random() < 0.3 else 0
    if family == "bits":
        return rng.getrandbits(width)
    if family == "subnormal":
        mantissa = {16: 10, 32: 23, 64: 52}[width]
        return sign | rng.getrandbits(rng.randint(1, mantissa))
    if family == "special":
        special = rng.choice([0.0, -0.0, np.nan, -np.nan, np.inf, -np.inf, 1.0, "max", "tiny"])
        if special == "max":
            return sign | (float_bits(np.inf, width) - 1)
        if special == "tiny":
            return sign | 1
        return float_bits(special, width)
    top = {16: 4, 32: 38, 64: 308}[width]
    if family == "ten":
        power = rng.randint(-top - 10, top) if rng.random() < 0.5 else rng.randint(-10, 10)
        bits = float_bits(float(f"1e{power}"), width) + rng.choice([-2, -1, 0, 0, 0, 1, 2])
        return (sign | bits) & mask if bits >= 0 else 0
    if family == "two":
        bits = float_bits(float(2.0 ** rng.randint(-40, 40)), width)
        return (sign | (bits + rng.choice([-1, 0, 0, 1]))) & mask
    value = {
        "round": lambda: round(rng.uniform(-1000, 1000) * 10.0 ** rng.randint(-6, 6), rng.randint(0, 9)),
        "tie": lambda: (rng.randint(0, 200) + 0.5) * 10.0 ** -rng.randint(0, 9),
        "binary": lambda: rng.randint(0, 1 << 20) / (1 << rng.randint(0, 20)),
        "integer": lambda: float(rng.randint(0, 10 ** rng.randint(1, 9))),
        "narrow": lambda: rng.uniform(1, 900),
        "normal": lambda: rng.gauss(0, 1),
        "unit": lambda: rng.random(),
        "wide": lambda: rng.uniform(1, 10) * 10.0 ** rng.randint(-12, 12),
        "limit": lambda: rng.choice([1e8, 1e6, 1e3, 1e-4, 99999999.0, 999999.0, 999.5, 1e16, 1e5]),
    }[family]()
    bits = float_bits(value, width)
    if family == "limit":
        bits += rng.choice([-1, 0, 1])
    return bits ^ sign


FAMILIES = ["bits", "subnormal", "special", "ten", "two", "round", "tie", "binary", "integer",
            "narrow", "normal", "unit", "wide", "limit"]


def random_floats(rng, width, count):
    kinds = [rng.choice(FAMILIES)]
    if rng.random() < 0.4:
        kinds += rng.sample(FAMILIES, 2)
    if rng.random() < 0.2:
        kinds += ["special"]
    return [hex_of(random_float(rng, width, rng.choice(kinds)), width) for _ in range(count)]


def random_integer_bits(rng, width):
    return rng.getrandbits(rng.randint(1, width)) ^ ((1 << width) - 1 if rng.random() < 0.3 else 0)


def random_object(rng):
    kind = rng.choice("iiiiffcsTFnm")
    if kind == "i":
        return f"i{rng.randint(-10, 10) ** rng.randint(1, 40)}"
    if kind == "f":
        return "f" + random_floats(rng, 64, 1)[0]
    if kind == "c":
        return "c" + "".join(random_floats(rng, 64, 2))
    if kind == "s":
        alphabet = "ab'\"\\ \n\t\x00\x7f\u00a0\u00e9\u2028\u4e2d\U0001f600"
        return "s" + quote("".join(rng.choices(alphabet, k=rng.randint(0, 6))), safe="")
    if kind == "m":
        lines = ["x" * rng.randint(1, 12) for _ in range(rng.randint(1, 3))]
        return "m" + quote("\n".join(lines) + rng.choice(["", "", "", "\n", "\n\n"]), safe="")
    return kind


def random_data(rng, dtype, count):
    kind = dtype.lstrip("<>|")
    if kind == "O":
        tokens = [random_object(rng) for _ in range(count)]
        return ["i" + str(rng.randint(-5, 2 ** 70)) for _ in tokens] if rng.random() < 0.3 else tokens
    if kind in FLOATS:
        return random_floats(rng, FLOATS[kind], count)
    if kind in ("c8", "c16"):
        width = 4 * int(kind[1:])
        parts = [random_floats(rng, width, count) for _ in range(2)]
        return ["".join(pair) for pair in zip(*parts)]
    if kind == "b1":
        return [hex_of(rng.getrandbits(1), 8) for _ in range(count)]
    width = 64 if kind.startswith("m8") else 8 * int(kind[1:])
    bits = rng.choice([width, 4, 8])
    data = [hex_of(random_integer_bits(rng, min(bits, width)), width) for _ in range(count)]
    if kind.startswith("m8") and rng.random() < 0.5:
        data[rng.randrange(count)] = hex_of(1 << 63, 64)
    return data


def random_dtype(rng):
    kind = rng.choice(["f2", "f4", "f8", "f8", "f8", "c8", "c16", "b1", "m8", "O", rng.choice(INTS)])
    if kind == "m8":
        kind += rng.choice(UNITS)
    if kind == "m8":
        return "<m8"  # NumPy reads the generic unit in the wrong byte order if it is not the native one
    if kind in ("b1", "i1", "u1", "O"):
        return "|" + kind
    return rng.choice("<<<>") + kind


def random_shape(rng):
    ndim = rng.choice([0, 1, 1, 1, 1, 2, 2, 3, 4])
    if ndim == 1 and rng.random() < 0.1:
        return (rng.choice([999, 1000, 1001, 1200]),)
    largest = {0: 0, 1: 20, 2: 8, 3: 5, 4: 4}[ndim]
    shape = [rng.randint(1, largest) for _ in range(ndim)]
    if ndim and rng.random() < 0.03:
        shape[rng.randrange(ndim)] = 0
    return tuple(shape)


def random_options(rng):
    options = {}
    if rng.random() < 0.4:
        return options
    draw = {
        "precision": lambda: rng.choice([rng.randint(0, 8), rng.randint(0, 30)]),
        "floatmode": lambda: rng.choice(["fixed", "unique", "maxprec", "maxprec_equal"]),
        "suppress": lambda: True,
        "sign": lambda: rng.choice("+ "),
        "threshold": lambda: rng.choice([0, 3, 5, 10, 50]),
        "edgeitems": lambda: rng.randint(0, 4),
        "linewidth": lambda: rng.choice([rng.randint(1, 30), rng.randint(30, 120)]),
        "nanstr": lambda: rng.choice(["N", "", "missing value", "\u2205"]),
        "infstr": lambda: rng.choice(["I", "", "Infinity", "\U0001f600"]),
        "separator": lambda: rng.choice([",", ", ", "", "  ", " ; ", "\n", "-----"]),
        "prefix": lambda: "x" * rng.randint(1, 15),
        "suffix": lambda: ")" * rng.randint(1, 15),
    }
    names = list(draw)[:7] if rng.random() < 0.6 else list(draw)
    for name in rng.sample(names, rng.randint(1, 4)):
        options[name] = draw[name]()
    return options
