/**
 * What there is to find in elements and results, NaN and overflow, without knowing modes or
 * requests.
 */
@NullMarked
package org.cumulus.internal.checks;

import org.jspecify.annotations.NullMarked;
