package org.cumulus.cli;

import java.io.InputStream;
import java.io.PrintWriter;

/** The three streams of a command, so that tests can give their own. */
record Console(InputStream in, PrintWriter out, PrintWriter err) {}
