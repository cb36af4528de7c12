package parley.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Event;
import parley.record.Mention;
import parley.record.Record;
import parley.record.TimeExpression;
import parley.text.Span;

/**
 * Where and when an event is likely to have happened that does not say so itself: the only town
 * named in its paragraph, or in what stands before it; the only day of its paragraph.
 */
final class Surroundings {

  /** Characters before and after an event that are looked at. */
  private static final int REACH = 600;

  /** Mentions within reach that are looked at. */
  private static final int LOOKED = 40;

  private record At<T>(int begin, T what) {}

  private final String text;
  private final List<At<Actor>> places = new ArrayList<>();
  private final List<At<LocalDate>> days = new ArrayList<>();

  Surroundings(Record record) {
    text = record.report().text();
    for (Actor actor : record.actors()) {
      if (actor.kind() == ActorKind.PLACE && actor.named()) {
        for (Mention mention : actor.mentions()) {
          places.add(new At<>(mention.anchor().span().begin(), actor));
        }
      }
    }
    for (TimeExpression time : record.times()) {
      LocalDate day = Account.day(time.value());
      if (day != null) {
        days.add(new At<>(time.anchor().span().begin(), day));
      }
    }
    places.sort(Comparator.comparingInt(At::begin));
    days.sort(Comparator.comparingInt(At::begin));
  }

  /** The only place of the event's paragraph, else of what stands before it; null for several. */
  @Nullable Actor place(Event event) {
    Span paragraph = paragraph(event);
    Set<Actor> here = within(places, paragraph);
    if (here.isEmpty()) {
      here = within(places, new Span(Math.max(0, paragraph.begin() - REACH), paragraph.begin()));
    }
    return here.size() == 1 ? here.iterator().next() : null;
  }

  /** The only day that the event's paragraph names, null for none and several. */
  @Nullable LocalDate day(Event event) {
    Set<LocalDate> here = within(days, paragraph(event));
    return here.size() == 1 ? here.iterator().next() : null;
  }

  private Span paragraph(Event event) {
    Span cue = event.cue().get(0).span();
    int first = Math.max(0, cue.begin() - REACH);
    int last = Math.min(text.length(), cue.end() + REACH);
    int begin = cue.begin();
    while (begin > first && text.charAt(begin - 1) != '\n') {
      begin--;
    }
    int end = cue.end();
    while (end < last && text.charAt(end) != '\n') {
      end++;
    }
    return new Span(begin, end);
  }

  private static <T> Set<T> within(List<At<T>> all, Span span) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (all.get(mid).begin() < span.begin()) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    Set<T> found = new HashSet<>();
    for (int i = low; i < all.size() && i < low + LOOKED; i++) {
      if (all.get(i).begin() >= span.end()) {
        break;
      }
      found.add(all.get(i).what());
    }
    return found;
  }
}
