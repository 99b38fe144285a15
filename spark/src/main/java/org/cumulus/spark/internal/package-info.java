/** How running windows are planned and computed; may change at any time. */
@NullMarked
package org.cumulus.spark.internal;

import org.jspecify.annotations.NullMarked;
