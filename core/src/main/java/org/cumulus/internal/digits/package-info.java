/**
 * Numbers as text, digit by digit, which know neither dtypes nor arrays: nothing of Cumulus.
 *
 * <p>{@link DecimalDigits} finds the digits of one number, within {@link DigitLimits}; {@link
 * ShortestDigits} the shortest ones for its binary format, a {@link FloatWidth}.
 */
@NullMarked
package org.cumulus.internal.digits;

import org.jspecify.annotations.NullMarked;
