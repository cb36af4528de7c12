package parley.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Answers are worked out once for all who ask, and never outlive a change. */
final class AnswersTest {

  private final Answers answers = new Answers();

  private static Answer answer(String text) {
    return new Answer(200, "text/plain", text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  private static String text(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void theSameQuestionOfManyIsWorkedOutOnce() throws Exception {
    AtomicInteger worked = new AtomicInteger();
    CountDownLatch asked = new CountDownLatch(20);
    ExecutorService clients = Executors.newFixedThreadPool(20);
    List<Future<Answer>> given = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      given.add(
          clients.submit(
              () -> {
                asked.countDown();
                return answers.of(
                    "q",
                    1,
                    false,
                    () -> {
                      await(asked);
                      return answer("answer " + worked.incrementAndGet());
                    });
              }));
    }
    for (Future<Answer> one : given) {
      assertThat(text(one.get(30, TimeUnit.SECONDS))).isEqualTo("answer 1");
    }
    clients.shutdownNow();
  }

  @Test
  void anotherRevisionIsAnotherAnswer() throws IOException {
    assertThat(text(answers.of("q", 1, false, () -> answer("old")))).isEqualTo("old");
    assertThat(text(answers.of("q", 1, false, () -> answer("new")))).isEqualTo("old");
    assertThat(text(answers.of("q", 2, false, () -> answer("new")))).isEqualTo("new");
  }

  @Test
  void whoAsksAfterAChangeDoesNotGetWhatWasBegunBefore() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch changed = new CountDownLatch(1);
    ExecutorService client = Executors.newSingleThreadExecutor();
    Future<Answer> before =
        client.submit(
            () ->
                answers.of(
                    "q",
                    1,
                    false,
                    () -> {
                      begun.countDown();
                      await(changed);
                      return answer("old");
                    }));
    await(begun);
    assertThat(text(answers.of("q", 2, false, () -> answer("new")))).isEqualTo("new");
    changed.countDown();
    assertThat(text(before.get(30, TimeUnit.SECONDS))).isEqualTo("old");
    assertThat(text(answers.of("q", 2, false, () -> answer("newer")))).isIn("new", "newer");
    client.shutdownNow();
  }

  @Test
  void aFailureIsToldAndNotKept() throws IOException {
    assertThatThrownBy(
            () ->
                answers.of(
                    "q",
                    1,
                    false,
                    () -> {
                      throw new IOException("no disk");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("no disk");
    assertThat(text(answers.of("q", 1, false, () -> answer("there")))).isEqualTo("there");
  }

  @Test
  void aLongOneLeavesOthersTheirTurn() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    ExecutorService client = Executors.newSingleThreadExecutor();
    Future<Answer> export =
        client.submit(
            () ->
                answers.of(
                    "export",
                    1,
                    true,
                    () -> {
                      begun.countDown();
                      await(done);
                      return answer("all");
                    }));
    await(begun);
    for (int i = 0; i < 10; i++) {
      String question = "q" + i;
      assertThat(text(answers.of(question, 1, false, () -> answer(question)))).isEqualTo(question);
    }
    done.countDown();
    assertThat(text(export.get(30, TimeUnit.SECONDS))).isEqualTo("all");
    client.shutdownNow();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
