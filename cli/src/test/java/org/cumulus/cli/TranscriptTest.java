package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the commands of the README, of {@code examples/README.md} and of the guide word for word,
 * {@code ./cumulus} in this process and all else by a shell, and compares what they print.
 */
class TranscriptTest {
  private static final String COMMAND = "./cumulus ";
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @ParameterizedTest
  @CsvSource({"README.md, 4", "examples/README.md, 10", "docs/guide/shell.md, 7"})
  void commandsPrintWhatTheReadmeSays(Path readme, int count)
      throws IOException, InterruptedException {
    String text = Files.readString(readme);
    Matcher blocks = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL).matcher(text);
    int commands = 0;
    while (blocks.find()) {
      for (String entry : blocks.group(1).split("(?m)^\\$ ", -1)) {
        if (!entry.isEmpty()) {
          int end = entry.indexOf('\n');
          assertEquals(entry.substring(end + 1), run(entry.substring(0, end)), entry);
          commands++;
        }
      }
    }
    assertEquals(count, commands);
  }

  private static String run(String line) throws IOException, InterruptedException {
    byte[] data = {};
    for (String stage : line.split(" \\| ", -1)) {
      if (stage.startsWith(COMMAND)) {
        Run run = Run.piped(data, words(stage.substring(COMMAND.length())));
        data = (run.out() + run.err()).getBytes(StandardCharsets.UTF_8);
      } else {
        data = shell(stage, data);
      }
    }
    return new String(data, StandardCharsets.UTF_8);
  }

  private static String[] words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.toArray(String[]::new);
  }

  private static byte[] shell(String command, byte[] in) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(in);
    }
    byte[] out = process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor(), command);
    return out;
  }
}
