package org.cumulus.npy;

import org.cumulus.DType;

/** What a file's header says, which may be no header of an array that there can be. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HeaderFields(DType dtype, boolean fortranOrder, long[] shape, int dataOffset) {}
