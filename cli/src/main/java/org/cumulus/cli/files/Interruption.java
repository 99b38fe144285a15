package org.cumulus.cli.files;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is still done when somebody ends the process, by Ctrl-C or from outside: temporary files go
 * and the bar, the user reads a line, and the exit code is that of a failure.
 */
public final class Interruption {
  private static final Set<Supplier<String>> LAST_ACTS = new LinkedHashSet<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Interruption::end, "cumulus-interruption"));
  }

  private Interruption() {}

  /**
   * Registers what is to be done last.
   *
   * @param act tidies up, and returns what the user should know of it; empty if there is nothing
   */
  public static synchronized void expect(Supplier<String> act) {
    LAST_ACTS.add(act);
  }

  /**
   * Does something that an interruption must find undone or done, after which the act is needed no
   * more.
   */
  public static synchronized <E extends Exception> void settle(Supplier<String> act, Deed<E> deed)
      throws E {
    deed.run();
    LAST_ACTS.remove(act);
  }

  /** Does something that an interruption must find undone or done. */
  public static synchronized <E extends Exception> void outlast(Deed<E> deed) throws E {
    deed.run();
  }

  /** Something that can fail. */
  @FunctionalInterface
  public interface Deed<E extends Exception> {
    void run() throws E;
  }

  private static synchronized void end() {
    if (!LAST_ACTS.isEmpty()) {
      StringBuilder line = new StringBuilder("cumulus: interrupted");
      for (Supplier<String> act : LAST_ACTS) {
        String news = act.get();
        line.append(news.isEmpty() ? "" : "; ").append(news);
      }
      System.err.println(line);
      Runtime.getRuntime().halt(1);
    }
  }
}
