/**
 * Rows put into an order, in a bounded memory: what does not fit goes to files, which are merged.
 * Nothing here knows what the rows are put into an order for.
 */
@NullMarked
package org.cumulus.cli.table.sort;

import org.jspecify.annotations.NullMarked;
