/** Benchmarks. */
@NullMarked
package org.cumulus.bench;

import org.jspecify.annotations.NullMarked;
