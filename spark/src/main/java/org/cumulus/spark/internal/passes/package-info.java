/**
 * The two passes over the rows of a window: folds, carries and the replay. Nothing is known of
 * plans.
 */
@NullMarked
package org.cumulus.spark.internal.passes;

import org.jspecify.annotations.NullMarked;
