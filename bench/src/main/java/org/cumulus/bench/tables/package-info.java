/**
 * The tables of the grid and of all operators beside NumPy: rounds of measurements, and how they
 * stand with the targets.
 */
@NullMarked
package org.cumulus.bench.tables;

import org.jspecify.annotations.NullMarked;
