/**
 * Arrays as text, exactly as NumPy prints them. {@link org.cumulus.ArrayFormat} is the entrance,
 * {@link org.cumulus.PrintOptions} holds what a caller may vary. Behind them, from the outside in:
 *
 * <pre>
 *   ArrayText                        str, repr, the dtype and shape behind an array
 *     ├─ ScalarText                  one number alone
 *     └─ NestedText                  brackets, blocks, summaries
 *          ├─ WrappedRow             one row, broken into lines
 *          └─ ElementText            the text of one element, as wide as the VisibleElements need
 *               ├─ IntegerText   ComplexText   ObjectText
 *               └─ FloatText         the notation and the widths that all numbers share
 *                    └─ DecimalDigits     the digits of one number, within DigitLimits
 *                         └─ ShortestDigits    the shortest ones for its binary format, FloatWidth
 * </pre>
 *
 * <p>Start reading at {@code FloatText} for the rules, at {@code DecimalDigits} for the digits.
 */
@NullMarked
package org.cumulus.format;

import org.jspecify.annotations.NullMarked;
