/**
 * What can be said on the command line, and with {@code commands} all that knows of picocli,
 * without knowing what is done with it.
 */
@NullMarked
package org.cumulus.cli.options;

import org.jspecify.annotations.NullMarked;
