/**
 * Java objects as arrays and arrays as Java objects, without knowing the class of the public ones,
 * nor what is done with them.
 *
 * <p>{@link ArrayLike} says what an object is by itself, {@link NestedArray} puts nested ones
 * together, {@link Export} goes the other way.
 */
@NullMarked
package org.cumulus.internal.arrays;

import org.jspecify.annotations.NullMarked;
