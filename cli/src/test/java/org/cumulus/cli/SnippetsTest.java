package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.cumulus.npy.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles and runs the snippets in the Javadoc of public types, and compares what each statement
 * gives with the comment behind it: its text, or the message of what it throws.
 */
class SnippetsTest {
  /** Comments that are no results. */
  private static final Set<String> REMARKS =
      Set.of(
          "small; may be kept in a file",
          "pictures",
          "long lines: faster, more accurate",
          "correctly rounded",
          "no copy: the array shows what is written here",
          "of other.toBytes()",
          "of the elements of both",
          "np.load(\"samples.npy\")",
          "np.load(\"huge.npy\", mmap_mode=\"r\")",
          "does not touch the elements",
          "reads no other array",
          "and then the elements");

  private static final String BEGIN = "\u0001";
  private static final String END = "\u0002";

  private static final Pattern DECLARATION =
      Pattern.compile("[\\w<>\\[\\], ]+ (\\w+) = .*", Pattern.DOTALL);

  /** What snippets use without saying what it is, and how their results are told. */
  private static final String FRAME =
      """
      import java.io.*;
      import java.math.*;
      import java.nio.*;
      import java.nio.file.*;
      import java.util.*;
      import java.util.concurrent.Callable;
      import java.util.stream.*;
      import org.cumulus.*;
      import org.cumulus.cli.cells.CsvText;
      import org.cumulus.npy.*;

      public class Example {
        static final Path FOLDER = Path.of("%s");
        static byte[] bytes = new ExactTotal().toBytes();
        static double[] samples = {1, 2};
        static NDArray a = NDArray.of(samples);

        static void result(int number, Callable<?> statement) {
          String dtype = "";
          String text;
          try {
            Object value = statement.call();
            text = text(value);
            dtype = value instanceof NDArray array ? array.dtype().toString() : "";
          } catch (Exception thrown) {
            text = thrown.getMessage();
          }
          System.out.print("\u0001" + number + "\\n" + dtype + "\\n" + text + "\u0002");
        }

        interface Action {
          void run() throws Exception;
        }

        static void result(int number, Action statement) {
          result(
              number,
              () -> {
                statement.run();
                return null;
              });
        }

        static String text(Object value) {
          return switch (value) {
            case Stream<?> all -> all.map(Example::text).collect(Collectors.joining(", "));
            case int[] all -> braces(IntStream.of(all).mapToObj(String::valueOf));
            case long[] all -> braces(LongStream.of(all).mapToObj(String::valueOf));
            case double[] all ->
                braces(DoubleStream.of(all).mapToObj(x -> String.valueOf(x).replace(".0", "")));
            default -> String.valueOf(value);
          };
        }

        static String braces(Stream<String> all) {
          return all.collect(Collectors.joining(", ", "{", "}"));
        }

        public static void main(String[] none) throws Exception {
          for (var snippet : Example.class.getDeclaredMethods()) {
            if (snippet.getName().startsWith("snippet")) {
              snippet.invoke(null);
            }
          }
        }
      """;

  /** A result that a comment tells. */
  private record Result(String place, String text) {}

  /** A statement, on however many lines, and the comment in or behind it. */
  private record Statement(String code, String comment) {}

  @Test
  void everySnippetGivesWhatItsCommentsSay(@TempDir Path folder) throws Exception {
    Npy.write(folder.resolve("samples.npy"), NDArray.zeros(DType.FLOAT32, 1000, 3));
    Npy.write(folder.resolve("huge.npy"), NDArray.zeros(DType.FLOAT32, 10, 3));
    Npz.write(folder.resolve("run.npz"), Map.of("time", NDArray.zeros(DType.INT64, 3)));
    List<Result> expected = new ArrayList<>();
    Set<String> remarks = new TreeSet<>();
    StringBuilder program = new StringBuilder(FRAME.replace("%s", folder.toString()));
    int snippets = 0;
    for (Path file : files()) {
      String source = Files.readString(file);
      for (int at = source.indexOf("{@snippet :");
          at >= 0;
          at = source.indexOf("{@snippet :", at + 1)) {
        String place =
            file.getFileName() + ", line " + (1 + source.substring(0, at).lines().count());
        program.append("static void snippet%d() throws Exception {\n".formatted(snippets++));
        for (Statement statement : statements(snippet(source, at))) {
          boolean isRemark = REMARKS.contains(statement.comment());
          if (isRemark) {
            remarks.add(statement.comment());
          }
          if (isRemark || statement.comment().isEmpty()) {
            program.append(statement.code()).append('\n');
          } else {
            program.append(asking(statement.code(), expected.size()));
            expected.add(new Result(place, statement.comment()));
          }
        }
        program.append("}\n");
      }
    }
    String printed = JavaExample.printed(program + "}\n", folder, "a snippet");
    StringBuilder wrong = new StringBuilder();
    for (int number = 0; number < expected.size(); number++) {
      Result result = expected.get(number);
      String[] actual = answer(printed, number).split("\n", 2);
      if (!isTold(result.text(), actual[0], actual[1])) {
        wrong.append(
            "%s: the comment is%n%s%nand the result%n%s%n"
                .formatted(result.place(), result.text(), actual[1]));
      }
    }
    assertEquals("", wrong.toString());
    assertEquals(new TreeSet<>(REMARKS), remarks, "remarks that no snippet has");
    assertTrue(snippets >= 40 && expected.size() >= 60, snippets + ", " + expected.size());
  }

