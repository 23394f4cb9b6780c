package io.clientele.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One connection of a load: sends a request, and skims its answer. */
public final class LoadConnection {
  private static final String HEAD = "GET /v1/accounts/01930000-0000-7000-8000-";
  private static final int DIGITS = 12;
  private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
  private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(US_ASCII);
  private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);
  private static final int STATUS_AT = 9;
  private static final int NOT_MODIFIED = 304;

  private final SocketChannel channel;

  /** The request for an account; only the digits of its id change. */
  private final ByteBuffer read;

  private final ByteBuffer answer = ByteBuffer.allocateDirect(16 * 1024);
  private long askedAt;

  LoadConnection(SocketChannel channel, String bearer) {
    this.channel = channel;
    var text = request(0) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + bearer + "\r\n";
    read = ByteBuffer.allocateDirect(text.length()).put(text.getBytes(US_ASCII));
  }

  /** The beginning of a request for an account. */
  public static String request(int account) {
    return HEAD + "%012x".formatted(account);
  }

  long askedAt() {
    return askedAt;
  }

  /** Asks for an account. */
  void ask(int account) throws IOException {
    for (var i = 0; i < DIGITS; i++) {
      var digit = i < 8 ? account >>> 4 * i & 15 : 0;
      read.put(HEAD.length() + DIGITS - 1 - i, HEX[digit]);
    }
    send(read.rewind());
  }

  /** Sends a whole request. */
  void send(ByteBuffer request) throws IOException {
    answer.clear();
    askedAt = System.nanoTime();
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
    if (end < 0) {
      return false;
    }
    var length = find(LENGTH);
    return status() == NOT_MODIFIED || length >= 0 && answer.position() >= end + number(length);
  }

  /** Whether the answer is 200, 201 of something new, or 304. */
  boolean isOk() {
    var status = status();
    return status == 200 || status == 201 || status == NOT_MODIFIED;
  }

  private int status() {
    return number(STATUS_AT);
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
