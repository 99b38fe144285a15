package org.cumulus.npy;

import java.lang.reflect.Method;
import java.util.Objects;

/** How much memory this thread has taken. By reflection, as the module needs no management. */
final class AllocatedBytes {
  private static final Object BEAN;
  private static final Method COUNTER;

  static {
    try {
      Class<?> factory = Class.forName("java.lang.management.ManagementFactory");
      BEAN = Objects.requireNonNull(factory.getMethod("getThreadMXBean").invoke(null));
      COUNTER =
          Class.forName("com.sun.management.ThreadMXBean")
              .getMethod("getCurrentThreadAllocatedBytes");
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError("no count of allocated bytes", missing);
    }
  }

  private AllocatedBytes() {}

  static long now() {
    try {
      return (long) Objects.requireNonNull(COUNTER.invoke(BEAN));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("no count of allocated bytes", impossible);
    }
  }
}
