/**
 * Who is measured: Cumulus in several ways, the copy that is the ceiling, the JDK, and the
 * libraries of a Python in a process of its own. Nothing here knows in which turn, or what becomes
 * of the figures.
 */
@NullMarked
package org.cumulus.bench.contestants;

import org.jspecify.annotations.NullMarked;
