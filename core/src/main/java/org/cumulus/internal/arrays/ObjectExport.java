package org.cumulus.internal.arrays;

import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.memory.MappedFiles;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/** The elements of a view as Java objects, in C order. */
public final class ObjectExport {
  private final View view;
  private final ElementOrder order;

  public ObjectExport(View view) {
    this.view = view;
    order = new ElementOrder(view);
  }

  /** All elements as objects of a class, none of them changed but doubles, which may round. */
  public <T> List<T> list(Class<T> type) {
    // int.class has the objects of Integer.
    @SuppressWarnings("unchecked")
    Class<T> boxed = (Class<T>) MethodType.methodType(type).wrap().returnType();
    int length = Export.arrayLength(view.size());
    PrimitiveExport numbers = new PrimitiveExport(view);
    List<T> list = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      list.add(boxed.cast(element(numbers, i, boxed)));
    }
    return Collections.unmodifiableList(list);
  }

  private Object element(PrimitiveExport numbers, long number, Class<?> type) {
    Object element = get(number);
    if (type.isInstance(element)) {
      return element;
    } else if (type == Double.class) {
      return numbers.doubleAt(number);
    } else if (type == Long.class) {
      return numbers.longAt(number);
    } else if (type == Integer.class) {
      return numbers.intAt(number);
    }
    BigDecimal exact = ExactNumbers.exact(element);
    if (type == BigDecimal.class && exact != null) {
      return exact;
    } else if (type == BigInteger.class && exact != null && ExactNumbers.isInteger(exact)) {
      return exact.toBigIntegerExact();
    }
    throw new IllegalArgumentException(numbers.told(number, "is not a " + type.getSimpleName()));
  }

  /** Does something with each element. */
  public void forEach(Consumer<? super @Nullable Object> action) {
    for (long i = 0; i < view.size(); i++) {
      action.accept(get(i));
    }
  }

  /** Does something with the index and the value of each element. */
  public void forEachIndexed(BiConsumer<? super long[], ? super @Nullable Object> action) {
    for (long i = 0; i < view.size(); i++) {
      action.accept(order.index(i), get(i));
    }
  }

  private @Nullable Object get(long number) {
    try {
      return Elements.get(view, order.position(number));
    } catch (InternalError fault) {
      throw MappedFiles.told(fault, view, view);
    }
  }
}
