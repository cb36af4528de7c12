package parley.extract.actors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The nouns that head mentions of actors, titles, and first names, from {@code nouns.txt}. */
final class Lexicon {

  static final int OFFICE = 1;
  static final int PERSON = 2;
  static final int RELATION = 4;
  static final int GROUP = 8;
  static final int ORGANISATION = 16;
  static final int PLACE = 32;
  static final int QUANTITY = 64;
  static final int DOCUMENT = 128;

  /** Verbs of a state's doing, by which a capital stands for its government. */
  static final int METONYMIC = 256;

  static final int TITLEWORD = 512;
  static final int MALE_NAME = 1024;
  static final int FEMALE_NAME = 2048;
  static final int HONORIFIC = 4096;

  /** Words for times and measures, for which "it" stands without naming anything. */
  static final int TIME = 8192;

  /** "A number of readers" are readers. */
  static final int MEASURE = 16384;

  /** Nouns that end like doers and are things. */
  static final int NO_DOER = 32768;

  /** Things, acts and ideas that are often given as a source. */
  static final int THING = 65536;

  /** Collectives and offices that act for the state that their name tells. */
  static final int STATE_ACTING = 131072;

  /** "Ankara's refusal": what a government has or does and a town does not. */
  static final int STATE_DEED = 262144;

  /** Any noun that a person can be called by. */
  static final int HUMAN = OFFICE | PERSON | RELATION;

  /** Any noun that can head the mention of an actor. */
  static final int ACTOR = HUMAN | GROUP | ORGANISATION | PLACE;

  private static final Map<String, Integer> SECTIONS =
      Map.ofEntries(
          Map.entry("office", OFFICE),
          Map.entry("person", PERSON),
          Map.entry("relation", RELATION),
          Map.entry("group", GROUP),
          Map.entry("organisation", ORGANISATION),
          Map.entry("place", PLACE),
          Map.entry("quantity", QUANTITY),
          Map.entry("document", DOCUMENT),
          Map.entry("metonymic", METONYMIC),
          Map.entry("titleword", TITLEWORD),
          Map.entry("male", MALE_NAME),
          Map.entry("female", FEMALE_NAME),
          Map.entry("honorific", HONORIFIC),
          Map.entry("time", TIME),
          Map.entry("measure", MEASURE),
          Map.entry("nodoer", NO_DOER),
          Map.entry("thing", THING),
          Map.entry("stateacting", STATE_ACTING),
          Map.entry("statedeed", STATE_DEED));

  private static final String[] HUMAN_ENDINGS = {
    "man", "men", "woman", "women", "ist", "ician", "eer", "person", "people"
  };

  private final Map<String, Integer> flags = new HashMap<>(4096);
  private final Map<String, Gender> honorifics = new HashMap<>();

  private Lexicon() {
    try (InputStream in = Lexicon.class.getResourceAsStream("nouns.txt")) {
      if (in == null) {
        throw new IllegalStateException("resource nouns.txt is missing");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int section = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[")) {
          section = SECTIONS.getOrDefault(line.substring(1, line.indexOf(']')), 0);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          for (String word : line.split(" ", -1)) {
            add(word, section);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String word, int section) {
    if (word.isEmpty()) {
      return;
    }
    String key = word;
    if (section == HONORIFIC) {
      int at = word.indexOf('=');
      key = word.substring(0, at);
      honorifics.put(key, Gender.ofCode(word.charAt(at + 1)));
    }
    flags.merge(key, section, (a, b) -> a | b);
  }

  private static final class Shipped {
    static final Lexicon LEXICON = new Lexicon();
  }

  static Lexicon shipped() {
    return Shipped.LEXICON;
  }

  /** All flags of a lower-case word; 0 if it is not known. */
  int flags(String word) {
    Integer f = flags.get(word);
    return f == null ? 0 : f;
  }

  /** Whether a lower-case word has the flag. */
  boolean is(String word, int flag) {
    return (flags(word) & flag) != 0;
  }

  /** The flags of a noun by its lemma; an unknown compound or derived noun is judged by its end. */
  int nounFlags(String lemma) {
    int f = flags(lemma) & (ACTOR | QUANTITY | DOCUMENT);
    if (f != 0) {
      return f;
    }
    int hyphen = lemma.lastIndexOf('-');
    if (hyphen > 0 && hyphen < lemma.length() - 1) {
      return nounFlags(lemma.substring(hyphen + 1)) & ~QUANTITY;
    }
    if (lemma.endsWith("s") && lemma.length() > 3) {
      f = flags(lemma.substring(0, lemma.length() - 1)) & (ACTOR | DOCUMENT);
      if (f != 0) {
        return f;
      }
    }
    for (String ending : HUMAN_ENDINGS) {
      if (lemma.length() > ending.length() + 2 && lemma.endsWith(ending)) {
        return PERSON;
      }
    }
    return 0;
  }

  boolean isHuman(String lemma) {
    return (nounFlags(lemma) & HUMAN) != 0;
  }

  /** The gender that a form of address tells ("mr", "mrs."); UNKNOWN if it is none. */
  Gender honorific(String word) {
    String w = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    return honorifics.getOrDefault(w, Gender.UNKNOWN);
  }

  boolean isHonorific(String word) {
    String w = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    return honorifics.containsKey(w);
  }

  /** Whether a word can stand in a title before a name. */
  boolean isTitleWord(String word) {
    String w = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    return (flags(w) & (TITLEWORD | OFFICE | HONORIFIC)) != 0;
  }

  /** The gender of a first name, lower case. */
  Gender firstName(String name) {
    int f = flags(name) & (MALE_NAME | FEMALE_NAME);
    return f == MALE_NAME ? Gender.MALE : f == FEMALE_NAME ? Gender.FEMALE : Gender.UNKNOWN;
  }

  /** The gender that a noun tells ("spokeswoman", "mother"). */
  static Gender ofNoun(String lemma) {
    switch (lemma) {
      case "father":
      case "son":
      case "brother":
      case "husband":
      case "uncle":
      case "nephew":
      case "grandfather":
      case "grandson":
      case "king":
      case "prince":
      case "emperor":
      case "boy":
      case "man":
      case "guy":
      case "gentleman":
      case "schoolboy":
      case "widower":
      case "boyfriend":
      case "actor":
      case "pope":
      case "cardinal":
      case "archbishop":
      case "imam":
      case "ayatollah":
      case "stepfather":
      case "stepson":
      case "half-brother":
      case "brother-in-law":
      case "father-in-law":
      case "son-in-law":
      case "dad":
      case "businessman":
      case "monk":
      case "gunman":
        return Gender.MALE;
      case "mother":
      case "daughter":
      case "sister":
      case "wife":
      case "aunt":
      case "niece":
      case "grandmother":
      case "granddaughter":
      case "queen":
      case "princess":
      case "girl":
      case "lady":
      case "schoolgirl":
      case "widow":
      case "girlfriend":
      case "actress":
      case "waitress":
      case "stepmother":
      case "stepdaughter":
      case "half-sister":
      case "sister-in-law":
      case "mother-in-law":
      case "daughter-in-law":
      case "mom":
      case "mum":
      case "ex-wife":
      case "nun":
        return Gender.FEMALE;
      default:
        return lemma.endsWith("woman") ? Gender.FEMALE : Gender.UNKNOWN;
    }
  }
}
