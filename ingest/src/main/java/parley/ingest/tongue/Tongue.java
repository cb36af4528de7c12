package parley.ingest.tongue;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.text.Metadata;

/**
 * Tells a text's language by its script and, among languages of Latin script, by its commonest
 * function words. It answers only when the evidence is plain: it is there so that a report in
 * another language is not read as if it were English, not to name every language.
 */
public final class Tongue {

  /** Characters that are looked at: some three thousand words. */
  private static final int SAMPLE = 20_000;

  private static final int FEWEST_LETTERS = 12;
  private static final int FEWEST_WORDS = 12;

  /** Least share of function words, each weighed by how few languages have it. */
  private static final double LEAST_SCORE = 0.06;

  /** How far the best language must be ahead of the next. */
  private static final double LEAST_LEAD = 1.5;

  private static final Map<String, String> FUNCTION_WORDS = new LinkedHashMap<>();

  static {
    FUNCTION_WORDS.put(
        "en",
        "the of and to in that is was for on with as by at from his her it he she they be are were"
            + " has had have not but an which who this will would said their been or after about");
    FUNCTION_WORDS.put(
        "de",
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es"
            + " an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über");
    FUNCTION_WORDS.put(
        "fr",
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il"
            + " sont avec été cette aux ses mais leur ont elle être d l s n c qu");
    FUNCTION_WORDS.put(
        "es",
        "de la que el en y a los se del las un por con no una su para es al lo como más pero sus"
            + " le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había");
    FUNCTION_WORDS.put(
        "it",
        "di e il la che in un a per è una sono con non del si da le dei al come nel della alla i"
            + " ha gli più anche ma delle lo dal nella ai questo o dalla degli essere suo");
    FUNCTION_WORDS.put(
        "pt",
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao"
            + " ele das tem à seu sua ou ser quando há nos já está eu também só pelo pela são");
    FUNCTION_WORDS.put(
        "nl",
        "de van een het en in is dat op te zijn met voor niet aan er die om ook als bij naar uit"
            + " door over maar heeft worden hij nog wordt ze dan tot was werd deze meer");
    FUNCTION_WORDS.put(
        "sv",
        "och i att det som en på är av för med den till inte har de ett om han men var sig från"
            + " så kan vi när hade under hon också efter sin vid mot ska eller");
    FUNCTION_WORDS.put(
        "da",
        "og i at det er en til på som for med de den af ikke har et var fra han vi men om blev"
            + " sig kan efter hun ved være nu også mod skal eller havde");
    FUNCTION_WORDS.put(
        "pl",
        "w i na z do że się nie jest o to po za od jak przez ale tym dla co oraz są ich przed był"
            + " było czy tylko jego może które który która został tego");
    FUNCTION_WORDS.put(
        "tr",
        "ve bir bu için ile de da olarak daha çok olan en ne ki gibi kadar sonra var değil olduğu"
            + " diye ancak ise her iki büyük yeni dedi tarafından göre");
    FUNCTION_WORDS.put(
        "ro",
        "de și în a la cu care pe că din nu un este o să pentru mai au fost sunt ce prin iar sau"
            + " lui fi după dar cel cea lor ale al se");
    FUNCTION_WORDS.put(
        "id",
        "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada"
            + " mereka telah oleh kata adalah sebagai bahwa para tersebut atau");
  }

  /** Word to the languages that have it. */
  private static final Map<String, List<String>> LANGUAGES = new HashMap<>();

  static {
    FUNCTION_WORDS.forEach(
        (language, words) -> {
          for (String word : words.split(" ")) {
            LANGUAGES.computeIfAbsent(word, w -> new ArrayList<>()).add(language);
          }
        });
  }

  private Tongue() {}

  /** An ISO 639-1 code, or {@link Metadata#UNKNOWN_LANGUAGE}. */
  public static String of(String text) {
    String sample = text.substring(0, Math.min(SAMPLE, text.length()));
    Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
    int letters = 0;
    for (int i = 0; i < sample.length(); ) {
      int c = sample.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetter(c)) {
        letters++;
        scripts.merge(UnicodeScript.of(c), 1, Integer::sum);
      }
    }
    if (letters < FEWEST_LETTERS) {
      return Metadata.UNKNOWN_LANGUAGE;
    }
    int most = scripts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (scripts.getOrDefault(UnicodeScript.LATIN, 0) == most) {
      return byWords(sample);
    }
    return byScript(scripts, letters, sample);
  }

  private static String byScript(Map<UnicodeScript, Integer> scripts, int letters, String sample) {
    int kana =
        scripts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
    int japanese = kana + scripts.getOrDefault(UnicodeScript.HAN, 0);
    if (kana * 10 > letters && japanese * 2 > letters) {
      return "ja";
    }
    for (Map.Entry<UnicodeScript, Integer> script : scripts.entrySet()) {
      if (script.getValue() * 2 > letters) {
        return switch (script.getKey()) {
          case ARABIC -> hasAny(sample, "ٹڈڑے") ? "ur" : hasAny(sample, "پچژگ") ? "fa" : "ar";
          case HEBREW -> "he";
          case GREEK -> "el";
          case CYRILLIC -> hasAny(sample, "іїєґ") ? "uk" : "ru";
          case HAN -> "zh";
          case HANGUL -> "ko";
          case DEVANAGARI -> "hi";
          case BENGALI -> "bn";
          case THAI -> "th";
          case GEORGIAN -> "ka";
          case ARMENIAN -> "hy";
          case ETHIOPIC -> "am";
          default -> Metadata.UNKNOWN_LANGUAGE;
        };
      }
    }
    return Metadata.UNKNOWN_LANGUAGE;
  }

  private static boolean hasAny(String sample, String letters) {
    return letters.chars().anyMatch(letter -> sample.indexOf(letter) >= 0);
  }

  private static String byWords(String sample) {
    Map<String, Double> scores = new HashMap<>();
    int words = 0;
    String lower = sample.toLowerCase(Locale.ROOT);
    int begin = -1;
    for (int i = 0; i <= lower.length(); i++) {
      boolean letter = i < lower.length() && Character.isLetter(lower.charAt(i));
      if (letter && begin < 0) {
        begin = i;
      } else if (!letter && begin >= 0) {
        words++;
        List<String> languages = LANGUAGES.getOrDefault(lower.substring(begin, i), List.of());
        for (String language : languages) {
          scores.merge(language, 1.0 / languages.size(), Double::sum);
        }
        begin = -1;
      }
    }
    if (words < FEWEST_WORDS) {
      return Metadata.UNKNOWN_LANGUAGE;
    }
    String best = Metadata.UNKNOWN_LANGUAGE;
    double first = 0;
    double second = 0;
    for (String language : FUNCTION_WORDS.keySet()) {
      double score = scores.getOrDefault(language, 0.0);
      if (score > first) {
        second = first;
        first = score;
        best = language;
      } else {
        second = Math.max(second, score);
      }
    }
    boolean plain = first >= LEAST_SCORE * words && first >= LEAST_LEAD * second;
    return plain ? best : Metadata.UNKNOWN_LANGUAGE;
  }
}
