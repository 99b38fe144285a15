/**
 * Passes over lines that are no scans with an operator, differences, indices of extremes,
 * permutations, without knowing modes or requests.
 */
@NullMarked
package org.cumulus.internal.lines;

import org.jspecify.annotations.NullMarked;
