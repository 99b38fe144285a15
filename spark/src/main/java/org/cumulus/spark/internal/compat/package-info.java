/** Spark's and Scala's classes as Java and all their versions can use them. */
@NullMarked
package org.cumulus.spark.internal.compat;

import org.jspecify.annotations.NullMarked;
