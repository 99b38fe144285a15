/** Where results go, and how far they are, without knowing options or commands. */
@NullMarked
package org.cumulus.cli.output;

import org.jspecify.annotations.NullMarked;
