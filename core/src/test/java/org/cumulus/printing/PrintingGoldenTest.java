package org.cumulus.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cumulus.ArrayFormat;
import org.cumulus.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays of all dtypes, shapes and options, printed as NumPy prints them. */
class PrintingGoldenTest {
  @ParameterizedTest
  @CsvSource({"printing.txt, 772", "printing-bulk.txt, 4000"})
  void printsWhatNumpyPrints(String resource, int count) throws IOException {
    List<PrintCase> cases;
    try (BufferedReader reader = PrintCases.open(resource)) {
      cases = PrintCases.read(reader);
    }
    assertEquals(count, cases.size());
    List<PrintCase> failed = cases.stream().filter(c -> !c.holds()).toList();
    assertEquals(
        0,
        failed.size(),
        () -> failed.stream().limit(3).map(PrintCase::report).collect(Collectors.joining("\n")));
  }

  @Test
  void everyFloat16ScalarIsNumpys() throws IOException {
    List<String> lines;
    try (BufferedReader reader = PrintCases.open("printing-float16.txt")) {
      lines = reader.lines().toList();
    }
    assertEquals("# cases: 65536", lines.get(1));
    String text =
        IntStream.range(0, 1 << 16)
            .mapToObj(bits -> Float.float16ToFloat((short) bits))
            .map(half -> ArrayFormat.scalar(half, DType.FLOAT16) + "\n")
            .collect(Collectors.joining());
    assertEquals(lines.get(2), "sums " + PrintCase.checksum(text));
  }
}
