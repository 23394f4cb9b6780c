package io.clientele.domain.kernel.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.CollationElementIterator;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Generates the table of {@link Folding} from ICU4J's root collation. All characters of one primary
 * weight fold to one of them, preferably in lower case; a character of several weights folds to one
 * character for each. {@link #main} rewrites the file, {@code FoldingTableTest} compares it.
 */
final class FoldingTable {
  static final Path FILE =
      Path.of("src/main/resources/io/clientele/domain/kernel/text/folding.txt");

  /** Foldings in addition to the root collation: each text folds to the one before it. */
  private static final Map<String, String> MORE =
      Map.of(
          "i", "ı",
          "j", "ȷ",
          "d", "ɖ",
          "th", "þ",
          "'", "‘’‚‛ʹʻʼʽˈ′‵`´",
          "\"", "“”„‟«»″",
          "-", "‐‒–—―−");

  private static final Comparator<Integer> REPRESENTATIVE =
      Comparator.<Integer, Boolean>comparing(c -> !isPlain(Character.toString(c)))
          .thenComparing(c -> c);

  private final RuleBasedCollator collator = primary();
  private final Map<Integer, List<Long>> weights = new TreeMap<>();
  private final Map<List<Long>, Integer> representatives = new HashMap<>();
  private final Map<String, String> more = new HashMap<>();

  FoldingTable() {
    MORE.forEach((to, all) -> all.chars().forEach(c -> more.put(Character.toString(c), to)));
    for (var c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (isFoldable(c)) {
        var own = weights(Character.toString(c));
        weights.put(c, own);
        representatives.merge(own, c, (a, b) -> REPRESENTATIVE.compare(a, b) <= 0 ? a : b);
      }
    }
  }

  /** The root collation, with primary differences only. */
  static RuleBasedCollator primary() {
    var collator = (RuleBasedCollator) Collator.getInstance(ULocale.ROOT);
    collator.setStrength(Collator.PRIMARY);
    collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    return collator;
  }

  /** Whether it is a composed character other than a syllable of Hangul, which folds to itself. */
  static boolean isFoldable(int c) {
    return switch (UCharacter.getType(c)) {
      case UCharacterCategory.UNASSIGNED,
          UCharacterCategory.SURROGATE,
          UCharacterCategory.PRIVATE_USE ->
          false;
      default ->
          (c < 0xAC00 || c > 0xD7A3)
              && Normalizer2.getNFCInstance().isNormalized(Character.toString(c));
    };
  }

  /**
   * The lines of the file: the folded form, an equals sign, the characters that fold to it; in
   * hexadecimal.
   */
  String text() {
    var sources = new TreeMap<String, List<Integer>>();
    weights.forEach(
        (c, own) -> {
          var folded = own.stream().map(this::folded).collect(Collectors.joining());
          if (!folded.equals(Character.toString(c))) {
            sources.computeIfAbsent(folded, to -> new ArrayList<>()).add(c);
          }
        });
    return sources.entrySet().stream()
        .map(line -> hex(line.getKey()) + "=" + ranges(line.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /** Rewrites the file. Stored data depend on it: a migration must fold every row again. */
  public static void main(String[] module) {
    try {
      Files.writeString(
          Path.of(module[0]).resolve(FILE), new FoldingTable().text(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String folded(Long weight) {
    var representative = Character.toString(representatives.get(List.of(weight)));
    return more.getOrDefault(representative, representative);
  }

  /** The primary weights; a long weight is two elements, the second marked as a continuation. */
  private List<Long> weights(String text) {
    var found = new ArrayList<Long>();
    var elements = collator.getCollationElementIterator(text);
    for (var e = elements.next(); e != CollationElementIterator.NULLORDER; e = elements.next()) {
      var weight = (long) CollationElementIterator.primaryOrder(e);
      if ((e & 0xC0) == 0xC0 && weight != 0) {
        found.set(found.size() - 1, found.get(found.size() - 1) | weight);
      } else if (weight != 0) {
        found.add(weight << 16);
      }
    }
    return List.copyOf(found);
  }

  /** Whether it is in lower case, and no variant or composition of other characters. */
  private static boolean isPlain(String text) {
    return Normalizer2.getNFKCCasefoldInstance().isNormalized(text)
        && Normalizer2.getNFDInstance().isNormalized(text);
  }

  private static String hex(String text) {
    return text.codePoints().mapToObj(FoldingTable::hex).collect(Collectors.joining(" "));
  }

  private static String hex(int c) {
    return Integer.toHexString(c);
  }

  private static String ranges(List<Integer> ascending) {
    var ranges = new ArrayList<String>();
    for (var i = 0; i < ascending.size(); ) {
      var from = i++;
      while (i < ascending.size() && ascending.get(i) == ascending.get(i - 1) + 1) {
        i++;
      }
      var first = hex(ascending.get(from));
      ranges.add(i - from == 1 ? first : first + "-" + hex(ascending.get(i - 1)));
    }
    return String.join(",", ranges);
  }
}
