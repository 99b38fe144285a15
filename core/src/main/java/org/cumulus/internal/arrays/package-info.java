/**
 * Java objects as arrays and arrays as Java objects, without knowing the class of the public ones,
 * nor what is done with them.
 *
 * <p>{@link ArrayLike} says what an object is by itself, {@link NestedArray} puts nested ones
 * together, {@link Export} goes the other way.
 *
 * <p>May use: {@code digits}, the vocabulary of {@code org.cumulus}, {@code types}, {@code memory},
 * {@code casts}, {@code engine}.
 */
@NullMarked
package org.cumulus.internal.arrays;

import org.jspecify.annotations.NullMarked;
