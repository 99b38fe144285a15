/** The command beside {@code cp}. */
@NullMarked
package org.cumulus.bench.files;

import org.jspecify.annotations.NullMarked;
