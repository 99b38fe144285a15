"""Writes operators.txt, operators-special.txt and logaddexp.txt; run it in this folder: python3 operators.py"""

import os

# Lines of two complex numbers are multiplied with fused additions where the processor has them.
os.environ["NPY_DISABLE_CPU_FEATURES"] = "X86_V3 X86_V4"

import itertools
import warnings

import numpy as np

import cumsum
import inputs

COLUMNS = "function number in shape layout values axis dtype out out-layout initial => dtype shape strides checksum"
UFUNCS = (
    "multiply maximum minimum fmax fmin logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor"
    " logaddexp"
).split()
SPECIALS = [0.0, 1.0, -1.5, 3.0, float("inf"), float("-inf"), float("nan")]


def accumulate(name):
    return lambda a, axis, dtype, out, initial: getattr(np, name).accumulate(a, axis, dtype, out)


FUNCTIONS = {name: accumulate(name) for name in ["add", *UFUNCS]}
FUNCTIONS["cumprod"] = lambda a, axis, dtype, out, initial: np.cumprod(a, axis, dtype, out)
FUNCTIONS["nancumprod"] = lambda a, axis, dtype, out, initial: np.nancumprod(a, axis, dtype, out)
FUNCTIONS["cumulative_prod"] = lambda a, axis, dtype, out, initial: np.cumulative_prod(
    a, axis=axis, dtype=dtype, out=out, include_initial=initial
)


def scalar(dtype):
    """Ufuncs take no dtype with a byte order."""
    return None if dtype is None else np.dtype(dtype)


def result(name, number, in_type, shape, layout, mode, axis, dtype, out_type, out_layout, initial):
    """What NumPy makes of one case, as text."""
    base = inputs.base(np.dtype(in_type), inputs.base_shape(layout, shape), mode, number)
    a = inputs.view(layout, base, shape)
    function = FUNCTIONS[name]
    try:
        if out_type is None:
            y = function(a, axis, scalar(dtype), None, initial)
            whole = y
        else:
            out_shape = list(shape) or [1]
            if axis is None:
                out_shape = [a.size]
            if initial:
                out_shape[axis or 0] += 1
            whole = inputs.sentinels(np.dtype(out_type), inputs.base_shape(out_layout, tuple(out_shape)))
            y = inputs.view(out_layout, whole, tuple(out_shape))
            assert function(a, axis, scalar(dtype), y, initial) is y
    except Exception as e:
        return "! %s: %s" % (type(e).__name__, str(e).replace("\n", " "))
    strides = inputs.numbers(y.strides) if y.size else "-"
    # The bits of logarithms are those of the C library.
    checksum = "-" if name == "logaddexp" else inputs.checksum(whole)
    return " ".join([y.dtype.str, inputs.numbers(y.shape), strides, checksum])


def line(name, number, in_type, shape, *rest):
    columns = [name, number, in_type, inputs.numbers(shape), *rest[:-1], int(rest[-1])]
    text = " ".join("-" if column is None else str(column) for column in columns)
    return text + " => " + result(name, number, in_type, shape, *rest)


def values(name, in_type, dtype, out):
    """Any values, but where zeros of both signs would meet, of which NumPy takes now this, now that."""
    if dtype is not None and {in_type.kind, dtype.kind} == {"m", "O"}:
        return "signed"  # Beyond a thousand million days Python has no timedelta.
    if in_type.kind == "m" and dtype is not None and dtype.kind in "fc" and out is not None:
        return "small"  # Integers hold neither NaN nor large floats.
    mode = cumsum.values(in_type, dtype, out)
    if mode == "any" and name in ["maximum", "minimum", "fmax", "fmin"] and in_type.kind in "fc":
        return "signed"
    return mode


