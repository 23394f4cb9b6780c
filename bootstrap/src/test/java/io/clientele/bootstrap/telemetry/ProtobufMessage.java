package io.clientele.bootstrap.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The fields of one message in the wire format of protocol buffers. */
final class ProtobufMessage {
  private static final int NUMBER = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int BYTES = 2;

  private final List<Field> fields = new ArrayList<>();

  private record Field(int number, long value, byte[] content) {}

  private ProtobufMessage() {}

  static ProtobufMessage read(byte[] bytes) {
    var message = new ProtobufMessage();
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      var tag = (int) number(in);
      var none = new byte[0];
      message.fields.add(
          switch (tag & 7) {
            case NUMBER -> new Field(tag >>> 3, number(in), none);
            case EIGHT_BYTES -> new Field(tag >>> 3, in.getLong(), none);
            case BYTES -> new Field(tag >>> 3, 0, content(in));
            default -> new Field(tag >>> 3, in.getInt(), none);
          });
    }
    return message;
  }

  boolean has(int field) {
    return fields.stream().anyMatch(one -> one.number() == field);
  }

  List<ProtobufMessage> messages(int field) {
    return fields.stream()
        .filter(one -> one.number() == field)
        .map(one -> read(one.content()))
        .toList();
  }

  byte[] bytes(int field) {
    return fields.stream()
        .filter(one -> one.number() == field)
        .findFirst()
        .map(Field::content)
        .orElse(new byte[0]);
  }

  String text(int field) {
    return new String(bytes(field), UTF_8);
  }

  long number(int field) {
    return fields.stream()
        .filter(one -> one.number() == field)
        .findFirst()
        .map(Field::value)
        .orElse(0L);
  }

  private static byte[] content(ByteBuffer in) {
    var content = new byte[(int) number(in)];
    in.get(content);
    return content;
  }

  private static long number(ByteBuffer in) {
    var number = 0L;
    for (var shift = 0; ; shift += 7) {
      var next = in.get();
      number |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
