package parley.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.List;

/** The house's rules as ArchUnit states them, for the packages below a root. */
final class HouseRules {

  /** Rooms in order: each may see those before it. learn and world serve all after them. */
  private static final List<String> ROOMS =
      List.of(
          "text", "learn", "world", "codebook", "record", "language", "extract", "link", "board");

  private static final List<String> EXTRACTORS =
      List.of("parts", "times", "actors", "statements", "events", "positions");

  private HouseRules() {}

  /** One rule a room: none of its classes sees a later room. */
  static List<ArchRule> direction(String root) {
    List<ArchRule> rules = new ArrayList<>(direction(root + ".", ROOMS));
    rules.addAll(direction(root + ".extract.", EXTRACTORS));
    return rules;
  }

  private static List<ArchRule> direction(String prefix, List<String> rooms) {
    List<ArchRule> rules = new ArrayList<>();
    for (int i = 0; i < rooms.size() - 1; i++) {
      String[] later =
          rooms.subList(i + 1, rooms.size()).stream()
              .map(room -> prefix + room + "..")
              .toArray(String[]::new);
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(prefix + rooms.get(i) + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(later)
              .allowEmptyShould(true)
              .as(prefix + rooms.get(i) + " sees no later room"));
    }
    return rules;
  }

  static ArchRule noCycles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /**
   * What a package named internal holds is seen by the package above it and its neighbours only.
   */
  static ArchRule internalStaysInside(String root) {
    return ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>("see internals of their own room only") {
              @Override
              public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> isForeign(from, dependency.getTargetClass()))
                    .forEach(
                        dependency ->
                            events.add(
                                SimpleConditionEvent.violated(from, dependency.getDescription())));
              }
            });
  }

  private static boolean isForeign(JavaClass from, JavaClass to) {
    String packageName = to.getPackageName();
    int internal = packageName.indexOf(".internal");
    if (internal < 0 || !packageName.startsWith("parley.")) {
      return false;
    }
    String room = packageName.substring(0, internal);
    return !from.getPackageName().equals(room) && !from.getPackageName().startsWith(room + ".");
  }
}
