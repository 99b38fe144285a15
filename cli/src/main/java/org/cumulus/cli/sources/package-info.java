/**
 * The elements of an array wherever they are stored, without knowing what is done with them.
 *
 * <p>Elements are read from a file at any place ({@code ChannelSource}, {@code SpilledSource}), or
 * from a stream one after the other ({@code StreamSource}). No file is ever mapped, as mapped pages
 * count as the process's memory.
 */
@NullMarked
package org.cumulus.cli.sources;

import org.jspecify.annotations.NullMarked;
