package io.clientele.testkit.kernel;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Profile;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.identity.apikey.ApiKeyTerms;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.WriterId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Readable test data. One seed gives the same data in the same order; all e-mails, tax ids, account
 * ids and writers of one sample differ, and each act is a second after the one before. Not safe for
 * use by many threads.
 */
public final class Sample {
  /** When the first act of every sample happens, with microseconds, which a store may lose. */
  public static final Instant BEGINNING = Instant.parse("2026-11-20T12:00:00.123457Z");

  private static final List<String> FIRST =
      List.of("Ada", "Blaise", "Chloé", "Dmitri", "Edsger", "Françoise", "Grace", "Hedy");
  private static final List<String> LAST =
      List.of("Lovelace", "Pascal", "Dubois", "Mendeleev", "Dijkstra", "Barré", "Hopper", "Lamarr");
  private static final String CNPJ_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final Random random;
  private long next;

  /** Creates the sample of this seed. */
  public Sample(long seed) {
    this.random = new Random(seed);
  }

  /** A new id of a version 7 UUID. */
  public AccountId id() {
    return AccountId.of(at(next++), random);
  }

  /** Returns this many new ids. */
  public List<AccountId> ids(int count) {
    return Stream.generate(this::id).limit(count).toList();
  }

  /**
   * Returns a new 128-bit id of an {@link SubjectKind#ACCOUNT}: any bits but those of version 8.
   */
  public UUID subject() {
    var subject = new UUID(random.nextLong(), random.nextLong());
    return SubjectKind.of(subject) == SubjectKind.ACCOUNT ? subject : subject();
  }

  /** Returns this many new ids of viewed subjects. */
  public List<UUID> subjects(int count) {
    return Stream.generate(this::subject).limit(count).toList();
  }

  /** Returns this many new ids of subjects in this shard. */
  public List<UUID> subjects(Sharding shards, Shard shard, int count) {
    var isOfProducts = shards.of(SubjectKind.PRODUCT).contains(shard);
    return Stream.generate(this::subject)
        .map(subject -> isOfProducts ? SubjectKind.PRODUCT.subject(subject) : subject)
        .filter(subject -> shards.of(subject).equals(shard))
        .limit(count)
        .toList();
  }

  /** Returns the id of a new writer. */
  public WriterId writer() {
    return new WriterId(new UUID(random.nextLong(), random.nextLong()));
  }

  /** Returns the next act of a clerk. */
  public Provenance act() {
    return new Provenance("clerk of the sample", at(next++));
  }

  /** Returns an act of a clerk at this time. */
  public Provenance act(Instant at) {
    return new Provenance("clerk of the sample", at);
  }

  /** Returns a name that several accounts may share. */
  public ClientName name() {
    return new ClientName(any(FIRST) + " " + any(LAST));
  }

  /** Returns a new e-mail address, unique in this sample. */
  public Email email() {
    return new Email("client." + next++ + "@example.com");
  }

  /** Returns the tax id of a person in Brazil, with its check digits. */
  public TaxId cpf() {
    var body = digits(next++, 9);
    return new TaxId("BR", withChecks(body, 11));
  }

  /** Returns the tax id of a company in Brazil, with letters, which are allowed since July 2026. */
  public TaxId cnpj() {
    var body = new StringBuilder("AZ").append(digits(next++, 6));
    for (var i = 0; i < 4; i++) {
      body.append(CNPJ_ALPHABET.charAt(random.nextInt(CNPJ_ALPHABET.length())));
    }
    return new TaxId("BR", withChecks(body.toString(), 9));
  }

  /** Returns a profile with all parts. */
  public Profile profile() {
    var metadata = new Metadata(Map.of("segment", "retail", "since", "day " + next++));
    return new Profile(name(), email(), cpf(), metadata);
  }

  /** Returns a profile of this name without tax id or metadata. */
  public Profile named(String name) {
    return new Profile(new ClientName(name), email(), null, Metadata.NONE);
  }

  /** Opens a new account, not stored yet. */
  public Change<Account> opening() {
    return opening(profile());
  }

  /** Opens a new account of this profile, not stored yet. */
  public Change<Account> opening(Profile profile) {
    return Account.open(id(), profile, act());
  }

  /** Returns the profile of an active operator with these roles, or an admin. */
  public OperatorProfile operatorProfile(Role... roles) {
    var all = roles.length == 0 ? Set.of(Role.ADMIN) : Set.of(roles);
    return new OperatorProfile(
        new DisplayName(name().value()), email(), all, OperatorProfile.Status.ACTIVE);
  }

  /** Adds a new operator with these roles, or an admin, not stored yet. */
  public Change<Operator> adding(Role... roles) {
    return Operator.add(OperatorId.of(at(next++), random), operatorProfile(roles), act());
  }

  /** Opens a new session of this operator, not stored yet. */
  public Change<Session> signingIn(Operator operator) {
    return Session.open(SessionId.of(at(next++), random), operator.id(), act());
  }

  /** Issues a new key, not stored yet. */
  public Change<ApiKey> issuing(ApiKeyScope scope, Secret secret) {
    var terms = new ApiKeyTerms(new DisplayName("Key " + next), scope, null);
    return ApiKey.issue(ApiKeyId.of(at(next++), random), terms, secret, act());
  }

  /** Returns a new secret. */
  public Secret secret() {
    return Secret.of(ApiKey.SECRET_PREFIX, random);
  }

  private static Instant at(long number) {
    return BEGINNING.plus(number, ChronoUnit.SECONDS);
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Returns 1, the number and filling digits: all results differ and none repeats one digit. */
  private static String digits(long number, int length) {
    return "1" + String.format(Locale.ROOT, "%0" + (length - 1) + "d", number);
  }

  /** Appends both check digits: weights run 2, 3, … from the right, up to the greatest. */
  private static String withChecks(String body, int weightMax) {
    var first = body + check(body, weightMax);
    return first + check(first, weightMax);
  }

  private static int check(String body, int weightMax) {
    var sum = 0;
    for (var i = 0; i < body.length(); i++) {
      var weight = 2 + i % (weightMax - 1);
      sum += weight * (body.charAt(body.length() - 1 - i) - '0');
    }
    var rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  }
}
