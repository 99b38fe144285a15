/** Arrays, and the scans over them. */
@NullMarked
package org.cumulus;

import org.jspecify.annotations.NullMarked;
