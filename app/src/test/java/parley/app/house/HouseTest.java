package parley.app.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the packages to docs/decisions/0001: rooms in one direction, one door each. */
class HouseTest {

  private static final String BROKEN = "parley.app.house.broken";

  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("parley");

  private static final JavaClasses BROKEN_HOUSE = new ClassFileImporter().importPackages(BROKEN);

  private static final String[] CORE = {
    "parley.text..",
    "parley.learn..",
    "parley.world..",
    "parley.codebook..",
    "parley.record..",
    "parley.language..",
    "parley.extract..",
    "parley.link..",
    "parley.board.."
  };

  @Test
  void everyModuleIsLookedAt() {
    assertThat(SHIPPED.contain("parley.text.Report")).isTrue();
    assertThat(SHIPPED.contain("parley.ingest.Ingest")).isTrue();
    assertThat(SHIPPED.contain("parley.app.cli.Parley")).isTrue();
  }

  @Test
  void roomsSeeOnlyEarlierRooms() {
    HouseRules.direction("parley").forEach(rule -> rule.check(SHIPPED));
  }

  @Test
  void packagesFormNoCycle() {
    HouseRules.noCycles("parley").check(SHIPPED);
  }

  @Test
  void internalsStayInside() {
    HouseRules.internalStaysInside("parley").check(SHIPPED);
  }

  @Test
  void coreSeesTheJdkAndAJsonStreamOnly() {
    String[] allowed = {
      "java..", "org.jspecify..", "com.fasterxml.jackson.core..", "org.snakeyaml.engine.."
    };
    classes()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed)
                .or(resideInAnyPackage(CORE))
                .or(
                    DescribedPredicate.describe(
                        "primitives and arrays", c -> c.isPrimitive() || c.isArray())))
        .check(SHIPPED);
  }

  @Test
  void coreReadsNoFileNoNetworkAndNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.file..", "java.sql..")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(SHIPPED);
  }

  @Test
  void ingestDoesNotSeeTheApp() {
    noClasses()
        .that()
        .resideInAPackage("parley.ingest..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("parley.app..")
        .check(SHIPPED);
  }

  @Test
  void serverAndCommandLineDoNotSeeEachOthersInsides() {
    noClasses()
        .that()
        .resideInAPackage("parley.app.server..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("parley.app.cli..")
        .allowEmptyShould(true)
        .check(SHIPPED);
    noClasses()
        .that()
        .resideInAnyPackage("parley.app.view..", "parley.app.dossier..", "parley.app.exchange..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("parley.app.cli..", "parley.app.server..")
        .check(SHIPPED);
  }

  @Test
  void nothingLogsOrPrintsBehindTheCallersBack() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(SHIPPED);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(SHIPPED);
  }

  @Test
  void aBrokenHouseIsFoundOut() {
    List<ArchRule> direction = HouseRules.direction(BROKEN);
    assertThat(direction.stream().filter(rule -> rule.evaluate(BROKEN_HOUSE).hasViolation()))
        .extracting(ArchRule::getDescription)
        .containsExactlyInAnyOrder(
            BROKEN + ".text sees no later room", BROKEN + ".extract.times sees no later room");
    assertThatThrownBy(() -> HouseRules.noCycles(BROKEN).check(BROKEN_HOUSE))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Cycle detected");
    assertThatThrownBy(() -> HouseRules.internalStaysInside(BROKEN).check(BROKEN_HOUSE))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("broken.record.internal");
  }
}
