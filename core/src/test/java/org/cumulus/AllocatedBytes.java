package org.cumulus;

import java.lang.reflect.Method;
import java.util.Objects;

/** How much memory threads have taken. By reflection, as the module needs no management. */
public final class AllocatedBytes {
  private static final Object BEAN;
  private static final Method OF_THIS_THREAD;
  private static final Method OF_ALL_THREADS;

  static {
    try {
      Class<?> factory = Class.forName("java.lang.management.ManagementFactory");
      BEAN = Objects.requireNonNull(factory.getMethod("getThreadMXBean").invoke(null));
      Class<?> counters = Class.forName("com.sun.management.ThreadMXBean");
      OF_THIS_THREAD = counters.getMethod("getCurrentThreadAllocatedBytes");
      OF_ALL_THREADS = counters.getMethod("getTotalThreadAllocatedBytes");
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError("no count of allocated bytes", missing);
    }
  }

  private AllocatedBytes() {}

  /** What this thread has taken until now. */
  public static long now() {
    return count(OF_THIS_THREAD);
  }

  /** What all threads, those that are gone too, have taken until now. */
  static long ofAllThreads() {
    return count(OF_ALL_THREADS);
  }

  private static long count(Method counter) {
    try {
      return (long) Objects.requireNonNull(counter.invoke(BEAN));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("no count of allocated bytes", impossible);
    }
  }
}
