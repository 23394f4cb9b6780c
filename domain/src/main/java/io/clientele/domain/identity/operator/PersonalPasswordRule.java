package io.clientele.domain.identity.operator;

import io.clientele.domain.identity.password.Password;
import io.clientele.domain.kernel.InvalidValue;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds passwords that are the operator's own name or e-mail, or little more: without the words of
 * both, only a number or one or two letters remain (ASVS 5.0, 6.2.4 and 6.2.11).
 */
public final class PersonalPasswordRule {
  /** The text of the rule for the fault. */
  public static final String RULE = "must not be made of the own name or e-mail";

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LETTERS = Pattern.compile("\\P{L}+");

  /** Shorter words occur in most passwords. */
  private static final int WORD_MIN = 3;

  private static final int LETTERS_LEFT_MAX = 2;

  /** The length of a date. */
  private static final int DIGITS_LEFT_MAX = 8;

  /** Digits and signs that replace letters. */
  private static final String SIGNS = "01345@$!";

  private static final String FOR_LETTERS = "oieasasi";

  private PersonalPasswordRule() {}

  /** Throws {@link InvalidValue} if the password breaks the rule. */
  public static void refuse(Password password, OperatorProfile profile) {
    if (isOne(password, profile)) {
      throw new InvalidValue("password", RULE);
    }
  }

  /** Whether the password breaks the rule. */
  public static boolean isOne(Password password, OperatorProfile profile) {
    var words = words(profile.name().value() + " " + profile.email().value());
    var text = folded(password.value());
    return Stream.of(text, spelledOut(text)).anyMatch(spelling -> isMadeOf(words, spelling));
  }

  private static boolean isMadeOf(List<String> words, String text) {
    var rest = SEPARATORS.matcher(text).replaceAll("");
    var length = rest.length();
    for (var word : words) {
      rest = rest.replace(word, "").replace(new StringBuilder(word).reverse(), "");
    }
    var letters = LETTERS.matcher(rest).replaceAll("").length();
    return rest.length() < length
        && letters <= LETTERS_LEFT_MAX
        && rest.length() - letters <= DIGITS_LEFT_MAX;
  }

  /** Returns the words, longest first, because one may be a part of another. */
  private static List<String> words(String text) {
    return Stream.of(SEPARATORS.split(folded(text)))
        .flatMap(word -> Stream.of(word, LETTERS.matcher(word).replaceAll("")))
        .filter(word -> word.length() >= WORD_MIN)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static String folded(String text) {
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static String spelledOut(String text) {
    var spelled = text;
    for (var i = 0; i < SIGNS.length(); i++) {
      spelled = spelled.replace(SIGNS.charAt(i), FOR_LETTERS.charAt(i));
    }
    return spelled;
  }
}
