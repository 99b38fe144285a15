/** The {@code cumulus} command. */
@NullMarked
package org.cumulus.cli;

import org.jspecify.annotations.NullMarked;
