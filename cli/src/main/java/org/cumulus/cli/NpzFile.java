package org.cumulus.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;

/** An {@code .npz} file of which only the members asked for are read. */
final class NpzFile implements Closeable {
  private static final String ENDING = ".npy";

  private final ZipFile zip;

  NpzFile(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
  }

  /** The names of the members, as they lie in the file. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      String name = entries.nextElement().getName();
      if (name.endsWith(ENDING)) {
        keys.add(name.substring(0, name.length() - ENDING.length()));
      }
    }
    return keys;
  }

  /** The key of the one member there is. */
  String onlyKey() throws IOException {
    List<String> keys = keys();
    if (keys.size() != 1) {
      throw new IOException(
          keys.isEmpty()
              ? "no arrays in it"
              : "%d arrays in it, expected a key, as in %s:%s; there are: %s"
                  .formatted(keys.size(), "FILE.npz", keys.getFirst(), String.join(", ", keys)));
    }
    return keys.getFirst();
  }

  NDArray read(String key) throws IOException {
    try (InputStream member = open(key)) {
      return Npy.read(member);
    }
  }

  InputStream open(String key) throws IOException {
    ZipEntry entry = zip.getEntry(key + ENDING);
    if (entry == null) {
      throw new IOException(
          "no array " + Failures.quoted(key) + " in it; there are: " + String.join(", ", keys()));
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
