/** Parquet tables as the text that all else here reads. Nobody else knows Hardwood. */
@NullMarked
package org.cumulus.cli.table.parquet;

import org.jspecify.annotations.NullMarked;
