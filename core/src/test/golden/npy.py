"""Writes the golden files of org.cumulus.npy: arrays as NumPy saves them, headers as it takes them.

    python3 core/src/test/golden/npy.py core/src/test/resources/org/cumulus/npy

arrays.txt      one case a line: dtype, shape, layout, version of the format
arrays.npy.gz   the .npy files of these cases, one right behind the other
headers.txt     one case a line, with tabs between: version, header and what NumPy makes of it, both
                percent-encoded and |100*x| standing for 100 x; messages are cut after 100
                characters; 1024 bytes of zeros are the data
stored.npz      what np.savez writes, and a member that is no array
deflated.npz    what np.savez_compressed writes

The bytes of the elements, in C order, are 41, 114, 187, ... (73 more each, modulo 256); of bool,
their lowest bits. Layouts: c = C order, f = Fortran order, s = every second element of a longer
last axis, r = all axes reversed, t = no order at all, as the axes of a C array were turned round.
"""

import gzip
import io
import re
import struct
import sys
import warnings
import zipfile
from pathlib import Path
from urllib.parse import quote

import numpy as np
from numpy.lib import format as npy_format

from npy_headers import headers

VERSION = "2.4.6"
SUPPORTED = [np.dtype(c) for c in "? b h i l q B H I L Q e f d F D m8".split()]
DTYPES = ["|b1", "|i1", "|u1"] + [
    order + name
    for order in "<>"
    for name in (
        "i2 i4 i8 u2 u4 u8 f2 f4 f8 c8 c16 m8 m8[s] m8[25us]".split())]
LAYOUTS = [
    ("-", "c"), ("0", "c"), ("3", "c"), ("3", "s"), ("2x3", "c"), ("2x3", "f"), ("2x3", "s"),
    ("2x3", "r"), ("2x0x3", "f"), ("1x3", "f"), ("2x3x2", "f"), ("2x3x2", "t")]

# NumPy's words that ours begin with too; all others vary with Python's version or name its classes.
WORDS = (
    "Header is not a dictionary", "Header does not contain", "shape is not valid",
    "fortran_order is not", "descr is not", "Header info length", "we only support",
    "negative dimensions", "array is too big", "maximum supported dimension", "EOF: reading",
    "Object arrays cannot be loaded", "Maximum allowed dimension", "Cannot parse header")


def array_of(dtype, shape, layout):
    dimensions = () if shape == "-" else tuple(int(n) for n in shape.split("x"))
    size = int(np.prod(dimensions, dtype=int)) * np.dtype(dtype).itemsize
    data = (41 + 73 * np.arange(size)).astype(np.uint8)
    if dtype == "|b1":
        data &= 1
    array = data.view(dtype).reshape(dimensions)
    if layout == "f":
        return np.asfortranarray(array)
    if layout == "s":
        return np.repeat(array, 2, axis=-1)[..., ::2]
    if layout == "r":
        reverse = (slice(None, None, -1),) * array.ndim
        return array[reverse].copy()[reverse]
    if layout == "t":
        return np.moveaxis(np.moveaxis(array, -1, 0).copy(), 0, -1)
    return array


def saved(array, version=None):
    stream = io.BytesIO()
    npy_format.write_array(stream, array, version)
    return stream.getvalue()


def write_arrays(folder):
    cases = [(d, s, l, 1) for d in DTYPES for s, l in LAYOUTS]
    cases += [(d, "2x3", "f", version) for d in DTYPES for version in (2, 3)]
    # Headers of every length modulo 64: one that needs no padding gets a whole line of it.
    cases += [("|i1", "x".join("1" * ndim), "c", 1) for ndim in range(4, 65)]
    data = b""
    for dtype, shape, layout, version in cases:
        array = array_of(dtype, shape, layout)
        stream = io.BytesIO()
        np.save(stream, array)
        assert stream.getvalue() == saved(array)
        data += saved(array, (version, 0))
    lines = [" ".join(map(str, case)) for case in cases]
    write_text(folder / "arrays.txt", "Arrays that NumPy %s saved", lines)
    (folder / "arrays.npy.gz").write_bytes(gzip.compress(data, mtime=0))


def verdict(version, header):
    prefix = struct.pack("<H" if version < 2 else "<I", len(header))
    data = b"\x93NUMPY" + bytes([version, 0]) + prefix + header + bytes(1024)
    try:
        array = np.load(io.BytesIO(data))
    except Exception as refusal:
        message = str(refusal)
        known = isinstance(refusal, ValueError) and message.startswith(WORDS)
        return "refused " + (message.split("\n")[0][:100] if known else "")
    if array.dtype.newbyteorder("=") not in SUPPORTED and array.dtype.kind != "m":
        return "unsupported " + array.dtype.str
    fortran = array.flags.f_contiguous and not array.flags.c_contiguous
    return "read %s %s %s" % (array.dtype.str, array.shape, "f" if fortran else "c")


def encoded(text):
    """Percent-encodes, and writes long repetitions short."""
    return re.sub(
        r"((?:%..)+?|.)\1{50,}",
        lambda run: "|%d*%s|" % (len(run[0]) // len(run[1]), run[1]),
        quote(text, safe=" {}'(),:<[]"))


def write_headers(folder):
    lines = [
        "%d\t%s\t%s" % (version, encoded(header), encoded(verdict(version, header)))
        for version, header in headers()]
    write_text(folder / "headers.txt", "Headers, and what NumPy %s makes of them", lines)


def write_archives(folder):
    arrays = {
        "c": array_of("<f8", "2x3", "c"), "fortran": array_of(">i4", "2x3x2", "f"),
        "scalar": array_of("<m8[25us]", "-", "c"), "empty": array_of("|b1", "2x0x3", "c"),
        "folder/\u00e9\u20ac": array_of("<c16", "3", "s")}
    np.savez(folder / "stored.npz", **arrays)
    np.savez_compressed(folder / "deflated.npz", **arrays)
    with zipfile.ZipFile(folder / "stored.npz", "a") as archive:
        archive.writestr(zipfile.ZipInfo("notes.txt"), "no array")


def write_text(path, title, lines):
    head = ["# " + title % VERSION + "; made by core/src/test/golden/npy.py", "# cases: %d" % len(lines)]
    path.write_text("\n".join(head + lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    assert np.__version__ == VERSION, np.__version__
    warnings.simplefilter("ignore")
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    write_arrays(target)
    write_headers(target)
    write_archives(target)
