// @ts-nocheck: runs in Node, whose types are not worth a dependency for this one file.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Licences under which a package may go into the pages. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);

/** The folder of the package that a module belongs to; null for our own. */
function packageOf(module: string): string | null {
  const file = module.replace(/^\0/, '').replace(/\?.*$/, '');
  if (!file.includes('/node_modules/')) {
    return null;
  }
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json')) || !named(folder)) {
    folder = dirname(folder);
  }
  return folder;
}

/** Some packages hold package.json files without a name, which only tell the module system. */
function named(folder: string): boolean {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name !== undefined;
}

/**
 * Writes licences.txt beside the pages: every package that went into them, with its licence's text.
 * A package under another licence than ALLOWED fails the build.
 */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        for (const module of chunk.type === 'chunk' ? chunk.moduleIds : []) {
          const folder = packageOf(module);
          if (folder !== null) {
            folders.add(folder);
          }
        }
      }
      const parts: string[] = [];
      for (const folder of [...folders].sort()) {
        const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        if (!ALLOWED.has(about.license)) {
          this.error(`${about.name} ${about.version} is under ${about.license}, which is not allowed`);
        }
        const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
        const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
        parts.push(`${about.name} ${about.version}: ${about.license}\n\n${text}\n`);
      }
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: parts.join('\n---\n\n') });
    },
  };
}
