/** The list that is being gone through with j and k: the entries last shown. */
import { place } from './state.svelte';

class Reading {
  private keys: string[] = [];

  set(rows: { report: string; id: string }[]) {
    this.keys = rows.map((r) => `${r.report}/${r.id}`);
  }

  step(by: number) {
    const at = this.keys.indexOf(place.get('entry'));
    const next = this.keys[at < 0 ? 0 : at + by];
    if (next) place.set({ entry: next });
  }
}

export const reading = new Reading();
