package consumer;

import java.util.Arrays;
import org.cumulus.Cumulus;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Scan;

/** What a program that depends on Cumulus does first. */
public final class Consumer {
  private Consumer() {}

  public static void main(String[] arguments) {
    System.out.println(Arrays.toString(Cumulus.cumsum(new double[] {0.5, 0.25, 4})));
    NDArray a = NDArray.of(new int[][] {{2, 4, 6}, {1, 3, 5}});
    System.out.println(Arrays.deepToString((Object[]) Cumulus.cumsum(a, 0).toArray()));
    System.out.println(Scan.of(Operator.MULTIPLY).exclusive().apply(new int[] {2, 4, 6}));
  }
}
