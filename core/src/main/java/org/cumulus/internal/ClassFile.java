package org.cumulus.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The bytes that a class was loaded from, to define it again. */
public final class ClassFile {
  private ClassFile() {}

  /** The class file of a class of this module. */
  public static byte[] of(Class<?> text) {
    String name = text.getName();
    String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
    try (InputStream stream = text.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is not there");
      }
      return stream.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
