/** Other JVM libraries as contestants of the benchmark table. */
@NullMarked
package org.cumulus.peers;

import org.jspecify.annotations.NullMarked;
