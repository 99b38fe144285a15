package org.cumulus.internal;

/**
 * A dense rectangle in a Java array: row {@code k} stands at {@code start + k * pitch}.
 *
 * @param <A> the array's type, that of a {@link Carrier}
 */
record Tile<A>(A array, int start, int pitch) {}
