package io.clientele.persistence.migration;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.TextRules;
import java.util.UUID;

/** Turns stored texts that today's rules refuse into such that they take. */
public final class TextRepair {
  private static final String REPLACEMENT = "\ufffd";
  private static final int NAME_LENGTH = 200;

  private TextRepair() {}

  /** A name: what is refused becomes U+FFFD, and a name without ink gets one. */
  public static String name(String stored) {
    try {
      return TextRules.line("name", stored, 1, NAME_LENGTH);
    } catch (InvalidValue broken) {
      var mended = TextRules.trimmed(verbatim(stored));
      return TextRules.isVisible(mended) ? mended : REPLACEMENT;
    }
  }

  /** A text that is not trimmed. */
  public static String verbatim(String stored) {
    var mended = new StringBuilder(stored.length());
    var marks = 0;
    for (var c : stored.codePoints().toArray()) {
      marks = isMark(c) ? marks + 1 : 0;
      if (marks <= TextRules.MARKS_MAX) {
        mended.append(isTaken(c) ? Character.toString(c) : REPLACEMENT);
      }
    }
    return TextRules.composed(mended.toString());
  }

  /** An e-mail: a host that is refused gets a top level that no mail reaches (RFC 2606). */
  public static String email(String stored, UUID id) {
    var at = stored.lastIndexOf('@');
    for (var spelling : new String[] {stored, stored + ".invalid"}) {
      try {
        return new Email(spelling).value();
      } catch (InvalidValue broken) {
        // The next spelling may do.
      }
    }
    return new Email(stored.substring(0, at + 1) + id + ".invalid").value();
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean isTaken(int c) {
    try {
      return !TextRules.verbatim("text", Character.toString(c), 1, NAME_LENGTH).isEmpty();
    } catch (InvalidValue refused) {
      return false;
    }
  }
}
