package io.clientele.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One step, as Redis runs it: what all steps on a shard share stands between its flags and its own
 * lines.
 */
enum Script {
  ADD("add"),
  SEAL("seal"),
  READ("read"),
  RESET("reset"),
  RESET_NOW("reset-now"),
  SEGMENTS("segments"),
  FORGET("forget"),
  PENDING("pending"),
  SUMS("sums"),
  DRAW("draw", ""),
  AUDIT_HEAD("audit-head", "");

  private final byte[] body;
  private final String digest;

  Script(String name) {
    this(name, resource("shard"));
  }

  Script(String name, String shared) {
    var step = resource(name);
    var flagsEnd = step.indexOf('\n') + 1;
    body = ShardText.bytes(step.substring(0, flagsEnd) + shared + step.substring(flagsEnd));
    digest = digest(body);
  }

  /** What EVAL takes. */
  byte[] body() {
    return body.clone();
  }

  /** What EVALSHA takes. */
  String digest() {
    return digest;
  }

  private static String resource(String name) {
    try (var in = Script.class.getResourceAsStream("/redis/" + name + ".lua")) {
      if (in == null) {
        throw new IllegalStateException(name + ".lua is not on the class path");
      }
      return ShardText.text(in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
