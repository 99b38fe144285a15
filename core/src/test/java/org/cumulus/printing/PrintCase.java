package org.cumulus.printing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.cumulus.ArrayFormat;
import org.cumulus.NDArray;
import org.cumulus.PrintOptions;

/**
 * One case of a golden file: an array, options, and what NumPy prints for them.
 *
 * @param head the lines that define the case, as a reproducer
 * @param checksums whether only the checksums of the texts are known
 * @param expected NumPy's str, repr and array2string, or their checksums
 */
record PrintCase(String head, boolean checksums, List<String> expected) {
  /** What is printed here, in the form of {@link #expected}. */
  List<String> actual() {
    List<String> texts = texts();
    return checksums ? texts.stream().map(PrintCase::checksum).toList() : texts;
  }

  boolean holds() {
    return actual().equals(expected);
  }

  /** The case, to be shown where it fails. */
  String report() {
    return "%s\nexpected %s\n%s\nactual\n%s\n"
        .formatted(
            head,
            checksums ? "checksums" : "",
            String.join("\n", expected),
            String.join("\n", texts()));
  }

  private List<String> texts() {
    List<String> fields = List.of(head.split("[ \n]", -1));
    Map<String, String> settings = settings(fields.get(4));
    NDArray array =
        PrintCaseArray.of(
            fields.get(1), fields.get(2), fields.get(3), fields.subList(6, fields.size()));
    PrintOptions options = options(settings);
    return List.of(
        ArrayFormat.str(array, options),
        ArrayFormat.repr(array, options),
        ArrayFormat.arrayToString(
            array,
            options,
            settings.getOrDefault("separator", " "),
            settings.getOrDefault("prefix", ""),
            settings.getOrDefault("suffix", "")));
  }

  static String checksum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(UTF_8));
    return "%08x".formatted(sum.getValue());
  }

  private static Map<String, String> settings(String text) {
    Map<String, String> settings = new TreeMap<>();
    for (String setting : text.equals("-") ? List.<String>of() : List.of(text.split(";", -1))) {
      int equalSign = setting.indexOf('=');
      settings.put(
          setting.substring(0, equalSign),
          URLDecoder.decode(setting.substring(equalSign + 1), UTF_8));
    }
    return settings;
  }

  private static PrintOptions options(Map<String, String> settings) {
    PrintOptions options = PrintOptions.DEFAULT;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String value = setting.getValue();
      options =
          switch (setting.getKey()) {
            case "precision" -> options.withPrecision(Integer.parseInt(value));
            case "threshold" -> options.withThreshold(Long.parseLong(value));
            case "edgeitems" -> options.withEdgeItems(Integer.parseInt(value));
            case "linewidth" -> options.withLineWidth(Integer.parseInt(value));
            case "suppress" -> options.withSuppress(value.equals("True"));
            case "floatmode" -> options.withFloatMode(value);
            case "sign" -> options.withSign(value.charAt(0));
            case "nanstr" -> options.withNanStr(value);
            case "infstr" -> options.withInfStr(value);
            case "separator", "prefix", "suffix" -> options;
            default -> throw new IllegalArgumentException(setting.toString());
          };
    }
    return options;
  }
}
