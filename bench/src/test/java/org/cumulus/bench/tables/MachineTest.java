package org.cumulus.bench.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void aProcessorIsFamilyAndModelToo() {
    assertEquals(
        "AMD EPYC, family 26, model 2",
        Machine.cpu(
            List.of("cpu family\t: 26", "model\t\t: 2", "model name\t: AMD EPYC", "model\t: 3")));
  }

  @Test
  void someSystemsSayTheNameOnly() {
    assertEquals("Kryo", Machine.cpu(List.of("", "model name : Kryo")));
  }
}
