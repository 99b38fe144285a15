package org.cumulus.internal.kernels;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.cumulus.internal.operations.VectorLoops;
import org.jspecify.annotations.Nullable;

/**
 * Whether {@link VectorLoops} stand in for the kernels' own loops. Where they do is up to the
 * kernels; that they may is decided here, once, when there has been enough work to be worth it, and
 * logged at level {@code DEBUG}.
 *
 * <p>The system property {@value #PROPERTY} is {@code auto}, or {@code off}, or the bits of the
 * vectors, {@code 128}, {@code 256} or {@code 512}, to have them from the start.
 */
public final class Vectors {
  static final String PROPERTY = "cumulus.simd";

  private static final String AUTO = "auto";
  private static final String MODULE = "jdk.incubator.vector";

  /** The shortest vectors that were found to pay. */
  private static final int FEWEST_BITS = 256;

  /**
   * Elements to be scanned before: until the second compiler is done with them, vectors cost a
   * quarter of a second. They save a third of a nanosecond an element. Who has lost by doing
   * without them what they cost will not lose more than twice that by taking them.
   */
  private static final long WORTHWHILE = 1L << 30;

  /** Counted without care: threads that overwrite each other's counts only put it off. */
  private static long scanned;

  private static boolean isDecided;
  private static boolean isOn;

  static {
    if (!setting().equals(AUTO)) {
      decide();
    }
  }

  private Vectors() {}

  /** Whether vectors are in use by now. */
  public static boolean isOn() {
    return isOn;
  }

  /** The loops, once they are in use. */
  public static VectorLoops loops() {
    return Loaded.LOOPS;
  }

  /** Takes note of a scan. */
  public static void count(long elements) {
    if (!isDecided) {
      scanned += elements;
      if (scanned >= WORTHWHILE) {
        decide();
      }
    }
  }

  private static synchronized void decide() {
    if (!isDecided) {
      String against = reasonAgainst(Circumstances.here());
      System.Logger logger = System.getLogger("org.cumulus");
      logger.log(Level.DEBUG, against == null ? "Vectors are in use" : "No vectors: " + against);
      isOn = against == null;
      isDecided = true;
    }
  }

  /**
   * What the decision depends on.
   *
   * @param setting the system property
   * @param hasModule whether the Vector API can be used
   * @param hasSecondCompiler whether there will be vectors in the machine code
   * @param widest the bits of the widest vectors of the processor
   */
  record Circumstances(String setting, boolean hasModule, boolean hasSecondCompiler, int widest) {
    static Circumstances here() {
      Optional<Module> vectors = ModuleLayer.boot().findModule(MODULE);
      // Not in module-info: a dependency on an incubator module would warn everyone who compiles
      // against this one.
      vectors.ifPresent(Vectors.class.getModule()::addReads);
      boolean hasModule = vectors.isPresent();
      // The JVM does not say it more plainly.
      String mode = System.getProperty("java.vm.info", "");
      boolean hasSecondCompiler =
          !mode.contains("interpreted") && !mode.contains("emulated-client");
      int widest = hasModule ? Loaded.LOOPS.widest() : 0;
      return new Circumstances(Vectors.setting(), hasModule, hasSecondCompiler, widest);
    }
  }

  /** The first reason against vectors, if there is any. */
  static @Nullable String reasonAgainst(Circumstances here) {
    String setting = here.setting();
    boolean isForced = List.of("128", "256", "512").contains(setting);
    if (setting.equals("off")) {
      return PROPERTY + " is off";
    }
    if (!isForced && !setting.equals(AUTO)) {
      return PROPERTY + " is none of auto, off, 128, 256, 512: " + setting;
    }
    if (!here.hasModule()) {
      return "the module is not there (--add-modules " + MODULE + ")";
    }
    if (isForced) {
      return null;
    }
    if (!here.hasSecondCompiler()) {
      return "the second compiler is not there, without which they are objects";
    }
    if (here.widest() < FEWEST_BITS) {
      return "those of this processor are short: " + here.widest() + " bits";
    }
    return null;
  }

  private static String setting() {
    return System.getProperty(PROPERTY, AUTO);
  }

  /** Loads the loops on first use, by name, as they need a module that may not be there. */
  private static final class Loaded {
    static final VectorLoops LOOPS = load();

    private static VectorLoops load() {
      try {
        Class<?> loops = Class.forName("org.cumulus.internal.kernels.simd.SimdLoops");
        return (VectorLoops) loops.getConstructor().newInstance();
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError("The loops in vectors are not there", impossible);
      }
    }
  }
}