def operators():
    lines = []

    def add(name, in_type, shape, layout, axis, dtype=None, out=None, out_layout=None, initial=False):
        types = [None if t is None else np.dtype(t) for t in (in_type, dtype, out)]
        mode = values(name, *types)
        lines.append(line(name, len(lines), in_type, shape, layout, mode, axis, dtype, out, out_layout, initial))

    shapes = [(), (0,), (5,), (3, 0), (3, 4), (2, 3, 2)]
    types = [np.dtype(name) for name in cumsum.NAMES]
    types += [t.newbyteorder(">") for t in types if t.itemsize > 1 and t.kind != "O"]
    for name, in_type, shape in itertools.product(FUNCTIONS, types, shapes):
        axes = [None, *range(max(len(shape), 1))]
        layout = inputs.LAYOUTS[len(lines) % (6 if name == "nancumprod" else 7)]
        axis = axes[len(lines) % len(axes)]
        if name in UFUNCS or name == "add":
            axis = axis if axis is not None else 0  # Without an axis they refuse more than one dimension.
        add(name, in_type.str, shape, layout, axis, initial=name == "cumulative_prod" and len(lines) % 2 == 1)
    for name, in_type, dtype in itertools.product(FUNCTIONS, cumsum.NAMES, cumsum.NAMES):
        add(name, in_type, (4, 3), inputs.LAYOUTS[len(lines) % 6], len(lines) % 2, dtype)
    for name, in_type, out in itertools.product(FUNCTIONS, cumsum.NAMES, cumsum.NAMES):
        n = len(lines)
        add(name, in_type, (4, 3), inputs.LAYOUTS[n % 6], n % 2, None, out, inputs.LAYOUTS[n // 6 % 6])
    for name, in_type, dtype, out in itertools.product(
        ["multiply", "maximum", "bitwise_or", "cumprod"], cumsum.NAMES, ["int8", "float32", "complex128"], cumsum.NAMES
    ):
        n = len(lines)
        if out != "timedelta64[s]":
            add(name, in_type, (4, 3), inputs.LAYOUTS[n % 6], n % 2, dtype, out, inputs.LAYOUTS[n // 6 % 6])
    inputs.write("operators.txt", COLUMNS, lines)


def hexadecimal(array):
    """The bits of each part of each element."""
    size = array.dtype.itemsize // (2 if array.dtype.kind == "c" else 1)
    parts = np.frombuffer(inputs.canonical_bytes(array), "<u%d" % size)
    return ",".join("%0*x" % (2 * size, part) for part in parts)


def special():
    """Infinities and NaN, NaT, in every type that has them; zeros of one sign only."""
    random = inputs.SplitMix(7)
    lines = []
    for name, dtype in itertools.product(
        ["add", *UFUNCS[:5]], ["float16", "float32", "float64", "complex64", "complex128", "timedelta64[s]"]
    ):
        if name == "multiply" and dtype.startswith("time"):
            continue
        for _ in range(20):
            length = 2 + random.next() % 6
            pick = lambda: SPECIALS[random.next() % len(SPECIALS)]
            if dtype.startswith("complex"):
                a = np.array([complex(pick(), pick()) for _ in range(length)], dtype)
            elif dtype.startswith("time"):
                ticks = [-3, 0, 5, 2**63 - 1, -(2**63), -(2**63) + 1]
                a = np.array([ticks[random.next() % 6] for _ in range(length)]).view("m8[s]")
            else:
                a = np.array([pick() for _ in range(length)], dtype)
            y = getattr(np, name).accumulate(a)
            if name != "multiply" and a.dtype.kind in "fc":
                y = y + 0
            lines.append("%s %s %s => %s" % (name, dtype, hexadecimal(a), hexadecimal(y)))
    inputs.write("operators-special.txt", "ufunc dtype elements => results of ufunc.accumulate, as bits", lines)


def logarithms():
    random = inputs.SplitMix(11)
    lines = []
    for dtype in ["float16", "float32", "float64"]:
        for number in range(40):
            extremes = [0.0, float("inf"), float("-inf"), float("nan"), 700.0, -700.0]
            elements = [
                extremes[random.next() % 6] if random.next() % 12 == 0 else random.next() % 4000 / 100 - 20
                for _ in range(2 + number % 7)
            ]
            a = np.array(elements, dtype)
            lines.append("%s %s => %s" % (dtype, hexadecimal(a), hexadecimal(np.logaddexp.accumulate(a))))
    inputs.write("logaddexp.txt", "dtype elements => results of np.logaddexp.accumulate, as bits", lines)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    operators()
    special()
    logarithms()
