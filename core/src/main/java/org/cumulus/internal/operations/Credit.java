package org.cumulus.internal.operations;

/**
 * What wrong guesses may still cost. Right ones pay in, a wrong one takes out; when nothing is left
 * the plain loop does the next elements, ever more of them while guesses stay wrong. So a line on
 * which all guesses are wrong takes little longer than with the plain loop alone.
 */
public final class Credit {
  private static final int MOST = 8;
  private static final int GROWTH = 8;
  private static final int LONGEST_REST = 1 << 13;

  private final int worth;
  private final int shortestRest;
  private int rest;
  private int left;

  /**
   * The credit of a stretch of a line.
   *
   * @param worth how many right guesses save what a wrong one costs
   * @param shortestRest for how many elements to do without guesses when they are wrong too often
   */
  public Credit(int worth, int shortestRest) {
    this.worth = worth;
    this.shortestRest = shortestRest;
    rest = shortestRest;
  }

  /**
   * Takes note of a wrong guess.
   *
   * @param right how many were right since the last one
   * @return for how many elements to do without guesses
   */
  public int afterWrong(int right) {
    left = Math.min(MOST, left + right / worth) - 1;
    if (left >= 0) {
      rest = shortestRest;
      return 0;
    }
    left = 0;
    int without = rest;
    rest = Math.min(GROWTH * rest, LONGEST_REST);
    return without;
  }
}
