package org.cumulus.cli.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Checksums by which a file is known again, as eight hexadecimal digits. */
public final class FileSamples {
  private static final int SAMPLES = 16;
  private static final int SAMPLE_BYTES = 4096;
  private static final int BLOCK_BYTES = 1 << 20;

  private FileSamples() {}

  /** Of the beginning, the end, and some places between: whatever the file's size, in no time. */
  public static String of(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long last = Math.max(0, channel.size() - SAMPLE_BYTES);
      for (int i = 0; i <= SAMPLES; i++) {
        ByteBuffer sample = ByteBuffer.allocate(SAMPLE_BYTES);
        int _ = channel.read(sample, last / SAMPLES * i + (i == SAMPLES ? last % SAMPLES : 0));
        checksum.update(sample.flip());
      }
    }
    return text(checksum.getValue());
  }

  /** Of every byte. */
  public static String ofAll(Path file) throws IOException {
    return text(checksum(file));
  }

  /** The CRC-32C of a file. */
  public static long checksum(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
      while (channel.read(block) >= 0) {
        checksum.update(block.flip());
        block.clear();
      }
    }
    return checksum.getValue();
  }

  private static String text(long checksum) {
    return HexFormat.of().toHexDigits(checksum, 8);
  }
}
