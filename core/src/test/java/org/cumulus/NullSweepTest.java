package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.Buffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.cumulus.npy.Npy;
import org.cumulus.npy.NpyHeader;
import org.cumulus.npy.Npz;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Null for each parameter of every public method that does not take it: it is told which. */
@SuppressWarnings("NullAway") // It would stop the very mistakes that are made here.
final class NullSweepTest {
  private static final List<Class<?>> CLASSES =
      List.of(
          Cumulus.class,
          NDArray.class,
          DType.class,
          Scan.class,
          ScanStream.class,
          ScanGatherers.class,
          Operator.class,
          ExactTotal.class,
          Complex.class,
          Extremes.class,
          ArrayFormat.class,
          PrintOptions.class,
          Npy.class,
          NpyHeader.class,
          Npz.class);

  private final Map<Class<?>, Object> samples = new java.util.HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  @TempDir private Path folder;

  @BeforeEach
  void makeSamples() throws Exception {
    NDArray array = NDArray.of(new double[] {1, 2, 3});
    Path file = folder.resolve("sample.npz");
    Npz.write(file, Map.of("key", array));
    for (Object sample :
        new Object[] {
          array,
          DType.FLOAT64,
          Scan.of(Operator.ADD),
          Scan.of(Operator.ADD).stream(DType.FLOAT64),
          Operator.ADD,
          new ExactTotal(),
          new Complex(1, 2),
          Cumulus.cummax(new int[] {1}),
          "key",
          new boolean[1],
          new byte[1],
          new short[1],
          new int[1],
          new long[1],
          new float[1],
          new double[1],
        }) {
      samples.put(sample.getClass(), sample);
    }
    samples.put(Path.class, file);
    samples.put(Map.class, Map.of("key", array));
    samples.put(InputStream.class, new ByteArrayInputStream(new byte[0]));
    samples.put(OutputStream.class, new ByteArrayOutputStream());
    samples.put(MemorySegment.class, MemorySegment.ofArray(new double[1]));
    samples.put(ByteOrder.class, ByteOrder.BIG_ENDIAN);
    samples.put(DoubleBinaryOperator.class, (DoubleBinaryOperator) Double::sum);
    samples.put(LongBinaryOperator.class, (LongBinaryOperator) Long::sum);
    samples.put(BinaryOperator.class, (BinaryOperator<Object>) (a, b) -> a);
    samples.put(Consumer.class, (Consumer<Object>) x -> {});
    samples.put(BiConsumer.class, (BiConsumer<Object, Object>) (index, x) -> {});
    samples.put(Class.class, Object.class);
    samples.put(Buffer.class, DoubleBuffer.allocate(1));
    samples.put(Object.class, new double[1]);
    samples.put(Number.class, 1.0);
    samples.put(Integer.class, 0);
    samples.put(NpyHeader.class, NpyHeader.of(DType.FLOAT64, false, 1));
    samples.put(PrintOptions.class, PrintOptions.DEFAULT);
    for (Class<?> type : List.of(int.class, long.class, double.class, boolean.class, char.class)) {
      samples.put(type, Array.get(Array.newInstance(type, 1), 0));
    }
  }

  @Test
  void everyParameterIsNamed() {
    int calls = 0;
    for (Class<?> type : CLASSES) {
      for (Constructor<?> constructor : type.getConstructors()) {
        calls += sweep(constructor, null);
      }
      for (Method method : type.getDeclaredMethods()) {
        // Single elements are to be had in nanoseconds; the JVM's own message has the name, too.
        boolean isSwept = !method.getName().matches("equals|get(|Double|Long|Complex)");
        if (Modifier.isPublic(method.getModifiers()) && isSwept) {
          calls += sweep(method, Modifier.isStatic(method.getModifiers()) ? null : sample(type));
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
    assertTrue(calls > 150, "calls: " + calls);
  }

  private int sweep(Executable method, @Nullable Object instance) {
    AnnotatedType[] types = method.getAnnotatedParameterTypes();
    int calls = 0;
    for (int at = 0; at < types.length; at++) {
      Class<?> type = method.getParameterTypes()[at];
      if (!type.isPrimitive() && !types[at].isAnnotationPresent(Nullable.class)) {
        Object[] arguments = Arrays.stream(method.getParameterTypes()).map(this::sample).toArray();
        arguments[at] = null;
        check(method, at, call(method, instance, arguments));
        calls++;
      }
    }
    return calls;
  }

  private static @Nullable Throwable call(
      Executable method, @Nullable Object instance, Object[] arguments) {
    try {
      if (method instanceof Constructor<?> constructor) {
        constructor.newInstance(arguments);
      } else {
        ((Method) method).invoke(instance, arguments);
      }
      return null;
    } catch (InvocationTargetException thrown) {
      return thrown.getCause();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(method.toString(), e);
    }
  }

  private void check(Executable method, int at, @Nullable Throwable thrown) {
    boolean isTold =
        switch (thrown) {
          // The JVM's own message has the names of methods, and blanks.
          case NullPointerException e -> e.getMessage() != null && e.getMessage().matches("\\w+");
          case IllegalArgumentException e -> e.getMessage().startsWith("null is not ");
          case null, default -> false;
        };
    if (!isTold) {
      wrong.add(method + ", parameter " + at + ": " + thrown);
    }
  }

  private Object sample(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    Object sample = samples.get(type);
    if (sample == null) {
      throw new AssertionError("the test has no " + type);
    }
    return sample;
  }
}
