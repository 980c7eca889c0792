/** The flags that a tenant URL may carry for the dialect of PATCH. */
export interface TenantFlags {
  /** `aadOptscim062020` */
  readonly optscim: boolean;
  /** `AzureAdScimPatch2017` */
  readonly patch2017: boolean;
}

/** A tenant URL taken apart, ready to be joined with the path of a request. */
export interface TenantUrl {
  /** host, with the port where it is not the usual one */
  readonly host: string;
  /** The URL of a request below it. A parameter that the request names itself wins. */
  join(path: string): string;
}

const flags = { optscim: /^aadOptscim062020$/i, patch2017: /^AzureAdScimPatch2017$/i };

/** The flags of a tenant URL, in any letter case. Source: "Known issues and resolutions with SCIM 2.0 compliance". */
export function readTenantFlags(url: string): TenantFlags {
  const names = parametersOf(url).map(nameOf);
  return {
    optscim: names.some((name) => flags.optscim.test(name)),
    patch2017: names.some((name) => flags.patch2017.test(name)),
  };
}

/**
 * Reads a tenant URL: one without slash at its end and without fragment, its flags apart (whether the service sends them
 * is not known), every other parameter kept as it is written.
 */
export function readTenantUrl(url: string): TenantUrl {
  const { origin, pathname, host } = new URL(url);
  const base = `${origin}${pathname.replace(/\/+$/, '')}`;
  const kept = parametersOf(url).filter(
    (parameter) => !flags.optscim.test(nameOf(parameter)) && !flags.patch2017.test(nameOf(parameter)),
  );
  return {
    host,
    join(path) {
      const own = parametersOf(path);
      const names = new Set(own.map(nameOf));
      const all = [...own, ...kept.filter((parameter) => !names.has(nameOf(parameter)))];
      const query = all.length === 0 ? '' : `?${all.join('&')}`;
      return `${base}${path.split('?', 1)[0] ?? ''}${query}`;
    },
  };
}

/** The parameters of a query as they are written, encodings included. */
function parametersOf(url: string): readonly string[] {
  const [withoutFragment = ''] = url.split('#', 1);
  const at = withoutFragment.indexOf('?');
  return at === -1
    ? []
    : withoutFragment
        .slice(at + 1)
        .split('&')
        .filter((each) => each !== '');
}

function nameOf(parameter: string): string {
  return parameter.split('=', 1)[0] ?? '';
}
