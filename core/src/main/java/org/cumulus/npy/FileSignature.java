package org.cumulus.npy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a file is by its first bytes, and what to do with it, if it is not an array in NumPy's
 * format.
 */
enum FileSignature {
  NPY("\u0093NUMPY", "an .npy file: Npy reads it"),
  ZIP("PK", "a zip archive? Npz reads .npz files"),
  PICKLE(
      "\u0080",
      "This file contains pickled (object) data, which is never read: it can run any code"),
  GZIP("\u001f\u008b", "a gzip file: decompress it first"),
  BZIP2("BZh", "a bzip2 file: decompress it first"),
  XZ("\u00fd7zXZ\0", "an xz file: decompress it first"),
  ZSTD("(\u00b5/\u00fd", "a zstd file: decompress it first"),
  LZ4("\u0004\"M\u0018", "an lz4 file: decompress it first"),
  HDF5("\u0089HDF\r\n\u001a\n", "an HDF5 file, which is not read"),
  PARQUET("PAR1", "a Parquet file, which is not read"),
  ARROW("ARROW1", "an Arrow file, which is not read"),
  MATLAB("MATLAB 5", "a MATLAB file, which is not read"),
  NETCDF("CDF", "a NetCDF file, which is not read"),
  GIT_LFS("version ", "a Git LFS pointer? \"git lfs pull\" fetches the file"),
  GIT_ANNEX("/annex/o", "a git-annex pointer? \"git annex get\" fetches the file"),
  HTML("<!DOCTYP", "a web page"),
  HTML_ELEMENT("<html", "a web page"),
  ZEROS("\0\0\0\0\0\0\0\0", "zeros: was the file never written?");

  /** A byte for each character. */
  private final String start;

  private final String hint;

  FileSignature(String start, String hint) {
    this.start = start;
    this.hint = hint;
  }

  boolean isOf(byte[] firstBytes) {
    return new String(firstBytes, StandardCharsets.ISO_8859_1).startsWith(start);
  }

  /** What is told of the file in a message, in parentheses; nothing if it is unknown. */
  static String hint(byte[] firstBytes) {
    return Arrays.stream(values())
        .filter(signature -> signature.isOf(firstBytes))
        .map(signature -> " (" + signature.hint + ")")
        .findFirst()
        .orElse("");
  }
}
