package org.cumulus.cli.literal;

import java.util.Objects;

/** A text and how far it has been read. */
final class Cursor {
  /** What {@link #peek} gives after the last character. */
  static final char END = '\0';

  private final String text;
  private int position;

  Cursor(String text) {
    this.text = text;
  }

  int position() {
    return position;
  }

  void moveTo(int newPosition) {
    position = newPosition;
  }

  boolean atEnd() {
    return position == text.length();
  }

  /** The next character, which stays to be read. */
  char peek() {
    return position < text.length() ? text.charAt(position) : END;
  }

  /** The next character, now read. */
  char next() {
    char next = peek();
    position++;
    return next;
  }

  /** Reads the next character if it is this one. */
  boolean skip(char expected) {
    boolean found = position < text.length() && text.charAt(position) == expected;
    position += found ? 1 : 0;
    return found;
  }

  void skipBlanks() {
    while (position < text.length() && isBlank(text.charAt(position))) {
      position++;
    }
  }

  /** The text between a position and here. */
  String since(int start) {
    return text.substring(start, position);
  }

  /** What is to be read next, for a message: a word, a character or the end. */
  String found() {
    int end = position;
    while (end < text.length() && end < position + 40 && Words.isPart(text.charAt(end))) {
      end++;
    }
    if (end == position && end < text.length()) {
      end = text.offsetByCodePoints(position, 1);
    }
    return end == position ? "the end" : "'" + text.substring(position, end) + "'";
  }

  LiteralException error(String message) {
    return errorAt(position, message);
  }

  /** An error that tells the column, and the line if there are several; both count from 1. */
  LiteralException errorAt(int where, String message) {
    int line = 1;
    int lineStart = 0;
    for (int newline = text.indexOf('\n');
        newline >= 0 && newline < where;
        newline = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = newline + 1;
    }
    int column = text.codePointCount(lineStart, Objects.checkIndex(where, text.length() + 1)) + 1;
    return new LiteralException(
        (line == 1 ? "" : "line " + line + ", ") + "column " + column + ": " + message);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
