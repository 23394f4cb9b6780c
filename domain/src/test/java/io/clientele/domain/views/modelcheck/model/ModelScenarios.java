package io.clientele.domain.views.modelcheck.model;

import static io.clientele.domain.views.modelcheck.model.EventBudget.DIRECT_COMMITS;
import static io.clientele.domain.views.modelcheck.model.EventBudget.LEDGER_COPIES;
import static io.clientele.domain.views.modelcheck.model.EventBudget.LEDGER_ROLLBACKS;
import static io.clientele.domain.views.modelcheck.model.EventBudget.REMOVALS;
import static io.clientele.domain.views.modelcheck.model.EventBudget.STAGED_ROLLBACKS;
import static io.clientele.domain.views.modelcheck.model.EventBudget.WRITER_CRASHES;

import java.util.List;

/** The searched scenarios: {@link #small} always, {@link #large} in the profile {@code long}. */
public final class ModelScenarios {
  private ModelScenarios() {}

  public static List<ModelScenario> small() {
    return List.of(
        ModelScenario.of("V1 two flushes, each killed anywhere, three views", 3).calm(),
        killed("V2 a writer is killed anywhere, another follows", 3).calm(),
        ModelScenario.of("V3 two writers at once", 2).writers(2, 2).calm(),
        ModelScenario.of("V4 a live total", 2).read().calm(),
        killed("V5 a live total, a killed writer, a direct writer", 2)
            .flushers(1)
            .sameLetters(1)
            .read()
            .upTo(DIRECT_COMMITS, 1)
            .calm(),
        killed("V6 a direct writer beside, a killed writer", 2)
            .sameLetters(1)
            .upTo(DIRECT_COMMITS, 1)
            .calm(),
        back("V7 staging goes back once, two flushes", 1).flushers(2),
        back("V8 staging goes back twice", 2),
        back("V9 staging goes back twice, two copies", 2).copies(2),
        back("V10 staging goes back once, two writers at once", 1).writers(2, 2),
        back("V11 staging goes back once, a killed writer", 1)
            .writers(2, 1)
            .upTo(WRITER_CRASHES, 1),
        ledgerBack("V12 the ledger goes back, applied batches are kept"),
        ledgerBack("V13 the ledger goes back, batches are kept, a killed writer")
            .writers(2, 1)
            .upTo(WRITER_CRASHES, 1),
        ledgerBack("V14 the ledger goes back, nothing is kept: the writer retires")
            .writers(2, 1)
            .keepingNothing()
            .retiring(),
        killed("V15 a dead writer is removed, messages come late, a live total", 2)
            .flushers(1)
            .upTo(REMOVALS, 1)
            .read()
            .retiring(),
        back("V16 a live total, staging goes back once, a killed writer", 1)
            .copies(0)
            .writers(2, 1)
            .upTo(WRITER_CRASHES, 1)
            .read(),
        back("V17 a dead writer is removed, staging goes back", 1)
            .writers(2, 1)
            .upTo(WRITER_CRASHES, 1)
            .upTo(REMOVALS, 1)
            .retiring(),
        killed("V18 RESET at any time, a killed writer, a live total", 2).read().resetting().calm(),
        killed("V24 two flushes throw a removed writer's batch away, one of them late", 2)
            .upTo(WRITER_CRASHES, 2)
            .upTo(REMOVALS, 1)
            .sameLetters(1)
            .retiring(),
        outdated("V25 RESET at any time, by marks that a removal has made old"),
        refused("V26 batches are refused before they are sent, a killed writer")
            .writers(2, 1)
            .upTo(WRITER_CRASHES, 1)
            .calm(),
        refused("V27 batches are refused before they are sent, staging goes back")
            .copies(1)
            .upTo(STAGED_ROLLBACKS, 1),
        cutOff("V28 a writer that is cut off from the ledger is removed and comes back", 2),
        cutOff("V29 a writer that is cut off is removed, staging goes back", 1)
            .copies(1)
            .upTo(STAGED_ROLLBACKS, 1),
        restoredTwice("V30 the ledger goes back twice, staging goes back", 1),
        cutOff("V32 a live total, a writer that is cut off is removed and comes back", 2).read(),
        ModelScenario.of("V33 segments and FOLD, two flushes, a live total", 2)
            .read()
            .folding()
            .calm(),
        killed("V34 segments and FOLD, a killed writer, a direct writer", 2)
            .sameLetters(1)
            .upTo(DIRECT_COMMITS, 1)
            .folding()
            .calm(),
        ledgerBack("V35 segments and FOLD, the ledger goes back").folding(),
        back("V36 segments and FOLD, staging goes back, a live total", 1)
            .copies(0)
            .read()
            .folding(),
        ModelScenario.of("V37 an old version that reads totals alone runs beside for a while", 2)
            .flushers(1)
            .read()
            .upgrading()
            .calm());
  }

