package org.cumulus.internal.kernels;

import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Classes of one template, each for functions of one class. The JIT compiles each for itself, with
 * the function in its loops; a class that meets functions of three classes has a call there.
 *
 * <p>The template's class file is defined again, as a hidden class. That takes about a millisecond,
 * and is done for a function's class once {@value #WORTHWHILE} elements have been scanned with it.
 * Functions that are made by one lambda expression have one class, however many there are. A hidden
 * class goes when the function's class does, which is all that refers to it.
 *
 * <p>Where there can be no hidden classes, as in native images, callers do without. The system
 * property {@value #PROPERTY} is {@code auto}, or {@code off}, or {@code on} to have a class for
 * each function from the start.
 *
 * @param <T> what the classes have in common
 */
public final class Specialisation<T> {
  static final String PROPERTY = "cumulus.specialise";

  /**
   * Elements that are not worth a class. One costs 10 ms until the second compiler is done with it,
   * and saves 5 ns an element where several operations have been used, so that it has paid for
   * itself after two million. By this limit a program that stops short of them loses those 10 ms at
   * the most, for each operation, and one that goes on has lost little by waiting.
   */
  private static final long WORTHWHILE = 1 << 18;

  private static final String SETTING = System.getProperty(PROPERTY, "auto");

  /** How many elements have been scanned with functions of a class; counted without care. */
  private static final ClassValue<long[]> SCANNED =
      new ClassValue<>() {
        @Override
        protected long[] computeValue(Class<?> function) {
          return new long[1];
        }
      };

  private final Class<? extends T> template;
  private final MethodType constructor;

  /** The constructors of the hidden classes. A function's class holds its own, and nothing else. */
  private final ClassValue<Made> classes =
      new ClassValue<>() {
        @Override
        protected Made computeValue(Class<?> function) {
          return new Made(define());
        }
      };

  /** One for each template. */
  public Specialisation(Class<? extends T> template, Class<?>... parameters) {
    this.template = template;
    constructor = MethodType.methodType(void.class, parameters);
  }

  /** Takes note that elements are being scanned, and says whether that makes a class worth it. */
  public static boolean isWorthwhile(Object function, long elements) {
    if (!SETTING.equals("auto")) {
      return SETTING.equals("on");
    }
    long[] scanned = SCANNED.get(function.getClass());
    scanned[0] += elements;
    return scanned[0] >= WORTHWHILE;
  }

  /**
   * An instance of the class that is made for a function's class.
   *
   * @param arguments those of the constructor
   * @return null if there can be no such class
   */
  @SuppressWarnings("unchecked") // The hidden class has the template's supertypes.
  public @Nullable T newInstance(Object function, Object... arguments) {
    MethodHandle made = classes.get(function.getClass()).constructor();
    if (made == null) {
      return null;
    }
    try {
      return (T) made.invokeExact(arguments);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * What is made for a function's class.
   *
   * @param constructor takes an array of arguments, returns an object; null if there is no class
   */
  private record Made(@Nullable MethodHandle constructor) {}

  private @Nullable MethodHandle define() {
    try {
      MethodHandles.Lookup hidden = HiddenClass.of(template, null);
      return hidden
          .findConstructor(hidden.lookupClass(), constructor)
          .asSpreader(Object[].class, constructor.parameterCount())
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError impossible) {
      System.getLogger("org.cumulus")
          .log(Level.DEBUG, "No class of its own for an operation: " + impossible);
      return null;
    }
  }
}
