package org.cumulus.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import org.cumulus.npy.Npy;
import org.cumulus.npy.NpyFormatException;
import org.jspecify.annotations.Nullable;

/** {@code .npy} files: headers of all versions, and what follows them. */
class NpyFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void array(byte @Nullable [] bytes) throws Exception {
    if (bytes == null) {
      return;
    }
    Bounded.run(
        bytes.length,
        () -> {
          try {
            var _ = Npy.read(new ByteArrayInputStream(bytes)).toString();
          } catch (NpyFormatException | EOFException documented) {
            // No array, or none that is supported.
          }
        });
  }
}
