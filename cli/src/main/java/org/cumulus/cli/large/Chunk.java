package org.cumulus.cli.large;

/**
 * A part of an array that is worked on at once: whole blocks of lines, or a stretch of some lanes
 * of one block.
 *
 * @param block the first block
 * @param blocks how many there are; if more than one, of all steps and lanes
 * @param step the first step
 * @param steps how many there are
 * @param lane the first lane
 * @param lanes how many there are
 */
record Chunk(long block, long blocks, long step, long steps, long lane, long lanes) {
  /** How many elements there are. */
  long size() {
    return blocks * steps * lanes;
  }

  /** The same lanes over other steps. */
  Chunk withSteps(long newStep, long newSteps) {
    return new Chunk(block, blocks, newStep, newSteps, lane, lanes);
  }

  /** How many stretches of elements without a gap it has in a file. */
  long rows(FileLines lines) {
    return lanes == lines.lanes() ? 1 : steps;
  }

  /** The place in the file, in elements, of one of these stretches. */
  long position(FileLines lines, long row) {
    return lines.position(block, step + row, lane);
  }
}
