/**
 * The rows of a table as bytes: where each begins and ends, and where in it the cells are that
 * somebody asks for. Nothing is decoded, so rows can come back as they came. Nothing here knows
 * what is done with them.
 */
@NullMarked
package org.cumulus.cli.table.rows;

import org.jspecify.annotations.NullMarked;
