package org.cumulus.cli.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointTest {
  private static final Map<String, String> IDENTITY = Map.of("--axis", "0", "INPUT", "ä.npy");

  private static final String START_OVER =
      "; to start over, remove this file or leave out --resume";

  private static byte[] written() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Checkpoint(IDENTITY, 2, 1L << 40, new byte[] {1, 2, 3}, 4, -5, "6 ü").writeTo(bytes);
    return bytes.toByteArray();
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    Checkpoint read = Checkpoint.parse(written());
    assertEquals(IDENTITY, read.identity());
    assertEquals(2, read.pass());
    assertEquals(1L << 40, read.done());
    assertArrayEquals(new byte[] {1, 2, 3}, read.snapshot());
    assertEquals(4, read.sum());
    assertEquals(-5, read.spilled());
    assertEquals("6 ü", read.result());
    read.checkBelongsTo(IDENTITY, false);
  }

  @Test
  void everyDamageIsSeen() throws IOException {
    byte[] whole = written();
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 4;
      assertThrows(IOException.class, () -> Checkpoint.parse(damaged), "byte " + i);
      byte[] cut = Arrays.copyOf(whole, i);
      assertThrows(IOException.class, () -> Checkpoint.parse(cut), "length " + i);
    }
  }

  @Test
  void whatIsDifferentIsNamed() throws IOException {
    Checkpoint read = Checkpoint.parse(written());
    IOException refused =
        assertThrows(
            IOException.class,
            () -> read.checkBelongsTo(Map.of("--axis", "1", "INPUT", "ä.npy"), false));
    assertEquals("cannot resume: --axis was 0 and is now 1" + START_OVER, refused.getMessage());
    refused =
        assertThrows(IOException.class, () -> read.checkBelongsTo(Map.of("INPUT", "ä.npy"), false));
    assertEquals(
        "cannot resume: --axis was 0 and is now absent" + START_OVER, refused.getMessage());
  }
}
