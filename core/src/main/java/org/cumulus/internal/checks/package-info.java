/**
 * What there is to find in elements and results, NaN and overflow, without knowing modes or
 * requests.
 *
 * <p>May use: the vocabulary of {@code org.cumulus}, {@code types}, {@code memory}, {@code casts},
 * {@code operations}, {@code engine}.
 */
@NullMarked
package org.cumulus.internal.checks;

import org.jspecify.annotations.NullMarked;
