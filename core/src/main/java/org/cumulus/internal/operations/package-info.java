/**
 * What is done with two elements, for each carrier, without knowing in what loops: no kernels, no
 * plans.
 *
 * <p>{@link Arithmetic} says what is asked for: a {@link Ufunc}, a {@link UserFunction}, a {@link
 * Recurrence} or an {@link Accumulation}. {@link LongOperation} and its like are the functions.
 *
 * <p>May use: the vocabulary of {@code org.cumulus}, {@code types}, {@code memory}, {@code casts}.
 */
@NullMarked
package org.cumulus.internal.operations;

import org.jspecify.annotations.NullMarked;
