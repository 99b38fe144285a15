/**
 * The streams of a command and what is said when it fails, without knowing arrays, files or
 * options.
 */
@NullMarked
package org.cumulus.cli.console;

import org.jspecify.annotations.NullMarked;
