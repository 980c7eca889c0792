import type { Roots } from '../wire/roots.js';

/** A place below a root of Graph, or the host of another one, where no token goes. */
export type Located = { readonly url: string; readonly path: string } | { readonly elsewhere: string };

const version = '/v1.0';

/**
 * The URL of a path below the version, or of a link that Graph gave. A link on the cloud's own root is followed on the root
 * of the settings: a proxy that stands for the cloud passes bodies on as they are.
 * @returns with `path` as it stands behind the host, for people
 */
export function locate(pathOrLink: string, { graph, resource }: Roots): Located {
  if (pathOrLink.startsWith('/')) return describe(`${graph}${version}${pathOrLink}`);
  if (!URL.canParse(pathOrLink)) return { elsewhere: 'an address that is no URL' };
  const { origin, host } = new URL(pathOrLink);
  if (origin === new URL(graph).origin) return describe(pathOrLink);
  if (origin === resource) return describe(`${graph}${pathOrLink.slice(origin.length)}`);
  return { elsewhere: host };
}

function describe(url: string): Located {
  return { url, path: url.slice(new URL(url).origin.length) };
}
