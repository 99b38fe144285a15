/**
 * What is measured: the grid of cells, and the arrays of a cell. Nothing here knows who is
 * measured.
 */
@NullMarked
package org.cumulus.bench.cells;

import org.jspecify.annotations.NullMarked;
