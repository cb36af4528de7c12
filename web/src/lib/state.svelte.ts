/** What the whole page shares: where it is, who reviews, what was said last. */
import { query, type Params } from './api';

/** The address as the views read it; every view and filter has its own. */
class Place {
  path = $state(location.pathname);
  search = $state(location.search);

  constructor() {
    addEventListener('popstate', () => this.read());
  }

  private read() {
    this.path = location.pathname;
    this.search = location.search;
  }

  get parts(): string[] {
    return this.path.split('/').filter(Boolean).map(decodeURIComponent);
  }

  get(name: string): string {
    return new URLSearchParams(this.search).get(name) ?? '';
  }

  go(path: string, params: Params = {}) {
    history.pushState(null, '', path + query(params));
    this.read();
    document.getElementById('main')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /** Changes filters in place; empty ones vanish. */
  set(params: Params, replace = false) {
    const search = new URLSearchParams(this.search);
    for (const [name, value] of Object.entries(params)) {
      if (value === undefined || value === '') {
        search.delete(name);
      } else {
        search.set(name, String(value));
      }
    }
    const text = search.toString();
    const address = this.path + (text ? `?${text}` : '');
    if (replace) {
      history.replaceState(null, '', address);
    } else {
      history.pushState(null, '', address);
    }
    this.read();
  }
}

export const place = new Place();

class Desk {
  reviewer = $state(localStorage.getItem('parley.reviewer') ?? '');
  /** Grows with each change here, so that views load anew. */
  revision = $state(0);
  message = $state('');
  wrong = $state(false);
  undoable = $state<number | null>(null);
  /** Issues of the dossier's codebook, in its order. */
  issues = $state<{ code: string; label: string }[]>([]);

  /** What people read for an issue's code. */
  label(code: string): string {
    return this.issues.find((issue) => issue.code === code)?.label ?? code;
  }

  rename(name: string) {
    this.reviewer = name;
    localStorage.setItem('parley.reviewer', name);
  }

  say(message: string, change: number | null = null) {
    this.message = message;
    this.wrong = false;
    this.undoable = change;
  }

  complain(error: unknown) {
    this.message = error instanceof Error ? error.message : String(error);
    this.wrong = true;
    this.undoable = null;
  }

  changed() {
    this.revision++;
  }
}

export const desk = new Desk();
