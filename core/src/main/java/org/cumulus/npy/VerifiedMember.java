package org.cumulus.npy;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The bytes of a member of a zip archive, which fail at the last one if the checksum is wrong: the
 * JDK leaves that to its callers. Bytes that nobody reads are not verified.
 */
class VerifiedMember extends FilterInputStream {
  private final ZipEntry member;
  private final CRC32 checksum = new CRC32();
  private long left;

  VerifiedMember(InputStream in, ZipEntry member) {
    super(in);
    this.member = member;
    left = member.getSize();
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int got = readHeld(bytes, offset, length);
    if (got > 0) {
      checksum.update(bytes, offset, got);
      left -= got;
      if (left == 0 && checksum.getValue() != member.getCrc()) {
        throw new NpyFormatException("Bad CRC-32 for file '" + member.getName() + "'");
      }
    }
    return got;
  }

  /** The JDK finds out only now whether the member is where the archive's directory says. */
  private int readHeld(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (EOFException beyond) {
      if (beyond.getMessage() != null) {
        throw beyond;
      }
      throw new NpyFormatException(
          "damaged zip archive: its directory points beyond the end of the file", beyond);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
