package parley.ingest.paper;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Puts a page's letters together to lines, and lines to columns read one after the other. */
final class Lines {

  /**
   * A line of one column.
   *
   * @param top distance from the page's top, in points
   * @param size height of its letters
   */
  record Line(String text, double left, double right, double top, double size, double columnRight) {

    /** Whether a paragraph begins with this line, which follows another in reading order. */
    boolean begins(Line before) {
      double gap = top - before.top;
      if (gap < 0 || Math.abs(left - before.left) > 60) {
        // Another column or page: a paragraph goes on if the line before is full and has no stop.
        return endsSentence(before.text) || size > before.size * 1.15 || before.size > size * 1.15;
      }
      boolean apart = gap > Math.max(before.size, size) * 1.9;
      boolean indented = left > before.left + size * 0.8 && left < before.left + size * 5;
      boolean shortBefore =
          before.right < before.columnRight - before.size * 5 && endsSentence(before.text);
      boolean otherSize = Math.abs(size - before.size) > Math.min(size, before.size) * 0.15;
      return apart || otherSize || (indented && endsSentence(before.text)) || shortBefore;
    }

    private static boolean endsSentence(String text) {
      int e = text.length() - 1;
      while (e >= 0 && "\"'\u201d\u2019)]".indexOf(text.charAt(e)) >= 0) {
        e--;
      }
      return e < 0 || ".?!:".indexOf(text.charAt(e)) >= 0;
    }
  }

  private record Piece(StringBuilder text, double left, double right, double top, double size) {}

  List<Line> of(PDDocument document, int page) throws IOException {
    List<TextPosition> letters = letters(document, page);
    List<Piece> pieces = pieces(letters);
    double width = document.getPage(page - 1).getMediaBox().getWidth();
    return ordered(pieces, width);
  }

  private static List<TextPosition> letters(PDDocument document, int page) throws IOException {
    List<TextPosition> found = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            found.add(text);
          }
        };
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    stripper.writeText(document, Writer.nullWriter());
    return found;
  }

  /** Runs of letters on one line without a gap as wide as a gutter. */
  private static List<Piece> pieces(List<TextPosition> letters) {
    List<TextPosition> sorted = new ArrayList<>(letters);
    sorted.sort(
        Comparator.comparingLong((TextPosition t) -> Math.round(t.getYDirAdj() / 2.0))
            .thenComparingDouble(TextPosition::getXDirAdj));
    List<Piece> pieces = new ArrayList<>();
    Piece open = null;
    for (TextPosition letter : sorted) {
      String unicode = letter.getUnicode();
      if (unicode == null || unicode.isEmpty()) {
        continue;
      }
      double x = letter.getXDirAdj();
      double y = letter.getYDirAdj();
      double size = Math.max(1, letter.getFontSizeInPt());
      double end = x + letter.getWidthDirAdj();
      boolean same =
          open != null
              && Math.abs(open.top - y) < 3
              && x > open.right - size
              && x - open.right < size * 1.1;
      if (open != null && same) {
        boolean gap = x - open.right > size * 0.17;
        if (gap && open.text.length() > 0 && open.text.charAt(open.text.length() - 1) != ' ') {
          open.text.append(' ');
        }
        open.text.append(unicode);
        open = new Piece(open.text, open.left, end, open.top, Math.max(open.size, size));
        pieces.set(pieces.size() - 1, open);
      } else if (!unicode.isBlank()) {
        open = new Piece(new StringBuilder(unicode), x, end, y, size);
        pieces.add(open);
      }
    }
    return pieces;
  }

  /** Bands between pieces that cross the page's columns; within a band, column by column. */
  private static List<Line> ordered(List<Piece> pieces, double width) {
    List<Double> gutters = gutters(pieces, width);
    List<Line> lines = new ArrayList<>();
    List<List<Piece>> columns = new ArrayList<>();
    for (int i = 0; i <= gutters.size(); i++) {
      columns.add(new ArrayList<>());
    }
    for (Piece piece : pieces) {
      int column = 0;
      boolean crosses = false;
      for (double gutter : gutters) {
        crosses |= piece.left < gutter - 3 && piece.right > gutter + 3;
        column += piece.left >= gutter - 3 ? 1 : 0;
      }
      if (crosses) {
        flush(columns, lines);
        lines.add(line(piece, width));
      } else {
        columns.get(column).add(piece);
      }
    }
    flush(columns, lines);
    return lines;
  }

  private static void flush(List<List<Piece>> columns, List<Line> lines) {
    for (List<Piece> column : columns) {
      double right = column.stream().mapToDouble(Piece::right).max().orElse(0);
      for (Piece piece : column) {
        Line next = line(piece, right);
        int last = lines.size() - 1;
        // Two pieces of one line, set apart by a wide space.
        if (last >= 0
            && Math.abs(lines.get(last).top() - next.top()) < 2
            && next.left() > lines.get(last).right()) {
          Line first = lines.get(last);
          lines.set(
              last,
              new Line(
                  first.text() + " " + next.text(),
                  first.left(),
                  next.right(),
                  first.top(),
                  Math.max(first.size(), next.size()),
                  right));
        } else {
          lines.add(next);
        }
      }
      column.clear();
    }
  }

  private static Line line(Piece piece, double columnRight) {
    String text = piece.text.toString().replaceAll("\\s+", " ").strip();
    return new Line(text, piece.left, piece.right, piece.top, piece.size, columnRight);
  }

  /** Places that hardly a line crosses and right of which many lines begin. */
  private static List<Double> gutters(List<Piece> pieces, double width) {
    List<Double> found = new ArrayList<>();
    if (pieces.size() < 8) {
      return found;
    }
    for (double x = width * 0.2; x < width * 0.85; x += 2) {
      int crossing = 0;
      int left = 0;
      int right = 0;
      for (Piece piece : pieces) {
        if (piece.left < x && piece.right > x) {
          crossing++;
        } else if (piece.right <= x && piece.right > x - width * 0.35) {
          left++;
        } else if (piece.left >= x && piece.left < x + 30) {
          right++;
        }
      }
      if (crossing <= pieces.size() * 0.12
          && left >= pieces.size() * 0.15
          && right >= pieces.size() * 0.15) {
        if (found.isEmpty() || x - found.get(found.size() - 1) > 60) {
          found.add(x);
        } else {
          // The gutter's right edge tells columns apart best.
          found.set(found.size() - 1, x);
        }
      }
    }
    return found;
  }
}
