"""Writes casts.txt, timedelta-casts.txt and promotion.txt; run it in this folder: python3 casts.py"""

import itertools
import warnings

import numpy as np

import inputs
from cumsum import NAMES

UNITS = "generic Y M W D h m s ms us ns ps fs as 25us 7s 3M 10Y 2W".split()


def float_values(name):
    """Where rounding to a narrower float turns: ties, next to ties, and the ends of the range."""
    halves = [1 + 2**-11, 1 + 3 * 2**-11, 2**-24, 2**-25, 3 * 2**-25, 2**-14 - 2**-25, 65504, 65520]
    singles = [1 + 2**-24, 1 + 3 * 2**-24, 2**-150, 3 * 2**-150, 2**-126 - 2**-150]
    singles += [float(np.finfo("f4").max), float(np.finfo("f4").max) + 2.0**103]
    values = [0.1, 1 / 3, 0.5, 2.5, -0.99, 127.5, 255.99, 32767.9, 65535.5, 2.0**31 - 1, 2.0**32 - 1]
    values += [2.0**53 - 1, 2.0**63 - 1024, 2.0**63, 2.0**64 - 2048, -(2.0**63), -(2.0**31), -128.9]
    for tie in halves + singles:
        for nudge in (0, 2**-40, -(2**-40), 2**-51, -(2**-51)):
            values += [tie * (1 + nudge), -tie * (1 + nudge)]
    bits = np.array(inputs.special_floats(name), "u%d" % np.dtype(name).itemsize)
    return np.unique(np.concatenate([np.array(values, name), bits.view(name)[:-1]]).view(bits.dtype)).view(name)


def integer_values(dtype):
    """Ends of all integer ranges, and integers whose rounding to a float turns."""
    values = {0, 1, 2, 100, 2049, 2051, 65519, 65520, 65521, 2**63 + 2**39 + 1}
    for p in (7, 8, 11, 12, 15, 16, 24, 25, 31, 32, 53, 54, 63, 64):
        values |= {2**p - 1, 2**p, 2**p + 1, 2**p + 3}
    for p in (24, 53):
        for shift in range(1, 64 - p):
            values |= {((2**p + 1) << shift) + nudge for nudge in (-1, 0, 1)}  # Ties, and next to them.
    low, high = (0, 1) if dtype.kind == "b" else (np.iinfo(dtype).min, np.iinfo(dtype).max)
    return np.array(sorted(v for v in values | {-v for v in values} if low <= v <= high), dtype)


def source(name):
    dtype = np.dtype(name)
    if dtype.kind == "f":
        return np.append(float_values(name), np.array(np.nan, name))
    if dtype.kind == "c":
        parts = float_values(inputs.real_name(dtype))[::5]
        return (parts + np.zeros(1, dtype)) + 1j * parts[::-1]
    if dtype.kind == "m":
        return integer_values(np.dtype("i8")).view(dtype)
    if dtype.kind == "O":
        objects = [0, 1, -1, 127, 128, -129, 65535, 2**31, 2**53 + 1, 2**63, 2**64, -(2**63), 2**1023, 2**1024]
        return np.array([*objects, True, False, 0.5, -2.9, 1e300, -np.inf, np.nan, 1 - 2j, None], object)
    return integer_values(dtype)


def fits(value, target):
    """Whether the decision table follows NumPy: an integer target holds a float's whole part."""
    if target.kind == "m":
        target = np.dtype("i8")
    value = value.real
    if target.kind not in "iu":
        return True
    return bool(np.isfinite(value)) and np.iinfo(target).min <= int(value) <= np.iinfo(target).max


def element_text(value, dtype):
    """The bits of an element, or the object."""
    if dtype.kind == "O":
        return inputs.object_text(value.item() if isinstance(value, np.generic) else value)
    array = np.array([value], dtype)
    little = inputs.canonical_bytes(array)
    width = dtype.itemsize // (2 if dtype.kind == "c" else 1)
    parts = [little[i : i + width][::-1].hex() for i in range(0, len(little), width)]
    return ":".join(parts)


def cast_object(value, target):
    try:
        array = np.empty(1, object)
        array[0] = value
        return element_text(array.astype(target)[0], target)
    except Exception as e:
        return "!" + str(e).replace(" ", "_")


def casts():
    lines = []
    for from_name, to_name in itertools.product(NAMES, NAMES):
        target = np.dtype(to_name)
        values = source(from_name)
        if values.dtype.kind == "O":
            results = [cast_object(value, target) for value in values]
        else:
            if values.dtype.kind in "fc":
                values = values[[fits(value, target) for value in values]]
            if values.dtype.kind == "m" and target.kind == "O":
                values = values[(abs(values.view("i8")) < 10**13)]
            if target.kind != "f" or values.dtype.kind not in "iuf":
                values = values[::4]  # No rounding to watch.
            results = [element_text(value, target) for value in values.astype(target)]
        pairs = [element_text(v, values.dtype) + "=" + r for v, r in zip(values, results, strict=True)]
        lines.append(" ".join([from_name, to_name, *pairs]))
    inputs.write("casts.txt", "astype: from to value=result ..., in hexadecimal, parts of complex by :", lines)


def unit_name(unit):
    return "timedelta64" if unit == "generic" else "timedelta64[%s]" % unit


def timedelta_casts():
    ticks = [0, 1, -1, 6, 7, -7, 11, 12, 13, -13, 24, 25, 59, 60, 61, 365, 366, 999, 1000, -1001, 86399]
    ticks += [86400, -86401, 146097, 146098, 31556952, 31556951, 10**9, -(10**9) - 1, -(2**63)]
    ticks += [2**63 - 1, -(2**63) + 1, 2**62 + 12345, -(2**62) - 12345, 3 * 10**18, -5 * 10**18]  # Most overflow.
    lines = []
    for a, b in itertools.product(UNITS, UNITS):
        if {a, b} in [{"3M", "ns"}, {"10Y", "ns"}]:
            continue  # The factor needs more than 64 bits, which NumPy does not notice.
        values = np.array(ticks, "i8").view(unit_name(a))
        try:
            target = np.empty(len(ticks), unit_name(b))  # astype would keep a for a generic b.
            np.copyto(target, values, casting="unsafe")
            results = target.view("i8").tolist()
            text = " ".join("%d=%d" % pair for pair in zip(ticks, results, strict=True))
        except Exception as e:
            text = "! %s: %s" % (type(e).__name__, e)
        lines.append("%s %s %s" % (unit_name(a), unit_name(b), text))
    inputs.write("timedelta-casts.txt", "astype between units: from to ticks=ticks ..., or ! error", lines)


def promotion():
    names = NAMES[:-2] + [unit_name(unit) for unit in UNITS]
    lines = []
    for a, b in itertools.product(names, names):
        try:
            text = np.promote_types(a, b).str
        except np.exceptions.DTypePromotionError:
            text = "! DTypePromotionError: do not have a common DType"
        except (TypeError, OverflowError) as e:
            text = "! %s: %s" % (type(e).__name__, str(e).partition(" metadata [")[0])
        lines.append("%s %s %s" % (a, b, text))
    inputs.write("promotion.txt", "np.promote_types: a b dtype, or ! error", lines)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    casts()
    timedelta_casts()
    promotion()
