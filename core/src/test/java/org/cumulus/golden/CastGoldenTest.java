package org.cumulus.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;

/** Casts between all dtypes, and between units of time, against NumPy's. */
class CastGoldenTest {
  private static final Store[] STORES = Store.values();

  @Test
  void everyDtypeToEveryDtype() {
    List<String> cases = GoldenFile.cases("casts.txt");
    assertEquals(16 * 16, cases.size());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      String[] columns = cases.get(i).split(" ", -1);
      DType from = DType.of(columns[0]);
      DType to = DType.of(columns[1]);
      List<String[]> pairs =
          Arrays.stream(columns).skip(2).map(pair -> pair.split("=", -1)).toList();
      if (from.kind() == Kind.OBJECT) {
        checkObjects(to, pairs, wrong);
      } else {
        checkNumbers(from, to, pairs, STORES[i % STORES.length], wrong);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  /** In one go: forwards into a fresh array, and backwards into one with swapped bytes. */
  private static void checkNumbers(
      DType from, DType to, List<String[]> pairs, Store store, List<String> wrong) {
    byte[] bytes = ElementTexts.bytes(from, pairs.stream().map(pair -> pair[0]).toList());
    NDArray source = store.array(from, bytes, pairs.size());
    NDArray result = source.astype(to);
    NDArray swapped = NDArray.zeros(to.withByteOrder(ByteOrder.BIG_ENDIAN), pairs.size());
    source.flip().copyTo(swapped.flip());
    for (int i = 0; i < pairs.size(); i++) {
      String actual = ElementBits.text(to.kind(), result.get(i));
      String backwards = ElementBits.text(to.kind(), swapped.get(i));
      if (!actual.equals(pairs.get(i)[1]) || !backwards.equals(actual)) {
        wrong.add(
            "%s to %s: %s, Cumulus %s, with swapped bytes %s"
                .formatted(from, to, String.join(" = ", pairs.get(i)), actual, backwards));
      }
    }
  }

  private static void checkObjects(DType to, List<String[]> pairs, List<String> wrong) {
    for (String[] pair : pairs) {
      NDArray source = NDArray.of(new Object[] {ElementTexts.object(pair[0])}, DType.OBJECT);
      String actual;
      try {
        actual = ElementBits.text(to.kind(), source.astype(to).get(0));
      } catch (IllegalArgumentException | ArithmeticException e) {
        actual = "! " + e.getMessage();
      }
      String expected = pair[1].replace("!", "! : ").replace('_', ' ');
      if (!ErrorTexts.matches(expected, actual)) {
        wrong.add("object to %s: %s, Cumulus %s".formatted(to, String.join(" = ", pair), actual));
      }
    }
  }

  @Test
  void everyUnitOfTimeToEveryUnit() {
    List<String> cases = GoldenFile.cases("timedelta-casts.txt");
    assertEquals(19 * 19 - 4, cases.size());
    List<String> wrong = new ArrayList<>();
    for (String line : cases) {
      String[] columns = line.split(" ", 3);
      boolean refused = columns[2].startsWith("!");
      List<String[]> pairs =
          refused
              ? List.<String[]>of(new String[] {"1", "?"})
              : Arrays.stream(columns[2].split(" ", -1)).map(pair -> pair.split("=", -1)).toList();
      long[] ticks = pairs.stream().mapToLong(pair -> Long.parseLong(pair[0])).toArray();
      String expected = String.join(" ", pairs.stream().map(pair -> pair[1]).toList());
      String actual;
      try {
        NDArray result = NDArray.of(ticks, DType.of(columns[0])).astype(DType.of(columns[1]));
        actual = CumsumCase.text((long[]) result.toFlatArray()).replace(',', ' ');
      } catch (IllegalArgumentException | ArithmeticException e) {
        actual = "! " + e.getMessage();
      }
      if (!ErrorTexts.matches(refused ? columns[2] : expected, actual)) {
        wrong.add(line + "\n   Cumulus: " + actual);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }
}
