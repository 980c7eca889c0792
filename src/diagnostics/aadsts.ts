import type { Basis } from './diagnostic.js';
import type { SignInRefusals } from './families/sign-in-refusal.js';

/** A number of Microsoft Entra's token service, with what it means for the user. */
export interface AadstsNumber {
  readonly code: keyof SignInRefusals;
  /** assumed: from memory of public lists; else read in Microsoft's list of codes */
  readonly basis: Basis;
}

const documented: Readonly<Record<keyof SignInRefusals, readonly number[]>> = {
  'sign-in/secret-wrong': [7000215],
  'sign-in/secret-expired': [7000222],
  'sign-in/credential-missing': [7000218],
  'sign-in/unknown-application': [700016],
  'sign-in/unknown-tenant': [90002, 900023],
  'sign-in/tenant-needed': [9001023, 90124, 90130],
  'sign-in/other-cloud': [90038, 900382, 900432, 90051],
  'sign-in/bad-scope': [70011, 28002],
  'sign-in/unknown-resource': [500011, 50001],
  'sign-in/permission-missing': [650057],
  'sign-in/consent-missing': [65001, 650056, 90094],
  'sign-in/certificate-refused': [700027, 700030],
  'sign-in/assertion-time': [50013, 500133],
  'sign-in/public-client': [700025],
  'sign-in/application-disabled': [7000112, 70001],
  'sign-in/blocked-by-policy': [53003, 530032, 530035],
  'sign-in/malformed-request': [900144, 9002313, 90013, 90014],
  'sign-in/service-fault': [90033, 90006, 90012, 90024, 90090],
  'sign-in/throttled': [90055],
  'sign-in/refused': [],
};

const assumed: readonly (readonly [number, keyof SignInRefusals])[] = [
  [7000229, 'sign-in/unknown-application'],
  [1002012, 'sign-in/bad-scope'],
  [700024, 'sign-in/assertion-time'],
];

/**
 * The AADSTS numbers that the tool explains. Source: "Microsoft Entra authentication and authorization error codes", read
 * for the Graph reference; the marked ones are assumed.
 */
export const aadstsNumbers: ReadonlyMap<number, AadstsNumber> = new Map<number, AadstsNumber>([
  ...(Object.entries(documented) as [keyof SignInRefusals, readonly number[]][]).flatMap(([code, numbers]) =>
    numbers.map((number) => [number, { code, basis: 'documented' }] as const),
  ),
  ...assumed.map(([number, code]) => [number, { code, basis: 'assumed' }] as const),
]);
