"""Writes cumsum-product.txt and cumsum-layout.txt; run it in this folder: python3 cumsum.py"""

import itertools
import warnings

import numpy as np

import inputs

NAMES = (
    "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64"
    " complex64 complex128 timedelta64[s] object"
).split()
COLUMNS = "number in shape layout values axis dtype out out-layout => dtype shape strides checksum"


def result(number, in_type, shape, layout, mode, axis, dtype, out_type, out_layout):
    """What NumPy makes of one case, as text."""
    in_type = np.dtype(in_type)
    base = inputs.base(in_type, inputs.base_shape(layout, shape), mode, number)
    a = inputs.view(layout, base, shape)
    try:
        if out_type is None:
            y = np.cumsum(a, axis, dtype)
            whole = y
        else:
            out_shape = (a.size,) if axis is None else (shape or (1,))
            if dtype is not None:
                # Where numbers in, a dtype and a timedelta64 out meet, NumPy's dispatch cache makes
                # the answer depend on the calls before. After this one it is the documented one.
                np.cumsum(a, axis, dtype)
            whole = inputs.sentinels(np.dtype(out_type), inputs.base_shape(out_layout, out_shape))
            y = inputs.view(out_layout, whole, out_shape)
            assert np.cumsum(a, axis, dtype, y) is y
    except Exception as e:
        return "! %s: %s" % (type(e).__name__, str(e).replace("\n", " "))
    # Without elements strides mean nothing, and NumPy's differ from version to version.
    strides = inputs.numbers(y.strides) if y.size else "-"
    return " ".join([y.dtype.str, inputs.numbers(y.shape), strides, inputs.checksum(whole)])


def line(number, in_type, shape, layout, mode, axis, dtype, out_type, out_layout):
    case = [number, in_type, inputs.numbers(shape), layout, mode, axis, dtype, out_type, out_layout]
    text = " ".join("-" if column is None else str(column) for column in case)
    return text + " => " + result(number, in_type, shape, layout, mode, axis, dtype, out_type, out_layout)


def operation_type(in_type, dtype, out_type):
    """The dtype of the additions; for choosing values only."""
    if dtype is not None and dtype.kind != "m" and in_type.kind != "m":
        return dtype
    if out_type is None:
        return in_type
    try:
        return np.result_type(in_type, out_type)
    except TypeError:
        return in_type


def values(in_type, dtype, out_type):
    """Any values, but where floats or objects become integers some that fit."""
    steps = [in_type, operation_type(in_type, dtype, out_type), out_type]
    steps = [step for step in steps if step is not None]
    targets = [b for a, b in itertools.pairwise(steps) if a.kind in "fcO" and b.kind in "iu"]
    if any({a.kind, b.kind} == {"m", "O"} for a, b in itertools.pairwise(steps)):
        # Beyond a thousand million days Python has no timedelta.
        return "small" if in_type.kind == "u" else "signed"
    if not targets:
        return "any"
    signed = in_type.kind != "u" and all(target.kind == "i" for target in targets)
    return "signed" if signed else "small"


def product():
    """Every dtype of the input, dtype argument and dtype of an output; the layouts take turns."""
    lines = []
    optional = [None, *NAMES]
    for number, (in_type, dtype, out) in enumerate(itertools.product(NAMES, optional, optional)):
        mode = values(*(None if name is None else np.dtype(name) for name in (in_type, dtype, out)))
        layout = inputs.LAYOUTS[number % 7]
        out_layout = None if out is None else inputs.LAYOUTS[number // 7 % 6]
        axis = [0, 1, None][number % 3]
        lines.append(line(number, in_type, (4, 6), layout, mode, axis, dtype, out, out_layout))
    inputs.write("cumsum-product.txt", "np.cumsum, dtypes: " + COLUMNS, lines)


def layouts():
    """Every dtype in both byte orders, in every layout and many shapes, along every axis."""
    shapes = [(), (0,), (1,), (7,), (0, 3), (3, 0), (3, 4), (1, 5), (2, 3, 4), (2, 0, 3), (3, 1, 2, 2)]
    types = [np.dtype(name) for name in NAMES]
    types += [t.newbyteorder(">") for t in types if t.itemsize > 1 and t.kind != "O"]
    lines = []
    for dtype, layout, shape in itertools.product(types, inputs.LAYOUTS, shapes):
        for axis in [None, *range(max(len(shape), 1))]:
            number = len(lines)
            if axis is not None and number % 2 == 1:
                axis -= max(len(shape), 1)
            lines.append(line(number, dtype.str, shape, layout, "any", axis, None, None, None))
    inputs.write("cumsum-layout.txt", "np.cumsum, layouts: " + COLUMNS, lines)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    product()
    layouts()
