package org.cumulus.npy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulus.npy.PythonTokens.Kind;
import org.cumulus.npy.PythonTokens.Token;

/**
 * Evaluates a Python literal, as {@code ast.literal_eval}: any spacing, comments, quotes and number
 * bases, but no expression beyond a sign. Nothing here is ever run.
 */
final class PythonLiteral {
  /** How deep Python's own parser lets brackets nest. */
  private static final int DEEPEST = 200;

  /** What is Python, but no literal. */
  private static final Set<String> OPERATORS =
      Set.of(
          "+", "-", "*", "/", "%", "@", "~", "<", ">", "=", "!", "|", "&", "^", ".", "(", "[", "if",
          "and", "or", "not", "in", "is");

  private final PythonTokens tokens;
  private final boolean python2;
  private Token token;
  private int depth;

  private PythonLiteral(String source, boolean python2) throws NpyFormatException {
    tokens = new PythonTokens(source);
    this.python2 = python2;
    token = tokens.next();
  }

  /**
   * Evaluates a text.
   *
   * @param python2 whether an integer may end with Python 2's {@code L}
   */
  static PythonValue parse(String source, boolean python2) throws NpyFormatException {
    return new PythonLiteral(source, python2).whole();
  }

  private PythonValue whole() throws NpyFormatException {
    skipLineEnds();
    PythonValue value = value();
    if (token.is(",")) {
      List<PythonValue> items = new ArrayList<>(List.of(value));
      while (token.is(",")) {
        advance();
        if (token.kind() != Kind.LINE_END && token.kind() != Kind.END) {
          items.add(value());
        }
      }
      value = new PythonValue.Tuple(items);
    }
    skipLineEnds();
    if (token.kind() != Kind.END) {
      throw unexpected();
    }
    return value;
  }

  private void skipLineEnds() throws NpyFormatException {
    while (token.kind() == Kind.LINE_END) {
      advance();
    }
  }

  private PythonValue value() throws NpyFormatException {
    if (!token.is("-") && !token.is("+")) {
      return atom();
    }
    boolean negative = token.is("-");
    advance();
    return switch (atom()) {
      case PythonValue.Whole whole ->
          negative ? new PythonValue.Whole(whole.value().negate()) : whole;
      case PythonValue.Decimal decimal ->
          negative ? new PythonValue.Decimal("-" + decimal.source()) : decimal;
      default -> throw malformed("a sign before what is not a number");
    };
  }

  private PythonValue atom() throws NpyFormatException {
    return switch (token.kind()) {
      case NUMBER -> number();
      case TEXT, BYTES -> text();
      case NAME -> constant();
      case SYMBOL ->
          switch (token.text()) {
            case "(" -> parenthesized();
            case "[" -> list();
            case "{" -> dictionaryOrSet();
            case "..." -> constant();
            default -> throw unexpected();
          };
      case LINE_END, END -> throw unexpected();
    };
  }

  private PythonValue constant() throws NpyFormatException {
    PythonValue constant =
        switch (token.text()) {
          case "True" -> new PythonValue.Truth(true);
          case "False" -> new PythonValue.Truth(false);
          case "None" -> new PythonValue.Other("None");
          case "..." -> new PythonValue.Other("Ellipsis");
          default -> throw malformed(token.text());
        };
    advance();
    return constant;
  }

  private PythonValue number() throws NpyFormatException {
    String written = token.text();
    boolean isLong = python2 && written.endsWith("L");
    PythonValue value =
        PythonNumber.parse(isLong ? written.substring(0, written.length() - 1) : written);
    if (value == null) {
      throw unexpected();
    }
    advance();
    while (python2 && token.kind() == Kind.NAME && token.text().equals("L")) {
      advance();
    }
    return value;
  }

  /** Neighbouring literals are one. */
  private PythonValue text() throws NpyFormatException {
    Kind kind = token.kind();
    StringBuilder value = new StringBuilder();
    while (token.kind() == kind) {
      value.append(token.text());
      advance();
    }
    if (token.kind() == Kind.TEXT || token.kind() == Kind.BYTES) {
      throw unexpected();
    }
    return kind == Kind.TEXT
        ? new PythonValue.Text(value.toString())
        : new PythonValue.Other(value.toString());
  }

  private PythonValue parenthesized() throws NpyFormatException {
    List<PythonValue> items = new ArrayList<>();
    open();
    boolean comma = items(items, ")");
    return items.size() == 1 && !comma ? items.getFirst() : new PythonValue.Tuple(items);
  }

  private PythonValue list() throws NpyFormatException {
    List<PythonValue> items = new ArrayList<>();
    open();
    items(items, "]");
    return new PythonValue.ListOf(items);
  }

  private PythonValue dictionaryOrSet() throws NpyFormatException {
    open();
    if (token.is("}")) {
      close("}");
      return new PythonValue.Dictionary(Map.of());
    }
    PythonValue first = hashable();
    if (!token.is(":")) {
      return set(first);
    }
    Map<PythonValue, PythonValue> entries = new LinkedHashMap<>();
    PythonValue key = first;
    while (true) {
      expect(":");
      entries.put(key, value());
      if (token.is(",")) {
        advance();
      } else if (!token.is("}")) {
        throw unexpected();
      }
      if (token.is("}")) {
        close("}");
        return new PythonValue.Dictionary(entries);
      }
      key = hashable();
    }
  }

  private PythonValue set(PythonValue first) throws NpyFormatException {
    List<PythonValue> items = new ArrayList<>(List.of(first));
    if (token.is(",")) {
      advance();
    } else if (!token.is("}")) {
      throw unexpected();
    }
    items(items, "}");
    for (PythonValue item : items) {
      requireHashable(item);
    }
    return new PythonValue.SetOf(items);
  }

  private PythonValue hashable() throws NpyFormatException {
    PythonValue value = value();
    requireHashable(value);
    return value;
  }

  private void requireHashable(PythonValue value) throws NpyFormatException {
    if (!value.isHashable()) {
      throw tokens.failure("unhashable: " + PythonText.shortened(value.repr()));
    }
  }

  /** Adds items up to the closing bracket; says whether a comma followed the last. */
  private boolean items(List<PythonValue> items, String bracket) throws NpyFormatException {
    boolean comma = false;
    while (!token.is(bracket)) {
      items.add(value());
      comma = token.is(",");
      if (comma) {
        advance();
      } else if (!token.is(bracket)) {
        throw unexpected();
      }
    }
    close(bracket);
    return comma;
  }

  private void open() throws NpyFormatException {
    if (++depth > DEEPEST) {
      throw tokens.failure("too many nested parentheses");
    }
    advance();
  }

  private void close(String bracket) throws NpyFormatException {
    depth--;
    expect(bracket);
  }

  private void expect(String symbol) throws NpyFormatException {
    if (!token.is(symbol)) {
      throw unexpected();
    }
    advance();
  }

  private void advance() throws NpyFormatException {
    token = tokens.next();
  }

  private NpyFormatException unexpected() {
    if (token.kind() == Kind.END) {
      return tokens.failure("unexpected end");
    }
    boolean operator = token.kind() == Kind.SYMBOL || token.kind() == Kind.NAME;
    return operator && OPERATORS.contains(token.text())
        ? malformed(token.text())
        : tokens.failure("unexpected " + PythonText.shortened(PythonText.repr(token.text())));
  }

  private static NpyFormatException malformed(String what) {
    return new NpyFormatException("malformed node or string: " + PythonText.shortened(what));
  }
}
