package org.cumulus.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {
  @Test
  void quotesLikeRepr() {
    assertEquals("'a'", TextLines.quoted("a"));
    assertEquals("\"it's\"", TextLines.quoted("it's"));
    assertEquals("'it\\'s \"x\"'", TextLines.quoted("it's \"x\""));
    assertEquals("'\\\\\\n\\r\\t\\x00\\x7f\\xa0é'", TextLines.quoted("\\\n\r\t\0\u007f\u00a0é"));
    assertEquals("'\\u2028\\ud800\\U000e0001😀'", TextLines.quoted("\u2028\ud800\udb40\udc01😀"));
  }

  @Test
  void countsCodePoints() {
    assertEquals(1, TextLines.length("😀"));
  }

  @Test
  void stripsEveryBlank() {
    assertEquals(" a", TextLines.stripTrailing(" a \t\u0085\u00a0\u2007\n"));
  }

  @Test
  void splitsAtEveryLineBreak() {
    assertEquals(List.of("a", "", "b", "c", "d"), TextLines.lines("a\n\u2028b\r\nc\u001dd\n"));
    assertEquals(List.of("a", ""), TextLines.lines("a\n\n"));
    assertEquals(List.of(""), TextLines.lines("\n"));
  }
}
