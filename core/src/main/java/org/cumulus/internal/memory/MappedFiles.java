package org.cumulus.internal.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which file mapped memory is of. Where a file has become shorter since it was mapped, or its disk
 * fails, the JVM throws an {@link InternalError} that does not even say that it is about a file.
 */
public final class MappedFiles {
  /** The files by what keeps their memory mapped, which its views have in common. */
  private static final Map<MemorySegment.Scope, Path> PATHS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private MappedFiles() {}

  /** Takes note of the file that memory is of, for as long as it is mapped. */
  public static void add(MemorySegment memory, Path path) {
    PATHS.put(memory.scope(), path);
  }

  /**
   * Reads elements.
   *
   * @throws UncheckedIOException if they are of a file that no longer has them
   */
  public static <T extends @Nullable Object> T reading(View view, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InternalError fault) {
      throw told(fault, view, view);
    }
  }

  /** What to throw for a fault in reading one view or writing another one. */
  public static RuntimeException told(InternalError fault, View in, View out) {
    MemorySegment memory = mapped(in.memory());
    memory = memory == null ? mapped(out.memory()) : memory;
    if (memory == null) {
      throw fault;
    }
    IOException lost = told(fault, memory);
    return new UncheckedIOException(lost.getMessage(), lost);
  }

  /** What to throw for a fault in memory. */
  public static IOException told(InternalError fault, MemorySegment memory) {
    if (!memory.isMapped()) {
      throw fault;
    }
    Path path = PATHS.get(memory.scope());
    return new IOException(
        (path == null ? "a mapped file" : path)
            + ": the file has become shorter since it was mapped, or cannot be read",
        fault);
  }

  private static @Nullable MemorySegment mapped(Memory memory) {
    return switch (memory) {
      case Memory.Segment(MemorySegment segment, _) when segment.isMapped() -> segment;
      case Memory.Patched patched -> mapped(patched.current());
      default -> null;
    };
  }
}
