/**
 * What elements are and promote to, without knowing where they lie: no memory, no views.
 *
 * <p>A {@link Carrier} is the Java type that a dtype is computed in; {@link Promotion} has NumPy's
 * rules for the dtype of a result.
 *
 * <p>May use: {@code units}, the vocabulary of {@code org.cumulus}.
 */
@NullMarked
package org.cumulus.internal.types;

import org.jspecify.annotations.NullMarked;
