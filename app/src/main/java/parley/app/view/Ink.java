package parley.app.view;

/** How characters look on a terminal: the number of an ANSI "select graphic rendition". */
enum Ink {
  PLAIN("0"),
  HEADING("1"),
  WHO("1;36"),
  CUE("3"),
  NOTE("2"),
  STANCE("1;33");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  String start() {
    return "\u001B[" + code + "m";
  }
}
