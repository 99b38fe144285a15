package org.cumulus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A jar that is not for what runs says so, and which one is. */
final class InstallationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "17 | 4.0.2-amzn-0 | 2.13.16 | cumulus-spark_2.13    | ''",
        "25 | 4.2.0        | 2.13.18 | cumulus-spark_2.13    | ''",
        "21 | 3.5.6        | 2.12.18 | cumulus-spark3.5_2.12 | ''",
        "17 | 3.5.6        | 2.12.18 | cumulus-spark_2.13    | use cumulus-spark3.5_2.12",
        "17 | 3.5.6        | 2.13.8  | cumulus-spark_2.13    | use cumulus-spark3.5_2.13",
        "17 | 4.1.3        | 2.13.17 | cumulus-spark3.5_2.13 | use cumulus-spark_2.13",
        "17 | 3.5.6        | 2.13.8  | cumulus-spark3.5_2.12 | use cumulus-spark3.5_2.13",
        "17 | 3.4.4        | 2.12.17 | cumulus-spark3.5_2.12 | and this is Spark 3.4.4",
        "25 | 4.3.0        | 2.13.18 | cumulus-spark_2.13    | and this is Spark 4.3.0",
        "17 | 4.20.0       | 2.13.18 | cumulus-spark_2.13    | and this is Spark 4.20.0",
        "11 | 3.5.6        | 2.12.18 | cumulus-spark3.5_2.12 | this is Java 11: set JAVA_HOME",
        "1.8 | 3.5.6       | 2.12.18 | cumulus-spark3.5_2.12 | this is Java 1.8: set JAVA_HOME",
      })
  void problem(String java, String spark, String scala, String artifact, String expected) {
    Properties jar = new Properties();
    jar.setProperty("artifact", artifact);
    jar.setProperty("spark", "1.2");
    jar.setProperty("scala", "3.4");
    String problem = Installation.problem(java, spark, scala, jar);
    assertEquals(expected.isEmpty(), problem.isEmpty(), problem);
    assertTrue(problem.contains(expected), problem);
    assertEquals(problem.isEmpty() ? 0 : 1, problem.lines().count());
    if (expected.startsWith("use")) {
      String said =
          String.format(
              "this jar is %s, for Spark 1.2 with Scala 3.4, and this is Spark %s with Scala %s: ",
              artifact, spark, scala);
      assertEquals(said + expected, problem);
    }
  }

  /** This jar is for the Spark of the tests. */
  @Test
  void itself() {
    Installation.check();
  }

  /** What is loaded first must run on Java 8 to say so. */
  @ParameterizedTest
  @ValueSource(classes = {CumulusExtensions.class, Main.class, Installation.class})
  void java8(Class<?> type) throws IOException {
    String name = type.getSimpleName() + ".class";
    try (DataInputStream in =
        new DataInputStream(Objects.requireNonNull(type.getResourceAsStream(name)))) {
      assertEquals(0xCAFEBABE, in.readInt());
      assertEquals(52, in.readInt());
    }
  }
}
