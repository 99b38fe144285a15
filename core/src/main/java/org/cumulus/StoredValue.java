package org.cumulus;

import java.io.Serializable;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/** An array without dimensions in serialised form. */
record StoredValue(String dtype, @Nullable Object element) implements Serializable {
  static StoredValue of(View view) {
    return new StoredValue(view.dtype().str(), Elements.get(view, view.offset()));
  }

  NDArray array() {
    NDArray array = NDArray.zeros(DType.of(dtype));
    Elements.set(array.view(), array.view().offset(), element);
    return array;
  }
}
