/** The same cells by JMH, each contestant in a JVM of its own. */
@NullMarked
package org.cumulus.bench.jmh;

import org.jspecify.annotations.NullMarked;
