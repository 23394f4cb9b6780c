package io.clientele.domain.views.staging;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.WriterId;
import java.util.HashMap;
import java.util.Map;

/** Reads and copies maps from writers to offsets. No method changes its arguments. */
final class WriterOffsets {
  private WriterOffsets() {}

  /** Returns the offset of the writer; {@link Offset#START} for an unknown one. */
  static Offset of(Map<WriterId, Offset> offsets, WriterId writer) {
    return offsets.getOrDefault(writer, Offset.START);
  }

  static Offset later(Offset one, Offset other) {
    return one.isBefore(other) ? other : one;
  }

  /** Returns the ranges between two maps of offsets, of writers whose range is not empty. */
  static Map<WriterId, OffsetRange> ranges(Map<WriterId, Offset> from, Map<WriterId, Offset> to) {
    var ranges = new HashMap<WriterId, OffsetRange>();
    to.forEach(
        (writer, end) -> {
          if (of(from, writer).isBefore(end)) {
            ranges.put(writer, new OffsetRange(of(from, writer), end));
          }
        });
    return ranges;
  }

  /** Returns all entries; the second map replaces those of the first. */
  static Map<WriterId, Offset> with(Map<WriterId, Offset> offsets, Map<WriterId, Offset> others) {
    var all = new HashMap<>(offsets);
    all.putAll(others);
    return all;
  }

  static Map<WriterId, Offset> without(Map<WriterId, Offset> offsets, WriterId writer) {
    var rest = new HashMap<>(offsets);
    rest.remove(writer);
    return rest;
  }
}
