/** How a stance shows: a word and a shape as well as a colour. */
export const STANCES = ['DEMAND', 'OFFER', 'ACCEPT', 'REJECT', 'THREATEN'] as const;

export const SHAPES: Record<string, string> = {
  DEMAND: '▲',
  OFFER: '◆',
  ACCEPT: '●',
  REJECT: '✕',
  THREATEN: '⚠',
};

export const WORDS: Record<string, string> = {
  DEMAND: 'Demands',
  OFFER: 'Offers',
  ACCEPT: 'Accepts',
  REJECT: 'Rejects',
  THREATEN: 'Threatens',
};

export const EVENT_TYPES = [
  'AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'REQUEST', 'ACCUSE', 'REJECT',
  'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'RETREAT',
];
