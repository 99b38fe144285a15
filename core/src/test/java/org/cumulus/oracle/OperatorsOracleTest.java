package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cumulus.DType.Kind;
import org.cumulus.Operator;
import org.cumulus.golden.SplitMix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operator in every dtype that it is done in, with all modes, in every layout, along every
 * axis, fresh, in place and into an output: against obvious loops. The case number is the seed.
 */
class OperatorsOracleTest {
  private static final List<Operator> OPERATORS =
      Operator.UFUNCS.stream().skip(1).filter(operator -> operator != Operator.LOGADDEXP).toList();

  /** An operator and a dtype of the operation. */
  record Case(Operator operator, Kind kind) {
    SplitMix random(int number) {
      return new SplitMix(number * 31L + toString().hashCode());
    }

    @Override
    public String toString() {
      return operator + " " + kind;
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Operator operator : OPERATORS) {
      for (Kind kind : Kind.values()) {
        if (isDone(operator.toString(), kind)) {
          cases.add(new Case(operator, kind));
        }
      }
    }
    return cases.stream();
  }

  private static boolean isDone(String operator, Kind kind) {
    if (operator.startsWith("logical")) {
      return kind == Kind.BOOL;
    }
    boolean isTime = kind == Kind.TIMEDELTA64;
    boolean hasBits = kind == Kind.BOOL || kind.isInteger() || kind == Kind.OBJECT;
    return operator.startsWith("bitwise") ? hasBits : !(operator.equals("multiply") && isTime);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void smallShapes(Case each) {
    for (int number = 0; number < 25; number++) {
      SplitMix random = each.random(number);
      long[] shape = new long[1 + random.below(3)];
      for (int axis = 0; axis < shape.length; axis++) {
        shape[axis] = random.below(random.below(8) == 0 ? 40 : 6);
      }
      check(each, number, random, shape);
    }
  }

  /** Those whose results do not grow with the line. */
  static Stream<Case> bounded() {
    return cases()
        .filter(each -> each.operator() != Operator.MULTIPLY || each.kind() != Kind.OBJECT);
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void manyTiles(Case each) {
    for (int number = 0; number < 3; number++) {
      SplitMix random = each.random(number);
      long[] shape = OracleArrays.shapeOfManyTiles(random);
      check(each, number, random, shape);
    }
  }

  /** Those whose loops or ways to share lines differ. */
  static Stream<Case> telling() {
    List<Kind> kinds =
        List.of(
            Kind.INT16, Kind.UINT64, Kind.FLOAT16, Kind.FLOAT64, Kind.COMPLEX64, Kind.TIMEDELTA64);
    return cases()
        .filter(each -> kinds.contains(each.kind()))
        .filter(
            each -> List.of("multiply", "maximum", "fmin").contains(each.operator().toString()));
  }

  /** More lines than one thread scans alone. */
  @ParameterizedTest
  @MethodSource("telling")
  void sharedLines(Case each) {
    check(each, 1, each.random(1), 300, 500);
  }

  /** A line that threads share, with every operation on longs, and narrower ones. */
  @ParameterizedTest
  @MethodSource("cases")
  void sharedLine(Case each) {
    if (each.kind() == Kind.INT64 || each.kind() == Kind.UINT64 || each.kind() == Kind.BOOL) {
      check(each, 0, each.random(0), 1_050_000);
    }
  }

  private static void check(Case each, int number, SplitMix random, long... shape) {
    assertNull(
        ModesOracleTest.difference(each.operator(), OracleArrays.type(each.kind()), random, shape),
        "case " + number);
  }
}
