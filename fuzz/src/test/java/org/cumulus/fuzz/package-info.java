/**
 * Targets for a fuzzer guided by coverage: each reads whatever bytes it is given. It may refuse
 * them with the exceptions that the reader documents, and nothing else; may allocate no more than a
 * constant and a multiple of their number; and may not take long.
 */
@NullMarked
package org.cumulus.fuzz;

import org.jspecify.annotations.NullMarked;