  /** The sources of public types. */
  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : List.of("core", "cli")) {
      try (Stream<Path> all = Files.walk(Path.of(module, "src/main/java"))) {
        for (Path file : all.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          Pattern type =
              Pattern.compile(
                  "^public .*\\b(class|record|enum|interface) " + name, Pattern.MULTILINE);
          if (type.matcher(Files.readString(file)).find()) {
            files.add(file);
          }
        }
      }
    }
    return files;
  }

  /** The lines of a snippet, which ends where its brace is closed. */
  private static List<String> snippet(String source, int at) {
    int end = at;
    int depth = 0;
    do {
      depth += depth(source.substring(end, end + 1));
      end++;
    } while (depth > 0);
    String body = source.substring(source.indexOf('\n', at) + 1, end - 1);
    return body.lines()
        .map(line -> line.replaceFirst("^ *\\* ?", "").replace("Path.of(", "FOLDER.resolve("))
        .toList();
  }

  private static List<Statement> statements(List<String> lines) {
    List<Statement> statements = new ArrayList<>();
    StringBuilder code = new StringBuilder();
    StringBuilder comment = new StringBuilder();
    for (String line : lines) {
      int slashes = comment(line);
      String part = slashes < 0 ? line : line.substring(0, slashes);
      boolean isWhole =
          depth(code.toString()) == 0 && code.toString().strip().matches("(?s).*[;}]");
      if (isWhole && !part.isBlank()) {
        statements.add(new Statement(code.toString().strip(), comment.toString()));
        code.setLength(0);
        comment.setLength(0);
      }
      code.append(part).append('\n');
      if (slashes >= 0) {
        comment.append(comment.isEmpty() ? "" : "\n").append(line.substring(slashes + 3));
      }
    }
    statements.add(new Statement(code.toString().strip(), comment.toString()));
    return statements;
  }

  /** Where a comment begins, outside of strings; -1 if there is none. */
  private static int comment(String line) {
    for (int at = line.indexOf("// "); at >= 0; at = line.indexOf("// ", at + 1)) {
      if (line.substring(0, at).chars().filter(c -> c == '"').count() % 2 == 0) {
        return at;
      }
    }
    return -1;
  }

  private static int depth(String code) {
    int depth = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      depth += "({[".indexOf(c) >= 0 ? 1 : ")}]".indexOf(c) >= 0 ? -1 : 0;
    }
    return depth;
  }

  /** A statement that tells its result. */
  private static String asking(String code, int number) {
    Matcher declaration = DECLARATION.matcher(code);
    if (declaration.matches()) {
      return "%s result(%d, () -> %s);\n".formatted(code, number, declaration.group(1));
    }
    if (code.contains("System.out")) {
      String begin = "System.out.print(\"%s%d\\n\\n\");".formatted(BEGIN, number);
      return "%s %s System.out.print(\"%s\");\n".formatted(begin, code, END);
    }
    String expression = code.substring(0, code.length() - 1);
    return "result(%d, () -> %s);\n".formatted(number, expression);
  }

  private static String answer(String printed, int number) {
    String begin = BEGIN + number + "\n";
    int at = printed.indexOf(begin);
    assertTrue(at >= 0, "no result " + number);
    return printed.substring(at + begin.length(), printed.indexOf(END, at));
  }

  /** Whether a comment has the text or the dtype of a result; it may go on after a comma. */
  private static boolean isTold(String comment, String dtype, String text) {
    String result = text.stripTrailing();
    if (comment.endsWith("…")) {
      return result.startsWith(comment.substring(0, comment.length() - 1));
    }
    if (comment.startsWith(result + ", ")) {
      String rest = comment.substring(result.length() + 2).replace("dtype ", "");
      return dtype.equals(rest) || !rest.matches("\\w*\\d+|bool|object");
    }
    return comment.equals(result) || comment.equals('"' + result + '"') || comment.equals(dtype);
  }
}
