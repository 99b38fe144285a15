/**
 * Scans of views carried out, without knowing who asks: no modes, no messages, no public arrays.
 *
 * <p>{@link Execution} brings any dtypes and memory down to real elements; {@link Pipeline} loads,
 * scans and stores the tiles of a plan; {@link Crew} and {@link Relay} are the only classes that
 * know of threads.
 *
 * <p>May use: {@code digits}, the vocabulary of {@code org.cumulus}, {@code types}, {@code memory},
 * {@code casts}, {@code operations}, {@code kernels}, {@code plan}.
 */
@NullMarked
package org.cumulus.internal.engine;

import org.jspecify.annotations.NullMarked;
