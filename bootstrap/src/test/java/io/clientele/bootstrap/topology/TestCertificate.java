package io.clientele.bootstrap.topology;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A self-signed certificate of 127.0.0.1.
 *
 * @param trust the JVM option that trusts the certificate
 */
record TestCertificate(Path chain, Path key, String trust) {
  private static final String PASSWORD = "changeit";

  /** By the JDK's own tool. */
  static TestCertificate make(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    var store = folder.resolve("server.p12");
    keytool(
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-validity",
        "2",
        "-dname",
        "CN=test",
        "-ext",
        "san=ip:127.0.0.1",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD);
    var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    var certificate = keys.getCertificate("server");
    var chain = pem(folder.resolve("server.crt"), "CERTIFICATE", certificate.getEncoded());
    var secret = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
    var key = pem(folder.resolve("server.key"), "PRIVATE KEY", secret);
    var trusted = folder.resolve("trusted.p12");
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "server",
        "-file",
        chain.toString(),
        "-keystore",
        trusted.toString(),
        "-storepass",
        PASSWORD);
    return new TestCertificate(
        chain,
        key,
        "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
            .formatted(trusted, PASSWORD));
  }

  private static Path pem(Path file, String kind, byte[] content) throws IOException {
    var text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, text, kind));
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(arguments));
    command.addFirst(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), US_ASCII);
    if (process.waitFor() != 0) {
      throw new IOException(output);
    }
  }
}
