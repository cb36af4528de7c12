package parley.app.dossier;

/** Ids of entries as readers and reviewers give them: letters and a number, such as s12. */
final class Id {

  private static final int MOST_LETTERS = 3;
  private static final int MOST_DIGITS = 7;

  private Id() {}

  /** How many letters stand before the number; -1 if the id is of another form. */
  static int letters(String id) {
    int letters = 0;
    while (letters < id.length() && id.charAt(letters) >= 'a' && id.charAt(letters) <= 'z') {
      letters++;
    }
    int digits = id.length() - letters;
    if (letters == 0 || letters > MOST_LETTERS || digits == 0 || digits > MOST_DIGITS) {
      return -1;
    }
    if (id.charAt(letters) == '0') {
      return -1;
    }
    for (int i = letters; i < id.length(); i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return -1;
      }
    }
    return letters;
  }
}
