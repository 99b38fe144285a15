/** NumPy's way to print an array. */
@NullMarked
package org.cumulus.format;

import org.jspecify.annotations.NullMarked;
