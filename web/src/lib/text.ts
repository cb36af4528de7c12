/** Offsets: the API counts code points, the browser UTF-16 units. */
export class CodePoints {
  /** UTF-16 offsets of the second unit of each pair. */
  private readonly lows: number[] = [];

  constructor(private readonly text: string) {
    for (let i = 1; i < text.length; i++) {
      const low = text.charCodeAt(i);
      if (low >= 0xdc00 && low <= 0xdfff) {
        const high = text.charCodeAt(i - 1);
        if (high >= 0xd800 && high <= 0xdbff) {
          this.lows.push(i);
        }
      }
    }
  }

  toUtf16(offset: number): number {
    let low = 0;
    let high = this.lows.length;
    while (low < high) {
      const mid = (low + high) >>> 1;
      if ((this.lows[mid] as number) - mid <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return offset + low;
  }

  fromUtf16(offset: number): number {
    let low = 0;
    let high = this.lows.length;
    while (low < high) {
      const mid = (low + high) >>> 1;
      if ((this.lows[mid] as number) < offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return offset - low;
  }

  slice(begin: number, end: number): string {
    return this.text.slice(this.toUtf16(begin), this.toUtf16(end));
  }
}

export interface Mark {
  begin: number;
  end: number;
  entry: string;
  role: string;
}

export interface Piece {
  text: string;
  begin: number;
  marks: Mark[];
}

/** Cuts [begin, end) where marks begin and end; all offsets in UTF-16 units. Marks sorted by begin. */
export function pieces(text: string, begin: number, end: number, marks: Mark[]): Piece[] {
  const cuts = new Set<number>([begin, end]);
  for (const mark of marks) {
    if (mark.begin > begin && mark.begin < end) cuts.add(mark.begin);
    if (mark.end > begin && mark.end < end) cuts.add(mark.end);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const result: Piece[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const from = sorted[i] as number;
    const to = sorted[i + 1] as number;
    result.push({
      text: text.slice(from, to),
      begin: from,
      marks: marks.filter((m) => m.begin <= from && m.end >= to),
    });
  }
  return result;
}

export function words(spans: { text: string }[] | undefined): string {
  return (spans ?? []).map((s) => s.text).join(' … ');
}

const DAY = 86_400_000;

export function dayNumber(day: string): number {
  return Math.round(Date.parse(day + 'T00:00:00Z') / DAY);
}

export function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** Today in the reader's own zone. */
export function today(): string {
  const now = new Date();
  return dayOf(Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / DAY));
}

export function age(day: string, from: string): string {
  const days = dayNumber(from) - dayNumber(day);
  if (days <= 0) return 'same day';
  if (days === 1) return '1 day';
  if (days < 60) return `${days} days`;
  if (days < 730) return `${Math.round(days / 30.4)} months`;
  return `${Math.round(days / 365)} years`;
}
