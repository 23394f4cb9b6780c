package io.clientele.domain.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.ChainBlock.Link;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.domain.kernel.event.CanonicalEncoding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Verifies random chains with one change each: the verification stops there. */
class ChainVerifierTest {
  private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
  private static final AuditTimeRange EVER = new AuditTimeRange(BEGIN, null);

  private final List<Stored> chain = new ArrayList<>();
  private final Map<AuditEntryId, Sha256Hash> entries = new HashMap<>();
  private Random random = new Random(0);

  private record Stored(ChainBlock block, Sha256Hash stated) {}

  private void grow(RepetitionInfo seed) {
    random = new Random(seed.getCurrentRepetition());
    var head = ChainHead.NONE;
    for (var blocks = 2 + random.nextInt(6); blocks > 0; blocks--) {
      var block = ChainBlock.after(head, links(2 + random.nextInt(5)));
      chain.add(new Stored(block, block.hash()));
      head = block.head();
    }
  }

  @RepeatedTest(50)
  void anUnchangedChainIsVerifiedToItsEnd(RepetitionInfo seed) {
    grow(seed);
    var walk = new ChainVerifier(ChainHead.NONE, EVER);
    assertThat(walked(walk)).isEmpty();
    assertThat(walk.entries()).isEqualTo(entries.size());
    assertThat(walk.head()).isEqualTo(chain.get(chain.size() - 1).block().head());
  }

  @RepeatedTest(50)
  void aChangedEntryIsNamed(RepetitionInfo seed) {
    grow(seed);
    var link = anyLink();
    entries.put(link.id(), Sha256Hash.of(new byte[32]));
    assertBroken(Fault.ENTRY_CHANGED, link);
  }

  @RepeatedTest(50)
  void aMissingEntryIsNamed(RepetitionInfo seed) {
    grow(seed);
    var link = anyLink();
    entries.remove(link.id());
    assertBroken(Fault.ENTRY_MISSING, link);
  }

  @RepeatedTest(50)
  void reorderedEntriesAreFoundInTheirBlock(RepetitionInfo seed) {
    grow(seed);
    var place = random.nextInt(chain.size());
    var was = chain.get(place);
    var links = new ArrayList<>(was.block().links());
    Collections.rotate(links, 1);
    var forged = new ChainBlock(was.block().number(), was.block().previous(), links);
    chain.set(place, new Stored(forged, was.stated()));
    assertBroken(Fault.BLOCK_CHANGED, links.get(0));
  }

  @RepeatedTest(50)
  void aBlockForgedWithItsHashIsFoundByTheNextBlock(RepetitionInfo seed) {
    grow(seed);
    var place = random.nextInt(chain.size() - 1);
    var was = chain.get(place).block();
    var links = was.links().subList(1, was.links().size());
    entries.remove(was.links().get(0).id());
    var forged = new ChainBlock(was.number(), was.previous(), links);
    chain.set(place, new Stored(forged, forged.hash()));
    assertBroken(Fault.BLOCK_CHANGED, links.get(0));
  }

  @RepeatedTest(50)
  void aMissingBlockIsNamedByItsNumber(RepetitionInfo seed) {
    grow(seed);
    var removed = chain.remove(random.nextInt(chain.size() - 1));
    assertThat(walked(new ChainVerifier(ChainHead.NONE, EVER)))
        .contains(new Break(Fault.BLOCK_MISSING, removed.block().number(), null, null));
  }

  @RepeatedTest(50)
  void swappedEntriesOfTwoBlocksAreFoundInTheFirst(RepetitionInfo seed) {
    grow(seed);
    var first = chain.get(0).block();
    var second = chain.get(1).block();
    var mine = first.links().get(0);
    var theirs = second.links().get(0);
    chain.set(0, new Stored(replaced(first, theirs), chain.get(0).stated()));
    chain.set(1, new Stored(replaced(second, mine), chain.get(1).stated()));
    assertBroken(Fault.BLOCK_CHANGED, theirs);
  }

  @RepeatedTest(10)
  void entriesOutsideTheRangeAreNotCompared(RepetitionInfo seed) {
    grow(seed);
    entries.clear();
    var walk = new ChainVerifier(ChainHead.NONE, new AuditTimeRange(BEGIN.minusSeconds(2), BEGIN));
    assertThat(walked(walk)).isEmpty();
    assertThat(walk.entries()).isZero();
  }

  private void assertBroken(Fault fault, Link link) {
    var broken = walked(new ChainVerifier(ChainHead.NONE, EVER)).orElseThrow();
    assertThat(broken.fault()).isEqualTo(fault);
    assertThat(broken.entry()).isEqualTo(link.id());
    assertThat(broken.at()).isEqualTo(link.at());
  }

  private Optional<Break> walked(ChainVerifier walk) {
    return chain.stream()
        .map(stored -> walk.step(stored.block(), stored.stated(), entries))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Link anyLink() {
    var links = chain.get(random.nextInt(chain.size())).block().links();
    return links.get(random.nextInt(links.size()));
  }

  private static ChainBlock replaced(ChainBlock block, Link first) {
    var links = new ArrayList<>(block.links());
    links.set(0, first);
    return new ChainBlock(block.number(), block.previous(), links);
  }

  private List<Link> links(int count) {
    var links = new ArrayList<Link>();
    for (var i = 0; i < count; i++) {
      var at = BEGIN.plusMillis(random.nextInt(10_000));
      var content = new byte[8];
      random.nextBytes(content);
      var link =
          new Link(
              AuditEntryId.of(at, random),
              at,
              Sha256Hash.of(new CanonicalEncoding("link").bytes(content).sha256()));
      entries.put(link.id(), link.hash());
      links.add(link);
    }
    return links;
  }
}
