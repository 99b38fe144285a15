/**
 * Elements on their way from one dtype to another, without knowing what is done with them: no
 * operations, no scans.
 *
 * <p>{@link Codec} brings runs of a view to carriers and back, by {@link Decoders}, {@link
 * Encoders} and a {@link Cast}; {@link Elements} does so for single ones.
 *
 * <p>May use: {@code units}, the vocabulary of {@code org.cumulus}, {@code types}, {@code memory}.
 */
@NullMarked
package org.cumulus.internal.casts;

import org.jspecify.annotations.NullMarked;
