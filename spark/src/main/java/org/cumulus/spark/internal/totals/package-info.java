/** What the functions add up: a total of any rows, in any order, and of totals of other rows. */
@NullMarked
package org.cumulus.spark.internal.totals;

import org.jspecify.annotations.NullMarked;
