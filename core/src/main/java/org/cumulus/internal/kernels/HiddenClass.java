package org.cumulus.internal.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * A class of this module defined once more from its class file, as a hidden class in its own
 * package. The JIT compiles each for itself.
 */
public final class HiddenClass {
  private HiddenClass() {}

  /**
   * Defines one more.
   *
   * @param template the class that is there
   * @param data the new one's class data; null for none
   * @return a lookup in the new class
   */
  public static MethodHandles.Lookup of(Class<?> template, @Nullable Object data)
      throws IllegalAccessException {
    MethodHandles.Lookup there = MethodHandles.privateLookupIn(template, MethodHandles.lookup());
    byte[] classFile = classFile(template);
    return data == null
        ? there.defineHiddenClass(classFile, true)
        : there.defineHiddenClassWithClassData(classFile, data, true);
  }

  /** The bytes that a class was loaded from. */
  private static byte[] classFile(Class<?> template) {
    String name = template.getName();
    String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
    try (InputStream stream = template.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is not there");
      }
      return stream.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
