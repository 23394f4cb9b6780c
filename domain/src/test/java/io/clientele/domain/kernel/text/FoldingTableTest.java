package io.clientele.domain.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.UnicodeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares the table of {@link Folding} with ICU4J's root collation for all of Unicode. */
class FoldingTableTest {
  private static final Collator COLLATOR = FoldingTable.primary();

  /** The foldings in addition to the collation: apostrophes, quotes, hyphens, ı, ȷ, Ɖ, þ. */
  private static final String FURTHER =
      "`«´»ÞþıŉƉȷɖʹʻʼʽˈ\u0374\u0384\u1fef\u1ffd‐‑‒–—―‘’‚‛“”„‟′″‴‵‶‷⁗⁻₋−︱︲﹘｀𐞋𝚤𝚥";

  /**
   * Contractions that the collation distinguishes from their characters: a search finds fewer of
   * them.
   */
  private static final String APART = "ํາ|ໍາ|ແໜ|ແໝ|ເໜ|ເໝ|ໂໜ|ໂໝ|ໃໜ|ໃໝ|ໄໜ|ໄໝ|ํา|ໍາ";

  @Test
  void theTableAgreesWithTheCollation() throws IOException {
    assertThat(Files.readString(FoldingTable.FILE)).isEqualTo(new FoldingTable().text());
  }

  @Test
  void everyCharacterHasNoPrimaryDifferenceFromItsFoldedForm() {
    var differing = new TreeSet<String>();
    characters()
        .mapToObj(Character::toString)
        .filter(text -> !hasSameWeights(text, Folding.folded(text)))
        .forEach(differing::add);
    var further = FURTHER.codePoints().mapToObj(Character::toString).toList();
    assertThat(further).containsAll(differing);
  }

  /** Each character folds like its primary equals, and like no other. */
  @Test
  void charactersOfTwoPrimaryWeightsDoNotFoldToOne() {
    var sorted =
        characters().mapToObj(Character::toString).filter(c -> !FURTHER.contains(c)).toList();
    var first = new java.util.HashMap<String, String>();
    for (var text : sorted) {
      var other = first.putIfAbsent(Folding.folded(text), text);
      assertThat(other == null || hasSameWeights(text, other))
          .as("%s and %s", text, other)
          .isTrue();
    }
  }

  @Test
  void foldingIsIdempotent() {
    characters()
        .mapToObj(c -> Folding.folded(Character.toString(c)))
        .forEach(folded -> assertThat(Folding.folded(folded)).isEqualTo(folded));
  }

  /**
   * Vowels that Thai, Lao and others write before their consonant are compared in written order.
   */
  @Test
  void contractionsFoldLikeTheirCharacters() throws Exception {
    var contractions = new UnicodeSet();
    FoldingTable.primary().getContractionsAndExpansions(contractions, new UnicodeSet(), true);
    var differing = new ArrayList<String>();
    for (var text : contractions) {
      var isMarker = text.codePoints().anyMatch(c -> c >= 0xFDD0 && c <= 0xFDEF);
      if (!isMarker && !hasSameWeights(text, Folding.folded(text))) {
        differing.add(text);
      }
    }
    assertThat(APART.split("\\|")).containsAll(differing);
  }

  @Test
  void textsAreFoldedCharacterByCharacter() {
    var random = new Random(11);
    var all = characters().filter(c -> !FURTHER.contains(Character.toString(c))).toArray();
    for (var i = 0; i < 100_000; i++) {
      var text = random.ints(4, 0, all.length).mapToObj(at -> Character.toString(all[at])).toList();
      var joined = String.join("", text);
      assertThat(hasSameWeights(joined, Folding.folded(joined))).as(joined).isTrue();
    }
  }

  private static boolean hasSameWeights(String one, String other) {
    return COLLATOR.compare(one, other) == 0;
  }

  private static IntStream characters() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(FoldingTable::isFoldable);
  }
}
