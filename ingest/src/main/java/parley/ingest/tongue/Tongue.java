package parley.ingest.tongue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a text's language by its script and, within a script, by the share of its words that are
 * function words of each language. No model is loaded.
 */
public final class Tongue {

  /** Characters that are looked at. */
  private static final int LOOK = 6000;

  /** Letters below which nothing is said. */
  private static final int LEAST = 20;

  /** Share of function words below which no language is named, and lead over the next. */
  private static final double LEAST_SHARE = 0.12;

  private static final double LEAD = 1.15;

  private static final Map<String, Map<String, Double>> WORDS = new HashMap<>();

  static {
    words(
        "en",
        "the of and to in a is that for it was on with as his he be at by had not are but from or"
            + " have an they which you were her she there been their has would will said who its"
            + " this we i after about into when more");
    words(
        "de",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es"
            + " an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über"
            + " einen so zum war haben nur oder aber vor zur bis mehr durch");
    words(
        "fr",
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il"
            + " sont la avec ont été d l aux mais comme on cette sa son leur nous ou elle après"
            + " être fait");
    words(
        "es",
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus"
            + " le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había"
            + " muy años hasta desde está");
    words(
        "pt",
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao"
            + " ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até"
            + " isso ela entre era depois sem mesmo aos");
    words(
        "it",
        "di e il la che in un a per è una sono con non si da del al le dei i più alla come anche"
            + " nel della o ha lo gli ma dal delle questo suo hanno se nella stato essere ai due ci"
            + " loro era dopo sulla");
    words(
        "nl",
        "de het een van en in is dat op te zijn met voor niet aan er die om ook als dan maar bij"
            + " door uit naar hij was nog worden over heeft wordt tot of hebben zich deze werd ze"
            + " haar geen meer dit wat");
    words(
        "sv",
        "och i att det som en på är av för med till den har de inte om ett han men var jag sig från"
            + " vi så kan när år under också efter eller nu sin där vid mot ska skulle");
    words(
        "da",
        "og i at det er en til på som for de med den af ikke der var et har han jeg vi men om sig"
            + " blev fra kan skal ved efter eller også nu hvor være ud over hun");
    words(
        "no",
        "og i det er på en som til av for med at de har ikke den et var om han fra men seg jeg vi"
            + " så kan skal etter eller ved også være nå hvor ble mot ut over sier");
    words(
        "fi",
        "ja on ei että se oli hän ovat myös kun mutta joka mukaan ole sen tai kuin niin jo vain voi"
            + " sekä olla ollut tämä nyt vielä sitä siitä jossa vuoden");
    words(
        "pl",
        "w i na z się nie do to że jest o jak po co ale od za przez dla tym są jego oraz tak może"
            + " które który być już ma tego czy tylko przed został między także było są będzie");
    words(
        "cs",
        "a v se na je že s z do o to i za by jsou ale po jako pro jeho ve k od které byl který si"
            + " už také tak podle než jen před však ještě bylo při co");
    words(
        "sk",
        "a v sa na je že s z do o to aj za by sú ale po ako pre jeho vo k od ktoré bol ktorý si už"
            + " tiež tak podľa než len pred však ešte bolo pri čo");
    words(
        "hu",
        "a az és hogy nem is egy ez volt de meg csak el már van mint még ki ha azt fel be után vagy"
            + " szerint lesz sem mert ami aki lehet pedig között");
    words(
        "ro",
        "de și în a la cu pe care nu o din un mai că pentru este au prin sunt fost lui ce dar se"
            + " după ale sau fi acest ca la unei între fără când");
    words(
        "tr",
        "ve bir bu da de için ile olarak çok daha olan gibi ne kadar sonra ama en o mi var değil"
            + " her ise olduğu göre ya ancak dedi oldu tarafından");
    words(
        "id",
        "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh saya"
            + " mereka kami telah bisa sudah atau lebih seperti tersebut kata adalah dapat para");
    words(
        "hr",
        "i u je na se da su za od s kao koji to o iz a ne što bi ili nije ali koje će po kako samo"
            + " više između nakon prema bio biti");
    words(
        "ru",
        "и в не на что с по это как к но из он у за от о для так же а его все она было был бы или"
            + " до при мы они если уже их также чтобы во после");
    words(
        "uk",
        "і в не на що з по це як до але він у за від про для та його все вона було був або при ми"
            + " вони якщо вже їх також щоб є після");
    words(
        "bg",
        "и на да в се за от е не с по са че като това но до ще ги си който при както след го или тя"
            + " той беше един има");
    words(
        "sr",
        "и у је на се да су за од са као који то о из а не што би или није али које ће по како само"
            + " више између након према био бити");
    words(
        "ar",
        "في من على أن إلى عن التي الذي هذا هذه مع كان بعد لم ما لا كما قبل بين ذلك أو كل حيث قال"
            + " وقد خلال عند إن كانت منذ غير");
    words(
        "fa",
        "و در به از که این را با است برای آن یک خود تا بر هم نیز شده کرد شد می ها بود اما پس او گفت"
            + " کند دارد باید وی");
    words(
        "ur",
        "کے میں کی ہے اور سے کا کو نے پر کہ یہ ہیں اس تھا بھی نہیں کر تو ہو گیا ایک کیا لیے تھے"
            + " انہوں گی");
    words(
        "hi",
        "के में की है और से का को ने पर कि यह हैं इस था भी नहीं कर तो हो गया एक लिए थे जो वह");
  }

