"""Writes archives of all shapes that the reader of .npz files knows, for the fuzzer to start from.

Made with Python 3.11 and NumPy 2.4.6, in the folder of NpzFuzzTest's inputs:

    cd NpzFuzzTestInputs/archive && python3 ../../archives.py
"""

import io
import struct
import warnings
import zipfile

import numpy as np


def npy(array):
    out = io.BytesIO()
    np.save(out, array)
    return out.getvalue()


def write(name, members, method=zipfile.ZIP_STORED, comment=b"", force_zip64=False):
    with zipfile.ZipFile(name, "w", method) as archive:
        archive.comment = comment
        for member, content in members:
            info = zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0))
            info.compress_type = method
            with archive.open(info, "w", force_zip64=force_zip64) as out:
                out.write(content)


class Pipe(io.RawIOBase):
    """Cannot be sought in, so sizes come behind the members."""

    def __init__(self):
        self.bytes = bytearray()

    def writable(self):
        return True

    def write(self, some):
        self.bytes += some
        return len(some)


def patched(source, name, *changes):
    """Overwrites bytes relative to a signature: what no program writes."""
    content = bytearray(open(source, "rb").read())
    for signature, offset, value in changes:
        at = content.rindex(signature) + offset
        content[at : at + len(value)] = value
    open(name, "wb").write(content)


DIRECTORY, LOCAL, END = b"PK\1\2", b"PK\3\4", b"PK\5\6"
small = npy(np.array([1.5, 2.5]))
several = [("a.npy", small), ("b.npy", npy(np.arange(3, dtype=">i2"))), ("c.npy", npy(np.zeros((0, 3))))]

write("several", several)
write("several-deflated", several, zipfile.ZIP_DEFLATED)
write("zip64", several[:1], force_zip64=True)
write("bzip2", several[:1], zipfile.ZIP_BZIP2)
write("lzma", several[:1], zipfile.ZIP_LZMA)
write("comment", several[:1], comment=b"PK\5\6 a comment that looks like an end" + bytes(30))
write("no-array", [("a.txt", b"text"), ("folder/", b""), ("a.npy", small)])
write("no-members", [])
write("unicode", [("\u00e4\u6570.npy", small), ("a.npy.npy", small), (".npy", small)])
write("truncated-member", [("a.npy", small[:-3]), ("b.npy", small[:40])])
write("pickled", [("a.npy", small.replace(b"<f8", b"|O "))])
write("many", [("%d.npy" % i, small) for i in range(40)], zipfile.ZIP_DEFLATED)
write("zeros-deflated", [("a.npy", npy(np.zeros(100_000)))], zipfile.ZIP_DEFLATED)
warnings.simplefilter("ignore")  # Of the name that is there twice.
with zipfile.ZipFile("twice", "w") as twice:
    twice.writestr(zipfile.ZipInfo("a.npy"), small)
    twice.writestr(zipfile.ZipInfo("a.npy"), npy(np.array([7])))
pipe = Pipe()
with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr(zipfile.ZipInfo("a.npy"), small, zipfile.ZIP_DEFLATED)
open("sizes-behind", "wb").write(pipe.bytes)
patched("several", "huge-size", (DIRECTORY, 24, struct.pack("<I", 0xFFFFFFF0)))
patched("several", "small-size", (DIRECTORY, 24, struct.pack("<I", 3)))
patched("several-deflated", "huge-claim", (DIRECTORY, 24, struct.pack("<I", 0x7FFFFFFF)))
patched("several", "encrypted", (DIRECTORY, 8, b"\1\0"), (LOCAL, 6, b"\1\0"))
patched("several", "far-offset", (DIRECTORY, 42, struct.pack("<I", 0x7FFFFFFF)))
patched("several", "long-name", (DIRECTORY, 28, b"\xff\xff"))
patched("several", "count", (END, 10, b"\xff\x7f"))
patched("several", "directory-beyond", (END, 16, struct.pack("<I", 0x7FFFFFFF)))
