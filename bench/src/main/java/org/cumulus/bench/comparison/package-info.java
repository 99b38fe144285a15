/** Cumulus beside other libraries: the page, its samples and its pictures. */
@NullMarked
package org.cumulus.bench.comparison;

import org.jspecify.annotations.NullMarked;
