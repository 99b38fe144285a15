package org.cumulus.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cumulus.NDArray;

/** Writes arrays as the members of a zip archive, the same bytes for the same arrays. */
final class ZipWriter {
  /**
   * The first time that the JDK writes without the machine's time zone; two seconds, the smallest
   * step, after that of NumPy.
   */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

  /** Says in a member, before it is written, how it will be. */
  @FunctionalInterface
  interface Method {
    void prepare(ZipEntry member, NDArray array) throws IOException;
  }

  private ZipWriter() {}

  static void write(OutputStream out, Map<String, NDArray> arrays, String suffix, Method method)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
      ZipEntry member = new ZipEntry(entry.getKey() + suffix);
      member.setTimeLocal(NO_TIME);
      method.prepare(member, entry.getValue());
      zip.putNextEntry(member);
      ElementWriter.write(entry.getValue(), zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  /** The bytes as they are: their size and checksum stand before them. */
  static void stored(ZipEntry member, NDArray array) throws IOException {
    NpyHeader header = ElementWriter.header(array);
    CRC32 checksum = new CRC32();
    ElementWriter.write(array, new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
    member.setMethod(ZipEntry.STORED);
    member.setSize(header.dataOffset() + header.byteSize());
    member.setCrc(checksum.getValue());
  }

  static void deflated(ZipEntry member, NDArray array) {
    member.setMethod(ZipEntry.DEFLATED);
  }
}
