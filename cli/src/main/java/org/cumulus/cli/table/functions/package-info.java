/**
 * What a table is asked for: functions, each of which makes a column, and for each group of rows
 * what a function must remember. Nothing here knows of rows or files.
 */
@NullMarked
package org.cumulus.cli.table.functions;

import org.jspecify.annotations.NullMarked;
