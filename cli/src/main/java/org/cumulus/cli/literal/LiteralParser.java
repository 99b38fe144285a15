package org.cumulus.cli.literal;

import org.cumulus.Complex;
import org.cumulus.cli.literal.NumberScanner.Unsigned;

/** Reads values and sequences of values, one character after the other. */
final class LiteralParser {
  /** No array has more dimensions; so the brackets cannot exhaust the stack. */
  private static final int MAX_DEPTH = 64;

  private final Cursor cursor;
  private final NumberScanner numbers;

  LiteralParser(String text) {
    cursor = new Cursor(text);
    numbers = new NumberScanner(cursor);
  }

  /** The one value that the whole text is. */
  Object parse() throws LiteralException {
    cursor.skipBlanks();
    Object value = value(0);
    cursor.skipBlanks();
    if (cursor.peek() == ',') {
      throw cursor.error("a list of numbers needs brackets: [1, 2]");
    }
    if (!cursor.atEnd()) {
      throw cursor.error("expected the end, found " + cursor.found());
    }
    return value;
  }

  private Object value(int depth) throws LiteralException {
    int start = cursor.position();
    char bracket = cursor.peek();
    if (bracket != '[' && bracket != '(') {
      return number();
    }
    if (depth == MAX_DEPTH) {
      throw cursor.error("brackets nested deeper than " + MAX_DEPTH + ", the most dimensions");
    }
    cursor.next();
    return sequence(start, bracket == '[' ? ']' : ')', depth);
  }

  private Object sequence(int start, char close, int depth) throws LiteralException {
    Row row = new Row();
    cursor.skipBlanks();
    while (!cursor.skip(close)) {
      if (cursor.atEnd()) {
        throw unfinished(start, close);
      }
      Object item = value(depth + 1);
      cursor.skipBlanks();
      boolean comma = cursor.skip(',');
      if (!comma && close == ')' && row.isEmpty() && cursor.skip(close)) {
        return item; // brackets around one value, no tuple
      }
      row.add(item);
      if (!comma && cursor.peek() != close) {
        throw unfinished(start, close);
      }
      cursor.skipBlanks();
    }
    return row.finish();
  }

  private LiteralException unfinished(int start, char close) {
    char open = close == ']' ? '[' : '(';
    return cursor.atEnd()
        ? cursor.errorAt(start, "'" + open + "' was never closed: expected '" + close + "'")
        : cursor.error("expected ',' or '" + close + "', found " + cursor.found());
  }

  private Object number() throws LiteralException {
    boolean negative = cursor.peek() == '-';
    boolean signed = negative || cursor.peek() == '+';
    int start = cursor.position();
    if (signed) {
      cursor.next();
      cursor.skipBlanks();
    }
    Unsigned first = numbers.scan();
    if (first.value() instanceof Boolean) {
      if (signed) {
        throw cursor.errorAt(start, "a truth value has no sign");
      }
      return first.value();
    }
    if (first.imaginary()) {
      double part = first.asDouble();
      return negative ? new Complex(-0.0, -part) : new Complex(0.0, part);
    }
    Object real = negative ? NumberScanner.negated(first.value()) : first.value();
    return imaginaryPart((Number) real);
  }

  /** What follows a real number: an imaginary part, which makes it complex, or nothing. */
  private Object imaginaryPart(Number real) throws LiteralException {
    int end = cursor.position();
    cursor.skipBlanks();
    boolean minus = cursor.peek() == '-';
    if (!minus && cursor.peek() != '+') {
      cursor.moveTo(end);
      return NumberScanner.element(real);
    }
    int sign = cursor.position();
    cursor.next();
    cursor.skipBlanks();
    Unsigned part = numbers.scan();
    if (!part.imaginary()) {
      throw cursor.errorAt(
          sign, "sums are not computed here: only complex numbers have a +, as in 1+2j");
    }
    double im = part.asDouble();
    // Python adds or subtracts 0+imj, which makes a negative zero positive.
    return minus
        ? new Complex(real.doubleValue() - 0.0, 0.0 - im)
        : new Complex(real.doubleValue() + 0.0, 0.0 + im);
  }
}
