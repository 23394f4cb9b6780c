package io.clientele.apikit.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * A request that is refused, made to cost the service as much as it can.
 *
 * @param name what is wrong with it
 * @param type of the body; empty without one
 */
public record HostileRequest(String name, String method, String target, String type, String body) {
  /** Returns a request that sends this body to another route. */
  public HostileRequest to(String otherMethod, String otherTarget) {
    return new HostileRequest(name, otherMethod, otherTarget, type, body);
  }

  /** The bytes of the request. */
  public byte[] bytes(String bearer) {
    var content = body.getBytes(StandardCharsets.UTF_8);
    var head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
            .formatted(method, target, bearer);
    var ofBody =
        type.isEmpty()
            ? ""
            : "Content-Type: %s\r\nContent-Length: %d\r\n".formatted(type, content.length);
    var text = (head + ofBody + "\r\n").getBytes(StandardCharsets.UTF_8);
    var all = new byte[text.length + content.length];
    System.arraycopy(text, 0, all, 0, text.length);
    System.arraycopy(content, 0, all, text.length, content.length);
    return all;
  }

  @Override
  public String toString() {
    return name;
  }
}
