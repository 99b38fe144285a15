package org.cumulus.cli.plot;

import java.awt.Graphics2D;

/** Something that can be painted, of the size of a {@link Chart}. */
interface Painting {
  void paint(Graphics2D canvas);
}
