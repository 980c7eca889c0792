import { type ArtificialUser, makeArtificialUser } from './artificial-user.js';
import { listMatchingValues, type MatchingValue } from './look-up.js';
import { createUserMapper, type UserMapper } from './map-user.js';
import type { VerifyRequest } from './verify-request.js';

/** The two users who are made up for a verification, and how they are mapped. */
export interface People {
  readonly user: ArtificialUser;
  readonly guid: string;
  /** whom the user refers to */
  readonly manager: ArtificialUser;
  readonly managerGuid: string;
  readonly mapper: UserMapper;
  /** of the user */
  readonly matching: readonly MatchingValue[];
  /** target names whose mapping gives the user nothing that could be sent */
  readonly without: readonly string[];
  /** values that no exchange may show */
  readonly redacted: readonly string[];
}

export function makePeople({ job, newGuid, now, seed }: VerifyRequest): People {
  const guid = newGuid();
  const managerGuid = newGuid();
  const user = makeArtificialUser(job, guid);
  const manager = makeArtificialUser(job, managerGuid);
  const mapper = createUserMapper(job, now, seed);
  const rows = mapper.create(user.attributes(0));
  const both = [...rows, ...mapper.create(manager.attributes(0))];
  return {
    user,
    guid,
    manager,
    managerGuid,
    mapper,
    matching: listMatchingValues(job, rows),
    without: rows
      .filter(({ wire, flow }) => wire === null && flow.mutability !== 'ReadOnly')
      .map(({ flow }) => flow.target),
    redacted: both.flatMap(({ redacted, sent }) => (redacted && sent !== null ? [sent.text].flat() : [])),
  };
}