  private Tongue() {}

  private static void words(String language, String list) {
    for (String word : list.split(" ")) {
      WORDS.computeIfAbsent(word, w -> new LinkedHashMap<>()).put(language, 1.0);
    }
  }

  /** The ISO 639-1 code of the text's language; null if the text does not tell. */
  public static @Nullable String of(String text) {
    String look = text.substring(0, Math.min(LOOK, text.length()));
    String script = script(look);
    if (script == null || script.length() == 2) {
      return script;
    }
    Map<String, Double> scores = new HashMap<>();
    int all = 0;
    for (String word : look.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+")) {
      if (word.isEmpty()) {
        continue;
      }
      all++;
      Map<String, Double> of = WORDS.get(word);
      if (of != null) {
        // A word that many languages share tells little.
        double weight = 1.0 / of.size();
        of.keySet().forEach(language -> scores.merge(language, weight, Double::sum));
      }
    }
    String best = null;
    double top = 0;
    double second = 0;
    for (Map.Entry<String, Double> score : scores.entrySet()) {
      if (score.getValue() > top) {
        second = top;
        top = score.getValue();
        best = score.getKey();
      } else {
        second = Math.max(second, score.getValue());
      }
    }
    if (top >= LEAST_SHARE * all && top > second * LEAD) {
      return best;
    }
    // Letters that no English text has: the likeliest language of the script.
    return switch (script) {
      case "cyrillic" -> best == null ? "ru" : best;
      case "arabic" -> best == null ? "ar" : best;
      case "devanagari" -> best == null ? "hi" : best;
      default -> null;
    };
  }

  /** A language's code where the script tells it, the script's name where several share it. */
  private static @Nullable String script(String text) {
    Map<Character.UnicodeScript, Integer> counts = new HashMap<>();
    int letters = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetter(c)) {
        letters++;
        counts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
      }
    }
    int kana =
        counts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
    int han = counts.getOrDefault(Character.UnicodeScript.HAN, 0);
    if (kana + han > letters / 3 && kana + han >= 4) {
      return kana * 10 > han ? "ja" : "zh";
    }
    if (letters < LEAST) {
      return null;
    }
    for (Map.Entry<Character.UnicodeScript, Integer> one : counts.entrySet()) {
      if (one.getValue() * 2 > letters) {
        return switch (one.getKey()) {
          case HANGUL -> "ko";
          case HEBREW -> "he";
          case GREEK -> "el";
          case THAI -> "th";
          case GEORGIAN -> "ka";
          case ARMENIAN -> "hy";
          case ETHIOPIC -> "am";
          case BENGALI -> "bn";
          case TAMIL -> "ta";
          case MYANMAR -> "my";
          case KHMER -> "km";
          default -> one.getKey().name().toLowerCase(Locale.ROOT);
        };
      }
    }
    return null;
  }
}
