package io.clientele.testkit.kernel;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Email;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Readable test data that all contexts use. A context adds its own data in a subclass. One seed
 * gives the same data in the same order; all e-mails and ids of one sample differ, and each act is
 * a second after the one before. Not safe for use by many threads.
 */
public class Sample {
  /** When the first act of every sample happens, with microseconds, which a store may lose. */
  public static final Instant BEGINNING = Instant.parse("2026-11-20T12:00:00.123457Z");

  private static final List<String> FIRST =
      List.of("Ada", "Blaise", "Chloé", "Dmitri", "Edsger", "Françoise", "Grace", "Hedy");
  private static final List<String> LAST =
      List.of("Lovelace", "Pascal", "Dubois", "Mendeleev", "Dijkstra", "Barré", "Hopper", "Lamarr");

  private final Random random;
  private long next;

  /** Creates the sample of this seed. */
  public Sample(long seed) {
    this.random = new Random(seed);
  }

  /** A new id of a version 7 UUID. */
  public final AccountId id() {
    return AccountId.of(nextInstant(), random);
  }

  /** Returns this many new ids. */
  public final List<AccountId> ids(int count) {
    return Stream.generate(this::id).limit(count).toList();
  }

  /** Returns the next act of a clerk. */
  public final Provenance act() {
    return new Provenance("clerk of the sample", nextInstant());
  }

  /** Returns an act of a clerk at this time. */
  public final Provenance act(Instant at) {
    return new Provenance("clerk of the sample", at);
  }

  /** Returns a new e-mail address, unique in this sample. */
  public final Email email() {
    return new Email("client." + number() + "@example.com");
  }

  /** Returns the name of a person. Several persons may share it. */
  public final String personName() {
    return any(FIRST) + " " + any(LAST);
  }

  /** Returns a number that this sample has not used yet. */
  protected final long number() {
    return next++;
  }

  /** Returns a time that is a second after the one before. */
  protected final Instant nextInstant() {
    return BEGINNING.plus(number(), ChronoUnit.SECONDS);
  }

  /** Returns the source of random numbers of this sample. */
  protected final Random random() {
    return random;
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
