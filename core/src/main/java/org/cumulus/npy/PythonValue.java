package org.cumulus.npy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A value that a Python literal can have, as far as headers and their error messages need it. */
sealed interface PythonValue {
  /** A {@code str}. */
  record Text(String value) implements PythonValue {
    @Override
    public String repr() {
      return PythonText.repr(value);
    }
  }

  /** An {@code int}. */
  record Whole(BigInteger value) implements PythonValue {
    @Override
    public String repr() {
      return value.toString();
    }
  }

  /** A {@code bool}. */
  record Truth(boolean value) implements PythonValue {
    @Override
    public String repr() {
      return value ? "True" : "False";
    }
  }

  /** A {@code float} or {@code complex}, as it was written: no header needs its value. */
  record Decimal(String source) implements PythonValue {
    @Override
    public String repr() {
      return source;
    }
  }

  /** {@code None}, {@code Ellipsis} or a {@code bytes}, as it was written. */
  record Other(String source) implements PythonValue {
    @Override
    public String repr() {
      return source;
    }
  }

  /** A {@code tuple}. */
  record Tuple(List<PythonValue> items) implements PythonValue {
    @Override
    public String repr() {
      return joined("(", items, items.size() == 1 ? ",)" : ")");
    }
  }

  /** A {@code list}. */
  record ListOf(List<PythonValue> items) implements PythonValue {
    @Override
    public String repr() {
      return joined("[", items, "]");
    }
  }

  /** A {@code set}. */
  record SetOf(List<PythonValue> items) implements PythonValue {
    @Override
    public String repr() {
      return joined("{", items, "}");
    }
  }

  /** A {@code dict}. */
  record Dictionary(Map<PythonValue, PythonValue> entries) implements PythonValue {
    @Override
    public String repr() {
      List<String> texts = new ArrayList<>();
      entries.forEach((key, value) -> texts.add(key.repr() + ": " + value.repr()));
      return "{" + String.join(", ", texts) + "}";
    }
  }

  /** Python's {@code repr} of the value. */
  String repr();

  /** Whether Python takes the value as a key of a dictionary. */
  default boolean isHashable() {
    return switch (this) {
      case ListOf list -> false;
      case SetOf set -> false;
      case Dictionary dictionary -> false;
      case Tuple tuple -> tuple.items.stream().allMatch(PythonValue::isHashable);
      default -> true;
    };
  }

  private static String joined(String open, List<PythonValue> items, String close) {
    return open + String.join(", ", items.stream().map(PythonValue::repr).toList()) + close;
  }
}
