/** Array literals as Python and JSON write them, without knowing files or options. */
@NullMarked
package org.cumulus.cli.literal;

import org.jspecify.annotations.NullMarked;
