/** Units of time, which know neither dtypes nor arrays: nothing of Cumulus. */
@NullMarked
package org.cumulus.internal.units;

import org.jspecify.annotations.NullMarked;
