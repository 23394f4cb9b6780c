package io.clientele.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One connection of a load: a request that is patched, and an answer that is skimmed. */
public final class ReadConnection {
  private static final String HEAD = "GET /v1/accounts/01930000-0000-7000-8000-";
  private static final int DIGITS = 12;
  private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
  private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(US_ASCII);
  private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);
  private static final int STATUS_AT = 9;

  private final SocketChannel channel;
  private final ByteBuffer request;
  private final ByteBuffer answer = ByteBuffer.allocateDirect(16 * 1024);
  private long askedAt;

  ReadConnection(SocketChannel channel, String bearer) {
    this.channel = channel;
    var text = request(0) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + bearer + "\r\n";
    request = ByteBuffer.allocateDirect(text.length()).put(text.getBytes(US_ASCII));
  }

  /** The beginning of a request for an account. */
  public static String request(int account) {
    return HEAD + "%012x".formatted(account);
  }

  long askedAt() {
    return askedAt;
  }

  void ask(int account) throws IOException {
    for (var i = 0; i < DIGITS; i++) {
      var digit = i < 8 ? account >>> 4 * i & 15 : 0;
      request.put(HEAD.length() + DIGITS - 1 - i, HEX[digit]);
    }
    answer.clear();
    askedAt = System.nanoTime();
    request.rewind();
    while (request.hasRemaining()) {
      channel.write(request);
    }
  }

  /** Reads what is there; true once that is all. */
  boolean hasAnswer() throws IOException {
    if (channel.read(answer) < 0) {
      throw new EOFException();
    }
    var end = find(END);
    var length = find(LENGTH);
    return end >= 0 && length >= 0 && answer.position() >= end + number(length);
  }

  boolean isOk() {
    return answer.get(STATUS_AT) == '2'
        && answer.get(STATUS_AT + 1) == '0'
        && answer.get(STATUS_AT + 2) == '0';
  }

  /** Returns the position after these bytes, compared without case; -1 if they are absent. */
  private int find(byte[] bytes) {
    for (var from = 0; from + bytes.length <= answer.position(); from++) {
      var matching = 0;
      while (matching < bytes.length && lower(answer.get(from + matching)) == bytes[matching]) {
        matching++;
      }
      if (matching == bytes.length) {
        return from + bytes.length;
      }
    }
    return -1;
  }

  private static byte lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
  }

  private int number(int from) {
    var number = 0;
    for (var i = from; answer.get(i) >= '0' && answer.get(i) <= '9'; i++) {
      number = number * 10 + answer.get(i) - '0';
    }
    return number;
  }
}
