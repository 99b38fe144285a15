package org.cumulus.cli.input;

import org.cumulus.NDArray;

/** An array, and what it was made of: "npy, version 1.0", "text", "literal". */
public record Loaded(String format, NDArray array) {}
