"""Writes archives whose members have names and compressions that np.savez does not give them.

Run with Python 3.13 and NumPy 2.4.6 from the root of the project:

    python3 core/src/test/golden/npz_members.py

members.npz has, among others, two members of one name and arrays without the ending .npy; members.txt
says what NumPy reads under each key: the shape, or that it is no array.
"""

import io
import pathlib
import warnings
import zipfile

import numpy as np

FOLDER = pathlib.Path("core/src/test/resources/org/cumulus/npy")
KEYS = ["a", "a.npy", "b", "b.npy", "b.npy.npy", "c", "twice", "text.txt", "text", "t", "t.npy", "folder",
        "folder/", "folder/x", "folder/x.npy", "empty"]


def saved(length):
    buffer = io.BytesIO()
    np.save(buffer, np.arange(length))
    return buffer.getvalue()


def add(archive, name, content):
    archive.writestr(zipfile.ZipInfo(name), content)


warnings.simplefilter("ignore")  # of names that are there already
with zipfile.ZipFile(FOLDER / "members.npz", "w") as archive:
    add(archive, "a", saved(3))
    add(archive, "a.npy", saved(5))
    add(archive, "b.npy", saved(2))
    add(archive, "b.npy.npy", saved(7))
    add(archive, "c", saved(6))
    add(archive, "twice.npy", saved(8))
    add(archive, "twice.npy", saved(9))
    add(archive, "text.txt", b"no array")
    add(archive, "t", b"no array either")
    add(archive, "t.npy", saved(10))
    add(archive, "folder/", b"")
    add(archive, "folder/x.npy", saved(4))
    add(archive, "empty", b"")

archive = np.load(FOLDER / "members.npz")
with open(FOLDER / "members.txt", "w") as lines:
    lines.write(f"# {len(KEYS)} cases, NumPy {np.__version__}\n")
    for key in KEYS:
        try:
            value = archive[key]
            lines.write(f"{key}\t{value.size if isinstance(value, np.ndarray) else 'no array'}\n")
        except KeyError:
            lines.write(f"{key}\tnot there\n")

for name, method in (("bzip2", zipfile.ZIP_BZIP2), ("lzma", zipfile.ZIP_LZMA)):
    with zipfile.ZipFile(FOLDER / f"{name}.npz", "w", method) as archive:
        info = zipfile.ZipInfo("a.npy")
        info.compress_type = method
        archive.writestr(info, saved(3))
