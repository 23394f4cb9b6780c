package io.clientele.domain.account;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Folding;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A typed text as a whole value of an account: its id, its tax id or a value of its metadata. Case
 * and accents are ignored. A tax id is found with or without dots, slashes, hyphens and spaces.
 *
 * @param id the id that the text spells; empty if the text is no id
 * @param terms the terms of which a found account has at least one, see {@link #termsOf}
 */
public record ExactTerm(Optional<AccountId> id, List<String> terms) {
  /** The longest folded value that is found, in code points. Longer values have no term. */
  public static final int LENGTH_MAX = 200;

  private static final String TAX_ID = "t";
  private static final String METADATA = "m";
  private static final Pattern PUNCTUATION = Pattern.compile("[./\\-\\p{Zs}]");

  public ExactTerm {
    Objects.requireNonNull(id, "id");
    terms = List.copyOf(Objects.requireNonNull(terms, "terms"));
  }

  /** Returns the term of a typed text. A text of ignorable characters alone finds nothing. */
  public static ExactTerm of(String typed) {
    var lower = typed.toLowerCase(Locale.ROOT);
    var folded = Folding.folded(typed);
    var bare = PUNCTUATION.matcher(folded).replaceAll("");
    return new ExactTerm(
        AccountId.find(lower),
        kept(Stream.of(new Value(TAX_ID, bare), new Value(METADATA, folded))));
  }

  /** Returns the terms that a store keeps of a profile, without repetition. */
  public static List<String> termsOf(Profile profile) {
    var given = profile.taxId();
    var taxId =
        given == null
            ? Stream.<Value>empty()
            : Stream.of(new Value(TAX_ID, Folding.folded(given.value())));
    var metadata =
        profile.metadata().entries().values().stream()
            .map(value -> new Value(METADATA, Folding.folded(value)));
    return kept(Stream.concat(taxId, metadata));
  }

  /** Whether the text is the id or a value of the account. */
  public boolean isFoundIn(Account account) {
    return id.filter(account.id()::equals).isPresent()
        || termsOf(account.profile()).stream().anyMatch(terms::contains);
  }

  private static List<String> kept(Stream<Value> values) {
    return values.filter(Value::isKept).map(Value::term).distinct().toList();
  }

  /** A folded value and what it is. */
  private record Value(String kind, String folded) {
    boolean isKept() {
      return !folded.isBlank() && folded.codePointCount(0, folded.length()) <= LENGTH_MAX;
    }

    String term() {
      return kind + folded;
    }
  }
}