  public static List<ModelScenario> large() {
    return List.of(
        back("V19 staging goes back three times, two copies, two flushes", 3)
            .flushers(2)
            .copies(2)
            .keepingNothing(),
        back("V20 staging goes back twice, three views, two flushes", 2)
            .upTo(EventBudget.VIEWS, 3)
            .flushers(2),
        back("V21 staging goes back twice, two writers at once, one killed", 2)
            .writers(2, 2)
            .upTo(WRITER_CRASHES, 1),
        back("V22 both sides go back, nothing is kept, the writer retires", 1)
            .writers(3, 1)
            .upTo(LEDGER_COPIES, 1)
            .upTo(LEDGER_ROLLBACKS, 1)
            .keepingNothing()
            .retiring(),
        killed("V23 a removal, a live total, a direct writer, two flushes", 2)
            .sameLetters(1)
            .upTo(REMOVALS, 1)
            .upTo(DIRECT_COMMITS, 1)
            .read()
            .retiring(),
        restoredTwice("V31 the ledger goes back twice, staging goes back twice", 2));
  }

  /** A living writer is removed, because the ledger does not receive its heartbeats. */
  public static ModelScenario cutOff(String name, int views) {
    return ModelScenario.of(name, views)
        .flushers(1)
        .writers(2, 1)
        .sameLetters(1)
        .upTo(REMOVALS, 1)
        .removingTheLiving()
        .retiring();
  }

  /** The ledger goes back twice, to before a writer took another name, and so does staging. */
  public static ModelScenario restoredTwice(String name, int stagedRollbacks) {
    return ledgerBack(name)
        .writers(3, 1)
        .copies(1)
        .upTo(LEDGER_ROLLBACKS, 2)
        .upTo(STAGED_ROLLBACKS, stagedRollbacks)
        .keepingNothing()
        .registering()
        .retiring()
        .prompt();
  }

  /** A writer is killed, and its successor starts. */
  public static ModelScenario killed(String name, int views) {
    return ModelScenario.of(name, views).writers(2, 1).upTo(WRITER_CRASHES, 1);
  }

  /** The number of times that staging goes back, to a copy or to nothing. */
  public static ModelScenario back(String name, int times) {
    return ModelScenario.of(name, 2)
        .flushers(1)
        .sameLetters(1)
        .copies(1)
        .upTo(STAGED_ROLLBACKS, times);
  }

  /** A RESET may come after a writer in its vector was removed, while others' views are staged. */
  public static ModelScenario outdated(String name) {
    return killed(name, 2)
        .flushers(1)
        .upTo(WRITER_CRASHES, 2)
        .upTo(REMOVALS, 1)
        .sameLetters(1)
        .resetting()
        .retiring();
  }

  /** Batches may never leave their process; their views then go directly into the ledger. */
  public static ModelScenario refused(String name) {
    return ModelScenario.of(name, 2).flushers(1).sameLetters(1).upTo(DIRECT_COMMITS, 1).refusing();
  }

  public static ModelScenario ledgerBack(String name) {
    return ModelScenario.of(name, 2)
        .flushers(1)
        .sameLetters(1)
        .upTo(LEDGER_COPIES, 1)
        .upTo(LEDGER_ROLLBACKS, 1);
  }
}
