/**
 * Scans of files that are larger than memory, without knowing options, the console, or how a file
 * takes its name.
 *
 * <pre>
 *   FileScan          a request, a source and an output: passes, one after the other
 *     ├─ FileLines       an array in file order around its scanned axis: outer × steps × lanes
 *     │    └─ Schedule      the chunks it is cut into, in the order of the scan: Chunk
 *     └─ Conveyor        carries chunks from source to sink, several at the same time
 *          ├─ Turns         lets its threads do in order what must be in order
 *          └─ Pass          what is done with a chunk: ScanPass, TranspositionPass, CopyPass
 *               └─ CarriedLines   lines that go on from chunk to chunk, and their segments
 * </pre>
 *
 * <p>Chunks are read by positioned reads into buffers that are used again, off the heap, and
 * written by positioned writes.
 */
@NullMarked
package org.cumulus.cli.large;

import org.jspecify.annotations.NullMarked;
