package org.cumulus.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The version of the format that an {@code .npy} file says it has, as {@code info} shows it. */
final class NpyVersion {
  private NpyVersion() {}

  static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(8));
    }
  }

  static String of(byte[] start) {
    return start.length < 8 ? "npy" : "npy, version " + start[6] + "." + start[7];
  }
}
