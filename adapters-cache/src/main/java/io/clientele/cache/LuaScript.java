package io.clientele.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A Lua script that Redis runs, and the digest by which Redis knows it. */
public final class LuaScript {
  private final byte[] body;
  private final String digest;

  private LuaScript(String text) {
    body = RedisText.bytes(text);
    digest = digest(body);
  }

  /** Reads {@code /redis/<name>.lua}. */
  public static LuaScript of(String name) {
    return of(name, "");
  }

  /** Reads {@code /redis/<name>.lua} and inserts shared lines after its first line, the flags. */
  public static LuaScript of(String name, String shared) {
    var script = resource(name);
    var flagsEnd = script.indexOf('\n') + 1;
    return new LuaScript(script.substring(0, flagsEnd) + shared + script.substring(flagsEnd));
  }

  /** The text of {@code /redis/<name>.lua}. */
  public static String resource(String name) {
    try (var in = LuaScript.class.getResourceAsStream("/redis/" + name + ".lua")) {
      if (in == null) {
        throw new IllegalStateException(name + ".lua is not on the class path");
      }
      return RedisText.text(in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The argument of EVAL. */
  byte[] body() {
    return body.clone();
  }

  /** The argument of EVALSHA. */
  String digest() {
    return digest;
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
