package parley.world;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/**
 * Offices whose bearers speak for themselves and not for the state, the town or the chamber that
 * they belong to: members of parliaments, mayors, candidates.
 */
public final class OwnVoice {

  private static final Set<String> OWN =
      Set.of(
          "senator",
          "sen.",
          "congressman",
          "congresswoman",
          "rep.",
          "lawmaker",
          "legislator",
          "mp",
          "parliamentarian",
          "peer",
          "backbencher",
          "councillor",
          "councilor",
          "councilman",
          "councilwoman",
          "alderman",
          "candidate",
          "mayor");

  private static final Set<String> FOR_OTHERS =
      Set.of(
          "president",
          "minister",
          "premier",
          "chancellor",
          "secretary",
          "ambassador",
          "envoy",
          "negotiator",
          "leader",
          "spokesman",
          "spokeswoman",
          "spokesperson");

  private static final Set<String> CHAMBERS =
      Set.of(
          "senate",
          "congress",
          "parliament",
          "house",
          "assembly",
          "knesset",
          "duma",
          "majlis",
          "bundestag",
          "commons",
          "lords",
          "legislature");

  private OwnVoice() {}

  /** Whether somebody who is called these speaks for himself. */
  public static boolean isOf(Collection<String> offices) {
    boolean own = false;
    for (String office : offices) {
      String noun = noun(office);
      if (FOR_OTHERS.contains(noun)) {
        return false;
      }
      own |= OWN.contains(noun);
    }
    return own;
  }

  private static String noun(String office) {
    return office.substring(office.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether one of these is an office that speaks for a land, known or not. */
  public static boolean speaksForLand(Collection<String> offices) {
    return offices.stream().anyMatch(office -> FOR_OTHERS.contains(noun(office)));
  }

  /** Whether a body is a parliament or part of one, by its name: "Senate foreign relations". */
  public static boolean isChamber(String name) {
    String before = "";
    for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      if (CHAMBERS.contains(word) && !before.equals("white")) {
        return true;
      }
      before = word;
    }
    return false;
  }
}
