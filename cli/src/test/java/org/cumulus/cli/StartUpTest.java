package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a short run loads, and so what it costs; how long it takes is no matter for a test. */
class StartUpTest {
  @Test
  void aLiteralLoadsNothingThatItDoesNotNeed() throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                "org.cumulus.cli.Main",
                "cumsum",
                "10")
            .redirectErrorStream(true)
            .start();
    String log = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, java.waitFor(), log);
    assertTrue(log.contains(" org.cumulus.cli.Main "), log);
    for (String library :
        new String[] {
          "org.knowm",
          "java.awt",
          "me.tongfei",
          "org.jline",
          "de.siegmar",
          "com.fasterxml",
          "com.github.luben",
          "dev.hardwood",
          "org.cumulus.cli.table"
        }) {
      assertFalse(log.contains(" " + library + "."), library);
    }
  }
}
