/** Tables of numbers as text: CSV, TSV and columns between blanks. */
@NullMarked
package org.cumulus.cli.text;

import org.jspecify.annotations.NullMarked;
