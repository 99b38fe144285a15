package org.cumulus.printing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads golden files; the script that writes them describes their format. */
final class PrintCases {
  private static final String COUNT = "# cases: ";

  private final List<PrintCase> cases = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private String head = "";
  private boolean checksums;
  private boolean startsText;
  private long announced;

  private PrintCases() {}

  static BufferedReader open(String resource) {
    return new BufferedReader(
        new InputStreamReader(
            Objects.requireNonNull(PrintCases.class.getResourceAsStream(resource), resource),
            UTF_8));
  }

  /** Reads all cases, and refuses the file if it does not hold as many as it says. */
  static List<PrintCase> read(BufferedReader reader) throws IOException {
    PrintCases file = new PrintCases();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      file.accept(line);
    }
    file.finishCase();
    if (file.announced != file.cases.size()) {
      throw new IOException("%d cases instead of %d".formatted(file.cases.size(), file.announced));
    }
    return file.cases;
  }

  private void accept(String line) {
    if (line.startsWith(COUNT)) {
      announced = Long.parseLong(line.substring(COUNT.length()));
    } else if (line.startsWith("case ")) {
      finishCase();
      head = line;
    } else if (line.startsWith("data ")) {
      head += "\n" + line;
    } else if (line.startsWith("sums ")) {
      expected.addAll(List.of(line.substring("sums ".length()).split(" ", -1)));
      checksums = true;
    } else if (line.startsWith("|")) {
      String before = startsText ? "" : expected.removeLast() + "\n";
      expected.add(before + line.substring(1));
      startsText = false;
    } else if (!line.startsWith("#")) {
      startsText = true;
    }
  }

  private void finishCase() {
    if (!head.isEmpty()) {
      cases.add(new PrintCase(head, checksums, List.copyOf(expected)));
    }
    expected.clear();
    checksums = false;
  }
}
