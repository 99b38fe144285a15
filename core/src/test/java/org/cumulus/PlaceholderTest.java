package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlaceholderTest {
  @Test
  void runsOnTheToolchain() {
    assertEquals(25, Runtime.version().feature());
    assertEquals("a", Placeholder.echo("a"));
  }
}
