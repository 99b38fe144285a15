/**
 * How a scan is carried out: {@link org.cumulus.internal.Execution} → {@link
 * org.cumulus.internal.Plan} → {@link org.cumulus.internal.Pipeline} → {@link
 * org.cumulus.internal.Codec} and {@link org.cumulus.internal.Kernel}. Not exported; may change at
 * any time.
 */
@NullMarked
package org.cumulus.internal;

import org.jspecify.annotations.NullMarked;
