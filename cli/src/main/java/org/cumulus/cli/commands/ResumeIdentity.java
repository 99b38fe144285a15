package org.cumulus.cli.commands;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.cumulus.cli.large.ScanRequest;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What a result depends on, in words: the version, the operator, the options and what is in the
 * files that they name, and the input, which is known by its size, the time of its modification and
 * a checksum.
 */
final class ResumeIdentity {
  /** Options that change only what the user sees. */
  private static final Set<String> HARMLESS =
      Set.of("--format", "--plot", "--quiet", "--summary", "--threads", "--checkpoint");

  private ResumeIdentity() {}

  /**
   * The parts of an identity, each with the name that a message gives it.
   *
   * @param content the checksum of the input
   */
  static Map<String, String> of(
      Path file, String content, ParseResult command, WholeScan scan, ScanRequest request)
      throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("the version", new Version().getVersion()[0]);
    parts.put("the command", command.commandSpec().name());
    for (OptionSpec option : command.matchedOptions()) {
      if (!HARMLESS.contains(option.longestName())) {
        parts.put(option.longestName(), String.join(" ", option.stringValues()));
      }
    }
    parts.put("the operator", String.valueOf(scan.operator()));
    if (scan.coefficients() != null) {
      parts.put("the dtype of --coefficient", scan.coefficients().dtype().toString());
    }
    if (request.lengths() != null) {
      parts.put("the checksum of the segments", checksum(request.lengths()));
    }
    parts.put("INPUT", file.toRealPath().toString());
    parts.put("the size of INPUT", Long.toString(Files.size(file)));
    parts.put("the time of INPUT", Files.getLastModifiedTime(file).toString());
    parts.put("what is in INPUT", content);
    return parts;
  }

  private static String checksum(long... values) {
    CRC32C checksum = new CRC32C();
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
    for (long value : values) {
      checksum.update(bytes.clear().putLong(value).flip());
    }
    return HexFormat.of().toHexDigits(checksum.getValue(), 8);
  }
}
