package org.cumulus.cli.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.cumulus.fuzz.Bounded;
import org.jspecify.annotations.Nullable;

/** Checkpoints of commands. The checksum is made right, as no fuzzer would guess it. */
class CheckpointFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void parse(byte @Nullable [] bytes) throws Exception {
    if (bytes == null) {
      return;
    }
    byte[] checksum = MessageDigest.getInstance("SHA-256").digest(bytes);
    byte[] file =
        ByteBuffer.allocate(bytes.length + checksum.length).put(bytes).put(checksum).array();
    Bounded.run(
        bytes.length,
        () -> {
          try {
            var _ = Checkpoint.parse(file).toString();
          } catch (IOException documented) {
            // No checkpoint.
          }
        });
  }
}
