package org.cumulus.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.cumulus.cli.literal.Literal;
import org.cumulus.cli.literal.LiteralException;
import org.jspecify.annotations.Nullable;

/** Literals of the command line. */
class LiteralFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void literal(byte @Nullable [] bytes) throws Exception {
    if (bytes == null) {
      return;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    Bounded.run(
        bytes.length,
        () -> {
          try {
            var _ = Literal.parse(text).toString();
          } catch (LiteralException | IllegalArgumentException documented) {
            // No literal, or a ragged one.
          }
        });
  }
}
