/**
 * Scans of files that are larger than memory, which know neither options nor the console.
 *
 * <pre>
 *   FileScan          a request, a source and an output: passes, one after the other
 *     ├─ Lines           an array in file order around its scanned axis: outer × steps × lanes
 *     │    └─ Schedule      the chunks it is cut into, in the order of the scan: Chunk
 *     ├─ Conveyor        carries chunks from source to sink, several at the same time
 *     │    ├─ Turns         lets its threads do in order what must be in order
 *     │    ├─ Source        positioned or sequential: ChannelSource, StreamSource, SpilledSource
 *     │    ├─ Pass          what is done with a chunk: ScanPass, TranspositionPass, CopyPass
 *     │    │    └─ CarriedLines   lines that go on from chunk to chunk, and their segments
 *     │    └─ Sink          where chunks go: PartialFile
 *     ├─ Output          the files beside the output, until the last takes its name
 *     │    ├─ OutputPlace   names and permissions, and the one rename
 *     │    ├─ Leftovers     what a killed run has left there
 *     │    └─ Checkpoint    where to go on after a kill
 *     └─ Interruption    what is still done when somebody ends the process
 * </pre>
 *
 * <p>Chunks are read by positioned reads into buffers that are used again, off the heap, and
 * written by positioned writes; no file is ever mapped, as mapped pages count as the process's
 * memory.
 */
@NullMarked
package org.cumulus.cli.files;

import org.jspecify.annotations.NullMarked;
