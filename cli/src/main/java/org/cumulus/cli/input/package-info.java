/** What INPUT is, and its elements, without knowing options or where results go. */
@NullMarked
package org.cumulus.cli.input;

import org.jspecify.annotations.NullMarked;
