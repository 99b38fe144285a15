/**
 * Arrays as text, exactly as NumPy prints them, without knowing how arrays come about: no
 * operations, no scans.
 *
 * <p>From the outside in:
 *
 * <pre>
 *   ArrayText                        str, repr, the dtype and shape behind an array
 *     ├─ ScalarText                  one number alone
 *     └─ NestedText                  brackets, blank lines, summaries
 *          ├─ WrappedRow             one row, broken into lines
 *          └─ ElementText            the text of one element, as wide as the VisibleElements need
 *               ├─ IntegerText   ComplexText   ObjectText
 *               └─ FloatText         the notation and the widths that all numbers share
 * </pre>
 *
 * <p>The digits are found in {@code org.cumulus.internal.digits}. Start reading at {@code
 * FloatText}.
 *
 * <p>May use: {@code digits}, the vocabulary of {@code org.cumulus}, {@code memory}, {@code casts}.
 */
@NullMarked
package org.cumulus.internal.text;

import org.jspecify.annotations.NullMarked;
