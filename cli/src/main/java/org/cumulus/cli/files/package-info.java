/**
 * Files on their way to a name, without knowing arrays, options or the console: whatever is in
 * them, either all of it takes the name or nothing has happened.
 *
 * <pre>
 *   Output            the files beside the output, until the last takes its name
 *     ├─ OutputPlace     names and permissions, and the one rename
 *     ├─ PartialFile     a file being written: a Sink, with Flushing
 *     ├─ Leftovers       what a killed run has left there
 *     └─ ResumeState     how far it has come: Checkpoint, Checkpoints
 *   TemporaryFile     a file that goes when it is closed
 *   Interruption      what is still done when somebody ends the process
 *   FileSamples       checksums by which a file is known again
 *   PrivateFiles      files that only their owner can read
 * </pre>
 */
@NullMarked
package org.cumulus.cli.files;

import org.jspecify.annotations.NullMarked;
