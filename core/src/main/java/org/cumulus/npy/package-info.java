/** NumPy's files, {@code .npy} and {@code .npz}. */
@NullMarked
package org.cumulus.npy;

import org.jspecify.annotations.NullMarked;
