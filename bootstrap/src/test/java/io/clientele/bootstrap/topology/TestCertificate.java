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
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A self-signed certificate of 127.0.0.1.
 *
 * @param chain the certificate, as PEM
 * @param key its private key, as PEM
 * @param trust the JVM option that trusts the certificate
 */
public record TestCertificate(Path chain, Path key, String trust) {
  private static final String PASSWORD = "changeit";

  /** By the JDK's own tool. */
  public static TestCertificate make(Path folder)
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

  /** A context that presents the certificate, and trusts nothing else. */
  public SSLContext context() throws IOException, GeneralSecurityException {
    var store = chain.resolveSibling("server.p12");
    var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    var presented = KeyManagerFactory.getInstance("PKIX");
    presented.init(keys, PASSWORD.toCharArray());
    var trusted = TrustManagerFactory.getInstance("PKIX");
    var trust = chain.resolveSibling("trusted.p12");
    trusted.init(KeyStore.getInstance(trust.toFile(), PASSWORD.toCharArray()));
    var context = SSLContext.getInstance("TLS");
    context.init(presented.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
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
