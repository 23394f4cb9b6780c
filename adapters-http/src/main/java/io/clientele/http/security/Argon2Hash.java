package io.clientele.http.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash in PHC string format. The format holds the parameters, so they can be raised
 * later while older hashes still verify.
 */
public final class Argon2Hash {
  // The minimum that OWASP recommends; a sign-in costs some 50 ms and 19 MiB.
  private static final Cost COST = new Cost(19 * 1024, 2, 1);
  private static final int SALT_BYTES = 16;
  private static final int DIGEST_BYTES = 32;
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** Blocks are kept by each thread, not left to the collector at each sign-in. */
  private static final ThreadLocal<BlockPool> BLOCKS =
      ThreadLocal.withInitial(() -> new FixedBlockPool(COST.memoryKib()));

  private final Cost cost;
  private final byte[] salt;
  private final byte[] digest;

  private Argon2Hash(Cost cost, byte[] salt, byte[] digest) {
    this.cost = cost;
    this.salt = salt;
    this.digest = digest;
  }

  public static Argon2Hash of(String password, SecureRandom random) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var digest = digest(password, COST, salt, DIGEST_BYTES);
    return new Argon2Hash(COST, salt, digest);
  }

  /** Returns a hash that matches no password and costs as much to verify as any other. */
  static Argon2Hash unmatched(SecureRandom random) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new Argon2Hash(COST, salt, new byte[DIGEST_BYTES]);
  }

  /** Reads what {@link #toString} wrote. Anything else in the store is a bug. */
  static Argon2Hash parse(String text) {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("not a hash of Argon2id");
    }
    return new Argon2Hash(
        new Cost(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3))),
        Base64.getDecoder().decode(parts.group(4)),
        Base64.getDecoder().decode(parts.group(5)));
  }

  /** Whether the password has this hash; compares in constant time. */
  boolean isOf(String password) {
    return MessageDigest.isEqual(digest, digest(password, cost, salt, digest.length));
  }

  @Override
  public String toString() {
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.passes(),
            cost.lanes(),
            base64.encodeToString(salt),
            base64.encodeToString(digest));
  }

  /** The cost of computing a hash: memory in KiB, passes over it, and lanes. */
  private record Cost(int memoryKib, int passes, int lanes) {}

  private static byte[] digest(String password, Cost cost, byte[] salt, int bytes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .withBlockPool(BLOCKS.get())
            .build());
    var digest = new byte[bytes];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), digest);
    return digest;
  }
}
