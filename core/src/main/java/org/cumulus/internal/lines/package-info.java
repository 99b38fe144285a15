/**
 * Passes over lines that are no scans with an operator, differences, indices of extremes,
 * permutations, without knowing modes or requests.
 *
 * <p>May use: {@code units}, the vocabulary of {@code org.cumulus}, {@code memory}, {@code casts},
 * {@code plan}, {@code engine}.
 */
@NullMarked
package org.cumulus.internal.lines;

import org.jspecify.annotations.NullMarked;
