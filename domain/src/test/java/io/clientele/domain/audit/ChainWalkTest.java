package io.clientele.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.Block.Link;
import io.clientele.domain.audit.Verification.Break;
import io.clientele.domain.audit.Verification.Fault;
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

/** Random chains, each tampered with in one place: the walk stops there. */
class ChainWalkTest {
  private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
  private static final AuditSpan EVER = new AuditSpan(BEGIN, null);

  private final List<Stored> chain = new ArrayList<>();
  private final Map<EntryId, Hash> entries = new HashMap<>();
  private Random random = new Random(0);

  private record Stored(Block block, Hash stated) {}

  private void grow(RepetitionInfo seed) {
    random = new Random(seed.getCurrentRepetition());
    var head = Head.NONE;
    for (var blocks = 2 + random.nextInt(6); blocks > 0; blocks--) {
      var block = Block.after(head, links(2 + random.nextInt(5)));
      chain.add(new Stored(block, block.hash()));
      head = block.head();
    }
  }

  @RepeatedTest(50)
  void aChainAsItWasIsWalkedToItsEnd(RepetitionInfo seed) {
    grow(seed);
    var walk = new ChainWalk(Head.NONE, EVER);
    assertThat(walked(walk)).isEmpty();
    assertThat(walk.entries()).isEqualTo(entries.size());
    assertThat(walk.head()).isEqualTo(chain.get(chain.size() - 1).block().head());
  }

  @RepeatedTest(50)
  void aChangedEntryIsNamed(RepetitionInfo seed) {
    grow(seed);
    var link = anyLink();
    entries.put(link.id(), Hash.over(new byte[] {1}, 1));
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
  void anotherOrderIsFoundInItsBlock(RepetitionInfo seed) {
    grow(seed);
    var place = random.nextInt(chain.size());
    var was = chain.get(place);
    var links = new ArrayList<>(was.block().links());
    Collections.rotate(links, 1);
    var forged = new Block(was.block().number(), was.block().previous(), links);
    chain.set(place, new Stored(forged, was.stated()));
    assertBroken(Fault.BLOCK_CHANGED, links.get(0));
  }

  @RepeatedTest(50)
  void aBlockThatIsForgedWithItsHashIsFoundByTheNext(RepetitionInfo seed) {
    grow(seed);
    var place = random.nextInt(chain.size() - 1);
    var was = chain.get(place).block();
    var links = was.links().subList(1, was.links().size());
    entries.remove(was.links().get(0).id());
    var forged = new Block(was.number(), was.previous(), links);
    chain.set(place, new Stored(forged, forged.hash()));
    assertBroken(Fault.BLOCK_CHANGED, links.get(0));
  }

  @RepeatedTest(50)
  void aMissingBlockIsNumbered(RepetitionInfo seed) {
    grow(seed);
    var removed = chain.remove(random.nextInt(chain.size() - 1));
    assertThat(walked(new ChainWalk(Head.NONE, EVER)))
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
  void whatIsOutsideOfTheSpanIsNotCompared(RepetitionInfo seed) {
    grow(seed);
    entries.clear();
    var walk = new ChainWalk(Head.NONE, new AuditSpan(BEGIN.minusSeconds(2), BEGIN));
    assertThat(walked(walk)).isEmpty();
    assertThat(walk.entries()).isZero();
  }

  private void assertBroken(Fault fault, Link link) {
    var broken = walked(new ChainWalk(Head.NONE, EVER)).orElseThrow();
    assertThat(broken.fault()).isEqualTo(fault);
    assertThat(broken.entry()).isEqualTo(link.id());
    assertThat(broken.at()).isEqualTo(link.at());
  }

  private Optional<Break> walked(ChainWalk walk) {
    return chain.stream()
        .map(stored -> walk.step(stored.block(), stored.stated(), entries))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Link anyLink() {
    var links = chain.get(random.nextInt(chain.size())).block().links();
    return links.get(random.nextInt(links.size()));
  }

  private static Block replaced(Block block, Link first) {
    var links = new ArrayList<>(block.links());
    links.set(0, first);
    return new Block(block.number(), block.previous(), links);
  }

  private List<Link> links(int count) {
    var links = new ArrayList<Link>();
    for (var i = 0; i < count; i++) {
      var at = BEGIN.plusMillis(random.nextInt(10_000));
      var content = new byte[8];
      random.nextBytes(content);
      var link = new Link(EntryId.of(at, random), at, Hash.over(content, content.length));
      entries.put(link.id(), link.hash());
      links.add(link);
    }
    return links;
  }
}
