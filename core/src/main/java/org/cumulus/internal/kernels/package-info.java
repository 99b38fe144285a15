/**
 * The scans of tiles, loops over Java arrays, which know neither views nor memory, no plan and no
 * threads.
 *
 * <p>A {@link Kernel} is handed tiles and the carry of their lines. {@link DoubleScan} is the one
 * to read first; {@link Specialisation} makes a class of such a template for each operation, which
 * {@link HiddenClass} alone defines.
 *
 * <p>May use: the vocabulary of {@code org.cumulus}, {@code types}, {@code memory}, {@code
 * operations}.
 */
@NullMarked
package org.cumulus.internal.kernels;

import org.jspecify.annotations.NullMarked;
