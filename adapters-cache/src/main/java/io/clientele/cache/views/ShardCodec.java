package io.clientele.cache.views;

import io.clientele.cache.RedisText;
import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The encoding of a shard in Redis, which {@code shard.lua} also reads and writes. */
final class ShardCodec {
  private ShardCodec() {}

  /** A batch as the list of sealed ones has it, without its content. */
  record Batch(String name, long views, Map<WriterId, OffsetRange> ranges) {
    /** The batch with its content; a sealed one knows the time from its name. */
    SealedBatch with(ViewCounts counts) {
      return new SealedBatch(ranges, counts, time(name.substring(0, name.indexOf('-'))));
    }
  }

  /** The hash tag of a shard: all its keys begin with it, so they are in one slot of a cluster. */
  static String tag(UUID database, Shard shard) {
    return "{v:%s:%02d}".formatted(database, shard.number());
  }

  static byte[] bytes(WriterId writer) {
    return RedisText.bytes(writer.toString());
  }

  static byte[] bytes(Offset mark) {
    return RedisText.bytes(text(mark));
  }

  static byte[] bytes(UUID subject) {
    return ByteBuffer.allocate(16)
        .putLong(subject.getMostSignificantBits())
        .putLong(subject.getLeastSignificantBits())
        .array();
  }

  /** The number of writers, then each with its offset. */
  static List<byte[]> vector(AppliedOffsets applied) {
    var args = new ArrayList<byte[]>();
    args.add(RedisText.bytes(applied.byWriter().size()));
    args.addAll(marks(applied.byWriter()));
    return args;
  }

  static List<byte[]> marks(Map<WriterId, Offset> marks) {
    var args = new ArrayList<byte[]>();
    marks.forEach(
        (writer, mark) -> {
          args.add(bytes(writer));
          args.add(bytes(mark));
        });
    return args;
  }

  static List<byte[]> ranges(Map<WriterId, OffsetRange> ranges) {
    return ranges.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + " "
                    + text(entry.getValue().from())
                    + " "
                    + text(entry.getValue().to()))
        .map(RedisText::bytes)
        .toList();
  }

  static Offset mark(Object reply) {
    var parts = RedisText.text(reply).split(" ", 2);
    return new Offset(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
  }

  static Map<WriterId, Offset> marks(List<?> flat) {
    var marks = new HashMap<WriterId, Offset>();
    RedisText.forEachPair(
        flat,
        (writer, mark) ->
            marks.put(new WriterId(UUID.fromString(RedisText.text(writer))), mark(mark)));
    return marks;
  }

  static Batch batch(Object reply) {
    var parts = RedisText.text(reply).split(" ");
    var ranges = new HashMap<WriterId, OffsetRange>();
    for (var i = 2; i < parts.length; i += 5) {
      var from = new Offset(Long.parseLong(parts[i + 1]), Long.parseLong(parts[i + 2]));
      var to = new Offset(Long.parseLong(parts[i + 3]), Long.parseLong(parts[i + 4]));
      ranges.put(new WriterId(UUID.fromString(parts[i])), new OffsetRange(from, to));
    }
    return new Batch(parts[0], Long.parseLong(parts[1]), ranges);
  }

  static ViewCounts counts(List<?> flat) {
    var counts = new HashMap<UUID, Long>();
    RedisText.forEachPair(
        flat,
        (subject, views) ->
            counts.merge(subject(subject), RedisText.number(views), Math::addExact));
    return ViewCounts.of(counts);
  }

  static UUID subject(Object reply) {
    var halves = ByteBuffer.wrap((byte[]) reply);
    return new UUID(halves.getLong(), halves.getLong());
  }

  /** Microseconds since 1970, the format of Redis's time. */
  static Instant time(String micros) {
    return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
  }

  static String micros(Instant time) {
    return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time));
  }

  private static String text(Offset mark) {
    return mark.seq() + " " + mark.views();
  }
}
