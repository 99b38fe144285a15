package org.cumulus.npy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;

/** Headers that NumPy takes or refuses: Cumulus does the same, in the same words. */
class HeaderGoldenTest {
  private static final int CASES = 273;
  private static final Pattern REPETITION = Pattern.compile("\\|(\\d+)\\*([^|]+)\\|");

  @Test
  void judgesHeadersAsNumpy() throws IOException {
    List<String> lines = GoldenArray.lines("headers.txt");
    assertEquals(CASES, lines.size());
    List<String> failures = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      String expected = decoded(parts[2], UTF_8);
      String actual = verdict(file(Integer.parseInt(parts[0]), decoded(parts[1], ISO_8859_1)));
      boolean read = expected.startsWith("read ");
      if (read ? !actual.equals(expected) : !refusedAs(expected, actual)) {
        failures.add(line + "\n  -> " + actual);
      }
    }
    assertEquals(0, failures.size(), () -> String.join("\n", failures));
  }

  private static boolean refusedAs(String expected, String actual) {
    boolean isOfObjects = expected.contains("allow_pickle"); // NumPy's option, which is not ours.
    return isOfObjects
        ? actual.contains("stored as a pickle, which is never read")
        : expected.startsWith("unsupported ")
            ? actual.contains("not supported")
            : actual.startsWith(expected);
  }

  private static String verdict(byte[] file) throws IOException {
    try {
      NDArray array = Npy.read(new ByteArrayInputStream(file));
      boolean fortranOrder = array.isFContiguous() && !array.isCContiguous();
      return "read %s %s %s"
          .formatted(
              array.dtype().str(), HeaderText.tuple(array.shape()), fortranOrder ? "f" : "c");
    } catch (NpyFormatException refusal) {
      return "refused " + refusal.getMessage();
    }
  }

  private static byte[] file(int version, String header) {
    return ByteBuffer.allocate(12 + header.length() + 1024 - (version < 2 ? 2 : 0))
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(HeaderText.MAGIC)
        .put((byte) version)
        .put((byte) 0)
        .put(length(version, header.length()))
        .put(header.getBytes(ISO_8859_1))
        .array();
  }

  private static byte[] length(int version, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(version < 2 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
    return version < 2 ? bytes.putShort((short) length).array() : bytes.putInt(length).array();
  }

  private static String decoded(String text, Charset charset) {
    StringBuilder expanded = new StringBuilder();
    Matcher matcher = REPETITION.matcher(text);
    while (matcher.find()) {
      String run = matcher.group(2).repeat(Integer.parseInt(matcher.group(1)));
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(run));
    }
    return URLDecoder.decode(matcher.appendTail(expanded).toString(), charset);
  }
}
