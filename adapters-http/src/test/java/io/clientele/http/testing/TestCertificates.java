package io.clientele.http.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates of one authority, made by the JDK's own tool: valid, expired, not yet valid, of this
 * machine, of another host, and one that signs itself.
 *
 * @param trusted a store with the certificate of the authority
 */
public record TestCertificates(Path store, Path trusted) {
  public static final String PASSWORD = "changeit";

  private static final String HOST = "san=dns:receiver.test";
  private static final String AUTHORITY = "authority";

  public static TestCertificates make(Path folder) throws IOException, InterruptedException {
    var store = folder.resolve("keys.p12");
    make(store, AUTHORITY, "-ext", "bc:c", "-validity", "2");
    make(store, "valid", "-ext", HOST, "-validity", "2", "-signer", AUTHORITY);
    make(
        store,
        "expired",
        "-ext",
        HOST,
        "-startdate",
        "-9d",
        "-validity",
        "2",
        "-signer",
        AUTHORITY);
    make(store, "early", "-ext", HOST, "-startdate", "+2d", "-validity", "2", "-signer", AUTHORITY);
    make(store, "wrong-host", "-ext", "san=dns:other.test", "-validity", "2", "-signer", AUTHORITY);
    make(store, "local", "-ext", "san=dns:localhost", "-validity", "2", "-signer", AUTHORITY);
    make(store, "self-signed", "-ext", HOST, "-validity", "2");
    var certificate = folder.resolve("authority.crt");
    keytool(store, "-exportcert", "-alias", AUTHORITY, "-file", certificate.toString());
    var trusted = folder.resolve("trusted.p12");
    keytool(trusted, "-importcert", "-noprompt", "-alias", "a", "-file", certificate.toString());
    return new TestCertificates(store, trusted);
  }

  /** A server's context with the certificate of this alias. */
  public SSLContext of(String alias) throws GeneralSecurityException, IOException {
    var password = PASSWORD.toCharArray();
    var all = KeyStore.getInstance(store.toFile(), password);
    var one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, password);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** A client's context that trusts the authority alone. */
  public SSLContext trusting() throws GeneralSecurityException, IOException {
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(KeyStore.getInstance(trusted.toFile(), PASSWORD.toCharArray()));
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static void make(Path store, String alias, String... options)
      throws IOException, InterruptedException {
    var arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias));
    arguments.addAll(List.of(options));
    keytool(store, arguments.toArray(String[]::new));
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(arguments));
    command.addFirst(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (process.waitFor() != 0 || !Files.exists(store)) {
      throw new IOException(output);
    }
  }
}
