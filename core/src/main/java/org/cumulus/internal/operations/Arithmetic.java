package org.cumulus.internal.operations;

/** What a scan folds its lines with, whatever their dtype. */
public sealed interface Arithmetic permits Ufunc, UserFunction, Recurrence, Accumulation {}
