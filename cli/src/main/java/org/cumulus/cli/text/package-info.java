/**
 * Tables of numbers as text: CSV, TSV and columns between blanks. All that knows of FastCSV is
 * here; commands, options and other files are not known.
 */
@NullMarked
package org.cumulus.cli.text;

import org.jspecify.annotations.NullMarked;
