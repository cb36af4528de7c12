package parley.app.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Intake;
import parley.app.dossier.Json;
import parley.ingest.Outcome;

/** Reports on their way in, one after the other, and who waits for news of them. */
final class Jobs implements AutoCloseable {

  private static final int KEPT = 1000;

  /** How long a listener hears nothing before it is told that we are alive, milliseconds. */
  private static final long HEARTBEAT = 15_000;

  /** Something to do, telling each step to the job. */
  interface Work {
    void run(Job job) throws IOException;
  }

  /** One call to add something. */
  static final class Job implements Intake.Listener {
    private final long id;
    private final List<ObjectNode> events = new ArrayList<>();
    private boolean over;

    private Job(long id) {
      this.id = id;
    }

    long id() {
      return id;
    }

    @Override
    public void report(Intake.Taken taken) {
      ObjectNode event =
          Json.object()
              .put("what", taken.known() ? "known" : "added")
              .put("file", taken.file())
              .put("report", taken.id())
              .put("title", taken.title());
      if (taken.repeats() != null) {
        event.put("repeats", taken.repeats());
      }
      if (taken.unread()) {
        event.put("unread", true);
      }
      tell(event);
    }

    @Override
    public void failure(Outcome.Problem problem) {
      String place = problem.place() == null ? "" : problem.place() + ": ";
      failure(problem.file(), place + problem.what() + "; " + problem.mend());
    }

    void failure(String file, String why) {
      tell(Json.object().put("what", "failed").put("file", file).put("why", why));
    }

    private synchronized void tell(ObjectNode event) {
      events.add(event);
      notifyAll();
    }

    private synchronized void end() {
      over = true;
      tell(Json.object().put("what", "done"));
    }

    synchronized ObjectNode node() {
      ObjectNode node = Json.object().put("id", id).put("done", over);
      node.putArray("events").addAll(events);
      return node;
    }

    /** The event of that number, waiting for it a while; null if none came. */
    private synchronized @Nullable ObjectNode await(int number) throws InterruptedException {
      if (number >= events.size() && !over) {
        wait(HEARTBEAT);
      }
      return number < events.size() ? events.get(number) : null;
    }

    private synchronized boolean heard(int number) {
      return over && number >= events.size();
    }
  }

  private final AtomicLong last = new AtomicLong();
  private final Map<Long, Job> jobs = new LinkedHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "parley-intake");
            thread.setDaemon(true);
            return thread;
          });

  Job start(Work work) {
    Job job = new Job(last.incrementAndGet());
    synchronized (jobs) {
      jobs.put(job.id(), job);
      if (jobs.size() > KEPT) {
        jobs.remove(jobs.keySet().iterator().next());
      }
    }
    worker.execute(
        () -> {
          try {
            work.run(job);
          } catch (IOException | RuntimeException e) {
            // The one who waits for the job is told; there is nobody else here.
            job.failure("", String.valueOf(e.getMessage()));
          } finally {
            job.end();
          }
        });
    return job;
  }

  @Nullable Job job(long id) {
    synchronized (jobs) {
      return jobs.get(id);
    }
  }

  /** Sends the job's events as they come, then ends (server-sent events). */
  static void stream(Job job, HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      int next = 0;
      while (!job.heard(next)) {
        ObjectNode event = job.await(next);
        String text =
            event == null
                ? ": waiting\n\n"
                : "id: " + next + "\nevent: progress\ndata: " + Json.write(event) + "\n\n";
        if (event != null) {
          next++;
        }
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
