/**
 * {@code cumulus table}: running totals as new columns of a table, whose rows come back as they
 * came.
 *
 * <pre>
 *   bytes ─ RowReader ─ BatchQueue ─┬───────────────────────────────┬─ Totals ─ RowSink ─ bytes
 *          (a thread of its own)    └─ RowSorter, if there is an order ─┘  │
 *                                                                      Groups of Accumulators
 * </pre>
 *
 * <p>Nothing here knows of the command line, of names of files, or of what is said to the user
 * other than why it failed.
 */
@NullMarked
package org.cumulus.cli.table;

import org.jspecify.annotations.NullMarked;
