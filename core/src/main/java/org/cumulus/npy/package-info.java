/**
 * NumPy's files, {@code .npy}, one array, and {@code .npz}, a zip archive of them, without knowing
 * more of the library than its users do.
 *
 * <p>{@link Npy} and {@link Npz} are the entrances, {@link NpyHeader} is what a file says of its
 * array. Behind them, from the outside in:
 *
 * <pre>
 *   Npy  Npz                    read, map, write
 *     ├─ ReplacedFile           nothing is ever half-written
 *     ├─ ElementWriter          the elements by a buffer, whatever their strides
 *     ├─ ElementReader          memory grows with what arrives, not with what is claimed
 *     └─ NpyHeader              dtype, order, shape
 *          ├─ HeaderText        to bytes, NumPy's own
 *          └─ HeaderReader      from bytes
 *               └─ HeaderDictionary    the three keys, and what NumPy demands of them
 *                    └─ PythonLiteral       PythonTokens  PythonString  PythonNumber
 *                                           PythonValue   PythonText
 * </pre>
 *
 * <p>Whatever is wrong with a file is an {@link NpyFormatException}.
 */
@NullMarked
package org.cumulus.npy;

import org.jspecify.annotations.NullMarked;
