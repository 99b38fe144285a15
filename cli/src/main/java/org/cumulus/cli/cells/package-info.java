/**
 * Arrays from the cells of a text, and back, without knowing what divides the cells of a line,
 * files or options.
 */
@NullMarked
package org.cumulus.cli.cells;

import org.jspecify.annotations.NullMarked;
