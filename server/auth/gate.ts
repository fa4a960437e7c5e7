/** What a request says about where it comes from. */
export interface Arrival {
  host: string | undefined;
  origin: string | undefined;
  /** The browser's own statement (Sec-Fetch-Site); absent outside browsers. */
  site: string | undefined;
}

export type Verdict = 'welcome' | 'unknownHost' | 'foreignOrigin' | 'useNumericHost';

export interface GateRules {
  port: number;
  publicHosts: readonly string[];
  origins: readonly string[];
}

/**
 * Whether a request may be answered at all. The Host must be one of ours: a page elsewhere can make its own name
 * resolve to 127.0.0.1 (DNS rebinding), but then its name is the Host. The Origin, when sent, must be ours too.
 * `useNumericHost`: "localhost" reached us; pages are redirected, since browser data belong to one origin.
 */
export function judge(arrival: Arrival, rules: GateRules): Verdict {
  const host = (arrival.host ?? '').toLowerCase();
  if (host === `localhost:${rules.port}`) return 'useNumericHost';
  const origin = originOfHost(host, rules);
  if (origin === null) return 'unknownHost';
  if (arrival.origin !== undefined && arrival.origin !== origin && !rules.origins.includes(arrival.origin))
    return 'foreignOrigin';
  return 'welcome';
}

/** The origin that pages served under this Host have; null when the Host is not ours. */
function originOfHost(host: string, rules: GateRules): string | null {
  if (host === `127.0.0.1:${rules.port}` || host === `[::1]:${rules.port}`) return `http://${host}`;
  return rules.publicHosts.includes(host) ? `https://${host}` : null;
}

/** A browser that says the request was started by another site; pages may be linked to, data may not. */
export function isCrossSite(arrival: Arrival, rules: GateRules): boolean {
  const foreign = arrival.site === 'cross-site' || arrival.site === 'same-site';
  return foreign && !(arrival.origin !== undefined && rules.origins.includes(arrival.origin));
}
