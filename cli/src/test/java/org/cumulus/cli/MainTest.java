package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void aWrongCommandLineExitsWithTwo() {
    StringWriter err = new StringWriter();
    int exitCode =
        Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "--nonsense");
    assertEquals(2, exitCode);
  }
}
