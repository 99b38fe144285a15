package org.cumulus.cli.options;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.NaNPolicy;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.OverflowPolicy;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.input.Shape;
import org.cumulus.cli.literal.Literal;
import org.cumulus.cli.literal.LiteralException;
import org.cumulus.cli.output.ResultFormat;
import org.cumulus.cli.table.TableFormat;
import org.cumulus.cli.table.functions.NullPolicy;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Read the values of options, and refuse other texts in the words of a user. */
public final class Converters {
  private Converters() {}

  /** Lets all integers of a command be read so. */
  public static void readIntegers(CommandLine command) {
    command.registerConverter(int.class, new ToInteger());
    command.registerConverter(Integer.class, new ToInteger());
  }

  /** The words for the constants of an enumeration. */
  static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Converters::word).toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static TypeConversionException refused(String text, String reason) {
    return new TypeConversionException(Failures.quoted(text) + reason);
  }

  /** Reads an integer. */
  static final class ToInteger implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      try {
        return Integer.valueOf(text.strip());
      } catch (NumberFormatException none) {
        throw refused(text, " is not an integer");
      }
    }
  }

  /** Reads the numbers of axes. */
  static final class ToAxes implements ITypeConverter<AxesOption> {
    @Override
    public AxesOption convert(String text) {
      try {
        return new AxesOption(
            Arrays.stream(text.split(",", -1))
                .map(number -> Integer.valueOf(number.strip()))
                .toList());
      } catch (NumberFormatException none) {
        throw refused(text, " is not an axis: expected an integer such as 0 or -1");
      }
    }
  }

  /** Reads the number of one axis. */
  public static final class ToAxis implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      List<Integer> numbers = new ToAxes().convert(text).numbers();
      if (numbers.size() > 1) {
        throw refused(text, " are several axes: expected one");
      }
      return numbers.getFirst();
    }
  }

  /** Reads the lengths of a shape, with commas between them. */
  static final class ToShape implements ITypeConverter<Shape> {
    @Override
    public Shape convert(String text) {
      try {
        return new Shape(
            Arrays.stream(text.split(",", -1))
                .map(length -> Long.valueOf(length.strip()))
                .toList());
      } catch (NumberFormatException none) {
        throw refused(text, " is not a shape: expected lengths such as 1000,-1");
      }
    }
  }

  /** Reads a dtype. */
  static final class ToDType implements ITypeConverter<DType> {
    @Override
    public DType convert(String text) {
      try {
        return DType.of(text.strip());
      } catch (IllegalArgumentException unknown) {
        throw new TypeConversionException(
            unknown.getMessage() + "; expected one such as float64, i4 or complex64");
      }
    }
  }

  /** Reads a single value. */
  static final class ToValue implements ITypeConverter<NDArray> {
    @Override
    public NDArray convert(String text) {
      try {
        NDArray value = Literal.parse(text);
        if (value.ndim() > 0) {
          throw refused(text, " is an array: expected a single value");
        }
        return value;
      } catch (LiteralException none) {
        throw refused(text, " is not a number: " + none.getMessage());
      }
    }
  }

  /** Reads the name of an operator. */
  public static final class ToOperator implements ITypeConverter<Operator> {
    /** All names. */
    public static String names() {
      return Operator.UFUNCS.stream().map(Operator::toString).collect(Collectors.joining(", "));
    }

    @Override
    public Operator convert(String text) {
      for (Operator operator : Operator.UFUNCS) {
        if (operator.toString().equals(text)) {
          return operator;
        }
      }
      throw refused(text, " is not an operator: expected one of " + names());
    }
  }

  /** Reads how much memory there is to be, in bytes. */
  public static final class ToMemory implements ITypeConverter<Long> {
    private static final long LEAST = 64L << 10;
    private static final long MOST = 1024L << 40;

    @Override
    public Long convert(String text) {
      String digits = text.strip().replaceFirst("(?i)(?<=\\d)\\s*i?b?$", "");
      String number = digits.replaceFirst("(?i)[kmgt](i?b)?$", "");
      int shift =
          digits.equals(number)
              ? 0
              : 10 * (1 + "kmgt".indexOf(Character.toLowerCase(digits.charAt(number.length()))));
      try {
        double bytes = Double.parseDouble(number) * (1L << shift);
        if (bytes < LEAST) {
          throw new TypeConversionException(text + " is too small: expected 64K or more");
        }
        if (bytes > MOST) {
          throw new TypeConversionException(text + " is too large: expected 1024T or less");
        }
        return (long) bytes;
      } catch (NumberFormatException none) {
        throw refused(text, " is not a size: expected one such as 256M or 2G");
      }
    }
  }

  /** Reads a time in seconds. */
  static final class ToSeconds implements ITypeConverter<Duration> {
    /** Far longer than a process lives. */
    private static final double MOST = 1e9;

    @Override
    public Duration convert(String text) {
      try {
        double seconds = Double.parseDouble(text);
        if (seconds > 0 && seconds <= MOST) {
          return Duration.ofNanos((long) (seconds * 1e9));
        }
      } catch (NumberFormatException none) {
        // Refused as are numbers that will not do.
      }
      throw refused(text, ": expected seconds, more than 0");
    }
  }

  /** Reads the word for a constant. */
  abstract static class ToConstant<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> type;

    ToConstant(Class<E> type) {
      this.type = type;
    }

    @Override
    public E convert(String text) {
      for (E constant : type.getEnumConstants()) {
        if (word(constant).equals(text.strip().toLowerCase(Locale.ROOT))) {
          return constant;
        }
      }
      throw refused(text, ": expected one of " + String.join(", ", words(type)));
    }
  }

  /** Reads what becomes of NaN. */
  static final class ToNaNPolicy extends ToConstant<NaNPolicy> {
    ToNaNPolicy() {
      super(NaNPolicy.class);
    }
  }

  /** Reads what becomes of overflow. */
  static final class ToOverflowPolicy extends ToConstant<OverflowPolicy> {
    ToOverflowPolicy() {
      super(OverflowPolicy.class);
    }
  }

  /** Reads the order of additions. */
  static final class ToOrder extends ToConstant<Order> {
    ToOrder() {
      super(Order.class);
    }
  }

  /** Reads what becomes of nulls. */
  static final class ToNullPolicy extends ToConstant<NullPolicy> {
    ToNullPolicy() {
      super(NullPolicy.class);
    }
  }

  /** Reads how a table is written. */
  static final class ToTableFormat extends ToConstant<TableFormat> {
    ToTableFormat() {
      super(TableFormat.class);
    }
  }

  /** Reads how a result is printed. */
  static final class ToResultFormat extends ToConstant<ResultFormat> {
    ToResultFormat() {
      super(ResultFormat.class);
    }
  }
}
