package io.clientele.http.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Signs in to a service over HTTP from any address of the loopback network.
 *
 * @param port of the service
 */
public record SignInClient(int port) {
  private static final Pattern DEVICE = Pattern.compile("__Host-clientele-device=([\\w-]+)");

  /** The device cookie that this answer sets. */
  public static String device(String answer) {
    var found = DEVICE.matcher(answer);
    assertThat(found.find()).as(answer).isTrue();
    return found.group(1);
  }

  /** The status of a sign-in of a browser without a device cookie. */
  public int status(String address, String email, String password) throws IOException {
    return Integer.parseInt(answer(address, email, password, "").substring(9, 12));
  }

  /** The answer to a sign-in with this device cookie. */
  public String answer(String address, String email, String password, String device)
      throws IOException {
    var from = InetAddress.getByName(address);
    try (var socket = new Socket("127.0.0.1", port, from, 0)) {
      var body =
          "{\"email\":\"%s\",\"password\":\"%s\",\"cookie\":true}".formatted(email, password);
      var cookie = "Cookie: __Host-clientele-device=" + device;
      var request =
          RawSocketClient.anonymous("POST", "/v1/sessions", body, "Connection: close", cookie);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
