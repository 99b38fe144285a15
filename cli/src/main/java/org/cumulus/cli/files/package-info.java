/**
 * Scans of files that are larger than memory.
 *
 * <pre>
 *   FileScan          a request, a source and an output file: passes, one after the other
 *     ├─ Lines           an array in file order around its scanned axis: outer × steps × lanes
 *     │    └─ Schedule      the chunks it is cut into, in the order of the scan: Chunk
 *     ├─ Conveyor        reads, works on and writes chunks at the same time
 *     │    ├─ Source        positioned or sequential: ChannelSource, StreamSource, TextSource
 *     │    ├─ ChunkWork     what is done with a chunk: ChunkScan, ChunkDifference
 *     │    └─ ChannelSink   where chunks go
 *     ├─ Spill           a source that cannot be read twice, put beside the output
 *     ├─ Transposition   the same elements in the other order
 *     ├─ PartialFile     the output, until it takes its name
 *     └─ Checkpoint      where to go on after a kill
 * </pre>
 *
 * <p>Chunks are read by positioned reads into buffers that are used again, off the heap, and
 * written by positioned writes; no file is ever mapped, as mapped pages count as the process's
 * memory.
 */
@NullMarked
package org.cumulus.cli.files;

import org.jspecify.annotations.NullMarked;
