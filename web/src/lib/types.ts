/** The API's forms, as openapi.yaml describes them. Offsets are Unicode code points. */

export interface Span {
  begin: number;
  end: number;
  text: string;
}

export type KindCode = 'statement' | 'event' | 'position' | 'actor' | 'time' | 'incident';
export type StatusCode = 'machine' | 'accepted' | 'corrected' | 'added' | 'rejected';
export type Stance = 'DEMAND' | 'OFFER' | 'ACCEPT' | 'REJECT' | 'THREATEN';

export interface Review {
  status: StatusCode;
  by?: string;
  at?: string;
  note?: string;
  machine?: Entry;
  carried?: boolean;
}

/** Why the text may not be whole: its page says so, it ends as if cut off, or both. */
export type Paywall = 'stated' | 'cut' | 'both';

/** An entry of a record; which fields there are depends on its kind. */
export interface Entry {
  id: string;
  kind?: string;
  name?: string;
  type?: string;
  mode?: string;
  status?: string;
  value?: string;
  speaker?: string;
  addressee?: string;
  party?: string;
  counterparty?: string;
  expressedBy?: string;
  issue?: string;
  stance?: Stance;
  statement?: string;
  side?: string;
  place?: string;
  time?: string;
  named?: boolean;
  roles?: string[];
  actors?: string[];
  targets?: string[];
  source?: Span[];
  cue?: Span[];
  content?: Span[];
  condition?: Span[];
  mentions?: (Span & { form: string })[];
  quantity?: Span;
  begin?: number;
  end?: number;
  text?: string;
  confidence?: number;
  provenance?: { rule: string; reasons?: string[] };
  review?: Review;
}

export interface Rec {
  report: {
    id: string;
    url?: string;
    source?: string;
    title?: string;
    published?: string;
    language?: string;
    authors?: string[];
    agency?: string;
    duplicateOf?: string;
    versionOf?: string;
    paywall?: Paywall;
    text: string;
    parts: { role: string; begin: number; end: number }[];
  };
  reader: string;
  actors: Entry[];
  statements: Entry[];
  events: Entry[];
  incidents: Entry[];
  positions: Entry[];
  times: Entry[];
}

export interface Registered {
  n: number;
  name: string;
  kind?: string;
  side?: number;
  sideName?: string;
  wikidata?: string;
}

export interface Row {
  report: string;
  id: string;
  kind: KindCode;
  day: string;
  status: StatusCode;
  stance: string;
  code: string;
  confidence: number;
  title?: string;
  source?: string;
  published?: string;
  copyOf?: string;
  versionOf?: string;
  paywall?: Paywall;
  url?: string;
  actor?: Registered;
  party?: Registered;
  other?: Registered;
  words?: { content?: string; condition?: string; quantity?: string };
  entry: Entry;
  said?: Entry;
  names: Record<string, string>;
  conflicts?: string[];
  toll?: string;
  first?: boolean;
  widest?: boolean;
}

export interface Change {
  n: number;
  at: string;
  who: string;
  what: string;
  why?: string;
  undoes?: number;
  undoneBy?: number;
  report?: string;
  entry?: string;
}

export interface Shown extends Row {
  history: Change[];
  alike: Row[];
  accounts: Row[];
}

export interface Cell {
  party: string;
  issue: string;
  stance: Stance;
  day?: string;
  report: string;
  id: string;
  status: StatusCode;
  confidence: number;
  positions: number;
  sources: number;
  mixed?: boolean;
  contested?: Stance[];
  before?: { stance: Stance; day?: string };
  words: { content: string; condition?: string; quantity?: string };
}

export interface Board {
  day: string;
  partiesInAll: number;
  parties: { n?: number; name: string; role: 'belligerent' | 'mediator' | 'other'; positions: number }[];
  issues: { code: string; positions: number }[];
  cells: Cell[];
}

export interface Summary {
  reports: number;
  statements: number;
  events: number;
  positions: number;
  actors: number;
  reviewed: number;
  failures: number;
  firstDay?: string;
  lastDay?: string;
  readers: { reader: string; reports: number }[];
  revision: number;
}
