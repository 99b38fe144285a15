package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Spark gives too: its own test reads the same file, which engines.py beside it made. */
class EnginesTest {
  @Test
  void givesWhatSparkGives() throws IOException {
    String all;
    try (InputStream in =
        Objects.requireNonNull(EnginesTest.class.getResourceAsStream("table/engines.txt"))) {
      all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    int cases = 0;
    for (String each : all.split("====\n", -1)) {
      if (!each.isEmpty()) {
        check(each);
        cases++;
      }
    }
    assertEquals(8, cases);
  }

  private static void check(String each) {
    int request = each.indexOf('\n');
    int result = each.indexOf("----\n");
    String[] arguments =
        Stream.concat(Stream.of("table", "-"), Stream.of(each.substring(0, request).split(" ", -1)))
            .toArray(String[]::new);
    Run run = Run.piped(each.substring(request + 1, result), arguments);
    assertEquals(Run.prints(each.substring(result + "----\n".length())), run, each);
  }
}
