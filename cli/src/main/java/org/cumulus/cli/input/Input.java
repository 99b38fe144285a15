package org.cumulus.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.cumulus.NDArray;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.DataException;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.literal.Literal;
import org.cumulus.cli.literal.LiteralException;
import org.cumulus.npy.NpyHeader;
import org.jspecify.annotations.Nullable;

/** What INPUT names. A text that is both a literal and a file's name is the literal. */
public sealed interface Input {
  /** The file that it stands in; null if it stands in none. */
  @Nullable Path file();

  /** An array written on the command line. */
  record Written(NDArray array) implements Input {
    @Override
    public @Nullable Path file() {
      return null;
    }
  }

  /** A file, and for {@code file.npz:key} the key. */
  record Stored(Path file, @Nullable String key) implements Input {}

  /** Standard input. */
  record Piped() implements Input {
    @Override
    public @Nullable Path file() {
      return null;
    }
  }

  /** A file that holds nothing but elements; without a name it is standard input. */
  record Raw(@Nullable Path file, NpyHeader header) implements Input {
    String name() {
      return file == null ? "standard input" : file.toString();
    }

    /** The elements, from the first on. */
    InputStream open(Console console) throws IOException {
      return file == null ? console.in() : Files.newInputStream(file);
    }
  }

  /**
   * Finds out what a text names.
   *
   * @throws UsageException if it is a literal gone wrong
   * @throws DataException if it is neither a literal nor a file
   */
  static Input of(String text) throws DataException {
    if (text.isEmpty()) {
      throw new UsageException("INPUT is empty: expected a literal, a file or -");
    }
    if (text.equals("-")) {
      return new Piped();
    }
    try {
      return new Written(Literal.parse(text));
    } catch (LiteralException notOne) {
      Stored stored = stored(text);
      if (stored != null) {
        return stored;
      }
      if (isMeantAsLiteral(text)) {
        throw new UsageException(
            Failures.quoted(text) + " is not a literal: " + notOne.getMessage());
      }
      throw new DataException(text, "neither a file nor a literal");
    } catch (IllegalArgumentException ragged) {
      throw new UsageException(Failures.quoted(text) + " is not an array: " + ragged.getMessage());
    }
  }

  /** Whether a text is the name of a file. */
  static boolean isFile(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  private static @Nullable Stored stored(String text) {
    try {
      Path whole = Path.of(text);
      if (Files.exists(whole)) {
        return new Stored(whole, null);
      }
      int colon = text.indexOf(".npz:") + ".npz".length();
      if (colon < ".npz:".length()) {
        return null;
      }
      Path archive = Path.of(text.substring(0, colon));
      return Files.exists(archive) ? new Stored(archive, text.substring(colon + 1)) : null;
    } catch (InvalidPathException noPath) {
      return null;
    }
  }

  private static boolean isMeantAsLiteral(String text) {
    if (Literal.opensSequence(text)) {
      return true;
    }
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    boolean number = (first >= '0' && first <= '9') || "+-. ".indexOf(first) >= 0;
    return number && text.indexOf('/') < 0 && FileFormat.ofName(text) == FileFormat.UNKNOWN;
  }
}
