"""What the golden files share: inputs, layouts and checksums.

Each of these is written once more, in the same words, in Java: SplitMix, ElementValues, Layout and
Checksum in org.cumulus.golden. So the files hold a number for each input and not its bytes.
"""

import datetime
import math
import struct
import sys

import numpy as np

MASK = 2**64 - 1
LAYOUTS = ["c", "f", "step", "reversed", "backstep", "rotated", "repeated"]


class SplitMix:
    """SplitMix64, the generator of java.util.SplittableRandom."""

    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)


# Sign, exponent and fraction: width, bits of the fraction, bias.
FLOATS = {"float16": (16, 10, 15), "float32": (32, 23, 127), "float64": (64, 52, 1023)}


def special_floats(name):
    width, fraction, bias = FLOATS[name]
    one = bias << fraction
    infinity = (2 * bias + 1) << fraction
    sign = 1 << (width - 1)
    positive = [
        0,  # zero
        1,  # the smallest subnormal
        (1 << fraction) - 1,  # the largest subnormal
        1 << fraction,  # the smallest normal
        one,
        one + 1,
        one + (fraction << fraction) + 1,  # as large as the fraction is long, and odd
        infinity - 1,  # the largest finite
        infinity,
    ]
    return positive + [sign | bits for bits in positive] + [infinity | 1 << (fraction - 1)]


def real_name(dtype):
    """The dtype of a complex dtype's parts."""
    return "float%d" % (4 * dtype.itemsize)


def any_float(name, random):
    """Bits of any kind of float: special, of moderate size, or just any."""
    width, fraction, bias = FLOATS[name]
    r = random.next()
    bits = random.next()
    choice = r >> 62
    if choice == 0:
        specials = special_floats(name)
        return specials[bits % len(specials)]
    if choice == 1:
        return bits & ((1 << width) - 1)
    sign = (r & 1) << (width - 1)
    return sign | (bias - 4 + (r >> 8) % 8) << fraction | bits & ((1 << fraction) - 1)


def any_integer(width, random):
    r = random.next()
    bits = random.next()
    if r >> 62 != 0:
        return bits & ((1 << width) - 1)
    half = 1 << (width - 1)
    return [0, 1, 2 * half - 1, half, half - 1][bits % 5]


def small_number(mode, random):
    """0 to 5.75 in quarters, as a number of quarters; from -3 if signed."""
    r = random.next()
    return r % 6 * 4 + (r >> 8) % 4 - (12 if mode == "signed" else 0)


def element_bits(dtype, mode, random):
    """The bits of the parts of one element, most often one."""
    name = dtype.name
    if dtype.kind == "c":
        part = np.dtype(real_name(dtype))
        return element_bits(part, mode, random) + element_bits(part, mode, random)
    if dtype.kind == "b":
        return [random.next() & 1]
    width = 8 * dtype.itemsize
    if mode == "any":
        return [any_float(name, random) if dtype.kind == "f" else any_integer(width, random)]
    quarters = small_number(mode, random)
    if dtype.kind == "f":
        return [int(np.array(quarters / 4, name).view("u%d" % dtype.itemsize))]
    return [math.trunc(quarters / 4) & ((1 << width) - 1)]


def element_object(mode, random):
    """A Python int; one in four is wider than 64 bits."""
    if mode != "any":
        return math.trunc(small_number(mode, random) / 4)
    r = random.next()
    value = random.next()
    value -= 2**64 if value >= 2**63 else 0
    return value << 9 if r >> 62 == 0 else value


def base(dtype, shape, mode, seed):
    """An array in C order with the elements that follow from the seed."""
    random = SplitMix(seed)
    size = math.prod(shape)
    if dtype.kind == "O":
        array = np.empty(size, dtype)
        for i in range(size):
            array[i] = element_object(mode, random)
        return array.reshape(shape)
    parts = 2 if dtype.kind == "c" else 1
    order = "big" if dtype.str[0] == ">" else "little"
    data = bytearray()
    for _ in range(size):
        for bits in element_bits(dtype, mode, random):
            data += bits.to_bytes(dtype.itemsize // parts, order)
    return np.frombuffer(data, dtype).reshape(shape)


def sentinels(dtype, shape):
    """An output with a mark in every element, to see which were written."""
    if dtype.kind == "O":
        array = np.empty(shape, dtype)
        array.fill(77)  # Fits every integer: NumPy casts what is in an output, too.
        return array
    mark = b"\1" if dtype.kind == "b" else b"\x5a"
    return np.frombuffer(bytearray(mark * (dtype.itemsize * math.prod(shape))), dtype).reshape(shape)


def base_shape(layout, shape):
    """The shape of the array in C order that a view is taken of."""
    if layout == "f":
        return shape[::-1]
    if layout == "step":
        return tuple(2 * n + 1 for n in shape)
    if layout == "backstep":
        return tuple(3 * n for n in shape)
    if layout == "rotated":
        return shape[-1:] + shape[:-1]
    if layout == "repeated":
        return tuple(1 if i % 2 == 0 and n > 0 else n for i, n in enumerate(shape))
    return shape


def view(layout, array, shape):
    if layout == "f":
        return array.transpose()
    if layout == "step":
        return array[(..., *(slice(1, None, 2) for _ in shape))]
    if layout == "reversed":
        return array[(..., *(slice(None, None, -1) for _ in shape))]
    if layout == "backstep":
        return array[(..., *(slice(None, None, -3) for _ in shape))]
    if layout == "rotated" and len(shape) > 1:
        return array.transpose([*range(1, len(shape)), 0])
    if layout == "repeated":
        return np.broadcast_to(array, shape)
    return array


def object_text(value):
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "bool:%d" % value
    if isinstance(value, int):
        return "int:%d" % value
    if isinstance(value, float):
        return "float:%016x" % float_bits(value)
    if isinstance(value, complex):
        return "complex:%016x:%016x" % (float_bits(value.real), float_bits(value.imag))
    if isinstance(value, datetime.timedelta):
        seconds = value.days * 86400 + value.seconds
        return "duration:%d" % (seconds * 10**9 + value.microseconds * 1000)
    raise TypeError(type(value))


def float_bits(value):
    return struct.unpack("<Q", struct.pack("<d", math.nan if value != value else value))[0]


def canonical_bytes(array):
    """All elements in C order, little endian, every NaN the same."""
    if array.dtype.kind == "O":
        return "".join(object_text(value) + ";" for value in array.ravel()).encode()
    array = np.array(array, array.dtype.newbyteorder("<"), order="C")
    if array.dtype.kind in "fc":
        parts = array.reshape(-1).view("<f%d" % (array.dtype.itemsize // (1 + (array.dtype.kind == "c"))))
        parts[np.isnan(parts)] = np.nan
    return array.tobytes()


def checksum(array):
    """FNV-1a, 64 bits."""
    h = 0xCBF29CE484222325
    for byte in canonical_bytes(array):
        h = ((h ^ byte) * 0x100000001B3) & MASK
    return "%016x" % h


def numbers(values):
    return ",".join(map(str, values)) or "()"


def write(file, what, lines):
    """Writes a golden file: what it is, what made it, how many cases it has, the cases."""
    with open(file, "w", encoding="utf-8", newline="\n") as f:
        f.write("# %s\n# Made by %s with NumPy %s.\n" % (what, sys.argv[0], np.__version__))
        f.write("# cases: %d\n" % len(lines))
        f.writelines(line + "\n" for line in lines)
