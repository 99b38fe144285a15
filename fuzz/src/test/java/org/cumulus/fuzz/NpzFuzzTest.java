package org.cumulus.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.cumulus.npy.NpyFormatException;
import org.cumulus.npy.Npz;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * {@code .npz} archives: the directory of the archive, the members' headers, and what is in them.
 */
class NpzFuzzTest {
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
  void archive(byte @Nullable [] bytes) throws Exception {
    if (bytes == null) {
      return;
    }
    Files.write(file, bytes);
    Bounded.run(bytes.length, NpzFuzzTest::readAll);
  }

  private static void readAll() throws Exception {
    try {
      Npz.headers(file);
      for (String key : Npz.keys(file)) {
        var _ = Npz.read(file, key).toString();
      }
    } catch (NpyFormatException | NoSuchFileException documented) {
      // No archive, or no array in it, or the same name twice.
    }
  }
}
