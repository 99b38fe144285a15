/**
 * Numbers as a table writes them, and their exact totals. Nothing here knows of rows, columns or
 * files.
 */
@NullMarked
package org.cumulus.cli.table.values;

import org.jspecify.annotations.NullMarked;
