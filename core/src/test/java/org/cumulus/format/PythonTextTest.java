package org.cumulus.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonTextTest {
  @Test
  void quotesLikeRepr() {
    assertEquals("'a'", PythonText.quoted("a"));
    assertEquals("\"it's\"", PythonText.quoted("it's"));
    assertEquals("'it\\'s \"x\"'", PythonText.quoted("it's \"x\""));
    assertEquals("'\\\\\\n\\r\\t\\x00\\x7f\\xa0é'", PythonText.quoted("\\\n\r\t\0\u007f\u00a0é"));
    assertEquals("'\\u2028\\ud800\\U000e0001😀'", PythonText.quoted("\u2028\ud800\udb40\udc01😀"));
  }

  @Test
  void countsCodePoints() {
    assertEquals(1, PythonText.length("😀"));
  }

  @Test
  void stripsEveryBlank() {
    assertEquals(" a", PythonText.stripTrailing(" a \t\u0085\u00a0\u2007\n"));
  }

  @Test
  void splitsAtEveryLineBreak() {
    assertEquals(List.of("a", "", "b", "c", "d"), PythonText.lines("a\n\u2028b\r\nc\u001dd\n"));
    assertEquals(List.of("a", ""), PythonText.lines("a\n\n"));
    assertEquals(List.of(""), PythonText.lines("\n"));
  }
}
