package parley.app.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/**
 * Answers that depend on the dossier alone. One is worked out once for all who ask the same at a
 * time, as many at a time as there are processors, in the order in which they were asked for, and
 * kept until the dossier changes.
 */
final class Answers {

  /** Works an answer out. */
  interface Work {
    Answer answer() throws IOException;
  }

  private static final int KEPT = 256;
  private static final int LARGEST_KEPT = 1 << 20;

  /**
   * @param revision of the dossier, at least
   */
  private record Asked(String question, long revision) {}

  private record Kept(long revision, Answer answer) {}

  private final Semaphore quick =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
  private final Semaphore slow = new Semaphore(1, true);
  private final Map<Asked, FutureTask<Answer>> underWay = new HashMap<>();

  private final Map<String, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * The answer to a question at a revision of the dossier or a later one.
   *
   * @param isLong whether it may take seconds; such ones are worked out one at a time, beside
   *     others
   */
  Answer of(String question, long revision, boolean isLong, Work work) throws IOException {
    Asked asked = new Asked(question, revision);
    FutureTask<Answer> mine = new FutureTask<>(() -> worked(asked, isLong ? slow : quick, work));
    FutureTask<Answer> first;
    synchronized (this) {
      Kept old = kept.get(question);
      if (old != null && old.revision() == revision) {
        return old.answer();
      }
      first = underWay.putIfAbsent(asked, mine);
    }
    if (first == null) {
      mine.run();
    }
    try {
      return (first == null ? mine : first).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server stops");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      if (e.getCause() instanceof RuntimeException failed) {
        throw failed;
      }
      if (e.getCause() instanceof Error failed) {
        throw failed;
      }
      throw new IllegalStateException(e);
    }
  }

  private Answer worked(Asked asked, Semaphore turn, Work work) throws Exception {
    try {
      turn.acquire();
      Answer answer;
      try {
        answer = work.answer();
      } finally {
        turn.release();
      }
      if (answer.body().length <= LARGEST_KEPT) {
        synchronized (this) {
          kept.put(asked.question(), new Kept(asked.revision(), answer));
        }
      }
      return answer;
    } finally {
      synchronized (this) {
        underWay.remove(asked);
      }
    }
  }
}
