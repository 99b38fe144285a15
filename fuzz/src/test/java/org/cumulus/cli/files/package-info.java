/** Targets for what is not public; see {@link org.cumulus.fuzz}. */
@NullMarked
package org.cumulus.cli.files;

import org.jspecify.annotations.NullMarked;
