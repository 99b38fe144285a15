/** Array literals as Python and JSON write them. */
@NullMarked
package org.cumulus.cli.literal;

import org.jspecify.annotations.NullMarked;
