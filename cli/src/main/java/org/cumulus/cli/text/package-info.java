/**
 * Texts as rows of cells, without knowing what array the cells become, files or options: what
 * divides cells, which line has the names, and how a number is written. All that knows of FastCSV
 * is here.
 */
@NullMarked
package org.cumulus.cli.text;

import org.jspecify.annotations.NullMarked;
