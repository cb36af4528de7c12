/** Calls to the server of this page. */

export class Problem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) {
    return (await response.json()) as T;
  }
  let detail = response.statusText;
  try {
    detail = ((await response.json()) as { detail?: string }).detail ?? detail;
  } catch {
    // Not JSON: the status says all there is.
  }
  throw new Problem(response.status, detail);
}

export type Params = Record<string, string | number | undefined>;

export function query(params: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== '') {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

export async function get<T>(path: string, params: Params = {}): Promise<T> {
  return answer<T>(await fetch(path + query(params)));
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  return answer<T>(
    await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Parley': '1' },
      body: JSON.stringify(body),
    }),
  );
}

export async function upload(
  data: Blob,
  params: Params,
): Promise<{ job: number }> {
  return answer(
    await fetch('/api/reports' + query(params), {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', 'X-Parley': '1' },
      body: data,
    }),
  );
}

export interface Progress {
  what: 'added' | 'known' | 'failed' | 'done';
  file?: string;
  report?: string;
  title?: string | null;
  why?: string;
}

/** Hears a job's steps until it is done. */
export function follow(job: number, hear: (event: Progress) => void): Promise<void> {
  return new Promise((resolve) => {
    const events = new EventSource(`/api/jobs/${job}/events`);
    events.addEventListener('progress', (event) => {
      const progress = JSON.parse(event.data as string) as Progress;
      hear(progress);
      if (progress.what === 'done') {
        events.close();
        resolve();
      }
    });
    events.onerror = () => {
      events.close();
      resolve();
    };
  });
}
