package io.clientele.inmemory.audit;

import io.clientele.domain.audit.AuditPage;
import io.clientele.domain.audit.AuditPage.Recorded;
import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.BlockProof;
import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainProof;
import io.clientele.domain.audit.chain.ChainVerifier;
import io.clientele.domain.audit.chain.EncryptedAuditEntry;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.audit.chain.VerificationCheckpoint;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * An audit trail with its chain in memory, for tests and demos. Other in-memory stores append to it
 * if they get {@code trail::append}.
 */
public final class InMemoryAuditTrail implements AuditTrail, AuditChain, ChainProof {
  private final OutageSwitch backing = new OutageSwitch("audit");
  private final Random random = new Random(1);
  private final List<Recorded> recorded = new ArrayList<>();
  private final List<EncryptedAuditEntry> pending = new ArrayList<>();
  private final Map<AuditEntryId, EncryptedAuditEntry> sealed = new HashMap<>();
  private final Set<AccountId> erased = new HashSet<>();
  private final List<ChainBlock> blocks = new ArrayList<>();
  private final List<VerificationCheckpoint> checkpoints = new ArrayList<>();

  /** Creates an empty trail. */
  public InMemoryAuditTrail() {}

  @Override
  public synchronized void append(AuditEntry entry) {
    backing.require();
    var act = entry.act();
    var id = AuditEntryId.of(act.at(), random);
    var secret = (entry.changes() + "; " + act.cause().reason()).getBytes(StandardCharsets.UTF_8);
    var kept =
        new EncryptedAuditEntry(
            id,
            act.at(),
            act.actor(),
            entry.action(),
            entry.account(),
            entry.subject(),
            act.cause().requestId(),
            secret,
            new byte[0]);
    recorded.add(new Recorded(id, entry));
    pending.add(kept);
    sealed.put(id, kept);
  }

  @Override
  public synchronized AuditPage page(AuditQuery query) {
    backing.require();
    var after = query.after();
    var found =
        recorded.stream()
            .filter(one -> isSelected(query.filter(), one.entry()))
            .filter(one -> after == null || place(one).compareTo(after) < 0)
            .sorted(Comparator.comparing(InMemoryAuditTrail::place).reversed())
            .limit(query.limit() + 1L)
            .map(this::readable)
            .toList();
    return AuditPage.of(found, query.limit());
  }

  /** Returns all entries in the order in which they were appended, for tests. */
  public synchronized List<AuditEntry> entries() {
    return recorded.stream().map(Recorded::entry).toList();
  }

  /** Makes the personal data of this account unreadable, in present and later entries. */
  public synchronized void forget(AccountId account) {
    erased.add(account);
  }

  @Override
  public synchronized Extension chain() {
    backing.require();
    var next = pending.subList(0, Math.min(ChainBlock.ENTRIES_MAX, pending.size()));
    var count = next.size();
    if (count > 0) {
      blocks.add(ChainBlock.after(last(), next.stream().map(EncryptedAuditEntry::link).toList()));
      next.clear();
    }
    return Extension.of(count);
  }

  @Override
  public synchronized ChainHead head() {
    backing.require();
    return last();
  }

  @Override
  public synchronized boolean holds(ChainHead head) {
    backing.require();
    return head.equals(ChainHead.NONE)
        || blocks.stream().anyMatch(block -> block.head().equals(head));
  }

  @Override
  public synchronized List<BlockProof> blocks(long from, int max) {
    backing.require();
    var begun = blocks.stream().filter(block -> block.number() >= from);
    return begun.limit(max).map(block -> InMemoryProof.of(block, sealed)).toList();
  }

  @Override
  public synchronized VerificationResult verify(AuditTimeRange span, Collection<ChainHead> known) {
    backing.require();
    var walk = new ChainVerifier(ChainHead.NONE, span);
    var broken =
        walked(walk, blocks).or(() -> broken(known)).or(() -> broken(headsOfCheckpoints()));
    var unchained = pending.stream().filter(entry -> span.holds(entry.at())).count();
    return new VerificationResult(walk.entries(), unchained, broken.orElse(null));
  }

  @Override
  public synchronized Step verifyAfter(
      VerificationCheckpoint from, int count, Instant now, Collection<ChainHead> known) {
    backing.require();
    var heads = new ArrayList<ChainHead>(known);
    heads.add(from.head());
    var begin = (int) Math.min(blocks.size(), from.head().number());
    var next = blocks.subList(begin, Math.min(blocks.size(), begin + count));
    var walk = new ChainVerifier(from.head(), new AuditTimeRange(Instant.MIN, null));
    var isEnd = begin + next.size() == blocks.size();
    var broken =
        broken(heads)
            .or(() -> walked(walk, next))
            .or(() -> isEnd ? broken(headsOfCheckpoints()) : Optional.empty());
    if (broken.isPresent()) {
      return new Step(from, broken.get());
    }
    var reached = from.next(walk.head(), walk.entries(), now, isEnd);
    checkpoints.add(reached);
    return new Step(reached, null);
  }

  @Override
  public synchronized Optional<VerificationCheckpoint> checkpoint() {
    backing.require();
    return checkpoints.isEmpty()
        ? Optional.empty()
        : Optional.of(checkpoints.get(checkpoints.size() - 1));
  }

  @Override
  public synchronized Optional<VerificationCheckpoint> completed() {
    backing.require();
    return checkpoints.stream().filter(VerificationCheckpoint::isEnd).reduce((first, last) -> last);
  }

  /** Stores a checkpoint that no verification reached, for tests. */
  public synchronized void plant(VerificationCheckpoint checkpoint) {
    checkpoints.add(checkpoint);
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
  }

  private ChainHead last() {
    return blocks.isEmpty() ? ChainHead.NONE : blocks.get(blocks.size() - 1).head();
  }

  private Optional<Break> walked(ChainVerifier walk, List<ChainBlock> some) {
    var hashes = new HashMap<AuditEntryId, Sha256Hash>();
    sealed.forEach((id, entry) -> hashes.put(id, entry.hash()));
    return some.stream()
        .flatMap(block -> walk.step(block, block.hash(), hashes).stream())
        .findFirst();
  }

  private Optional<Break> broken(Collection<ChainHead> heads) {
    return heads.stream().filter(head -> !holds(head)).findFirst().map(this::unknown);
  }

  private List<ChainHead> headsOfCheckpoints() {
    return checkpoints.stream().map(VerificationCheckpoint::head).toList();
  }

  private Break unknown(ChainHead head) {
    var standing = blocks.stream().filter(block -> block.number() == head.number()).findFirst();
    return ChainVerifier.broken(head, standing.orElse(null));
  }

  private Recorded readable(Recorded one) {
    var entry = one.entry();
    return erased.contains(entry.account()) ? new Recorded(one.id(), entry.erased()) : one;
  }

  private static AuditQuery.Place place(Recorded one) {
    return new AuditQuery.Place(one.entry().act().at(), one.id());
  }

  private static boolean isSelected(AuditQuery.Filter filter, AuditEntry entry) {
    var at = entry.act().at();
    return (filter.account() == null || filter.account().equals(entry.account()))
        && (filter.actor() == null || filter.actor().equals(entry.act().actor()))
        && (filter.action() == null || filter.action().equals(entry.action()))
        && (filter.from() == null || !at.isBefore(filter.from()))
        && (filter.to() == null || at.isBefore(filter.to()));
  }
}
