package org.cumulus.internal.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Elements of a memory segment that lie too far apart for a bulk copy, one by one. */
final class SegmentElements {
  private SegmentElements() {}

  /** {@code target[i]} = the element at {@code position + i * stride}. */
  static void gather(
      MemorySegment segment, ValueLayout layout, long position, long stride, Object target, int n) {
    switch (layout) {
      case ValueLayout.OfByte element -> {
        byte[] array = (byte[]) target;
        for (int i = 0; i < n; i++) {
          array[i] = segment.get(element, position + i * stride);
        }
      }
      case ValueLayout.OfShort element -> {
        short[] array = (short[]) target;
        for (int i = 0; i < n; i++) {
          array[i] = segment.get(element, position + i * stride);
        }
      }
      case ValueLayout.OfInt element -> {
        int[] array = (int[]) target;
        for (int i = 0; i < n; i++) {
          array[i] = segment.get(element, position + i * stride);
        }
      }
      case ValueLayout.OfLong element -> {
        long[] array = (long[]) target;
        for (int i = 0; i < n; i++) {
          array[i] = segment.get(element, position + i * stride);
        }
      }
      case ValueLayout.OfFloat element -> {
        float[] array = (float[]) target;
        for (int i = 0; i < n; i++) {
          array[i] = segment.get(element, position + i * stride);
        }
      }
      case ValueLayout.OfDouble element -> {
        double[] array = (double[]) target;
        for (int i = 0; i < n; i++) {
          array[i] = segment.get(element, position + i * stride);
        }
      }
      default -> throw new IllegalArgumentException("no array elements of layout " + layout);
    }
  }

  /** The element at {@code position + i * stride} = {@code source[i]}. */
  static void scatter(
      Object source, MemorySegment segment, ValueLayout layout, long position, long stride, int n) {
    switch (layout) {
      case ValueLayout.OfByte element -> {
        byte[] array = (byte[]) source;
        for (int i = 0; i < n; i++) {
          segment.set(element, position + i * stride, array[i]);
        }
      }
      case ValueLayout.OfShort element -> {
        short[] array = (short[]) source;
        for (int i = 0; i < n; i++) {
          segment.set(element, position + i * stride, array[i]);
        }
      }
      case ValueLayout.OfInt element -> {
        int[] array = (int[]) source;
        for (int i = 0; i < n; i++) {
          segment.set(element, position + i * stride, array[i]);
        }
      }
      case ValueLayout.OfLong element -> {
        long[] array = (long[]) source;
        for (int i = 0; i < n; i++) {
          segment.set(element, position + i * stride, array[i]);
        }
      }
      case ValueLayout.OfFloat element -> {
        float[] array = (float[]) source;
        for (int i = 0; i < n; i++) {
          segment.set(element, position + i * stride, array[i]);
        }
      }
      case ValueLayout.OfDouble element -> {
        double[] array = (double[]) source;
        for (int i = 0; i < n; i++) {
          segment.set(element, position + i * stride, array[i]);
        }
      }
      default -> throw new IllegalArgumentException("no array elements of layout " + layout);
    }
  }
}
