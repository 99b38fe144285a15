package org.cumulus.internal.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Java has no generics over primitive types, so some loops are written once for {@code double} and
 * once for {@code float}. Nothing but the type may tell these twins apart: whoever mends one mends
 * the other.
 */
class TwinTextsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/cumulus/internal/kernels");

  @ParameterizedTest
  @CsvSource({
    "DoubleScan, FloatScan",
    "DoubleComplexScan, FloatComplexScan",
    "blocked/BlockedDoubleSum, blocked/BlockedFloatSum",
    "blocked/BlockedDoubleScan, blocked/BlockedFloatScan",
    "blocked/BlockedDoubleGroup, blocked/BlockedFloatGroup",
    "blocked/BlockedDoubleLanes, blocked/BlockedFloatLanes",
    "simd/DoubleRow, simd/FloatRow",
    "simd/DoubleLine, simd/FloatLine"
  })
  void differInTheTypeOnly(String ofDoubles, String ofFloats) throws IOException {
    assertEquals(code(ofDoubles), code(ofFloats));
  }

  /** The code of a class, one statement a line, without what depends on the type. */
  private static String code(String name) throws IOException {
    return Files.readString(SOURCES.resolve(name + ".java"))
        .replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "")
        .replaceAll("import [^;]*;", "")
        .replaceAll("[Dd]ouble|[Ff]loat", "Real")
        .replaceAll("DOUBLE|FLOAT", "REAL")
        .replaceAll("(Long|Int|Integer)(?=Vector|s\\b|>)", "Bits")
        .replaceAll("(\\d)f\\b", "$1")
        .replaceAll("\\s+", " ")
        .replaceAll("([(<]) ", "$1")
        .replaceAll("([;{}]) ", "$1\n");
  }
}
