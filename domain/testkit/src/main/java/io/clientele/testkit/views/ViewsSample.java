package io.clientele.testkit.views;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.WriterId;
import io.clientele.testkit.kernel.Sample;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A sample with viewed subjects and writers. All writers differ. */
public final class ViewsSample extends Sample {
  /** Creates the sample of this seed. */
  public ViewsSample(long seed) {
    super(seed);
  }

  /**
   * Returns a new 128-bit id of an {@link SubjectKind#ACCOUNT}: any bits but those of version 8.
   */
  public UUID subject() {
    var subject = new UUID(random().nextLong(), random().nextLong());
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
    return new WriterId(new UUID(random().nextLong(), random().nextLong()));
  }
}
