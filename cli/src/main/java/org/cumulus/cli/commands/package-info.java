/** What each command does with its options. Nobody but {@code Main} knows it. */
@NullMarked
package org.cumulus.cli.commands;

import org.jspecify.annotations.NullMarked;
