/** A secret shorter than this is no secret that could be told apart from other text. */
const shortest = 4;

/** A secret shorter than this could be part of an ordinary word, so that it must stand alone. */
const shortestWithinText = 8;

/**
 * Makes an expression that finds secrets in text: as they are, and as URLs, forms, JSON, HTML and Basic credentials write
 * them, the longest first. Of 4 to 7 characters they are found only where they stand alone, shorter ones not at all.
 * Undefined when there is nothing to look for.
 */
export function matchSecrets(secrets: readonly string[]): RegExp | undefined {
  const long: string[] = [];
  const short: string[] = [];
  for (const secret of secrets) {
    if (secret.length >= shortest)
      (secret.length < shortestWithinText ? short : long).push(...formsOf(secret));
  }
  const alternatives = [
    ...byLength(long).map(escape),
    ...byLength(short).map((form) => `${standsAlone.before}${escape(form)}${standsAlone.after}`),
  ];
  return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'g');
}

const standsAlone = {
  before: `(?<![^\\s"'=&,;:<>(){}[\\]?])`,
  after: `(?=$|[\\s"'=&,;:<>(){}[\\]?]|[.!](?:\\s|$))`,
};

function formsOf(secret: string): readonly string[] {
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  const encoded = form.replaceAll('+', '%20');
  const component = encoded.replace(/%(?:21|27|28|29|7E)/g, (each) => decodeURIComponent(each));
  const once = [form, encoded, component];
  // A sign-in page gets the URL that was asked for as a parameter of its own.
  const urls = [...once, ...once.map((url) => encodeURIComponent(url))];
  const base64 = Buffer.from(secret).toString('base64');
  return [
    secret,
    ...urls,
    ...urls.map((url) => url.replace(/%[0-9A-F]{2}/g, (each) => each.toLowerCase())),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('/', '\\/'),
    secret.replace(/[&<>"']/g, (each) => entities.get(each) ?? each),
    base64.replace(/=+$/, ''),
    Buffer.from(secret).toString('base64url'),
  ];
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function byLength(forms: readonly string[]): readonly string[] {
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
