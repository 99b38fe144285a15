/**
 * The command, from {@link Main} on: all that its packages do not know of one another meets here.
 *
 * <p>From the top: {@code commands} → {@code options} → {@code output} → {@code input} → {@code
 * large} → {@code sources} → {@code files}, {@code cells} → {@code text} → {@code literal}; beside
 * these {@code table}, {@code plot} and {@code console}. None uses one that stands before it, and
 * none what is inside the library.
 */
@NullMarked
package org.cumulus.cli;

import org.jspecify.annotations.NullMarked;
