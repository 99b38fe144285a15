package org.cumulus.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cumulus.npy.NpyFormatException;
import org.cumulus.npy.Npz;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * What is in a member of an {@code .npz} archive. The archive is made around it and has the right
 * checksum, without which no member is looked at; so the fuzzer need not guess that. The first byte
 * chooses how the member is stored, and whether the directory of the archive lies about its size by
 * the four bytes behind.
 */
class NpzMemberFuzzTest {
  private static final int CHOICES = 5;

  /** In an entry of the directory, from its signature on. */
  private static final int SIZE = 24;

  private static final int SIGNATURE = 0x02014b50;

  private static Path file = Path.of("");

  @BeforeAll
  static void makeFile() throws Exception {
    file = Files.createTempFile("fuzz", ".npz");
  }

  @AfterAll
  static void deleteFile() throws Exception {
    Files.deleteIfExists(file);
  }

  @FuzzTest(maxDuration = "2m")
  void member(byte @Nullable [] bytes) throws Exception {
    if (bytes == null || bytes.length < CHOICES) {
      return;
    }
    byte[] archive = archive(bytes);
    Files.write(file, archive);
    Bounded.run(archive.length, NpzMemberFuzzTest::readAll);
  }

  private static byte[] archive(byte[] bytes) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      ZipEntry entry = new ZipEntry("a.npy");
      if ((bytes[0] & 1) != 0) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, CHOICES, bytes.length - CHOICES);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length - CHOICES);
        entry.setCrc(checksum.getValue());
      }
      zip.putNextEntry(entry);
      zip.write(bytes, CHOICES, bytes.length - CHOICES);
    }
    ByteBuffer whole = ByteBuffer.wrap(archive.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    if ((bytes[0] & 2) != 0) {
      int directory = whole.capacity() - Integer.BYTES;
      while (whole.getInt(directory) != SIGNATURE) {
        directory--;
      }
      whole.put(directory + SIZE, bytes, 1, Integer.BYTES);
    }
    return whole.array();
  }

  private static void readAll() throws Exception {
    try {
      Npz.headers(file);
      var _ = Npz.read(file, "a").toString();
    } catch (NpyFormatException | NoSuchFileException documented) {
      // No array.
    }
  }
}
