import type { Paywall } from './types';

/** What a paywall did to a text, in words. */
export const PAYWALLS: Record<Paywall, string> = {
  stated: 'paywall',
  cut: 'cut off',
  both: 'paywall, cut off',
};

/** The same at length. */
export const PAYWALLS_AT_LENGTH: Record<Paywall, string> = {
  stated: 'Its page says that it is behind a paywall; the text may not be whole.',
  cut: 'The text ends as if it had been cut off.',
  both: 'Its page says that it is behind a paywall, and the text ends as if it had been cut off.',
};

/** A language's name in English, its code if there is none. */
export function language(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
